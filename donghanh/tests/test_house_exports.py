"""No cell of any file that is handed out is a formula, whatever people typed into their names (SECURITY 38)."""

import ast
import csv
import importlib
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from donghanh.core.exports import STARTS_A_FORMULA, Column, csv_lines, write_xlsx
from donghanh.tests.source import modules

FORMULA = "=cmd|' /C calc'!A1"
DECLARING = {"donghanh.core.exports", "donghanh.core.registers"}
WRITERS = {
    "donghanh.core.exports",
    "donghanh.core.imports.files",  # The marked copy of a file, by the same rule.
    "donghanh.reporting.reports.workbook",  # The report, cell by cell through exports.
    "donghanh.bench.fuzz.seeds",  # Never handed out.
}


class Hostile(str):
    """Stands for any record and any text of it: whatever is asked of it, it is a formula."""

    __slots__ = ()

    def __new__(cls) -> "Hostile":
        return super().__new__(cls, FORMULA)

    def __getattribute__(self, name: str) -> Any:
        return super().__getattribute__(name) if name.startswith("__") else self

    def __call__(self, *_asked: Any, **_named: Any) -> "Hostile":
        return self

    def __getitem__(self, _key: Any) -> "Hostile":
        return self

    def __iter__(self) -> "Iterator[Hostile]":
        yield self
        yield self

    def __str__(self) -> str:
        return FORMULA


def exported() -> Iterator[tuple[str, tuple[Column[Any], ...]]]:
    """Give every list of columns that a module declares."""
    for module, tree in modules():
        if DECLARING.isdisjoint({node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}):
            continue
        for name, value in vars(importlib.import_module(module)).items():
            if isinstance(value, tuple) and value and all(isinstance(each, Column) for each in value):
                yield f"{module}.{name}", value
            elif name == "_part_columns":
                yield f"{module}.{name}", value()


def holds_text(column: Column[Any]) -> bool:
    """Tell whether a column may show what people typed: words of a closed list and numbers cannot be formulas."""
    try:
        return isinstance(column.value(Hostile()), str)
    except (ValueError, TypeError, LookupError):
        return False


EXPORTS = dict(exported())


def test_all_lists_are_found() -> None:
    assert len(EXPORTS) >= 10


@pytest.mark.parametrize("name", EXPORTS)
def test_whatever_is_typed_comes_out_as_text(name) -> None:
    columns = tuple(column for column in EXPORTS[name] if holds_text(column))
    made = BytesIO()
    write_xlsx(made, "x", columns, [Hostile()])
    cells = next(iter(load_workbook(made).worksheets[0].iter_rows(min_row=2)))
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(str(cell.value).startswith("=") for cell in cells), "the formula came through, as a text"
    [line] = list(csv.reader(StringIO("".join(csv_lines(columns, [Hostile()])))))[1:]
    assert not [cell for cell in line if cell.startswith(STARTS_A_FORMULA)]


def test_files_for_spreadsheets_are_written_in_known_places_only() -> None:
    found = {name for name, tree in modules() if any(map(_writes, ast.walk(tree)))}
    assert found == WRITERS


def _writes(node: ast.AST) -> bool:
    """Tell whether a node brings in what writes a spreadsheet."""
    return (isinstance(node, ast.ImportFrom) and node.module == "xlsxwriter") or (
        isinstance(node, ast.Attribute) and ast.unparse(node) in {"csv.writer", "csv.DictWriter"}
    )
