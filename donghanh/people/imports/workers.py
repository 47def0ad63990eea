"""The list of workers: who they are, where they work, since when they are members."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.imports.cells import day, one_of, words
from donghanh.core.imports.columns import Column
from donghanh.core.imports.importer import Journal
from donghanh.core.imports.rows import Fate, Row
from donghanh.core.imports.writing import change_all, create_all
from donghanh.kernel.text import fold
from donghanh.org.access import units_changed
from donghanh.org.imports.at_unit import UNIT_COLUMN, ImporterAtUnit
from donghanh.org.models import Unit
from donghanh.people.choices import Gender
from donghanh.people.imports import cells
from donghanh.people.imports.known import KnownPeople
from donghanh.people.models import Employment, Enterprise, Membership, Worker

_FACTS = ("full_name", "phone", "member_no", "id_number", "gender", "birth_year")
Stay = Employment | Membership


@dataclass(slots=True)
class _Plan:
    """What a row comes to: records to make, and records to change with their new values."""

    worker: Worker
    new: list[Model] = field(default_factory=list)
    changes: list[tuple[Model, dict[str, Any]]] = field(default_factory=list)


class WorkerImporter(ImporterAtUnit):
    """People on the rolls of the units that the rows name."""

    kind = "workers"
    title = gettext_lazy("Import workers")
    purpose = gettext_lazy("People, where they work and since when they are members.")
    rank = 3
    icon = "users-group"
    thing = "workers"
    columns = (
        Column(
            "full_name",
            gettext_lazy("Full name"),
            words(100),
            aliases=("Họ và tên", "Họ tên", "Tên đoàn viên", "Tên"),
            required=True,
            example="Lê Thị Ví Dụ",
        ),
        Column(
            "member_no",
            gettext_lazy("Member number"),
            cells.member_no,
            aliases=("Mã đoàn viên", "Số thẻ đoàn viên", "Số thẻ", "Mã số đoàn viên"),
            example="0104221088",
        ),
        Column(
            "phone",
            gettext_lazy("Phone number"),
            cells.phone,
            aliases=("Số điện thoại", "Điện thoại", "SĐT", "Di động"),
            help=gettext_lazy("10 digits, as text, so that the zero in front stays."),
            example="0900000001",
        ),
        Column(
            "id_number",
            gettext_lazy("Identity number"),
            cells.id_number,
            aliases=("Số căn cước", "CCCD", "Số CCCD", "Căn cước công dân", "Số định danh cá nhân"),
            help=gettext_lazy("12 digits, on old cards 9; as text."),
            example="001190000001",
        ),
        Column(
            "gender",
            gettext_lazy("Gender"),
            one_of(dict(Gender.choices), {"nam": Gender.MALE, "nữ": Gender.FEMALE}),
            aliases=("Giới tính", "Nam/nữ"),
            example="nữ",
        ),
        Column(
            "birth_year",
            gettext_lazy("Year of birth"),
            cells.birth_year,
            aliases=("Năm sinh", "Ngày sinh", "Ngày tháng năm sinh"),
            help=gettext_lazy("Of a whole date only the year is kept."),
            example="1990",
        ),
        UNIT_COLUMN,
        Column(
            "enterprise",
            gettext_lazy("Tax code of the employer"),
            cells.tax_code,
            aliases=("Mã số thuế", "MST", "Mã số thuế doanh nghiệp"),
            help=gettext_lazy("The enterprise must be on record; import enterprises first."),
            example="0100109106",
        ),
        Column(
            "department",
            gettext_lazy("Department"),
            words(100),
            aliases=("Bộ phận", "Phòng ban", "Phân xưởng", "Tổ", "Xưởng"),
            example="Xưởng may 1",
        ),
        Column(
            "employed_from",
            gettext_lazy("Employed from"),
            day,
            aliases=("Ngày vào làm", "Làm việc từ ngày", "Ngày vào làm việc"),
            help=gettext_lazy("Without it, new people are on the rolls from the day of the import."),
            example=date(2024, 3, 1),
        ),
        Column(
            "member_from",
            gettext_lazy("Member from"),
            day,
            aliases=("Ngày vào công đoàn", "Ngày kết nạp", "Ngày vào đoàn viên"),
            example=date(2024, 6, 1),
        ),
    )

    def keys(self, row: Row) -> Iterable[tuple[str, Hashable]]:
        """Name each person once, by whatever identifies him."""
        values = row.values
        for name in ("member_no", "id_number"):
            if values.get(name):
                yield name, values[name]
        if values.get("phone") and "full_name" in values:
            yield "phone", (values["phone"], fold(values["full_name"]))

    def check(self, rows: Sequence[Row]) -> None:
        """Find each person on record and what differs."""
        today = localdate()
        units, employers = self.find_units(rows), _employers(rows)
        known = KnownPeople(rows, units_changed(self.actor, self.thing), on=today)
        for row in rows:
            unit = self._unit_of(row, units)
            employer = employers.get(row.values.get("enterprise", ""))
            if "enterprise" in row.values and employer is None:
                row.refuse(
                    "enterprise", _("No enterprise on record has this tax code."), _("Import enterprises first.")
                )
            worker = known.find(row)
            if unit is None or not row.is_good:
                continue
            row.plan = _plan(row, worker, known)
            row.subject = worker.pk if worker else None
            _plan_employment(row, unit, employer, known)
            _plan_membership(row, unit, known)
            if row.is_good:
                changed = row.plan.new or row.plan.changes
                row.fate = Fate.NEW if worker is None else Fate.CHANGED if changed else Fate.SAME

    def write(self, rows: Sequence[Row], journal: Journal) -> None:
        """Write people first, then where they work and are members."""
        create_all([(row, row.plan.worker) for row in rows if row.fate is Fate.NEW], journal)
        for stay in (Employment, Membership):
            begun = [(row, record) for row in rows for record in row.plan.new if isinstance(record, stay)]
            for row, record in begun:
                record.worker = row.plan.worker
            create_all(begun, journal)
        for model in (Worker, Employment, Membership):
            changed = [
                (row, record, values)
                for row in rows
                for record, values in row.plan.changes
                if isinstance(record, model)
            ]
            change_all(changed, journal)

    def _unit_of(self, row: Row, units: dict[str, Unit]) -> Unit | None:
        if "unit" in row.values:
            unit = units.get(row.values["unit"])
            if unit is None:
                self.refuse_unit(row)
            return unit
        if self.unit is None:
            name = "unit" if "unit" in row.cells else "full_name"
            row.refuse(name, _("The unit is missing."), _("Give its code."))
        return self.unit


def _employers(rows: Iterable[Row]) -> dict[str, Enterprise]:
    """Find the employers that rows name. A tax code is public: whoever knows it may refer to it."""
    codes = {row.values["enterprise"] for row in rows if "enterprise" in row.values}
    return {str(one.tax_code): one for one in Enterprise.objects.filter(tax_code__in=codes)}


def _plan(row: Row, worker: Worker | None, known: KnownPeople) -> _Plan:
    facts = {name: row.values[name] for name in _FACTS if name in row.values}
    if worker is None:
        return _Plan(Worker(**facts))
    changes = {
        name: value for name, value in facts.items() if getattr(worker, name) != value and not known.has(name, value)
    }
    return _Plan(worker, changes=[(worker, changes)] if changes else [])


def _plan_employment(row: Row, unit: Unit, employer: Enterprise | None, known: KnownPeople) -> None:
    facts: dict[str, Any] = {name: row.values[name] for name in ("department",) if name in row.values}
    if employer is not None:
        facts["enterprise_id"] = employer.pk
    stays = known.employments[row.plan.worker.pk, unit.pk] if row.plan.worker.pk else []
    _plan_stay(row, "employed_from", Employment(unit=unit, starts_on=known.on), facts, stays, known.on)


def _plan_membership(row: Row, unit: Unit, known: KnownPeople) -> None:
    if "member_from" in row.values:
        stays = known.memberships[row.plan.worker.pk, unit.pk] if row.plan.worker.pk else []
        _plan_stay(row, "member_from", Membership(unit=unit), {}, stays, known.on)


def _plan_stay(row: Row, name: str, fresh: Stay, facts: dict[str, Any], stays: Sequence[Stay], today: date) -> None:
    """Correct the stay at the unit that has not ended, or begin one; an ended one is history."""
    if name in row.values:
        facts["starts_on"] = row.values[name]
    lasting = next((stay for stay in reversed(stays) if stay.ends_on >= today), None)
    if lasting is None:
        for key, value in facts.items():
            setattr(fresh, key, value)
        changes = {"starts_on": fresh.starts_on}
    else:
        changes = {key: value for key, value in facts.items() if getattr(lasting, key) != value}
    if "starts_on" in changes and (ended := _ended(changes["starts_on"], lasting, stays)):
        message = _("On record a stay at the unit ended on %(day)s.") % {"day": date_format(ended, "d/m/Y")}
        row.refuse(name, message, _("Write the first day of the present one."))
    elif lasting is None:
        row.plan.new.append(fresh)
    elif changes:
        row.plan.changes.append((lasting, changes))


def _ended(starts_on: date, lasting: Stay | None, stays: Sequence[Stay]) -> date | None:
    """Return the end of the stay that forbids another one to begin on a day."""
    if lasting is not None and starts_on > lasting.ends_on:
        return lasting.ends_on
    others = (stay for stay in stays if stay is not lasting)
    return next((stay.ends_on for stay in others if stay.starts_on <= starts_on <= stay.ends_on), None)
