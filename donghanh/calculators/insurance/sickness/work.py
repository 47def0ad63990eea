"""How sickness benefit is worked out: the days of a year, the rate, and days that cross into another year."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import noted
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.insurance.figures import dong, formula, step
from donghanh.calculators.insurance.levels import insured_cap_before, law, need, rate, reference_level
from donghanh.calculators.insurance.sickness import asks
from donghanh.calculators.insurance.sickness import sentences as say
from donghanh.calculators.insurance.stretches import added_up
from donghanh.calculators.result import Amount, Result, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

CITES = (law(42), law(43), law(44), law(45), law(46), law(48))
HALF = Decimal("0.5")
SCHOOL_AGE = 7
TODDLER_AGE = 3


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the benefit of a leave that begins on ``day``."""
    kinds: dict[str, Callable[[Answers, Rates, date], Result]] = {
        "own": _own,
        "child": _child,
        "long": _long,
        "recuperation": _recuperation,
    }
    result = kinds[answers.choice("case")](answers, rates, day)
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    if answers.choice("case") in {"own", "long"} and not answers.has("years"):
        result.explains.append(say.ASSUMED_YEARS)
    if result.main.value and answers.choice("case") != "recuperation":
        result.explains.append(say.PAPERS)
    return result


def counted_days(days: Decimal) -> Decimal:
    """Round part of a day up: below one half to a half, from one half to a whole day."""
    whole = days // 1
    part = days - whole
    if not part:
        return whole
    return whole + (HALF if part < HALF else 1)


def band(answers: Answers) -> int:
    """Return the years from which the band of the years paid starts; the lowest when they were not told."""
    years = answers.decimal("years") if answers.has("years") else 0
    return 30 if years >= 30 else 15 if years >= 15 else 0


def _own(answers: Answers, rates: Rates, day: date) -> Result:
    need(answers, asks.SALARY)
    key = f"{answers.choice('conditions')}_{band(answers)}"
    quota = rate(rates, "sickness_days", day, key)
    result = _over_years(answers, rates, day, quota=quota, over=say.OVER_QUOTA)
    least = rate(rates, "recuperation_from", day)
    if answers.decimal("used_days") + answers.decimal("days") >= least:
        result.explains.append(say.MAY_RECUPERATE.fill(least=least))
    return result


def _child(answers: Answers, rates: Rates, day: date) -> Result:
    need(answers, asks.SALARY, asks.CHILD_AGE)
    age = answers.decimal("child_age")
    if age >= SCHOOL_AGE:
        return Result([Amount("benefit", say.BENEFIT, 0, "vnd")], explains=[say.CHILD_TOO_OLD])
    key = "under_3" if age < TODDLER_AGE else "under_7"
    quota = rate(rates, "child_sickness_days", day, key)
    result = _over_years(answers, rates, day, quota=quota, over=say.CHILD_OVER)
    result.explains.append(say.EACH_CHILD)
    return result


def _over_years(answers: Answers, rates: Rates, day: date, *, quota: Decimal, over: Words) -> Result:
    """Answer for one calendar year, or for the two that the leave lies in."""
    days, after = answers.decimal("days"), answers.decimal("days_next_year")
    if after > days:
        raise WrongAnswers(Fault("days_next_year", say.ALL_IN_NEXT_YEAR.fill(next_days=after, days=days)))
    used = answers.decimal("used_days")
    if not after:
        return _in_a_year(answers, rates, day, days=days, used=used, quota=quota, over=over)
    parts = []
    for year, taken, before in ((day.year, days - after, used), (day.year + 1, after, Decimal(0))):
        one = partial(_in_a_year, days=taken, used=before, quota=quota, over=over)
        part = noted(one, answers, rates, day)
        part.title = say.THIS_YEAR.fill(year=str(year))
        parts.append(part)
    return added_up(parts, why=say.TWO_YEARS)


def _in_a_year(
    answers: Answers, rates: Rates, day: date, *, days: Decimal, used: Decimal, quota: Decimal, over: Words
) -> Result:
    counted = counted_days(days)
    left = max(quota - counted_days(used), Decimal(0))
    paid = min(counted, left)
    result = _paid(answers, rates, day, percent=rate(rates, "sickness_rate", day), counted=counted, paid=paid)
    result.amounts += [
        Amount("quota_days", say.QUOTA, quota, "working_days"),
        Amount("left_days", say.LEFT, left - paid, "working_days"),
    ]
    if counted > paid:
        result.explains.append(over.fill(over=counted - paid))
    return result


