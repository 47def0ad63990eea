"""Answers of calculators as programs are told them: the one shape of the command line and of the API."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from donghanh.calculators.asking import Answers, Ask
from donghanh.calculators.calculator import Calculator
from donghanh.calculators.errors import Refusal
from donghanh.calculators.rate_names import rate_name
from donghanh.calculators.result import Amount, Quantity, Result
from donghanh.calculators.units import UNITS
from donghanh.calculators.values import Basis, Value
from donghanh.calculators.words import Words, written
from donghanh.kernel.spoken import spoken_en, spoken_vi

FOR_REFERENCE = Words("Kết quả tham khảo.", "For reference.")


def told(one: Calculator, answers: Answers, result: Result, *, on: date, language: str) -> dict[str, Any]:
    """Tell a whole answer: figures, words, steps, what it stands on and what it leaves out."""
    return {
        "calculator": one.name,
        "title": one.title.text(language),
        "on": on.isoformat(),
        "inputs": answers.as_told(),
        **_told_result(result, language),
        "parts": [
            {"title": part.title.text(language) if part.title else "", **_told_result(part, language)}
            for part in result.parts
        ],
        "for_reference": FOR_REFERENCE.text(language),
    }


def told_calculator(one: Calculator, language: str) -> dict[str, Any]:
    """Tell what a calculator works out and what it asks."""
    return {
        "name": one.name,
        "title": one.title.text(language),
        "summary": one.summary.text(language),
        "topics": list(one.topics),
        "asks": [_told_ask(ask, language) for ask in one.asks],
    }


def told_refusal(refusal: Refusal, language: str) -> dict[str, str]:
    """Tell why there is no answer."""
    return {"error": refusal.words.text(language), "code": refusal.code}


def told_value(value: Value, language: str) -> dict[str, Any]:
    """Tell a level or rate with its article, its days and how sure it is."""
    return {
        "code": value.code,
        "key": value.key,
        "name": rate_name(value.code, value.key).text(language),
        "amount": plain(value.amount),
        "unit": value.unit,
        "text": with_unit(value.amount, value.unit).text(language),
        "starts_on": value.starts_on.isoformat(),
        "ends_on": value.ends_on.isoformat() if value.ends_on else None,
        **_told_basis(value.basis),
        "place": place(value.basis, language),
        "days": days_of(value).text(language),
        "certainty": value.certainty,
        "standing": standing(value).text(language),
        "checked_on": value.checked_on.isoformat() if value.checked_on else None,
    }


def standing(value: Value) -> Words:
    """Say how sure a value is, as readers are told it."""
    if value.is_sure and value.checked_on:
        words = Words("đã đối chiếu với văn bản ngày {day}", "compared with the stored text on {day}")
        return words.fill(day=value.checked_on)
    return Words("cần kiểm chứng", "to be verified")


def days_of(value: Value) -> Words:
    """Say from when to when a level applies."""
    if value.ends_on is None:
        return Words("từ {first}", "from {first}").fill(first=value.starts_on)
    words = Words("từ {first} đến {last}", "from {first} to {last}")
    return words.fill(first=value.starts_on, last=value.ends_on)


def in_words(amount: Amount) -> Words:
    """Say the figure in words: “hai mươi triệu đồng”."""
    if isinstance(amount.value, date) or amount.value != int(amount.value):
        return with_unit(amount.value, amount.unit)
    number = int(amount.value)
    unit = UNITS[amount.unit]
    return Words(vi=f"{spoken_vi(number)} {unit.vi}".strip(), en=f"{spoken_en(number)} {unit.en}".strip())


def with_unit(value: Quantity, unit: str) -> Words:
    """Write a figure with its unit: “20.000.000 đồng”."""
    word = UNITS[unit]
    return Words(
        vi=f"{written(value, 'vi')} {word.vi}".strip(),
        en=f"{written(value, 'en')} {word.en}".strip().replace(" %", "%"),
    )


def place(basis: Basis, language: str) -> str:
    """Name an article as people do: “khoản 1 Điều 98”; nothing when only the document is known."""
    if not basis.article:
        return ""
    english = language.startswith("en")
    point, clause = basis.point, basis.clause
    if english:
        return f"Article {basis.article}" + (f"({clause})" if clause else "") + (f"({point})" if point else "")
    return (f"điểm {point} " if point else "") + (f"khoản {clause} " if clause else "") + f"Điều {basis.article}"


def plain(value: Quantity) -> int | float | str:
    """Return a figure as JSON holds it: whole numbers without a point, days in ISO form."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if value == int(value) else float(value)


def _told_result(result: Result, language: str) -> dict[str, Any]:
    return {
        "amounts": [
            {
                "code": amount.code,
                "label": amount.label.text(language),
                "value": plain(amount.value),
                "unit": amount.unit,
                "text": with_unit(amount.value, amount.unit).text(language),
            }
            for amount in result.amounts
        ],
        "result": plain(result.main.value),
        "words": in_words(result.main).text(language),
        "steps": [
            {
                "words": step.words.text(language),
                "formula": step.formula.text(language),
                "value": step.value.text(language),
            }
            for step in result.steps
        ],
        "values": [told_value(value, language) for value in result.values],
        "basis": [_told_basis(basis) for basis in result.basis],
        "explains": _texts(result.explains, language),
        "not_covered": _texts(result.not_covered, language),
        "sure": result.is_sure,
    }


def _told_basis(basis: Basis) -> dict[str, str]:
    return {"document": basis.document, "article": basis.article, "clause": basis.clause, "point": basis.point}


def _told_ask(ask: Ask, language: str) -> dict[str, Any]:
    return {
        "name": ask.name,
        "label": ask.label.text(language),
        "help": ask.help.text(language),
        "kind": ask.kind,
        "unit": ask.unit,
        "required": ask.required and ask.default is None,
        "least": None if ask.least is None else plain(ask.least),
        "most": None if ask.most is None else plain(ask.most),
        "default": _told_default(ask),
        "choices": [{"value": choice.value, "label": choice.label.text(language)} for choice in ask.choices],
        "also": list(ask.aliases),
    }


def _told_default(ask: Ask) -> int | float | str | bool | None:
    if isinstance(ask.default, bool | str) or ask.default is None:
        return ask.default
    return plain(ask.default)


def _texts(sentences: Sequence[Words], language: str) -> list[str]:
    return [sentence.text(language) for sentence in sentences]
