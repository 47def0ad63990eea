"""What people type is read as they mean it, and every fault says what to write."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.calculators.asking import Ask, Choice, read_answers
from donghanh.calculators.errors import WrongAnswers
from donghanh.calculators.reading import CannotRead, read_date, read_decimal, read_month, read_number, read_yes_no
from donghanh.calculators.words import Words, written_number

ASKS = (
    Ask("salary", Words("Lương", "Pay"), "money", least=1, aliases=("luong",)),
    Ask("months", Words("Tháng", "Months"), "whole", required=False, least=0, most=12, unit="months"),
    Ask("day", Words("Ngày", "Day"), "date", required=False),
    Ask("month", Words("Kỳ", "Month"), "date", required=False, by_month=True),
    Ask("kind", Words("Loại", "Kind"), "choice", default="a", choices=(
        Choice("a", Words("Thường", "Ordinary")), Choice("b", Words("Ngày lễ", "Holiday"), ("tết",)))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("20000000", 20_000_000), ("20.000.000", 20_000_000), ("20,000,000 đ", 20_000_000), ("20 000 000", 20_000_000),
        ("20 triệu", 20_000_000), ("20tr", 20_000_000), ("1,5 triệu", 1_500_000), ("4.960.000 đồng", 4_960_000),
        ("1.500", 1500), ("7,5", Decimal("7.5")), ("7.5", Decimal("7.5")), ("0.425", Decimal("0.425")), ("12%", 12),
        ("-3", -3), ("50 tỷ", 50_000_000_000),
    ],
)  # fmt: skip
def test_numbers_are_read_in_vietnamese_and_plain_ways(text: str, number: Decimal) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["abc", "1.2.3", "", "12..5", "triệu", "1e5", "²"])
def test_what_is_no_number_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(CannotRead) as caught:
        read_number(text)
    assert f"“{text}”" in caught.value.words.vi


def test_a_small_number_may_have_three_places_after_the_sign() -> None:
    assert read_decimal("4.125") == read_decimal("4,125 %") == Decimal("4.125")


@given(st.integers(min_value=0, max_value=10**14))
def test_a_number_written_for_readers_of_either_language_is_read_back(number: int) -> None:
    assert read_number(written_number(number, "vi")) == read_number(written_number(number, "en")) == number


@pytest.mark.parametrize("text", ["2026-02-01", "1/2/2026", "01/02/2026", "1-2-2026", "2026/02/01"])
def test_a_day_is_read_day_first_or_as_iso(text: str) -> None:
    assert read_date(text) == date(2026, 2, 1)


@pytest.mark.parametrize("text", ["2026-13-01", "31/02/2026", "hôm nay", "02/2026", "9999-12-31", "01/01/1026"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(CannotRead, match="31/12/2026"):
        read_date(text)


@pytest.mark.parametrize("text", ["2026-02", "2026/2", "02/2026", "2.2026", "01/02/2026"])
def test_a_month_is_read_as_its_first_day_where_only_the_month_matters(text: str) -> None:
    assert read_month(text) == date(2026, 2, 1)
    assert read_answers(ASKS, {"salary": "1", "month": text}).day("month") == date(2026, 2, 1)


@pytest.mark.parametrize("text", ["13/2026", "2026-00", "2026", "tháng 2", "1/9999"])
def test_what_is_no_month_is_refused_with_a_month_to_write(text: str) -> None:
    with pytest.raises(CannotRead, match="12/2026"):
        read_month(text)


def test_a_number_may_carry_the_unit_of_its_question_and_no_other() -> None:
    assert read_answers(ASKS, {"salary": "1", "months": "7 tháng"}).whole("months") == 7
    with pytest.raises(WrongAnswers, match="7 năm"):
        read_answers(ASKS, {"salary": "1", "months": "7 năm"})


def test_yes_and_no_are_read_in_both_languages() -> None:
    assert [read_yes_no(text) for text in ("có", "YES", "1", "rồi")] == [True] * 4
    assert [read_yes_no(text) for text in ("không", "no", "0", "chưa", "ko")] == [False] * 5
    with pytest.raises(CannotRead):
        read_yes_no("có lẽ")


def test_answers_are_typed_and_defaults_fill_the_rest() -> None:
    answers = read_answers(ASKS, {"LUONG": "5 triệu", "kind": "tết", "day": ""})
    assert (answers.money("salary"), answers.choice("kind"), answers.has("day")) == (5_000_000, "b", False)
    assert read_answers(ASKS, {"salary": "1"}).choice("kind") == "a"


def test_all_faults_are_told_at_once_each_with_its_field_and_value() -> None:
    with pytest.raises(WrongAnswers) as caught:
        read_answers(ASKS, {"months": "13", "day": "mai", "kind": "z", "foo": "1"})
    assert [fault.name for fault in caught.value.faults] == ["", "salary", "months", "day", "kind"]
    assert all(value in str(caught.value) for value in ("foo", "13", "mai", "“z”", "salary"))


def test_a_broken_number_is_no_count() -> None:
    with pytest.raises(WrongAnswers, match="7,5"):
        read_answers(ASKS, {"salary": "1", "months": "7,5"})
