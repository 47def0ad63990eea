"""Whether insurance is on time, late or evaded, by the dates of the law."""

from dataclasses import dataclass
from datetime import date, timedelta

from donghanh.calculators.asking import Answers
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.insurance.late_insurance import sentences as say
from donghanh.calculators.insurance.levels import rate
from donghanh.calculators.months import end_of_next_month
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words


@dataclass(frozen=True, slots=True)
class Status:
    """Where things stand on a day: ``kind`` is "" while nothing is wrong, else late or evaded."""

    kind: str
    due: date
    evaded_after: date
    said: tuple[Words, ...]


def status_on(answers: Answers, rates: Rates, day: date) -> Status:
    """Say where things stand on a day."""
    act = answers.choice("act")
    due = registration_due(answers, rates) if act == "unregistered" else payment_due(answers)
    evaded_after = due + timedelta(days=int(rate(rates, "late_becomes_evaded", max(due, day))))
    if act == "underdeclared":
        return Status("evaded", due, evaded_after, (say.UNDERDECLARED,))
    if day <= due:
        words = say.REGISTER_ON_TIME if act == "unregistered" else say.ON_TIME
        return Status("", due, evaded_after, (words.fill(due=due),))
    kind, said = (
        _unregistered(answers, day, due, evaded_after)
        if act == "unregistered"
        else _unpaid(answers, day, due, evaded_after)
    )
    return Status(kind, due, evaded_after, said)


def payment_due(answers: Answers) -> date:
    """Return the last day for paying: told, or the end of the month after the one paid for."""
    if answers.has("due"):
        return answers.day("due")
    if answers.has("month"):
        return end_of_next_month(answers.day("month"))
    raise WrongAnswers(Fault("due", say.NEED_DUE))


def registration_due(answers: Answers, rates: Rates) -> date:
    """Return the last day for registering workers."""
    if not answers.has("started"):
        raise WrongAnswers(Fault("started", say.NEED_START))
    started = answers.day("started")
    return started + timedelta(days=int(rate(rates, "registration_within", started)))


def _unpaid(answers: Answers, day: date, due: date, evaded_after: date) -> tuple[str, tuple[Words, ...]]:
    late = say.LATE.fill(due=due, days=(day - due).days)
    if day <= evaded_after:
        return "late", (late,)
    if not answers.yes("reminded"):
        return "late", (late, say.LATE_NOT_REMINDED)
    if answers.yes("good_reason"):
        return "late", (late, say.EXCUSED)
    return "evaded", (say.EVADED.fill(due=due),)


def _unregistered(answers: Answers, day: date, due: date, evaded_after: date) -> tuple[str, tuple[Words, ...]]:
    if day <= evaded_after:
        return "late", (say.UNREGISTERED_LATE.fill(due=due),)
    if answers.yes("good_reason"):
        return "late", (say.EXCUSED,)
    return "evaded", (say.UNREGISTERED_EVADED.fill(due=due),)
