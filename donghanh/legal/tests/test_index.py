"""The index of the library: what it finds, and what it survives."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from donghanh.legal.index.engine import LawIndex
from donghanh.legal.index.passages import Passage
from donghanh.legal.tests.index_cases import CODE, DECREE, LIBRARY, OLD_CODE, passage


@pytest.fixture
def index(tmp_path: Path) -> LawIndex:
    made = LawIndex(tmp_path / "index")
    made.build(LIBRARY)
    return made


def found(index: LawIndex, question: str, limit: int = 3) -> list[str]:
    return [hit.key for hit in index.search(question, limit).hits]


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Thời gian thử việc là bao lâu?", "25"),
        ("thoi gian thu viec la bao lau", "25"),
        ("thơi gian thử viec", "25"),
        ("cong ty no luong", "97"),
        ("có bầu có được giảm giờ không", "137"),
        ("bhxh bắt buộc", "168"),
        ("tăng ca ban đêm", "98"),
        ("xin cho hỏi đơn phương chấm dứt HĐLĐ như thế nào ạ", "36"),
    ],
)
def test_a_question_finds_its_article_however_it_is_typed(index: LawIndex, question: str, article: str) -> None:
    assert found(index, question)[0] == f"{CODE}#{article}"


def test_slips_and_glued_syllables_are_mended_and_told(tmp_path: Path) -> None:
    index = LawIndex(tmp_path)
    index.build([passage(CODE, str(n), "Trợ cấp thôi việc", "Trợ cấp thử cho nghỉ việc.") for n in range(1, 30)])
    assert ("trocap", "tro cap") in index.search("trocap thoi viec").query.corrected
    assert ("vieec", "viec") in index.search("tro cap thoi vieec").query.corrected


def test_accented_matches_stand_before_words_that_only_sound_alike(tmp_path: Path) -> None:
    index = LawIndex(tmp_path)
    index.build([passage(CODE, "1", "Đường bộ", "Cây đường thử."), passage(CODE, "2", "Dưỡng bộ", "Cây dưỡng thử.")])
    assert found(index, "đường bộ") == [f"{CODE}#1", f"{CODE}#2"]
    assert found(index, "dưỡng bộ") == [f"{CODE}#2", f"{CODE}#1"]


def test_a_question_about_a_named_document_prefers_its_articles(index: LawIndex) -> None:
    assert found(index, "trả lương chậm theo nghị định 12/2022")[0] == f"{DECREE}#17"


def test_only_what_is_allowed_is_found(index: LawIndex) -> None:
    hits = index.search("tiền lương", allowed={f"{DECREE}#17"}).hits
    assert [hit.key for hit in hits] == [f"{DECREE}#17"]


def test_a_document_is_put_and_removed_without_touching_the_others(index: LawIndex) -> None:
    index.put_document(OLD_CODE, [passage(OLD_CODE, "9", "Trợ cấp khuân vác", "Trợ cấp khuân vác thử.")])
    assert found(index, "trợ cấp khuân vác")[0] == f"{OLD_CODE}#9"
    assert index.segment_count() == 2
    index.put_document(OLD_CODE, [passage(OLD_CODE, "8", "Trợ cấp khuân vác", "Trợ cấp khuân vác mới.")])
    assert found(index, "trợ cấp khuân vác")[0] == f"{OLD_CODE}#8"
    assert len(index) == len(LIBRARY) + 1
    index.remove_document(OLD_CODE)
    assert index.keys() == {one.key for one in LIBRARY}


def test_a_document_of_the_first_build_can_be_withdrawn(index: LawIndex) -> None:
    index.remove_document(CODE)
    assert {key.partition("#")[0] for key in index.keys()} == {DECREE}  # noqa: SIM118 - not a mapping
    assert found(index, "thời gian thử việc", 9) == [key for key in found(index, "thử việc", 9) if DECREE in key]


def test_another_opener_notices_the_newer_index(index: LawIndex, tmp_path: Path) -> None:
    other = LawIndex(tmp_path / "index")
    assert len(other) == len(LIBRARY)
    index.build(LIBRARY[:2])
    assert len(other) == 2


def _ask_in_another_process(folder: Path, answers: "multiprocessing.Queue[str]") -> None:
    answers.put(found(LawIndex(folder), "thời gian thử việc")[0])


def test_two_processes_share_one_index(index: LawIndex, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    answers: multiprocessing.Queue[str] = context.Queue()
    process = context.Process(target=_ask_in_another_process, args=(tmp_path / "index", answers))
    process.start()
    assert answers.get(timeout=60) == found(index, "thời gian thử việc")[0]
    process.join()


def test_a_build_that_breaks_leaves_the_old_index(index: LawIndex) -> None:
    def broken() -> Iterator[Passage]:
        yield LIBRARY[0]
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        index.build(broken())
    assert len(index) == len(LIBRARY)
    assert found(index, "thời gian thử việc")[0] == f"{CODE}#25"


def test_an_empty_index_finds_nothing_and_says_so(tmp_path: Path) -> None:
    index = LawIndex(tmp_path)
    assert not index.exists()
    index.build([])
    answer = index.search("nghỉ việc")
    assert answer.hits == ()
    assert answer.is_weak


@pytest.mark.parametrize("question", ["", "   ", "?!", "12345678901234567890", "a" * 5000, "\u0301\u0301", "không"])
def test_odd_questions_break_nothing(index: LawIndex, question: str) -> None:
    assert len(index.search(question).hits) <= 10


@pytest.mark.parametrize(
    "question", ["Cách nấu phở bò ngon", "doi tuyen viet nam da luc may gio", "asdf qwer zxcv", "xin chao ban"]
)
def test_what_no_law_answers_is_called_weak(index: LawIndex, question: str) -> None:
    assert index.search(question).is_weak


def test_the_fitting_clause_of_a_long_article_counts(tmp_path: Path) -> None:
    long = "\n".join(f"{n}. Điều khoản thử số {n} nói về chuyện khác nhau rất dài dòng." for n in range(1, 80))
    index = LawIndex(tmp_path)
    index.build(
        [
            passage(CODE, "1", "Nhiều chuyện", f"{long}\n80. Người trực đêm được bồi dưỡng cháo thử."),
            passage(CODE, "2", "Chuyện đêm", "Đêm thử. Người thử được cháo. Trực thử. Bồi thử. Dưỡng thử."),
        ]
    )
    assert found(index, "người trực đêm được bồi dưỡng gì")[0] == f"{CODE}#1"
