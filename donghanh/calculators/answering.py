"""The door to the calculators for pages, programs and the command line: the levels in force and the day that counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from donghanh.calculators.asking import Answers, read_answers
from donghanh.calculators.calculator import Calculator, noted
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.in_force import rates_in_force
from donghanh.calculators.reading import CannotRead, read_date
from donghanh.calculators.result import Result


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked, as of which day, and what came out."""

    answers: Answers
    on: date
    result: Result


def answer(one: Calculator, raw: Mapping[str, str], *, on: str, today: date) -> Answered:
    """Work a result out as of a day, today unless one is given; raise a refusal that can be read out."""
    day = read_day(on, today=today)
    answers = read_answers(one.asks, raw)
    return Answered(answers, day, noted(one.work, answers, rates_in_force(), day))


def read_day(text: str, *, today: date) -> date:
    """Read the day whose law applies."""
    if not text.strip():
        return today
    try:
        return read_date(text.strip())
    except CannotRead as wrong:
        raise WrongAnswers(Fault("on", wrong.words)) from None
