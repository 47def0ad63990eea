"""Importing a file of published figures: what matches a unit is stored, nothing is guessed.

Safe to repeat: the same file again changes nothing; a changed value takes the place of the old one
and leaves a trace. Each group is stored in a transaction of its own.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from donghanh.core import audit
from donghanh.indicators.days import days_of
from donghanh.indicators.errors import FigureGivenTwice, GroupAlreadyAssigned
from donghanh.indicators.models import Figure, WaitingGroup
from donghanh.indicators.services import waiting_groups
from donghanh.indicators.services.figure_file import Group, groups_of, read_group, read_value, values_of
from donghanh.indicators.services.figures import THING, correct_figure, declare_figure
from donghanh.indicators.services.import_report import ImportReport
from donghanh.indicators.services.statement import Statement
from donghanh.kernel.errors import DomainError
from donghanh.org.access import authorize
from donghanh.org.errors import UnknownUnit
from donghanh.org.models import Unit, User

# Stored with the figure, so it is written in the language of the records whoever imports.
SOURCE = "Số liệu đơn vị đã công bố, {bodies}, {days}"
CORRECTED = "Đơn vị công bố số liệu khác"


@dataclass(frozen=True, slots=True)
class Bodies:
    """Whose a figure is: the unit it is stored at, and those a joint one is credited to."""

    unit: Unit
    credited_to: tuple[Unit, ...] = ()

    @property
    def names(self) -> str:
        """Return the names of those who stand for the figure."""
        return ", ".join(unit.name for unit in self.credited_to or [self.unit])


def import_figures(document: object, *, actor: User, at: datetime) -> ImportReport:
    """Store the figures of a document whose units are known; keep the others for a person to assign."""
    report = ImportReport()
    for place, written in groups_of(document):
        try:
            _keep_group(read_group(written, place), report, actor=actor, at=at)
        except DomainError as refusal:
            report.leave_out(place, refusal)
    return report


@transaction.atomic
def assign_group(waiting: WaitingGroup, unit: Unit, *, actor: User, at: datetime) -> ImportReport:
    """Store a waiting group as figures of ``unit``; the choice is remembered for the next import."""
    authorize(actor, THING, at=unit)
    choice = {"unit": unit, "assigned_at": at, "assigned_by": actor}
    if not WaitingGroup.objects.waiting().filter(pk=waiting.pk).update(**choice):
        waiting.refresh_from_db()
        raise GroupAlreadyAssigned(waiting, waiting.unit)
    group, report = read_group(waiting.content, waiting.name), ImportReport()
    _keep_values(group, Bodies(unit, _credited(group)), report, actor=actor, at=at)
    audit.record(actor, "assign_figures", waiting, unit_id=unit.pk, saved=report.saved)
    return report


@transaction.atomic
def _keep_group(group: Group, report: ImportReport, *, actor: User, at: datetime) -> None:
    unit = _unit_of(group)
    if unit is None:
        waiting_groups.keep(group, report, actor=actor, at=at)
        return
    bodies = Bodies(unit, _credited(group))
    for each in (unit, *bodies.credited_to):
        authorize(actor, THING, at=each)
    _keep_values(group, bodies, report, actor=actor, at=at)
    waiting_groups.settle(group, unit, actor=actor, at=at)


def _unit_of(group: Group) -> Unit | None:
    """Return the unit that the file names by code, or that a person chose for this group before."""
    if group.is_former:
        return _unit_with(group.unit_code)
    named = Unit.objects.filter(code=group.unit_code).first()
    if named:
        return named
    known = waiting_groups.known(group)
    return known.unit if known else None


def _credited(group: Group) -> tuple[Unit, ...]:
    return tuple(_unit_with(code) for code in group.credited_to)


def _unit_with(code: str) -> Unit:
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise UnknownUnit(code)
    return unit


def _keep_values(group: Group, bodies: Bodies, report: ImportReport, *, actor: User, at: datetime) -> None:
    names = group.name if group.is_former else bodies.names
    source = SOURCE.format(bodies=names, days=days_of(group.period))[:300]
    for place, written in values_of(group):
        try:
            _keep_value(read_value(written, group, source=source), bodies, report, actor=actor, at=at)
        except DomainError as refusal:
            report.leave_out(place, refusal)


def _keep_value(statement: Statement, bodies: Bodies, report: ImportReport, *, actor: User, at: datetime) -> None:
    key = {"unit": bodies.unit, **statement.key}
    if not report.meets_first(*key.values()):
        raise FigureGivenTwice(statement.indicator)
    standing = Figure.objects.standing().filter(**key).select_related("indicator", "unit").first()
    if standing is None:
        declare_figure(bodies.unit, statement, actor=actor, at=at, credited_to=bodies.credited_to)
        report.saved += 1
    elif _says_the_same(standing, statement, bodies):
        report.unchanged += 1
    else:
        correct_figure(standing, statement, actor=actor, at=at, reason=CORRECTED, credited_to=bodies.credited_to)
        report.changed += 1


def _says_the_same(figure: Figure, statement: Statement, bodies: Bodies) -> bool:
    known = Statement.of(figure)
    credited = {credit.unit for credit in figure.credits.select_related("unit")} == set(bodies.credited_to)
    return credited and (known.amount, known.part_of, known.note) == (
        statement.amount,
        statement.part_of,
        statement.note,
    )
