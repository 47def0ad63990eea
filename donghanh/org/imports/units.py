"""The list of units: new ones are founded, known ones corrected; no import moves a unit."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.imports.cells import Cell, day, one_of, typed, words
from donghanh.core.imports.columns import Column
from donghanh.core.imports.importer import Journal
from donghanh.core.imports.rows import Fate, Row
from donghanh.core.imports.table import Table
from donghanh.kernel.errors import DomainError
from donghanh.org.choices import SuperiorForm, UnitKind
from donghanh.org.codes import checked_code
from donghanh.org.errors import UnitCodeTaken, UnknownUnit
from donghanh.org.imports.at_unit import AREA_COLUMN, ImporterAtUnit, refuse_area
from donghanh.org.models import Unit, UnitPlacement
from donghanh.org.services.tree import Paper, found_unit
from donghanh.org.services.units import update_unit

DEEPEST = 20
"""More levels than any tree has; also ends the walk up a circle of parents."""
CORRECTED = ("name", "form", "address")
_KIND_WORDS = {
    "LĐLĐ": UnitKind.FEDERATION,
    "Liên đoàn lao động": UnitKind.FEDERATION,
    "CĐCS": UnitKind.GRASSROOTS_UNION,
    "Công đoàn cơ sở": UnitKind.GRASSROOTS_UNION,
    "Công đoàn cấp trên": UnitKind.SUPERIOR_UNION,
    "Công đoàn cấp trên trực tiếp cơ sở": UnitKind.SUPERIOR_UNION,
    "Nghiệp đoàn": UnitKind.OCCUPATIONAL_UNION,
    "Công đoàn bộ phận": UnitKind.SECTION,
    "BHXH": UnitKind.SOCIAL_SECURITY,
}


def _code(cell: Cell) -> str:
    return checked_code(words(40)(cell))


class UnitImporter(ImporterAtUnit):
    """Units below the unit of the import, the ones above before the ones below, in any order in the file."""

    kind = "units"
    title = gettext_lazy("Import units")
    purpose = gettext_lazy("Grassroots unions and the unions above them, each founded by its decision.")
    rank = 1
    icon = "sitemap"
    thing = "units"
    chunk_size = 50  # Founding a unit is a service of its own, with its decision and its trace.
    columns = (
        Column(
            "code",
            gettext_lazy("Unit code"),
            _code,
            aliases=("Mã đơn vị", "Mã"),
            required=True,
            help=gettext_lazy("Capital letters, digits and hyphens. It never changes."),
            example="QM-42",
        ),
        Column(
            "name",
            gettext_lazy("Unit name"),
            words(200),
            aliases=("Tên đơn vị", "Tên", "Tên công đoàn"),
            required=True,
            example="CĐCS Công ty Ví Dụ",
        ),
        Column(
            "kind",
            gettext_lazy("Level"),
            one_of(dict(UnitKind.choices), _KIND_WORDS),
            aliases=("Cấp", "Cấp công đoàn", "Loại đơn vị"),
            help=gettext_lazy("Needed for a new unit."),
            example="CĐCS",
        ),
        Column(
            "form",
            gettext_lazy("Stands on"),
            one_of(dict(SuperiorForm.choices)),
            aliases=("Loại hình", "Loại hình công đoàn cấp trên"),
            help=gettext_lazy("Only for an immediate superior union: commune, ward, industrial zone…"),
        ),
        Column(
            "parent",
            gettext_lazy("Code of the unit above"),
            lambda cell: str(words(40)(cell)).upper(),
            aliases=("Mã đơn vị cấp trên", "Mã cấp trên", "Trực thuộc"),
            help=gettext_lazy("It may stand in the same file. Without it, your own unit is above."),
            example="QM",
        ),
        AREA_COLUMN,
        Column(
            "founded_on",
            gettext_lazy("Founded on"),
            day,
            aliases=("Ngày thành lập",),
            help=gettext_lazy("Needed for a new unit."),
            example=date(2025, 9, 26),
        ),
        Column(
            "decision_number",
            gettext_lazy("Number of the decision"),
            words(60),
            aliases=("Số quyết định",),
            example="12/QĐ-LĐLĐ",
        ),
        Column(
            "decision_on",
            gettext_lazy("Date of the decision"),
            day,
            aliases=("Ngày quyết định",),
            example=date(2025, 9, 20),
        ),
        Column("address", gettext_lazy("Address"), words(200), aliases=("Địa chỉ",)),
    )

    def __init__(self, actor: Any, unit_id: int) -> None:
        super().__init__(actor, unit_id)
        self._coming: dict[str, Row] = {}
        self._row_numbers: dict[str, int] = {}

    def arrange(self, table: Table) -> Sequence[int]:
        """Put each unit behind the one above it."""
        above, codes = {}, {}
        for row in table:
            code = codes[row.number] = typed(row.cells["code"]).upper()
            above[code] = typed(row.cells.get("parent")).upper()
            self._row_numbers[code] = row.number
        return sorted(table.lines, key=lambda line: _depth(codes[line + 1], above))

    def keys(self, row: Row) -> Iterable[tuple[str, Hashable]]:
        """Name each unit once."""
        if "code" in row.values:
            yield "code", row.values["code"]

    def check(self, rows: Sequence[Row]) -> None:
        """Compare with the units on record, and with those that come before in the file."""
        codes = {row.values["code"] for row in rows}
        known = {unit.code: unit for unit in Unit.objects.filter(code__in=codes).select_related("area")}
        open_ids = set(self.open_units.filter(code__in=codes).values_list("pk", flat=True))
        above = {**self.find_units(rows, "parent"), **({self.unit.code: self.unit} if self.unit else {})}
        parents_of_known = _parents(known.values())
        areas = self.find_areas(rows)
        for row in rows:
            if row.values.get("area", "") not in {"", *areas}:
                refuse_area(row)
                continue
            unit = known.get(row.values["code"])
            if unit is None:
                self._check_new(row, above)
            elif unit.pk in open_ids:
                _check_known(row, unit, parents_of_known.get(unit.pk, ""))
            else:
                row.refuse("code", str(UnitCodeTaken(unit.code)))
            row.plan = unit, areas.get(row.values.get("area", ""))
            if row.is_good:
                _decide(row)
                if row.fate is Fate.NEW:
                    self._coming[row.values["code"]] = row

    def write(self, rows: Sequence[Row], journal: Journal) -> None:
        """Found and correct the units, each through its service."""
        for row in rows:
            try:
                if row.fate is Fate.NEW:
                    self._found(row, journal)
                elif row.fate is Fate.CHANGED:
                    self._correct(row, journal)
            except DomainError as error:
                row.refuse("code", str(error))

    def _check_new(self, row: Row, above: dict[str, Unit]) -> None:
        for name in ("kind", "founded_on"):
            if name not in row.values:
                row.refuse(name, _("A new unit needs this."), _("Fill it in."))
        if not row.is_good:
            return
        code = row.values.get("parent") or (self.unit.code if self.unit else "")
        parent = above.get(code)
        if not code:
            if not self.actor.is_system:
                row.refuse("parent", _("A new unit needs a unit above it."), _("Fill it in."))
        elif parent is not None:
            _check_age(row, parent.founded_on, parent.closed_on)
        elif code in self._coming:
            _check_age(row, self._coming[code].values["founded_on"], None)
        elif code in self._row_numbers:
            message = _("The unit above, in row %(row)s, is left out.") % {"row": self._row_numbers[code]}
            row.refuse("parent", message, _("Mend that row first."))
        else:
            self.refuse_unit(row, "parent")

    def _found(self, row: Row, journal: Journal) -> None:
        values = row.values
        code = values.get("parent") or (self.unit.code if self.unit else "")
        parent = Unit.objects.filter(code=code).first()
        if code and parent is None:
            raise UnknownUnit(code)
        _unit, area = row.plan
        paper = Paper(values.get("decision_number", ""), values.get("decision_on"))
        facts = {name: values[name] for name in ("form", "address") if name in values}
        unit = found_unit(
            values["code"],
            values["name"],
            values["kind"],
            actor=self.actor,
            parent=parent,
            on=values["founded_on"],
            paper=paper,
            area=area,
            **facts,
        )
        for record in (unit, *unit.decisions.all(), *unit.placements.all()):
            journal.created(row, record)

    def _correct(self, row: Row, journal: Journal) -> None:
        unit, _area = row.plan
        facts = _facts(row)
        before = {name: getattr(unit, name) for name in ("name", "form", "address", "area_id")}
        changed = {"area_id" if name == "area" else name for name in _differing(unit, facts)}
        update_unit(unit, actor=self.actor, **facts)
        journal.changed(row, unit, {name: before[name] for name in changed})


def _depth(code: str, above: dict[str, str]) -> int:
    depth = 0
    while code in above and depth < DEEPEST:
        code = above[code]
        depth += 1
    return depth


def _parents(units: Iterable[Unit]) -> dict[int, str]:
    """Return the codes of the units that some units hang under, or hung under last."""
    places = UnitPlacement.objects.filter(unit__in=list(units)).order_by("starts_on")
    return {unit_id: code or "" for unit_id, code in places.values_list("unit", "parent__code")}


def _check_known(row: Row, unit: Unit, parent: str) -> None:
    """Refuse what only a decision may change."""
    values = row.values
    if values.get("kind", unit.kind) != unit.kind:
        message = _("On record this unit is: %(kind)s.") % {"kind": unit.get_kind_display()}
        row.refuse("kind", message, _("The level of a unit stays. Correct the file."))
    if values.get("parent", parent) != parent:
        message = _("On record this unit hangs under %(code)s.") % {"code": parent or "—"}
        row.refuse("parent", message, _("To move it, record the decision on the page of the unit."))
    if values.get("founded_on", unit.founded_on) != unit.founded_on:
        message = _("On record this unit was founded on %(day)s.") % {"day": _written(unit.founded_on)}
        row.refuse("founded_on", message, _("Correct the file."))


def _check_age(row: Row, founded_on: date, closed_on: date | None) -> None:
    """Refuse a unit founded under one that did not exist that day."""
    if row.values["founded_on"] < founded_on:
        message = _("The unit above was founded later, on %(day)s.") % {"day": _written(founded_on)}
        row.refuse("founded_on", message, _("Check both days."))
    elif closed_on and row.values["founded_on"] > closed_on:
        message = _("The unit above closed before, on %(day)s.") % {"day": _written(closed_on)}
        row.refuse("parent", message, _("Name the unit that took over."))


def _decide(row: Row) -> None:
    unit, _area = row.plan
    if unit is None:
        row.fate = Fate.NEW
    else:
        row.subject = unit.pk
        row.fate = Fate.CHANGED if _differing(unit, _facts(row)) else Fate.SAME


def _facts(row: Row) -> dict[str, Any]:
    """Return what a row says that may be corrected."""
    _unit, area = row.plan
    facts: dict[str, Any] = {name: row.values[name] for name in CORRECTED if name in row.values}
    return facts if area is None else {**facts, "area": area}


def _differing(unit: Unit, facts: dict[str, Any]) -> set[str]:
    return {name for name, value in facts.items() if getattr(unit, name) != value}


def _written(day_on: date) -> str:
    return date_format(day_on, "d/m/Y")
