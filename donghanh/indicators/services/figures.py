"""Declaring, correcting and withdrawing figures; nothing is overwritten, nothing is deleted."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.indicators.choices import DeclaredGrade, Origin
from donghanh.indicators.errors import FigureAlreadyStands, FigureWithdrawn, ReasonMissing
from donghanh.indicators.models import Figure, FigureCredit, cuts_key
from donghanh.indicators.services.checks import indicator_of
from donghanh.indicators.services.statement import Statement
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User

THING = "figures"


@transaction.atomic
def declare_figure(
    unit: Unit, statement: Statement, *, actor: User, at: datetime, credited_to: Iterable[Unit] = ()
) -> Figure:
    """Store a figure that ``unit`` stands for; a joint one is credited to several units.

    Whoever credits a figure to a unit must be allowed to enter figures there.
    """
    on_behalf = authorize(actor, THING, at=unit)
    credited_to = list(credited_to)
    for each in credited_to:
        authorize(actor, THING, at=each)
    figure = _stored(unit, statement, actor=actor, at=at, on_behalf=on_behalf)
    FigureCredit.objects.bulk_create([FigureCredit(figure=figure, unit=each) for each in credited_to])
    audit.record(actor, "declare_figure", figure, unit_id=unit.pk, on_behalf=on_behalf, indicator=statement.indicator)
    return figure


@transaction.atomic
def correct_figure(
    figure: Figure,
    statement: Statement,
    *,
    actor: User,
    at: datetime,
    reason: str,
    credited_to: Collection[Unit] | None = None,
) -> Figure:
    """Put a new figure in the place of one that was wrong; the old one stays readable beside it.

    It stays credited to the same units unless others are given.
    """
    on_behalf = authorize(actor, THING, at=figure.unit)
    if credited_to is not None:
        for each in credited_to:
            authorize(actor, THING, at=each)
    unit_ids = _credited(figure) if credited_to is None else {unit.pk for unit in credited_to}
    _take_back(figure, actor=actor, at=at, reason=reason)
    fresh = _stored(figure.unit, statement, actor=actor, at=at, on_behalf=on_behalf, replaces=figure)
    FigureCredit.objects.bulk_create([FigureCredit(figure=fresh, unit_id=pk) for pk in sorted(unit_ids)])
    audit.record(actor, "correct_figure", fresh, unit_id=figure.unit_id, on_behalf=on_behalf, replaces=figure.pk)
    return fresh


@transaction.atomic
def withdraw_figure(figure: Figure, *, actor: User, at: datetime, reason: str) -> None:
    """Take a figure back without putting another in its place."""
    on_behalf = authorize(actor, THING, at=figure.unit)
    _take_back(figure, actor=actor, at=at, reason=reason)
    audit.record(actor, "withdraw_figure", figure, unit_id=figure.unit_id, on_behalf=on_behalf)


def _credited(figure: Figure) -> set[int]:
    return {credit.unit_id for credit in figure.credits.all()}


def _take_back(figure: Figure, *, actor: User, at: datetime, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(figure)
    trace = {"withdrawn_at": at, "withdrawn_by": actor, "withdraw_reason": reason.strip()}
    # The row decides, not the object in hand: of two corrections at once only one finds it standing.
    if not Figure.objects.standing().filter(pk=figure.pk).update(**trace):
        figure.refresh_from_db()
        raise FigureWithdrawn(figure, localdate(figure.withdrawn_at))
    for name, value in trace.items():
        setattr(figure, name, value)


def _stored(
    unit: Unit,
    statement: Statement,
    *,
    actor: User,
    at: datetime,
    on_behalf: bool,
    replaces: Figure | None = None,
) -> Figure:
    indicator = indicator_of(statement)
    published = statement.origin == Origin.PUBLISHED
    figure = Figure(
        unit=unit,
        indicator=indicator,
        starts_on=statement.period.starts_on,
        ends_on=statement.period.ends_on,
        kind=statement.kind,
        cuts=dict(statement.cuts),
        cuts_key=cuts_key(statement.cuts),
        part_of=statement.part_of,
        former_unit=statement.former_unit,
        origin=statement.origin,
        source=statement.source.strip(),
        grade="" if published else statement.grade or DeclaredGrade.D,
        note=statement.note.strip(),
        entered_at=at,
        entered_by=actor,
        is_entered_on_behalf=on_behalf,
        replaces=replaces,
        **asdict(statement.amount),
    )
    try:
        with transaction.atomic():
            figure.save()
    except IntegrityError:
        raise FigureAlreadyStands(unit, indicator, statement.period) from None
    return figure
