"""How a found article is drawn: its sentence cut at the marks, its clause in words."""

import pytest
from django.utils import translation

from donghanh.legal.queries.results import clause_words, marked


@pytest.mark.parametrize(
    ("text", "marks", "shown"),
    [
        ("Trả thêm giờ.", [], "Trả thêm giờ."),
        ("Trả thêm giờ.", [(0, 3)], "[Trả] thêm giờ."),
        ("Trả thêm giờ.", [(9, 12), (4, 8)], "Trả [thêm] [giờ]."),
        ("Trả thêm giờ.", [(4, 12), (9, 12)], "Trả [thêm giờ]."),
        ("", [], ""),
    ],
)
def test_a_sentence_is_cut_at_its_marks(text, marks, shown) -> None:
    pieces = [f"[{piece.text}]" if piece.is_marked else piece.text for piece in marked(text, marks)]
    assert "".join(pieces) == shown


@pytest.mark.parametrize(
    ("anchor", "words"),
    [("k1", "Khoản 1"), ("k1-đ", "Khoản 1 điểm đ"), ("k2a", "Khoản 2a"), ("", ""), ("x1", "")],
)
def test_an_anchor_is_said_in_words(anchor, words) -> None:
    with translation.override("vi"):
        assert clause_words(anchor) == words
