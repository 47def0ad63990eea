"""Codes on paper, letters on screen, and the canonical text of a seal."""

import string
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import Qualifier
from donghanh.kernel.periods import Period
from donghanh.reporting.reports.canonical import canonical_text, read_values
from donghanh.reporting.reports.codes import Letters, ShortCode
from donghanh.reporting.reports.values import Declared

PERIODS = st.one_of(
    st.sampled_from(["2026", "2026-H1", "2026-9M", "2026-Q3", "2026-10"]).map(Period.parse),
    st.tuples(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.dates(date(2000, 1, 1), date(2040, 1, 1))).map(
        lambda days: Period(min(days), max(days))
    ),
)


@given(
    unit=st.sampled_from(["QM", "LDLD-01", "BHXH-56", "CS-2026", "X-2025-10"]),
    period=PERIODS,
    line=st.sampled_from(["PB01", "PB18", "SL"]),
)
def test_a_code_on_paper_leads_back_to_what_it_was_made_of(unit, period, line) -> None:
    code = ShortCode(unit, period, line)
    assert ShortCode.parse(str(code)) == code


@pytest.mark.parametrize("text", ["", "QM", "QM-2026-13-PB02", "QM-20261301-20261401-PB02", "QM-2026-9M-PB2"])
def test_what_is_no_code_is_refused(text) -> None:
    assert ShortCode.parse(text) is None


def test_a_code_is_read_as_people_type_it() -> None:
    assert ShortCode.parse(" qm-2026-9m-pb02 ") == ShortCode("QM", Period.parse("2026-9M"), "PB02")


def test_letters_are_given_once_and_go_on_after_the_alphabet() -> None:
    letters = Letters()
    given_letters = [letters.of(str(number)) for number in range(24)]
    assert len(set(given_letters)) == 24
    assert given_letters[:6] == ["a", "b", "c", "d", "e", "g"]
    assert letters.of("3") == "d"
    assert letters.key_of("d") == "3"
    assert not set("".join(given_letters)) & set("fjwz")


AMOUNTS = st.builds(
    Amount,
    value=st.none() | st.integers(0, 10**15),
    change_percent=st.none() | st.decimals("-999.99", "999.99", places=2),
    qualifier=st.sampled_from(Qualifier),
)
FIGURES = st.builds(
    Declared,
    amount=AMOUNTS,
    kind=st.just("flow"),
    period=PERIODS,
    how=st.just("exact"),
    origin=st.just("declared"),
    source=st.text(string.printable + "ễộữ", max_size=20),
    unit=st.just("QM"),
    unit_name=st.just("Công đoàn xã Ví Dụ"),
    cut=st.dictionaries(st.sampled_from(["form", "audience"]), st.just("worker")),
    joint=st.lists(st.text(max_size=5), max_size=3).map(tuple),
)


@given(figure=FIGURES)
def test_sealed_values_are_read_back_as_they_were(figure) -> None:
    text = canonical_text(figure)
    assert read_values(Declared, text) == figure
    assert canonical_text(read_values(Declared, text)) == text


def test_the_canonical_text_has_sorted_keys_and_plain_numbers() -> None:
    amount = Amount(value=1_352_585, change_percent=Decimal("5.00"))
    assert canonical_text(amount) == (
        '{"change":null,"change_percent":"5","maximum":null,"minimum":null,"qualifier":"exact","value":1352585}'
    )
