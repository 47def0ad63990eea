"""Asking a calculator in tests: answers as people type them, figures by their code."""

from datetime import date

from donghanh.calculators import insurance, union
from donghanh.calculators.calculator import calculate, calculator
from donghanh.calculators.dated import shipped_rates
from donghanh.calculators.result import Quantity, Result

PACKAGES = (insurance, union)
"""Importing them puts their calculators on the list."""


def asked(name: str, on: str, **answers: object) -> Result:
    """Return what a calculator answers as of a day."""
    raw = {key: str(answer) for key, answer in answers.items()}
    return calculate(calculator(name), raw, rates=shipped_rates(), on=date.fromisoformat(on))


def figure(result: Result, code: str) -> Quantity:
    """Return one figure of a result."""
    return next(amount.value for amount in result.amounts if amount.code == code)


def figures(result: Result) -> dict[str, Quantity]:
    """Return every figure of a result."""
    return {amount.code: amount.value for amount in result.amounts}


def said(result: Result) -> str:
    """Return everything a result explains, in Vietnamese."""
    return " ".join(words.vi for words in result.explains)
