"""What must hold for every answer of the calculators of insurance and union money."""

from contextlib import suppress
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.calculators.asking import Ask
from donghanh.calculators.calculator import calculator
from donghanh.calculators.dated import shipped_values
from donghanh.calculators.errors import Refusal
from donghanh.calculators.rate_names import rate_name
from donghanh.calculators.result import Result
from donghanh.calculators.tests.asked import asked
from donghanh.calculators.words import Words

NAMES = (
    "contributions", "late-insurance", "lump-sum", "maternity", "pension", "sickness", "unemployment", "union-dues",
    "union-fund",
)  # fmt: skip
BY_SALARY: dict[str, dict[str, object]] = {
    "contributions": {"region": "I"},
    "sickness": {"days": 7, "years": 3},
    "maternity": {"months_paid": 12},
    "unemployment": {"region": "IV", "months": 40},
    "lump-sum": {"case": "abroad", "months": 50},
    "pension": {"sex": "nữ", "birth_date": "1969-05-01", "years": 22},
    "union-dues": {},
    "union-fund": {},
}
salaries = st.integers(min_value=1, max_value=300_000_000)
days = st.dates(date(2025, 7, 1), date(2027, 6, 30))


def whole_result(result: Result) -> list[Result]:
    """Return a result with its parts."""
    return [result, *result.parts]


def words_of(result: Result) -> list[Words]:
    """Return every sentence and label of a result."""
    return [
        *result.explains, *result.not_covered, *(amount.label for amount in result.amounts),
        *(words for step in result.steps for words in (step.words, step.formula, step.value)),
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(BY_SALARY))
@settings(max_examples=40, deadline=None)
@given(low=salaries, high=salaries, day=days)
def test_more_pay_never_gives_less(name: str, low: int, high: int, day: date) -> None:
    low, high = sorted((low, high))
    key = {"union-fund": "payroll"}.get(name, "salary")
    answers = [asked(name, day.isoformat(), **{key: pay}, **BY_SALARY[name]).main.value for pay in (low, high)]
    assert all(isinstance(answer, int) for answer in answers)
    assert int(str(answers[0])) <= int(str(answers[1]))


@pytest.mark.parametrize("name", sorted(set(BY_SALARY) - {"pension"}))
@settings(max_examples=25, deadline=None)
@given(pay=st.integers(min_value=2_600_000, max_value=200_000_000))
def test_one_dong_more_never_makes_a_jump(name: str, pay: int) -> None:
    key = {"union-fund": "payroll"}.get(name, "salary")
    less, more = (
        int(str(asked(name, "2026-08-15", **{key: one}, **BY_SALARY[name]).main.value)) for one in (pay, pay + 1)
    )
    assert 0 <= more - less <= 10


@settings(max_examples=40, deadline=None)
@given(paid=st.integers(min_value=0, max_value=480))
def test_one_month_more_never_lowers_a_pension_or_unemployment_benefit(paid: int) -> None:
    rates, months = [], []
    for count in (paid, paid + 1):
        rates.append(_first(asked("pension", "2026-11-22", sex="nam", birth_date="1960-01-01", months=count), "rate"))
        answer = asked("unemployment", "2026-03-31", salary=10_000_000, months=count, region="I")
        months.append(_first(answer, "months"))
    assert rates[0] <= rates[1] <= 75
    assert months[0] <= months[1] <= 12


@settings(max_examples=40, deadline=None)
@given(paid=st.integers(min_value=1, max_value=478))
def test_one_month_more_never_lowers_the_lump_sum(paid: int) -> None:
    sums = [
        int(str(asked("lump-sum", "2026-08-01", case="abroad", average=10_000_000, months=count).main.value))
        for count in (paid, paid + 1)
    ]
    assert sums[0] <= sums[1]


@settings(max_examples=40, deadline=None)
@given(amount=st.integers(min_value=1, max_value=10**10), late=st.integers(min_value=1, max_value=400))
def test_interest_grows_with_the_sum_and_the_days(amount: int, late: int) -> None:
    due = date(2025, 10, 31)
    on = date.fromordinal(due.toordinal() + late)
    result = asked("late-insurance", on.isoformat(), amount=amount, due=due, employer="person")
    exact = Decimal(amount) * 3 * late / 10_000
    assert abs(int(str(result.main.value)) - exact) <= Decimal("0.5")


def _first(result: Result, code: str) -> Decimal:
    return next(Decimal(str(amount.value)) for amount in result.amounts if amount.code == code)


@pytest.mark.parametrize("name", sorted(BY_SALARY))
def test_an_answer_has_both_languages_articles_and_what_it_leaves_out(name: str) -> None:
    key = {"union-fund": "payroll"}.get(name, "salary")
    result = asked(name, "2026-08-15", **{key: 60_000_000}, **BY_SALARY[name])
    for one in whole_result(result):
        assert all(words.vi.strip() and words.en.strip() for words in words_of(one))
        assert one.values
    assert result.basis
    assert result.not_covered
    assert result.steps


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_both_languages(name: str) -> None:
    one = calculator(name)
    words = [one.title, one.summary, *(ask.label for ask in one.asks)]
    words += [choice.label for ask in one.asks for choice in ask.choices]
    assert all(said.vi.strip() and said.en.strip() for said in words)
    assert all(bool(ask.help.vi) == bool(ask.help.en) for ask in one.asks)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_question_means_two_of_them(name: str) -> None:
    names = [known for ask in calculator(name).asks for known in (ask.name, *ask.aliases)]
    assert len(names) == len(set(names))


def test_every_level_has_a_name_in_both_languages() -> None:
    unnamed = [
        (value.code, value.key)
        for value in shipped_values()
        if rate_name(value.code).vi == value.code and rate_name(value.code, value.key).vi.startswith(value.code)
    ]
    assert unnamed == []


def test_no_two_levels_of_a_code_and_key_overlap() -> None:
    rows: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for value in shipped_values():
        rows.setdefault((value.code, value.key), []).append((value.starts_on, value.ends_on or date.max))
    for spans in rows.values():
        spans.sort()
        assert all(before[1] < after[0] for before, after in pairwise(spans))


def _answer(ask: Ask) -> st.SearchStrategy[str]:
    """Return what somebody may type for a question."""
    if ask.kind == "choice":
        return st.sampled_from([choice.value for choice in ask.choices])
    if ask.kind == "yes_no":
        return st.sampled_from(["có", "không"])
    if ask.kind == "date":
        return st.dates(date(1950, 1, 1), date(2028, 12, 31)).map(date.isoformat)
    most = 100_000_000 if ask.kind == "money" else int(ask.most or 100)
    return st.integers(min_value=int(ask.least or 0), max_value=most).map(str)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_typed_gets_an_answer_or_a_refusal(name: str, data: st.DataObject) -> None:
    asks = calculator(name).asks
    told = {ask.name: data.draw(_answer(ask)) for ask in asks if ask.required or data.draw(st.booleans())}
    with suppress(Refusal):
        _check(asked(name, data.draw(days).isoformat(), **told))


def _check(result: Result) -> None:
    for one in whole_result(result):
        assert all(amount.value >= 0 for amount in one.amounts if not isinstance(amount.value, date))
        assert all(isinstance(amount.value, int) for amount in one.amounts if amount.unit == "vnd")
