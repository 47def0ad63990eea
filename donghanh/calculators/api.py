"""Calculators for programs, open to everybody. They are read, not written: what is worked out is not kept."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Query, Router
from pydantic import Field, StringConstraints

from donghanh.calculators.answering import answer
from donghanh.calculators.calculator import Calculator, calculator, calculators
from donghanh.calculators.errors import Refusal, UnknownCalculator
from donghanh.calculators.told import told, told_calculator
from donghanh.core.api.guests import COUNTED, count_guest
from donghanh.core.api.problems import Unprocessable
from donghanh.core.api.schemas import Asked, Day, Told
from donghanh.core.errors import NotForYou

router = Router()
Number = int | float | str
"""A figure; a day in ISO form where the unit is “date”."""
Answer = Annotated[str, StringConstraints(max_length=200)]


class CalculationAsked(Asked):
    """What is answered, and by the law of which day."""

    answer: Annotated[
        list[Answer], Field(max_length=40, description="One “name=value” each, such as salary=20000000.")
    ] = []
    on: Annotated[Day | None, Field(description="The day whose law applies; today when it is left out.")] = None


class ChoiceTold(Told):
    """One answer to choose."""

    value: str
    label: str


class AskTold(Told):
    """One question of a calculator."""

    name: str
    label: str
    help: str
    kind: str
    unit: str
    required: bool
    least: Number | None
    most: Number | None
    default: bool | Number | None
    choices: list[ChoiceTold]
    also: list[str]


class CalculatorTold(Told):
    """A calculator and what it asks."""

    name: str
    title: str
    summary: str
    topics: list[str]
    asks: list[AskTold]


class AmountTold(Told):
    """One figure of the answer."""

    code: str
    label: str
    value: Number
    unit: str
    text: str


class StepTold(Told):
    """One step of the working."""

    words: str
    formula: str
    value: str


class BasisTold(Told):
    """Where the law says something."""

    document: str
    article: str
    clause: str
    point: str


class ValueTold(BasisTold):
    """A level or rate that was used."""

    code: str
    key: str
    name: str
    amount: Number
    unit: str
    text: str
    starts_on: str
    ends_on: str | None
    place: str
    days: str
    certainty: str
    standing: str
    checked_on: str | None


class PartTold(Told):
    """An answer, or the part of it on one side of a change of the law."""

    title: str
    amounts: list[AmountTold]
    result: Number
    words: str
    steps: list[StepTold]
    values: list[ValueTold]
    basis: list[BasisTold]
    explains: list[str]
    not_covered: list[str]
    sure: bool


class CalculationTold(PartTold):
    """A whole answer."""

    calculator: str
    on: str
    inputs: dict[str, bool | Number]
    parts: list[PartTold]
    for_reference: str


class CalculationRefused(Unprocessable):
    """The answers cannot be worked with; the code is the calculator's."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__("query.answer", refusal.words.text(_language()))
        self.code = refusal.code


@router.get("/", response=list[CalculatorTold], openapi_extra=COUNTED)
def list_calculators(request: HttpRequest) -> list[dict[str, Any]]:
    """List the calculators and what each asks."""
    count_guest(request)
    return [told_calculator(one, _language()) for one in calculators()]


@router.get("/{name}/", response=CalculatorTold, openapi_extra=COUNTED)
def read_calculator(request: HttpRequest, name: str) -> dict[str, Any]:
    """Read what one calculator asks."""
    count_guest(request)
    return told_calculator(_named(name), _language())


@router.get("/{name}/result/", response=CalculationTold, openapi_extra=COUNTED)
def calculate(request: HttpRequest, name: str, asked: Query[CalculationAsked]) -> dict[str, Any]:
    """Work a result out; a refusal is answered 422 with a sentence and a code."""
    count_guest(request)
    one = _named(name)
    raw = dict(_pair(text) for text in asked.answer)
    try:
        done = answer(one, raw, on=asked.on.isoformat() if asked.on else "", today=localdate())
    except Refusal as refusal:
        raise CalculationRefused(refusal) from refusal
    return told(one, done.answers, done.result, on=done.on, language=_language())


def _named(name: str) -> Calculator:
    try:
        return calculator(name)
    except UnknownCalculator as unknown:
        raise NotForYou from unknown


def _pair(text: str) -> tuple[str, str]:
    name, _sign, value = text.partition("=")
    return name.strip(), value.strip()


def _language() -> str:
    return get_language() or "vi"
