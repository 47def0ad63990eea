"""The smaller cases: antenatal visits, loss of a pregnancy, adoption, contraception, recuperation."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.insurance.figures import formula, step
from donghanh.calculators.insurance.levels import need, rate
from donghanh.calculators.insurance.maternity import asks, common
from donghanh.calculators.insurance.maternity import sentences as say
from donghanh.calculators.insurance.sickness.work import recuperation as recuperated
from donghanh.calculators.months import months_after, months_between
from donghanh.calculators.result import Amount, Result, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

LATE = 22
WEEKS = (22, 13, 5, 0)
FORMULA = "{month} × {months} + {month} ÷ {by} × {days}"


def antenatal(answers: Answers, rates: Rates, day: date) -> Result:
    """Answer for visits, each with a few days."""
    visits = min(answers.whole("visits"), int(rate(rates, "antenatal", day, "visits")))
    most = visits * rate(rates, "antenatal", day, "days_each")
    return common.days_paid(answers, rates, day, most=most, divisor="working_days")


def loss(answers: Answers, rates: Rates, day: date) -> Result:
    """Answer for a pregnancy that ended; from 22 weeks with enough months paid, as for a birth."""
    need(answers, asks.WEEKS)
    weeks = answers.decimal("weeks")
    if weeks >= LATE:
        need(answers, asks.PAID)
    if weeks >= LATE and not common.why_not_qualified(answers, rates, day):
        return _as_birth(answers, rates, day)
    band = next(start for start in WEEKS if weeks >= start)
    most = rate(rates, "pregnancy_loss_days", day, str(band))
    return common.days_paid(answers, rates, day, most=most, divisor="calendar_days")


def _as_birth(answers: Answers, rates: Rates, day: date) -> Result:
    months = rate(rates, "maternity_leave", day, "birth")
    month, explains = common.a_month(answers, rates, day)
    allowance = whole_dong(month * months)
    return Result(
        [
            Amount("total", say.TOTAL, allowance, "vnd"),
            Amount("allowance", say.ALLOWANCE, allowance, "vnd"),
            Amount("leave_months", say.LEAVE_MONTHS, months, "months"),
        ],
        steps=[step(say.ALLOWANCE, formula("{month} × {months}", month=month, months=months), allowance, "vnd")],
        explains=[*explains, say.LATE_LOSS],
    )


def adoption(answers: Answers, rates: Rates, day: date) -> Result:
    """Answer for a child adopted on ``day``, until it is six months old."""
    need(answers, asks.BIRTH)
    start = answers.day("leave_start") if answers.has("leave_start") else day
    until = months_after(answers.day("birth_date"), int(rate(rates, "adoption_until", start)))
    missing = common.why_not_qualified(answers, rates, start)
    if missing:
        return common.nothing(missing)
    if until <= start:
        return common.nothing([say.ADOPTION_OVER.fill(start=start)])
    result = _until(answers, rates, start, until) if answers.yes("takes_leave") else common.nothing([say.NO_LEAVE])
    babies = answers.whole("babies")
    grant = common.grant_of(rates, start, babies)
    result.explains += common.assumed(answers)
    return common.with_grant(result, grant, say.ADOPTION_GRANT, common.grant_formula(rates, start, babies))


def _until(answers: Answers, rates: Rates, start: date, until: date) -> Result:
    month, explains = common.a_month(answers, rates, start)
    months = months_between(start, until)
    days = (until - months_after(start, months)).days
    by = rate(rates, "maternity_day_divisor", start, "calendar_days")
    allowance = whole_dong(month * months + month / by * days)
    shown: dict[str, int | Decimal] = {"month": month, "months": months, "by": by, "days": days}
    return Result(
        [
            Amount("total", say.TOTAL, allowance, "vnd"),
            Amount("allowance", say.ALLOWANCE, allowance, "vnd"),
            Amount("leave_months", say.LEAVE_MONTHS, months, "months"),
            Amount("odd_days", say.ODD_DAYS, days, "days"),
        ],
        steps=[step(say.ALLOWANCE, Words(FORMULA, FORMULA).fill(**shown), allowance, "vnd")],
        explains=explains,
    )


def contraception(answers: Answers, rates: Rates, day: date) -> Result:
    """Answer for a method of contraception."""
    need(answers, asks.METHOD)
    most = rate(rates, "contraception_days", day, answers.choice("method"))
    return common.days_paid(answers, rates, day, most=most, divisor="calendar_days")


def recuperation(answers: Answers, rates: Rates, day: date) -> Result:
    """Answer for days of recuperation after maternity leave."""
    if answers.yes("returned_early"):
        return common.nothing([say.RETURNED_EARLY])
    kind = "multiple" if answers.whole("babies") > 1 else "surgery" if answers.yes("surgery") else "other"
    most = rate(rates, "maternity_recuperation_days", day, kind)
    wanted = Decimal(answers.whole("days")) if answers.has("days") else most
    result = recuperated(answers, rates, day, days=int(min(wanted, most)), code="maternity_recuperation_rate")
    if wanted > most:
        result.explains.append(say.MOST.fill(most=most))
    return result
