"""The list of enterprises: known by tax code, else by social-insurance code, else by name in their unit."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.imports.cells import one_of, words
from donghanh.core.imports.columns import Column
from donghanh.core.imports.importer import Journal
from donghanh.core.imports.rows import Fate, Row
from donghanh.core.imports.writing import change_all, create_all
from donghanh.kernel.text import fold
from donghanh.org.imports.at_unit import AREA_COLUMN, UNIT_COLUMN, ImporterAtUnit, refuse_area
from donghanh.org.models import Unit
from donghanh.people.choices import Ownership
from donghanh.people.imports import cells
from donghanh.people.models import Enterprise

_OWNERSHIP_WORDS = {
    "FDI": Ownership.FOREIGN,
    "Có vốn đầu tư nước ngoài": Ownership.FOREIGN,
    "Nước ngoài": Ownership.FOREIGN,
    "Nhà nước": Ownership.STATE,
    "Tư nhân": Ownership.PRIVATE,
    "Ngoài nhà nước": Ownership.PRIVATE,
    "Đơn vị sự nghiệp": Ownership.PUBLIC_SERVICE,
    "Hợp tác xã": Ownership.COOPERATIVE,
    "Hộ kinh doanh": Ownership.HOUSEHOLD,
}
_FIELDS = ("name", "tax_code", "insurance_code", "sector", "ownership")


@dataclass(slots=True)
class _Plan:
    """What a row comes to: the enterprise on record, and the values that differ."""

    enterprise: Enterprise
    changes: dict[str, Any] = field(default_factory=dict)


class EnterpriseImporter(ImporterAtUnit):
    """Employers on the record of the units that the rows name."""

    kind = "enterprises"
    title = gettext_lazy("Import enterprises")
    purpose = gettext_lazy("Employers with their tax and social-insurance codes.")
    rank = 2
    icon = "building-factory-2"
    thing = "enterprises"
    columns = (
        Column(
            "name",
            gettext_lazy("Name of the enterprise"),
            words(200),
            aliases=("Tên doanh nghiệp", "Doanh nghiệp", "Tên công ty", "Tên đơn vị sử dụng lao động"),
            required=True,
            example="Công ty TNHH Ví Dụ",
        ),
        Column(
            "tax_code",
            gettext_lazy("Tax code"),
            cells.tax_code,
            aliases=("Mã số thuế", "MST", "Mã số doanh nghiệp"),
            help=gettext_lazy("10 digits, or 13 for a branch."),
            example="0100109106",
        ),
        Column(
            "insurance_code",
            gettext_lazy("Social-insurance code"),
            words(20),
            aliases=("Mã đơn vị BHXH", "Mã BHXH", "Mã số đơn vị tham gia BHXH"),
            example="YN0001Z",
        ),
        Column("sector", gettext_lazy("Sector"), words(100), aliases=("Ngành", "Ngành nghề"), example="Dệt may"),
        Column(
            "ownership",
            gettext_lazy("Ownership"),
            one_of(dict(Ownership.choices), _OWNERSHIP_WORDS),
            aliases=("Loại hình", "Loại hình doanh nghiệp", "Sở hữu"),
            example="FDI",
        ),
        AREA_COLUMN,
        UNIT_COLUMN,
    )

    def keys(self, row: Row) -> Iterable[tuple[str, Hashable]]:
        """Name each enterprise once: by its codes, or without these by its name in its unit."""
        codes = [(name, row.values[name]) for name in ("tax_code", "insurance_code") if name in row.values]
        if not codes and "name" in row.values:
            return [("name", (row.values.get("unit"), fold(row.values["name"])))]
        return codes

    def check(self, rows: Sequence[Row]) -> None:
        """Find each enterprise on record and what differs."""
        units, areas = self.find_units(rows), self.find_areas(rows)
        known = _Known(rows, {unit.pk for unit in units.values()} | {self.unit_id})
        open_ids = set(self.open_units.filter(pk__in=known.unit_ids).values_list("pk", flat=True))
        for row in rows:
            values = dict(row.values)
            area, unit = values.pop("area", ""), values.pop("unit", "")
            if area and area not in areas:
                refuse_area(row)
            if unit and unit not in units:
                self.refuse_unit(row)
            if not row.is_good:
                continue
            facts = {name: values[name] for name in _FIELDS if name in values}
            if area:
                facts["area_id"] = areas[area].pk
            self._decide(row, facts, units.get(unit), known, open_ids)

    def write(self, rows: Sequence[Row], journal: Journal) -> None:
        """Write what is new and what differs."""
        create_all([(row, row.plan.enterprise) for row in rows if row.fate is Fate.NEW], journal)
        changed = [row for row in rows if row.fate is Fate.CHANGED]
        change_all([(row, row.plan.enterprise, row.plan.changes) for row in changed], journal)

    def _decide(self, row: Row, facts: dict[str, Any], unit: Unit | None, known: "_Known", open_ids: set[int]) -> None:
        unit_id = unit.pk if unit else self.unit_id
        found = known.find(facts, unit_id)
        if len(found) > 1:
            message = _("%(count)s enterprises on record fit this row.") % {"count": len(found)}
            row.refuse("name", message, _("Give the tax code, so that one is meant."))
        elif not found and not unit_id:
            row.refuse("unit" if "unit" in row.cells else "name", _("The unit is missing."), _("Give its code."))
        elif not found:
            row.fate, row.plan = Fate.NEW, _Plan(Enterprise(**facts, unit_id=unit_id))
        elif found[0].unit_id not in open_ids:
            name = next(name for name in ("tax_code", "insurance_code", "name") if name in facts)
            message = _("This enterprise is on the record of a unit that you may not write for.")
            row.refuse(name, message, _("Leave the row out, or ask that unit."))
        else:
            if unit:
                facts["unit_id"] = unit.pk
            changes = {name: value for name, value in facts.items() if getattr(found[0], name) != value}
            row.fate = Fate.CHANGED if changes else Fate.SAME
            row.plan, row.subject = _Plan(found[0], changes), found[0].pk


class _Known:
    """The enterprises on record that some rows may be about."""

    def __init__(self, rows: Sequence[Row], unit_ids: set[int]) -> None:
        def given(name: str) -> set[Any]:
            return {row.values[name] for row in rows if name in row.values}

        named = Q(folded_name__in={fold(name) for name in given("name")}, unit__in=unit_ids)
        coded = Q(tax_code__in=given("tax_code")) | Q(insurance_code__in=given("insurance_code"))
        self._by: dict[str, dict[Hashable, list[Enterprise]]] = {
            name: defaultdict(list) for name in ("tax_code", "insurance_code", "name")
        }
        self.unit_ids: set[int] = set()
        for enterprise in Enterprise.objects.filter(named | coded):
            self._by["tax_code"][enterprise.tax_code].append(enterprise)
            self._by["insurance_code"][enterprise.insurance_code].append(enterprise)
            self._by["name"][enterprise.unit_id, enterprise.folded_name].append(enterprise)
            self.unit_ids.add(enterprise.unit_id)

    def find(self, facts: dict[str, Any], unit_id: int) -> list[Enterprise]:
        """Return the enterprises that a row may mean: by the surest code that it gives."""
        tax_code, insurance_code = facts.get("tax_code"), facts.get("insurance_code")
        if tax_code and tax_code in self._by["tax_code"]:
            return self._by["tax_code"][tax_code]
        if insurance_code and insurance_code in self._by["insurance_code"]:
            found = self._by["insurance_code"][insurance_code]
        else:
            found = self._by["name"].get((unit_id, fold(facts["name"])), [])
        # A record with another tax code is another enterprise, whatever else is alike.
        return [one for one in found if not (tax_code and one.tax_code)]
