"""How late and evaded insurance is worked out: status, extra sum for each day, fine."""

from datetime import date, timedelta
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.insurance.figures import counted, day_amount, dong, formula
from donghanh.calculators.insurance.late_insurance import asks
from donghanh.calculators.insurance.late_insurance import sentences as say
from donghanh.calculators.insurance.late_insurance.fines import Fine, fine_of
from donghanh.calculators.insurance.late_insurance.status import Status, payment_due, status_on
from donghanh.calculators.insurance.levels import law, need, rate
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Basis, Rates

CITES = (
    *(law(article) for article in (28, 34, 35, 38, 39, 40, 41)),
    Basis("25/2008/QH12", "49"),
    *(Basis("283/2026/NĐ-CP", article) for article in ("7", "43", "44", "45", "46", "67")),
    Basis("12/2022/NĐ-CP", "39"),
)


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out where things stand on ``day``, or on the day of payment."""
    until = answers.day("paid_on") if answers.has("paid_on") else day
    status = status_on(answers, rates, until)
    result = _interest(answers, rates, until)
    result.explains = [*status.said, *result.explains]
    result.amounts += [
        day_amount("due", say.DUE, status.due),
        day_amount("evaded_after", say.EVADED_AFTER, status.evaded_after),
    ]
    if status.kind:
        _add_fine(result, answers, rates, status, until)
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    return result


def _interest(answers: Answers, rates: Rates, until: date) -> Result:
    """Answer with the extra sum, zero while no due day of payment is told for workers not registered."""
    if answers.choice("act") != "unregistered":
        need(answers, asks.AMOUNT)
    amount = answers.money("amount") if answers.has("amount") else 0
    due = payment_due(answers) if answers.has("due") or answers.has("month") else until
    days = max((until - due).days, 0)
    percent = _daily(answers, rates, due, until) if days else Decimal(0)
    interest = whole_dong(amount * percent * days)
    working = formula("{amount} × {percent}% × {days}", amount=amount, percent=percent * 100, days=days)
    return Result(
        [
            Amount("interest", say.INTEREST, interest, "vnd"),
            Amount("days_late", say.DAYS_LATE, days, "days"),
            Amount("to_pay", say.TO_PAY, amount + interest, "vnd"),
        ],
        steps=[
            Step(say.DAYS_LATE, formula("{until} − {due}", until=until, due=due), counted(days, "days")),
            Step(say.INTEREST, working, dong(interest)),
        ]
        if days
        else [],
        explains=[say.PAID_DAY] if days else [],
    )


def _daily(answers: Answers, rates: Rates, due: date, until: date) -> Decimal:
    """Return the part a day; it must be known for the whole time."""
    key = "health" if answers.choice("fund") == "health" else ""
    rate(rates, "late_interest", due + timedelta(days=1), key)
    return rate(rates, "late_interest", until, key)


def _add_fine(result: Result, answers: Answers, rates: Rates, status: Status, until: date) -> None:
    fine = fine_of(answers, rates, kind=status.kind, since=status.due, until=until)
    if fine is None:
        result.explains.append(say.HEALTH_FINE)
        return
    result.amounts += [
        Amount("fine_least", say.FINE_LEAST, fine.least * fine.times, "vnd"),
        Amount("fine_most", say.FINE_MOST, fine.most * fine.times, "vnd"),
    ]
    if fine.times > 1:
        result.amounts += [
            Amount("person_fine_least", say.PERSON_LEAST, fine.least, "vnd"),
            Amount("person_fine_most", say.PERSON_MOST, fine.most, "vnd"),
        ]
    result.steps += _fine_steps(fine)
    result.explains += fine.said


def _fine_steps(fine: Fine) -> list[Step]:
    ends = ((say.FINE_LEAST, fine.least), (say.FINE_MOST, fine.most))
    return [
        Step(label, formula("{one} × {times}", one=one, times=fine.times), dong(one * fine.times))
        for label, one in ends
    ]
