"""What levels and rates are called in words; the tables beside this file name every code and key."""

import csv
from functools import cache
from pathlib import Path

from donghanh.calculators.words import Words


def rate_name(code: str, key: str = "") -> Words:
    """Return the name of a level or rate, with what its key stands for; unknown ones are called by their code."""
    whole = _names().get((code, key))
    if whole:
        return whole
    of_code = _names().get((code, ""), Words(code, code))
    return Words(f"{of_code.vi} ({key})", f"{of_code.en} ({key})") if key else of_code


@cache
def _names() -> dict[tuple[str, str], Words]:
    names: dict[tuple[str, str], Words] = {}
    for table in sorted(Path(__file__).parent.glob("rate_names*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            names.update({(row["code"], row["key"]): Words(row["vi"], row["en"]) for row in csv.DictReader(lines)})
    return names
