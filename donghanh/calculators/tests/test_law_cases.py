"""Cases worked out by hand from the articles, both sides of every threshold, beside this file."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from donghanh.calculators.errors import Refusal
from donghanh.calculators.result import Result
from donghanh.calculators.tests.asked import asked, figure, said

with (Path(__file__).parent / "law_cases.csv").open(encoding="utf-8", newline="") as lines:
    CASES = [tuple(row.values()) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("name", "answers", "on", "wanted", "expected"), CASES, ids=lambda text: text or "-")
def test_a_case_comes_out_as_the_law_has_it(name: str, answers: str, on: str, wanted: str, expected: str) -> None:
    raw = dict(pair.split("=", 1) for pair in answers.split())
    if wanted == "refused":
        with pytest.raises(Refusal) as caught:
            asked(name, on, **raw)
        assert expected in caught.value.words.vi
        return
    result = asked(name, on, **raw)
    if wanted in {"says", "never says"}:
        assert (expected.lower() in _all_said(result).lower()) is (wanted == "says")
    elif wanted == "parts":
        assert len(result.parts) == int(expected)
    else:
        _compare(figure(result, wanted), expected)


def _all_said(result: Result) -> str:
    return " ".join(said(each) for each in (result, *result.parts))


def _compare(found: int | Decimal | date, expected: str) -> None:
    if isinstance(found, date):
        assert found.isoformat() == expected
    else:
        assert Decimal(found) == Decimal(expected)
