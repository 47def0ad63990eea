"""How unemployment benefit is worked out: who gets it, how much a month, how long, and from when."""

from datetime import date, timedelta
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.insurance.figures import counted, day_amount, dong, formula, step
from donghanh.calculators.insurance.levels import rate
from donghanh.calculators.insurance.unemployment import sentences as say
from donghanh.calculators.months import YEAR, months_after
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words
from donghanh.kernel.working_days import add_working_days

CITES = (
    Basis("74/2025/QH15", "38"),
    Basis("74/2025/QH15", "39"),
    Basis("38/2013/QH13", "49"),
    Basis("38/2013/QH13", "50"),
    Basis("28/2015/NĐ-CP", "18"),
)
NEW_LAW = date(2026, 1, 1)
USUAL_WINDOW, SHORT_WINDOW = 24, 36


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the benefit after a contract that ended."""
    ended = answers.day("end_date") if answers.has("end_date") else day
    _check(answers, ended)
    why_not = _why_not(answers, rates, ended)
    result = _nothing(why_not) if why_not else _benefit(answers, rates, ended)
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    return result


def _check(answers: Answers, ended: date) -> None:
    if answers.has("filed_on") and answers.day("filed_on") < ended:
        raise WrongAnswers(Fault("filed_on", say.FILED_EARLY.fill(filed=answers.day("filed_on"), ended=ended)))
    if answers.has("months_recent") and answers.whole("months_recent") > answers.whole("months"):
        words = say.RECENT_MORE.fill(recent=answers.whole("months_recent"), months=answers.whole("months"))
        raise WrongAnswers(Fault("months_recent", words))
    window = _window(answers)
    if answers.has("months_recent") and answers.whole("months_recent") > window:
        words = say.RECENT_TOO_MANY.fill(recent=answers.whole("months_recent"), window=window)
        raise WrongAnswers(Fault("months_recent", words))


def _window(answers: Answers) -> int:
    """Return how many months back the months paid are looked for."""
    return SHORT_WINDOW if answers.choice("contract") == "short" else USUAL_WINDOW


def _nothing(why_not: list[Words]) -> Result:
    return Result(
        [Amount("monthly", say.MONTHLY, 0, "vnd_month"), Amount("months", say.MONTHS, 0, "months")], explains=why_not
    )


def _why_not(answers: Answers, rates: Rates, ended: date) -> list[Words]:
    """Say why there is no benefit, if so."""
    reason = answers.choice("reason")
    if reason in say.NO_BENEFIT:
        return [say.NO_BENEFIT[reason]]
    least = rate(rates, "unemployment_paid_months", ended)
    recent = answers.whole("months_recent" if answers.has("months_recent") else "months")
    if recent < least:
        return [say.TOO_FEW.fill(months=recent, window=_window(answers), least=least)]
    last = _apply_by(rates, ended)
    if answers.has("filed_on") and answers.day("filed_on") > last:
        return [say.TOO_LATE.fill(filed=answers.day("filed_on"), last=last)]
    return []


def _apply_by(rates: Rates, ended: date) -> date:
    return months_after(ended, int(rate(rates, "unemployment_apply_within", ended)))


def _benefit(answers: Answers, rates: Rates, ended: date) -> Result:
    percent = rate(rates, "unemployment_rate", ended)
    salary, cap = answers.money("salary"), _cap(answers, rates, ended)
    monthly = min(whole_dong(salary * percent), cap)
    months = months_of_benefit(rates, ended, answers.whole("months"))
    result = Result(
        [
            Amount("monthly", say.MONTHLY, monthly, "vnd_month"),
            Amount("months", say.MONTHS, months, "months"),
            Amount("total", say.TOTAL, monthly * months, "vnd"),
            Amount("cap", say.CAP, cap, "vnd_month"),
            day_amount("apply_by", say.APPLY_BY, _apply_by(rates, ended)),
        ],
        steps=[
            Step(
                say.MONTHLY,
                formula("min({salary} × {percent}%; {cap})", salary=salary, percent=percent * 100, cap=cap),
                dong(monthly),
            ),
            _months_step(rates, ended, answers.whole("months"), months),
            step(say.TOTAL, formula("{monthly} × {months}", monthly=monthly, months=months), monthly * months, "vnd"),
        ],
        explains=_explains(answers, rates, ended, monthly=monthly, months=months),
    )
    if answers.has("filed_on"):
        _add_days(result, rates, ended, answers.day("filed_on"), months)
    return result


def _cap(answers: Answers, rates: Rates, ended: date) -> int:
    """Return the most a month: by the wage when the contract ended, since 2026 by that of the last month paid."""
    priced = answers.day("last_paid") if ended >= NEW_LAW and answers.has("last_paid") else ended
    wage = rate(rates, "minimum_wage_month", priced, answers.choice("region"))
    return int(rate(rates, "unemployment_cap", ended) * wage)


def months_of_benefit(rates: Rates, ended: date, paid: int) -> int:
    """Return how many months are paid for the months that were paid in."""
    first, each, most = (
        int(rate(rates, "unemployment_months", ended, key)) for key in ("first", "each_more_year", "most")
    )
    return min(first + max(0, paid - first * YEAR) // YEAR * each, most)


def _months_step(rates: Rates, ended: date, paid: int, months: int) -> Step:
    first = int(rate(rates, "unemployment_months", ended, "first"))
    more = max(0, paid - first * YEAR)
    working = formula("{first} + ⌊{more} ÷ {year}⌋", first=first, more=more, year=YEAR)
    return Step(say.MONTHS, working, counted(months, "months"))


def _explains(answers: Answers, rates: Rates, ended: date, *, monthly: int, months: int) -> list[Words]:
    said = []
    paid = answers.whole("months")
    if Decimal(monthly) < answers.money("salary") * rate(rates, "unemployment_rate", ended) - 1:
        said.append(say.CAPPED.fill(cap=dong(monthly)))
    if answers.choice("reason") == "dismissed" and ended >= NEW_LAW:
        said.append(say.DISMISSED)
    if not answers.has("months_recent"):
        said.append(say.ASSUMED)
    odd = max(0, paid - months * YEAR) if paid > 3 * YEAR else 0
    if months == int(rate(rates, "unemployment_months", ended, "most")) and odd:
        said.append(say.FULL)
    elif odd:
        said.append((say.ODD_UNSURE if ended >= NEW_LAW else say.ODD_KEPT).fill(odd=odd))
    said.append(say.STILL_JOBLESS.fill(wait=rate(rates, "unemployment_wait", ended)))
    return said


def _add_days(result: Result, rates: Rates, ended: date, filed: date, months: int) -> None:
    """Add from when to when it is paid, by the law of the day of the application."""
    starts = _first_day(rates, filed, filed)
    ends = months_after(starts, months) - timedelta(days=1)
    result.amounts += [day_amount("paid_from", say.PAID_FROM, starts), day_amount("paid_to", say.PAID_TO, ends)]
    result.explains.append(say.CALENDAR)
    if ended < NEW_LAW <= filed:
        result.explains.append(say.TWO_LAWS.fill(new=starts, old=_first_day(rates, ended, filed)))


def _first_day(rates: Rates, law_of: date, filed: date) -> date:
    return add_working_days(filed, int(rate(rates, "unemployment_wait", law_of)) + 1)