def _long(answers: Answers, rates: Rates, day: date) -> Result:
    need(answers, asks.SALARY)
    percent = rate(rates, "long_sickness_rate", day, str(band(answers)))
    counted = counted_days(answers.decimal("days"))
    return _paid(answers, rates, day, percent=percent, counted=counted, paid=counted)


def _paid(answers: Answers, rates: Rates, day: date, *, percent: Decimal, counted: Decimal, paid: Decimal) -> Result:
    """Answer with the benefit of the days that are paid."""
    cap = insured_cap_before(rates, day)
    salary = min(Decimal(answers.money("salary")), cap)
    divisor = rate(rates, "sickness_day_divisor", day)
    a_day = salary * percent / divisor
    benefit = whole_dong(a_day * paid)
    explains = [say.CAPPED.fill(cap=dong(cap))] if answers.money("salary") > cap else []
    if counted != answers.decimal("days"):
        explains.append(say.ROUNDING)
    shown = {"salary": salary, "percent": percent * 100, "divisor": divisor, "days": paid}
    return Result(
        [
            Amount("benefit", say.BENEFIT, benefit, "vnd"),
            Amount("per_day", say.PER_DAY, whole_dong(a_day), "vnd_day"),
            Amount("paid_days", say.PAID_DAYS, paid, "working_days"),
        ],
        steps=[
            step(say.PER_DAY, formula("{salary} × {percent}% ÷ {divisor}", **shown), whole_dong(a_day), "vnd"),
            step(say.BENEFIT, formula("{salary} × {percent}% ÷ {divisor} × {days}", **shown), benefit, "vnd"),
        ],
        explains=explains,
    )


def _recuperation(answers: Answers, rates: Rates, day: date) -> Result:
    need(answers, asks.SICK_BEFORE)
    least, sick = rate(rates, "recuperation_from", day), answers.decimal("sick_days_this_year")
    if sick < least:
        words = say.NOT_ENOUGH_SICK.fill(least=least, days=sick)
        return Result([Amount("benefit", say.RECUPERATION, 0, "vnd")], explains=[words])
    quota = rate(rates, "recuperation_days", day, answers.choice("after"))
    left = max(quota - answers.decimal("used_days"), Decimal(0))
    wanted = counted_days(answers.decimal("days"))
    paid = int(min(wanted, left))
    result = recuperation(answers, rates, day, days=paid, code="recuperation_rate")
    if wanted > left:
        result.explains.append(say.RECUPERATION_OVER.fill(quota=quota))
    return result


def recuperation(answers: Answers, rates: Rates, day: date, *, days: int, code: str) -> Result:
    """Answer with the benefit of days of recuperation, each at the reference level of its day."""
    last = day + timedelta(days=max(days - 1, 0))
    levels = rates.between("reference_level", day, last)
    starts = [max(level.starts_on, day) for level in levels]
    ends = [start - timedelta(days=1) for start in starts[1:]] + [last]
    if len(levels) == 1:
        return _recuperated(answers, rates, day, days=days, code=code)
    parts = []
    for start, end in zip(starts, ends, strict=True):
        part = noted(partial(_recuperated, days=(end - start).days + 1, code=code), answers, rates, start)
        part.title = say.FROM_TO.fill(first=start, last=end)
        parts.append(part)
    result = added_up(parts, why=say.RECUPERATION_CHANGES)
    result.amounts.append(Amount("paid_days", say.PAID_DAYS, days, "days"))
    return result


def _recuperated(answers: Answers, rates: Rates, day: date, *, days: int, code: str) -> Result:
    del answers
    level, percent = reference_level(rates, day), rate(rates, code, day)
    a_day = whole_dong(level * percent)
    benefit = whole_dong(level * percent * days)
    working = formula("{level} × {percent}% × {days}", level=level, percent=percent * 100, days=days)
    return Result(
        [
            Amount("benefit", say.RECUPERATION, benefit, "vnd"),
            Amount("per_day", say.PER_DAY, a_day, "vnd_day"),
            Amount("paid_days", say.PAID_DAYS, days, "days"),
        ],
        steps=[step(say.RECUPERATION, working, benefit, "vnd")],
    )
