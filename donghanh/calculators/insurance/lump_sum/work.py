"""How the lump sum is worked out: who may withdraw, what is kept by waiting, and the sum."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.insurance.figures import formula, step
from donghanh.calculators.insurance.levels import law, need, rate
from donghanh.calculators.insurance.lump_sum import asks
from donghanh.calculators.insurance.lump_sum import sentences as say
from donghanh.calculators.insurance.pension.rate import pension_rate
from donghanh.calculators.months import YEAR, counted_years
from donghanh.calculators.result import Amount, Result, whole_dong
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words

CITES = (law(70, "1"), law(70, "3"), law(5, "6"), law(23), Basis("158/2025/NĐ-CP", "14"))


@dataclass(frozen=True, slots=True)
class Time:
    """Months paid before and from 2014, and the years they count as."""

    before: int
    since: int
    years_before: Decimal
    years_since: Decimal

    @property
    def months(self) -> int:
        """Return all months paid."""
        return self.before + self.since


def time_of(answers: Answers, rates: Rates, day: date) -> Time:
    """Count the years; odd months before 2014 move on when there is time after to move to."""
    before, since = (
        answers.whole(f"months_{when}_2014") + answers.whole(f"years_{when}_2014") * YEAR for when in ("before", "from")
    )
    half = int(rate(rates, "odd_months_half_year", day))
    odd = before % YEAR if since else 0
    return Time(before, since, counted_years(before - odd, half), counted_years(since + odd, half))


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the lump sum asked for on ``day``."""
    time = time_of(answers, rates, day)
    why_not = _why_not(answers, rates, day, time)
    if why_not:
        result = Result([Amount("lump_sum", say.LUMP_SUM, 0, "vnd")], explains=why_not)
    elif time.months < YEAR:
        result = _under_a_year(answers, rates, day, time)
    else:
        result = _years(answers, rates, day, time)
    result.explains = [*_instead(answers, rates, day, time), *result.explains]
    result.amounts += _pension(answers, rates, day, time)
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    return result


def _why_not(answers: Answers, rates: Rates, day: date, time: Time) -> list[Words]:
    """Say why nothing can be withdrawn, if so."""
    case = answers.choice("case")
    if not time.months:
        return [say.NOTHING_PAID]
    said = []
    if case in {"retirement_age", "left_work"}:
        under = rate(rates, "lump_sum_under", day, case)
        if time.months >= under:
            said.append(say.TOO_LONG.fill(months=time.months, under=under))
    if case == "left_work":
        need(answers, asks.OUT)
        least = rate(rates, "lump_sum_out_of_insurance", day)
        if not answers.yes("paid_before_2025_07"):
            said.append(say.JOINED_LATE)
        if answers.whole("months_out") < least:
            said.append(say.TOO_SOON.fill(out=answers.whole("months_out"), least=least))
    return said


def _instead(answers: Answers, rates: Rates, day: date, time: Time) -> list[Words]:
    """Say first what is kept by not withdrawing."""
    case, least = answers.choice("case"), int(rate(rates, "pension_from", day, "usual"))
    if case == "retirement_age":
        return [say.PENSION_INSTEAD.fill(least=least) if time.months >= least else say.MONTHLY_INSTEAD]
    said = [say.KEEP_PENSION.fill(least=least)] if time.months >= least else []
    if 0 < time.months < least and case not in {"illness", "incapacity", "foreigner"}:
        said.append(say.KEEP_YEARS.fill(missing=least - time.months))
    if case in {"abroad", "illness", "incapacity", "left_work"} and time.months >= least:
        said.append(say.CHOICE)
    return said


def _pension(answers: Answers, rates: Rates, day: date, time: Time) -> list[Amount]:
    """Return the pension that waiting would bring, when sex and time are known to be enough."""
    if not answers.has("sex") or time.months < rate(rates, "pension_from", day, "usual"):
        return []
    percent = pension_rate(rates, day, answers.choice("sex"), time.months)
    pension = whole_dong(answers.money("average") * percent / 100)
    return [
        Amount("pension_if_kept", say.PENSION, pension, "vnd_month"),
        Amount("pension_rate_if_kept", say.PENSION_RATE, percent, "percent"),
    ]


def _years(answers: Answers, rates: Rates, day: date, time: Time) -> Result:
    average = answers.money("average")
    early, late = rate(rates, "lump_sum", day, "before_2014"), rate(rates, "lump_sum", day, "from_2014")
    pay = early * time.years_before + late * time.years_since
    lump_sum = whole_dong(average * pay)
    explains = []
    if time.since and time.before % YEAR:
        explains.append(say.MOVED.fill(odd=time.before % YEAR))
    if time.months % YEAR:
        explains.append(say.ODD)
    months = formula(
        "{early} × {before} + {late} × {since}",
        early=early, before=time.years_before, late=late, since=time.years_since,
    )  # fmt: skip
    return Result(
        [
            Amount("lump_sum", say.LUMP_SUM, lump_sum, "vnd"),
            Amount("months_of_pay", say.MONTHS_OF_PAY, pay, "months_of_pay"),
            Amount("years_before_2014", say.YEARS_BEFORE, time.years_before, "years"),
            Amount("years_from_2014", say.YEARS_FROM, time.years_since, "years"),
        ],
        steps=[
            step(say.MONTHS_OF_PAY, months, pay, "months_of_pay"),
            step(say.LUMP_SUM, formula("{average} × {pay}", average=average, pay=pay), lump_sum, "vnd"),
        ],
        explains=explains,
    )


def _under_a_year(answers: Answers, rates: Rates, day: date, time: Time) -> Result:
    average = answers.money("average")
    most = rate(rates, "lump_sum", day, "under_a_year_most") * average
    explains = [say.UNDER_A_YEAR]
    if answers.has("paid"):
        paid = Decimal(answers.money("paid"))
    else:
        paid = average * rate(rates, "pension_fund_rate", day) * time.months
        explains.append(say.ESTIMATED_SUM)
    lump_sum = whole_dong(min(paid, most))
    working = formula("min({paid}; {most})", paid=whole_dong(paid), most=whole_dong(most))
    return Result(
        [
            Amount("lump_sum", say.LUMP_SUM, lump_sum, "vnd"),
            Amount("paid_in", say.PAID_IN, whole_dong(paid), "vnd"),
        ],
        steps=[step(say.LUMP_SUM, working, lump_sum, "vnd")],
        explains=explains,
    )
