"""The format of guides: what keeps to it, and what is said about what does not."""

from datetime import date

import pytest

from donghanh.guides.content_format import marks_in, sentences, without_marks
from donghanh.guides.content_reading import read_content
from donghanh.guides.errors import GuideUnfit
from donghanh.guides.tests.factories import given, words


def test_a_guide_that_keeps_the_format_is_read() -> None:
    content = read_content(given(), "thử")
    assert content.vi.title == "Bị nợ lương"
    assert [cite.certainty.is_sure for cite in content.cites] == [True, False]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"slug": "Nợ lương"}, "slug"),
        ({"topics": []}, "topics"),
        ({"unknown": 1}, "unknown"),
        ({"en": None}, "en"),
        ({"vi": words(title="")}, "vi.title"),
        ({"vi": words(answer="Một [1]. Hai [2].")}, "vi.answer"),
        ({"vi": words(answer="Một [1]. Hai [2]. Ba. Bốn.")}, "vi.answer"),
        ({"en": words(steps=["Một [9]."])}, "en.steps"),
        ({"vi": words(steps=[])}, "vi.steps"),
        ({"vi": words(deadlines=[{"what": "Nộp"}])}, "vi.deadlines.0.when"),
        ({"review_by": date(2026, 5, 1)}, "review_by"),
        ({"cites": []}, "cites"),
    ],
)
def test_what_breaks_the_format_is_named_with_its_file_and_field(changes, field) -> None:
    with pytest.raises(GuideUnfit, match=r"no-luong\.toml") as refused:
        read_content(given(**changes), "no-luong.toml")
    assert refused.value.field == field


def test_a_citation_that_no_statement_names_is_refused_in_each_language() -> None:
    silent = words(answer="Một [1]. Hai. Ba.", steps=["Bốn."], deadlines=[])
    with pytest.raises(GuideUnfit, match=r"en never names cites \[2\]"):
        read_content(given(en=silent), "thử")


@pytest.mark.parametrize("certainty", ["A", "X"])
def test_a_statement_is_sure_only_with_the_article_that_was_read(certainty) -> None:
    cite = {"id": 1, "document": "45/2019/QH14", "certainty": certainty, "starts_on": date(2021, 1, 1)}
    with pytest.raises(GuideUnfit, match="cites"):
        read_content(given(cites=[cite]), "thử")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Một. Hai. Ba.", 3),
        ("Trả 5.310.000 đồng [1]. Từ 01/01/2026.", 2),
        ("Hỏi TP. Hồ Chí Minh. Xong.", 2),
        ("Đồ bảo hộ, v.v. đều do công ty mua. Xong?", 2),
        ("Không có dấu chấm", 1),
        ("“Được không?” Được.", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_counts_them(text, count) -> None:
    assert len(sentences(text)) == count


def test_marks_are_read_and_taken_out() -> None:
    assert marks_in("Một [1]. Hai [2, 3].") == [1, 2, 3]
    assert without_marks("Một [1]. Hai [2,3].") == "Một. Hai."
