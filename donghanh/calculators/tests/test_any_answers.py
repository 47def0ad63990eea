"""Whatever is typed, a calculator answers in whole đồng and says why, or refuses in a sentence; it never breaks."""

import json
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.calculators.asking import Ask, read_answers
from donghanh.calculators.calculator import Calculator, calculators, noted
from donghanh.calculators.dated import shipped_rates
from donghanh.calculators.errors import Refusal
from donghanh.calculators.result import Result
from donghanh.calculators.told import told

NONSENSE = st.text(max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def typed(ask: Ask) -> st.SearchStrategy[str]:
    """Return what people may type as one answer, mostly sensible."""
    least, most = int(ask.least or 0), int(ask.most if ask.most is not None else 10**12)
    whole = st.integers(least, most).map(str)
    sensible = {
        "date": DAYS.map(date.isoformat) | st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(date.isoformat),
        "yes_no": st.sampled_from(["có", "không"]),
        "choice": st.sampled_from([choice.value for choice in ask.choices] or [""]),
        "decimal": whole | st.decimals(least, most, places=2).map(str),
    }
    return st.one_of(*[sensible.get(ask.kind, whole)] * 9, NONSENSE)


def anything(one: Calculator) -> st.SearchStrategy[Mapping[str, str]]:
    """Return any answers to a calculator, those it must have nearly always."""
    asks = {ask.name: typed(ask) for ask in one.asks}
    must = {ask.name for ask in one.asks if ask.required and ask.default is None}
    return st.fixed_dictionaries(
        {name: asks[name] for name in must}, optional={name: asks[name] for name in asks.keys() - must}
    )


@pytest.mark.parametrize("one", calculators(), ids=lambda one: one.name)
def test_any_answers_are_answered_or_refused(one: Calculator) -> None:
    @settings(max_examples=40, deadline=None)
    @given(anything(one), DAYS | st.just(date(2026, 11, 22)))
    def check(raw: Mapping[str, str], day: date) -> None:
        refusal = _refusal_or_check(one, raw, day)
        assert refusal is None or (refusal.words.vi and refusal.words.en)

    check()


def _refusal_or_check(one: Calculator, raw: Mapping[str, str], day: date) -> Refusal | None:
    """Return the refusal of some answers, or check what came out."""
    try:
        answers = read_answers(one.asks, raw)
        result = noted(one.work, answers, shipped_rates(), day)
    except Refusal as refusal:
        return refusal
    for language in ("vi", "en"):
        json.dumps(told(one, answers, result, on=day, language=language))
    assert result.main.value or result.explains
    assert [each for each in (result, *result.parts) if not _is_whole(each)] == []
    return None


def _is_whole(result: Result) -> bool:
    """Tell whether every sum is a whole number of đồng, and none is below nought."""
    sums = [amount.value for amount in result.amounts if amount.unit.startswith("vnd")]
    return all(isinstance(value, int) and value >= 0 for value in sums)
