"""The packaged snapshot of the administrative map, read for the migration that loads it."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "data"


class AreaRow(NamedTuple):
    """One area: its statistics code, name, kind and the code of its province."""

    code: str
    name: str
    kind: str
    province: str


def area_rows(edition: str) -> Iterator[AreaRow]:
    """Read the areas of one edition, provinces first."""
    with (FOLDER / f"areas-{edition}.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield AreaRow(row["code"], row["name"], row["kind"], row["province"])
