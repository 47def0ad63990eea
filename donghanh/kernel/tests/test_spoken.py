"""Amounts in words are the number, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.kernel.spoken import MOST, spoken_en, spoken_vi

VI = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9,
}  # fmt: skip
VI_TIMES = {"nghìn": 1_000, "triệu": 1_000_000}


def heard_vi(words: str) -> int:
    """Read Vietnamese words back into the number."""
    if " tỷ" in words:
        billions, rest = words.rsplit(" tỷ", 1)
        return heard_vi(billions) * 10**9 + (heard_vi(rest.strip()) if rest.strip() else 0)
    total = group = digit = 0
    for word in words.split():
        if word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word in VI_TIMES:
            total, group, digit = total + (group + digit) * VI_TIMES[word], 0, 0
        elif word != "linh":
            digit = VI[word]
    return total + group + digit


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "không", "zero"),
        (15, "mười lăm", "fifteen"),
        (21, "hai mươi mốt", "twenty-one"),
        (105, "một trăm linh năm", "one hundred five"),
        (1_352_585, "một triệu ba trăm năm mươi hai nghìn năm trăm tám mươi lăm",
         "one million three hundred fifty-two thousand five hundred eighty-five"),
        (20_000_000, "hai mươi triệu", "twenty million"),
        (1_000_000_005, "một tỷ không trăm linh năm", "one billion five"),
        (-3, "âm ba", "minus three"),
    ],
)  # fmt: skip
def test_numbers_are_said_as_people_say_them(number: int, vi: str, en: str) -> None:
    assert (spoken_vi(number), spoken_en(number)) == (vi, en)


@given(st.integers(min_value=0, max_value=MOST))
def test_what_is_said_in_vietnamese_is_heard_as_the_same_number(number: int) -> None:
    assert heard_vi(spoken_vi(number)) == number


@given(st.lists(st.integers(min_value=0, max_value=MOST), min_size=2, max_size=2, unique=True))
def test_two_numbers_never_sound_the_same_in_english(numbers: list[int]) -> None:
    assert spoken_en(numbers[0]) != spoken_en(numbers[1])


def test_a_number_beyond_words_is_refused_with_the_number() -> None:
    with pytest.raises(ValueError, match=str(MOST + 1)):
        spoken_vi(MOST + 1)
