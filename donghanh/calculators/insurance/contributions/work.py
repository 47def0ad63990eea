"""How contributions are worked out: who pays at all, each month, and months with different levels."""

from datetime import date
from functools import partial

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import noted
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.insurance.contributions import sentences as say
from donghanh.calculators.insurance.contributions.month import Month, month_of
from donghanh.calculators.insurance.figures import dong, formula, step
from donghanh.calculators.insurance.levels import insured_cap, law, rate, reference_level
from donghanh.calculators.insurance.stretches import added_up, months_title, stretches
from donghanh.calculators.months import first_days
from donghanh.calculators.result import Amount, Result, Step
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words

CITES = (
    law(31, "1"),
    law(33, "1"),
    law(34, "1"),
    Basis("25/2008/QH12", "14", "5"),
    Basis("188/2025/NĐ-CP", "6", "1"),
    Basis("158/2025/NĐ-CP", "43", "2"),
)


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the contributions of the month of ``day``, or of every month until another."""
    firsts = _months(answers, day)
    why_not = _outside(answers, rates, day)
    result = _nothing(why_not) if why_not else _paid(answers, rates, firsts)
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    return result


def _months(answers: Answers, day: date) -> list[date]:
    last = answers.day("until") if answers.has("until") else day
    if last < day.replace(day=1):
        raise WrongAnswers(Fault("until", say.ENDS_BEFORE.fill(last=last, day=day)))
    return first_days(day, last)


def _outside(answers: Answers, rates: Rates, day: date) -> list[Words]:
    """Say why nothing is paid, if so."""
    worker, floor = answers.choice("worker"), reference_level(rates, day)
    if worker == "probation":
        return [say.PROBATION, say.EQUIVALENT]
    if worker == "part_time" and answers.money("salary") < floor:
        return [say.PART_TIME.fill(floor=dong(floor)), say.EQUIVALENT]
    least = int(rate(rates, "unpaid_days_no_contribution", day))
    if answers.whole("unpaid_days") >= least:
        return [say.UNPAID.fill(days=answers.whole("unpaid_days"), least=least)]
    return []


def _nothing(why_not: list[Words]) -> Result:
    return Result([Amount(name, label, 0, "vnd") for name, label in say.TOTALS.items()], explains=why_not)


def _paid(answers: Answers, rates: Rates, firsts: list[date]) -> Result:
    months = {first: month_of(answers, rates, first) for first in firsts}
    alike = stretches(firsts, months.__getitem__)
    if len(alike) == 1:
        result = _one(answers, rates, firsts[0], count=len(firsts))
    else:
        result = added_up([_part(answers, rates, stretch) for stretch in alike])
    result.explains += _limits(answers, rates, months)
    return result


def _part(answers: Answers, rates: Rates, stretch: list[date]) -> Result:
    part = noted(partial(_one, count=len(stretch)), answers, rates, stretch[0])
    part.title = months_title(stretch)
    return part


def _one(answers: Answers, rates: Rates, first: date, *, count: int) -> Result:
    """Answer for a number of months that are all like the first."""
    month = month_of(answers, rates, first)
    lines = {name: line * count for name, line in month.lines.items()}
    employee = sum(line for name, line in lines.items() if name.startswith("employee"))
    total = sum(lines.values())
    totals = zip(say.TOTALS.items(), (employee, total - employee, total), strict=True)
    bases = zip(say.BASES.items(), (month.insured_salary, month.unemployment_salary), strict=True)
    return Result(
        [
            *(Amount(name, label, amount, "vnd") for (name, label), amount in totals),
            *(Amount(name, say.LINES[name], line, "vnd") for name, line in lines.items()),
            *(Amount(name, label, amount, "vnd_month") for (name, label), amount in bases),
        ],
        steps=[_step(month, name, line, count) for name, line in lines.items()],
    )


def _step(month: Month, name: str, line: int, count: int) -> Step:
    pattern = "{base} × {percent}%" + (" × {count}" if count > 1 else "")
    working = formula(pattern, base=month.base(name), percent=dict(month.percents)[name], count=count)
    return step(say.LINES[name], working, line, "vnd")


def _limits(answers: Answers, rates: Rates, months: dict[date, Month]) -> list[Words]:
    """Say which limits bind."""
    said, salary = [], answers.money("salary")
    capped = [first for first, month in months.items() if month.insured_salary < salary]
    floored = [first for first, month in months.items() if month.insured_salary > salary]
    if capped:
        said.append(say.CAPPED.fill(cap=dong(insured_cap(rates, capped[-1]))))
    if floored:
        said.append(say.FLOORED.fill(floor=dong(reference_level(rates, floored[-1]))))
    if answers.choice("worker") == "foreign":
        said.append(say.FOREIGN)
    return said
