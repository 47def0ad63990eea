"""Pieces of the index: words, windows, cleaning, slips, trees, and how a question is read."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.kernel.text import fold
from donghanh.legal.index.accents import nothing_guessed
from donghanh.legal.index.asking import as_typed, understood
from donghanh.legal.index.cleaning import heading_and_text, without_debris
from donghanh.legal.index.folder import Current, IndexFolder
from donghanh.legal.index.forest import Forest, ranking
from donghanh.legal.index.lexicon import lay_phrases, lexicon
from donghanh.legal.index.slips import Speller
from donghanh.legal.index.windows import LONGEST, window_starts
from donghanh.legal.index.words import one_spelling


def as_is(word: str) -> tuple[str, ...]:
    return (word,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("uỷ", "ủy"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("hoàn", "hoàn"),
        ("lao", "lao"),
    ],
)
def test_two_spellings_of_a_syllable_are_one(typed: str, meant: str) -> None:
    assert one_spelling(typed) == meant


@given(st.lists(st.tuples(st.integers(1, 400), st.booleans()), max_size=9))
def test_windows_cover_an_article_in_pieces_of_a_clauses_size(lengths: list[tuple[int, bool]]) -> None:
    starts = window_starts(lengths)
    total = sum(length for length, _ in lengths)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(after - before <= LONGEST * 3 // 2 for before, after in zip(starts, [*starts[1:], total], strict=True))


def test_debris_of_the_codification_is_cut() -> None:
    own = "1. Nội dung thử.(Điều này có nội dung liên quan đến Điều 2.3.LQ.4. Chuyện khác (thử))"
    assert without_debris(f"{own}Điều 2.3.NĐ.1.5. Điều sau thử\n1. Không phải của điều này.") == "1. Nội dung thử."


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Tên điều\n1. Khoản đầu", "2. Khoản sau", ("Tên điều", "1. Khoản đầu\n2. Khoản sau")),
        ("", "Tên điều bị rơi\n1. Khoản đầu.", ("Tên điều bị rơi", "1. Khoản đầu.")),
        ("", "1. Khoản đầu.\n2. Khoản sau.", ("", "1. Khoản đầu.\n2. Khoản sau.")),
        ("Tên điều", "Lời dẫn thử:\na) Điểm.", ("Tên điều", "Lời dẫn thử:\na) Điểm.")),
    ],
)
def test_a_heading_is_put_where_it_belongs(heading: str, text: str, expected: tuple[str, str]) -> None:
    assert heading_and_text(heading, text) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vieec", ("viec",)), ("nghiviec", ("nghi", "viec")), ("luon", ("luon",)), ("12345", ("12345",)),
        ("xyzzyxyzzy", ("xyzzyxyzzy",)), ("viec", ("viec",)),
    ],
)  # fmt: skip
def test_only_what_cannot_be_a_syllable_is_mended(typed: str, meant: tuple[str, ...]) -> None:
    assert Speller({"nghi": 50, "viec": 90, "luong": 80}).corrected(typed) == meant


@pytest.mark.parametrize("typed", ["BHXH", "bhxh", "Bhxh"])
def test_abbreviations_are_spelt_out_in_any_case(typed: str) -> None:
    query = understood(f"mức đóng {typed}", as_is, nothing_guessed)
    assert ("bao", "hiem") in query.pairs
    assert query.expanded[0] == (typed.lower(), "bảo hiểm xã hội")


@pytest.mark.parametrize("question", ["bị đuổi việc thì sao", "bi duoi viec thi sao"])
def test_lay_words_bring_the_laws_words_beside_them(question: str) -> None:
    query = understood(question, as_is, nothing_guessed)
    assert query.terms["sa"][1]
    assert not query.terms["viec"][1]


def test_a_phrase_typed_with_other_accents_is_another_phrase() -> None:
    assert "sa" not in understood("đuôi viếc", as_is, nothing_guessed).terms


def test_very_words_are_neither_expanded_nor_cut() -> None:
    query = as_typed("cho hỏi BHXH")
    assert [run.words for run in query.runs] == [("cho", "hỏi", "bhxh")]
    assert query.expanded == ()


def test_a_question_that_only_asks_is_still_asked() -> None:
    assert understood("như thế nào", as_is, nothing_guessed).terms["nao"][0] == 1.0


@given(st.text(max_size=30))
def test_any_text_can_be_read_as_a_question(text: str) -> None:
    query = understood(text, as_is, nothing_guessed)
    assert {word for word in query.terms if word != fold(word)} == set()


def test_the_lexicon_knows_enough_and_says_nothing_twice() -> None:
    assert len(lay_phrases()) >= 200
    assert len(set(lay_phrases())) == len(lay_phrases())
    assert {"bhxh", "hđlđ", "hdld", "nsdlđ", "atvslđ"} <= lexicon().abbreviations.keys()


def test_trees_add_what_their_leaves_hold() -> None:
    forest = Forest(
        roots=np.array([0, 3]), feature=np.array([1, 0, 0, 0]), threshold=np.array([0.5, 0, 0, 0]),
        left=np.array([1, 1, 2, 3]), right=np.array([2, 1, 2, 3]), value=np.array([0, 1.0, 2.0, 10.0]), depth=1,
    )  # fmt: skip
    assert forest.scores(np.array([[0, 0.5], [0, 0.6]])).tolist() == [11.0, 12.0]


def test_the_learned_ranking_fits_the_features() -> None:
    learned = ranking()
    assert len(learned.columns) == len(learned.adjustment)
    assert 0 < learned.confidence.enough < 1


def test_an_index_of_another_format_is_no_index(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path)
    with folder.writing():
        folder.replace(Current({"segment-a": []}))
    assert folder.read() == Current({"segment-a": []})
    (tmp_path / "current.json").write_text('{"format": 0, "segments": {}}', encoding="utf-8")
    assert folder.read() is None
