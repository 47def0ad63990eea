"""What is fed: everything that reads what people send, each with good inputs to spoil."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.http import QueryDict
from django.utils import timezone

from donghanh.bench.fuzz import seeds
from donghanh.bench.fuzz.mutations import Mutator
from donghanh.core.imports.cells import day, typed, whole, year
from donghanh.core.imports.checking import check
from donghanh.core.imports.columns import recognise
from donghanh.core.imports.importer import Importer
from donghanh.core.imports.registry import importers
from donghanh.core.imports.sheets import Sheet, read_sheet
from donghanh.core.imports.table import open_table
from donghanh.core.paging import keyset_page
from donghanh.core.uploads import accepted
from donghanh.gatherings.tickets import redeem
from donghanh.indicators.services import import_figures
from donghanh.kernel.legacy_text import Legacy, converted, legacy_of
from donghanh.kernel.periods import Period
from donghanh.kernel.text import clean, collation_key, fold, name_sort_key, normal_phone
from donghanh.org.models import Unit, User
from donghanh.people.imports import cells
from donghanh.people.models import Worker
from donghanh.reporting.asking import ask
from donghanh.reporting.history import import_history


@dataclass(frozen=True, slots=True)
class Parser:
    """Something that reads inputs; ``weight`` is its share of them."""

    name: str
    weight: int
    spoil: Callable[[Mutator], Any]
    read: Callable[[Any], object]


def parsers() -> list[Parser]:
    """Return all of them, made ready to be fed."""
    actor = User.objects.system()
    return [
        *(_list_parser(importer, actor) for importer in importers()),
        Parser("csv", 14, lambda dice: dice.file(seeds.CSV_FILES), _read_file),
        Parser("headings", 10, _headings, _read_headings),
        _texts("dates", 12, seeds.DATES, _each(day, year)),
        _texts(
            "numbers", 12, seeds.NUMBERS, _each(cells.phone, cells.id_number, cells.tax_code, cells.birth_year, whole)
        ),
        _texts("periods", 9, seeds.PERIODS, Period.parse),
        _texts("folding", 9, seeds.NAMES, _each(clean, fold, collation_key, name_sort_key, normal_phone, typed)),
        _texts("old fonts", 9, seeds.OLD_NAMES, _read_old),
        Parser("page tokens", 5, _token, _turn_page),
        _texts("screen codes", 4, seeds.CODES, _redeem),
        _texts("reach questions", 3, seeds.QUESTIONS, partial(_ask, actor)),
        Parser("figures", 4, lambda dice: dice.document(seeds.FIGURES), partial(_figures, actor)),
        Parser("history", 3, lambda dice: dice.document(seeds.HISTORIES), partial(_history, actor)),
        Parser("photos", 3, lambda dice: dice.file(seeds.photos()), _accept),
    ]


def _texts(name: str, weight: int, good: tuple[str, ...], read: Callable[[str], object]) -> Parser:
    return Parser(name, weight, lambda dice: dice.text(good), read)


def _each(*readers: Callable[[Any], object]) -> Callable[[str], object]:
    """Read with one after the other: a refusal by one is no answer for the rest."""

    def read(text: str) -> None:
        for reader in readers:
            try:
                reader(text)
            except seeds.REFUSALS:
                continue

    return read


def _list_parser(importer: type[Importer], actor: User) -> Parser:
    books = seeds.workbooks(importer.columns)

    def read(content: bytes) -> None:
        table = open_table(BytesIO(content), "list.xlsx", importer.columns)
        for rows in check(table, importer(actor, 0)):
            [row.problems for row in rows]

    return Parser(f"{importer.kind} xlsx", 3, lambda dice: dice.package(books), read)


def _read_file(content: bytes) -> None:
    read_sheet(BytesIO(content), "list.csv")


def _headings(dice: Mutator) -> list[list[str]]:
    return [[dice.text(seeds.HEADINGS) for _place in range(6)] for _line in range(3)]


def _read_headings(lines: list[list[str]]) -> None:
    for importer in importers():
        try:
            recognise(Sheet("list", lines), importer.columns)
        except seeds.REFUSALS:
            continue


def _read_old(text: str) -> None:
    legacy_of(text)
    for legacy in Legacy:
        converted(text, legacy)


def _token(dice: Mutator) -> str:
    place = json.dumps(dice.document(seeds.PLACES))
    return dice.text([urlsafe_b64encode(place.encode()).decode().rstrip("=")])


def _turn_page(token: str) -> None:
    keyset_page(Worker.objects.all(), order=("name_key", "pk"), after=token)


def _redeem(text: str) -> None:
    session_code, _slash, screen_code = text.partition("/")
    redeem(session_code, screen_code, at=timezone.now())


def _ask(actor: User, query: str) -> None:
    ask(actor, Unit.objects.order_by("pk")[0], QueryDict(query), at=timezone.now())


def _figures(actor: User, document: Any) -> None:
    import_figures(document, actor=actor, at=timezone.now())


def _history(actor: User, document: Any) -> None:
    import_history(document if isinstance(document, dict) else {"units": document}, actor=actor)


def _accept(content: bytes) -> None:
    accepted(ContentFile(content, name="photo.jpg"))
