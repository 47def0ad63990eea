"""The range of a fine: by the sum or by the number of workers, capped, doubled for organisations."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.insurance.figures import dong
from donghanh.calculators.insurance.late_insurance import asks
from donghanh.calculators.insurance.late_insurance import sentences as say
from donghanh.calculators.insurance.levels import need, rate
from donghanh.calculators.result import whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

NEW_DECREE = date(2026, 9, 10)
BANDS = (1000, 700, 500, 300, 100, 50, 10, 1)


@dataclass(frozen=True, slots=True)
class Fine:
    """The range for a person, and how many times it an employer of this kind pays."""

    least: int
    most: int
    times: int
    said: tuple[Words, ...]


def fine_of(answers: Answers, rates: Rates, *, kind: str, since: date, until: date) -> Fine | None:
    """Return the fine for an act that lasted until a day; None where no fine is kept here."""
    if answers.choice("fund") == "health":
        return None
    said = _which_decree(answers, since, until)
    if answers.choice("act") == "unregistered" and until >= NEW_DECREE:
        need(answers, asks.PEOPLE)
        least, most = by_people(rates, until, kind, answers.choice("fund"), answers.whole("people"))
    else:
        least, most, more = _by_sum(answers, rates, kind, until)
        said += more
    times = 1
    if answers.choice("employer") == "organisation" and most:
        times = int(rate(rates, "fine_organisation", until))
        said.append(say.DOUBLE_UNSURE if until >= NEW_DECREE else say.DOUBLE)
    return Fine(least, most, times, (*said, say.TIME_LIMIT))


def _which_decree(answers: Answers, since: date, until: date) -> list[Words]:
    """Say which decree sets the fine: an act that ended before the new one stays under the old."""
    if until < NEW_DECREE:
        return [say.OLD_DECREE if answers.has("paid_on") else say.OLD_DECREE_SO_FAR.fill(day=until)]
    return [say.STILL_GOING] if since < NEW_DECREE else []


def by_people(rates: Rates, day: date, kind: str, fund: str, people: int) -> tuple[int, int]:
    """Return the range for workers who were not registered."""
    band = next(start for start in BANDS if people >= start)
    key = f"{kind}_{fund}_{band}"
    least, most = (rate(rates, "fine_by_people", day, f"{key}_{end}") for end in ("least", "most"))
    return int(least), int(most)


def _by_sum(answers: Answers, rates: Rates, kind: str, until: date) -> tuple[int, int, list[Words]]:
    """Return the range as parts of the sum, or as the decree of 2022 fixed it for evasion."""
    fund = answers.choice("fund")
    values = [rates.on(f"fine_{kind}", until, f"{fund}_{end}") for end in ("least", "most")]
    if values[0].unit == "vnd":
        return int(values[0].amount), int(values[1].amount), [say.OLD_WHOLE_WORKFORCE]
    need(answers, asks.AMOUNT)
    amount = answers.money("amount")
    if kind == "late" and until >= NEW_DECREE:
        least = int(rate(rates, "fine_warning_below", until, fund))
        if amount < least:
            return 0, 0, [say.WARNING.fill(least=dong(least))]
    cap = int(rate(rates, "fine_cap", until))
    parts = [min(whole_dong(Decimal(amount) * value.amount / 100), cap) for value in values]
    return parts[0], parts[1], []
