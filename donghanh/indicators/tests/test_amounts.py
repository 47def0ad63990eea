"""Amounts add up to what they say together, and to nothing more."""

import pytest

from donghanh.indicators.amounts import Amount, total
from donghanh.indicators.choices import Qualifier

EXACT, OVER, NEARLY = Qualifier.EXACT, Qualifier.OVER, Qualifier.NEARLY


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [(EXACT, EXACT, EXACT), (OVER, EXACT, OVER), (OVER, OVER, OVER), (NEARLY, EXACT, NEARLY)],
)
def test_a_sum_is_as_exact_as_its_parts(first, second, together) -> None:
    parts = [Amount(value=5, qualifier=first), Amount(value=3, qualifier=second)]
    assert total(parts) == Amount(value=8, qualifier=together)
    assert total(reversed(parts)) == Amount(value=8, qualifier=together)


def test_over_and_nearly_have_no_sum() -> None:
    assert total([Amount(value=5, qualifier=OVER), Amount(value=3, qualifier=NEARLY)]) is None


def test_a_range_and_a_number_make_a_range() -> None:
    assert total([Amount(minimum=4, maximum=6), Amount(value=10)]) == Amount(minimum=14, maximum=16)


def test_an_unknown_end_or_nothing_at_all_has_no_sum() -> None:
    assert total([Amount(minimum=4), Amount(value=10)]) is None
    assert total([]) is None


def test_changes_are_never_added() -> None:
    assert total([Amount(change=5), Amount(change=6)]) is None
