"""What the cases of maternity share: the day, the average salary, who qualifies, and days paid."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.insurance.figures import dong, formula, step
from donghanh.calculators.insurance.levels import insured_cap_before, need, rate, reference_level
from donghanh.calculators.insurance.maternity import asks
from donghanh.calculators.insurance.maternity import sentences as say
from donghanh.calculators.result import Amount, Result, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words


def born_on(answers: Answers, day: date) -> date:
    """Return the day of the birth, the day looked at when it was not told."""
    return answers.day("birth_date") if answers.has("birth_date") else day


def a_month(answers: Answers, rates: Rates, start: date) -> tuple[Decimal, list[Words]]:
    """Return the allowance of a month for a leave that starts on a day, and what to say when the cap binds."""
    need(answers, asks.SALARY)
    cap = insured_cap_before(rates, start, months=6)
    salary = Decimal(answers.money("salary"))
    said = [say.CAPPED.fill(cap=dong(whole_dong(cap)))] if salary > cap else []
    return min(salary, cap) * rate(rates, "maternity_rate", start), said


def why_not_qualified(answers: Answers, rates: Rates, day: date) -> list[Words]:
    """Say what is missing for the months paid, nothing when enough or not told."""
    if not answers.has("months_paid"):
        return []
    condition = answers.choice("condition")
    if condition == "prescribed_rest" and answers.whole("months_paid") >= rate(
        rates, "maternity_paid_months", day, "usual"
    ):
        return []
    told = {condition: answers.whole("months_paid")}
    if condition == "prescribed_rest":
        need(answers, asks.TOTAL_PAID)
        told["prescribed_rest_total"] = answers.whole("total_months")
    missing = []
    for key, months in told.items():
        least = rate(rates, "maternity_paid_months", day, key)
        if months < least:
            words = say.NOT_ENOUGH.fill(months=months, least=least, within=say.WITHIN[key], clause=say.CLAUSES[key])
            missing.append(words)
    return missing


def assumed(answers: Answers) -> list[Words]:
    """Say that enough months were taken for granted when none were told."""
    return [] if answers.has("months_paid") else [say.ASSUMED]


def grant_of(rates: Rates, birth: date, babies: int) -> int:
    """Return the birth grant of all children of one birth."""
    return int(rate(rates, "birth_grant", birth) * reference_level(rates, birth) * babies)


def days_paid(
    answers: Answers, rates: Rates, start: date, *, most: Decimal, divisor: str, days: int | None = None
) -> Result:
    """Answer with the allowance of some days of leave, up to the most there are."""
    month, explains = a_month(answers, rates, start)
    wanted = days if days is not None else answers.whole("days") if answers.has("days") else int(most)
    paid = min(wanted, int(most))
    by = rate(rates, "maternity_day_divisor", start, divisor)
    allowance = whole_dong(month / by * paid)
    if wanted > paid:
        explains.append(say.MOST.fill(most=most))
    unit = "working_days" if divisor == "working_days" else "days"
    working = formula("{month} ÷ {by} × {days}", month=month, by=by, days=paid)
    return Result(
        [
            Amount("total", say.TOTAL, allowance, "vnd"),
            Amount("allowance", say.ALLOWANCE, allowance, "vnd"),
            Amount("per_day", say.PER_DAY, whole_dong(month / by), "vnd_day"),
            Amount("paid_days", say.PAID_DAYS, paid, unit),
            Amount("leave_days", say.LEAVE_DAYS, most, unit),
        ],
        steps=[step(say.ALLOWANCE, working, allowance, "vnd")],
        explains=explains,
    )


def nothing(words: list[Words]) -> Result:
    """Answer zero, and say why."""
    return Result([Amount("total", say.TOTAL, 0, "vnd")], explains=words)


def with_grant(result: Result, grant: int, label: Words, working: Words) -> Result:
    """Add a grant to a result and to its total."""
    before = result.main.value
    total = grant + (before if isinstance(before, int) else 0)
    result.amounts[0] = Amount("total", say.TOTAL, total, "vnd")
    result.amounts.append(Amount("grant", label, grant, "vnd"))
    result.steps.append(step(label, working, grant, "vnd"))
    return result


def grant_formula(rates: Rates, birth: date, babies: int) -> Words:
    """Write how the grant comes about."""
    times = rate(rates, "birth_grant", birth)
    return formula("{times} × {level} × {babies}", times=times, level=reference_level(rates, birth), babies=babies)
