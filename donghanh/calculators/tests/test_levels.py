"""Levels are chosen by day, named in both languages, and stand on an article."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from donghanh.calculators.dated import COMPARED_ON, DatedRates, shipped_rates, shipped_values
from donghanh.calculators.errors import NotKnownOn
from donghanh.calculators.rate_names import rate_name
from donghanh.calculators.units import UNITS
from donghanh.calculators.values import TRUSTED_FOR

RATES = shipped_rates()


def test_every_shipped_level_has_a_unit_an_article_a_certainty_and_follows_the_one_before() -> None:
    for value in shipped_values():
        assert value.unit in UNITS, value.code
        assert value.basis.document, value.code
        assert value.basis.article or not value.is_sure, value.code
        assert value.certainty in set("ABCM"), value.code
        assert value.ends_on is None or value.starts_on <= value.ends_on
    days = [(value.code, value.key, value.starts_on) for value in shipped_values()]
    assert len(days) == len(set(days))


def test_every_shipped_level_has_a_name_in_both_languages() -> None:
    unnamed = {
        (value.code, value.key)
        for value in shipped_values()
        if value.code in (name := rate_name(value.code, value.key)).vi or f"({value.key})" in name.en
    }
    assert unnamed == set()


def test_a_level_applies_from_its_first_to_its_last_day() -> None:
    told = [RATES.on("base_salary", day).amount for day in (date(2026, 6, 30), date(2026, 7, 1))]
    assert told == [2_340_000, 2_530_000]
    with pytest.raises(NotKnownOn) as caught:
        RATES.on("base_salary", date(2024, 6, 30))
    assert (caught.value.known_from, caught.value.known_to) == (date(2024, 7, 1), COMPARED_ON + TRUSTED_FOR)


def test_a_level_in_dong_is_not_believed_for_ever_and_a_percentage_of_the_law_is() -> None:
    late = COMPARED_ON + TRUSTED_FOR + timedelta(days=1)
    with pytest.raises(NotKnownOn):
        RATES.on("base_salary", late)
    assert RATES.on("overtime", late, "holiday").amount == 300


def test_a_level_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(NotKnownOn, match="unknown"):
        RATES.on("unknown", COMPARED_ON)


def test_a_later_row_ends_the_open_one_before_it() -> None:
    now = RATES.on("base_salary", COMPARED_ON)
    rates = DatedRates([now, replace(now, amount=Decimal(3_000_000), starts_on=date(2027, 1, 1))])
    values = rates.between("base_salary", date(2026, 12, 1), date(2027, 2, 1))
    assert [int(value.amount) for value in values] == [2_530_000, 3_000_000]
    assert [value.ends_on for value in values] == [date(2026, 12, 31), None]


def test_only_what_was_compared_with_the_text_is_sure() -> None:
    assert RATES.on("minimum_wage_month", date(2026, 1, 1), "I").is_sure
    assert not RATES.on("minimum_wage_month", date(2025, 1, 1), "I").is_sure
