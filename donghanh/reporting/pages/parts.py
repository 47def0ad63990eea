"""The rows of a reach page: by unit, topic and audience, and by month."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donghanh.core.figures import Figure
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.reporting.asking import Asked
from donghanh.reporting.discretion import OPEN, Verdict
from donghanh.reporting.discretion.shown import HomeShown, HostedShown
from donghanh.reporting.discretion.slices import Slice
from donghanh.reporting.pages import figures
from donghanh.reporting.reach import Hosted, Question
from donghanh.reporting.reach.breakdowns import Row, UnitParts, by_audience, by_topic
from donghanh.reporting.told import told_months

BY_UNIT, BY_TOPIC, BY_AUDIENCE = "unit", "topic", "audience"
SHOWN, ALL_UP_TO = 12, 20
"""How many units a long table names one by one, the others in one row; a table up to the other size is shown whole."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """One row of a breakdown, each number with the way to its records."""

    label: str
    code: str
    rolls: Figure | None
    reached: Figure | None
    share: str
    attendances: Figure
    shares: dict[str, float]
    not_reached: Figure | None
    sessions: Figure
    is_total: bool = False
    is_rest: bool = False
    """Whether it holds the units that a long table does not name, which another address shows."""
    is_merged: bool = False
    """Whether it holds units, or people of units, that are kept back one by one."""

    @property
    def is_suppressed(self) -> bool:
        """Tell whether its people are kept back."""
        return self.reached is not None and self.reached.value is None

    @property
    def opens(self) -> bool:
        """Tell whether its numbers have records of their own."""
        return not (self.is_rest or self.is_merged)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What was hosted in one month."""

    label: str
    attendances: Figure
    people: Figure


def askable_breakdown(asked: Asked, by: str) -> str:
    """Return the breakdown that the reader gets: of a topic no audiences without names, and the other way round."""
    is_narrow = (by == BY_TOPIC and asked.question.audience) or (by == BY_AUDIENCE and asked.question.topics)
    return BY_UNIT if is_narrow and not asked.reads_names else by


def breakdown(asked: Asked, by: str, *, all_units: bool) -> tuple[list[PartRow], int]:
    """Return the rows, and how many units there are directly below."""
    question = asked.question
    if by == BY_TOPIC:
        return [
            _slice_row(asked, row, replace(question, topics=(row.key,)), Slice(topic=row.key))
            for row in by_topic(question)
        ], 0
    if by == BY_AUDIENCE:
        return [
            _slice_row(asked, row, replace(question, audience=row.key), Slice(audience=row.key))
            for row in by_audience(question)
        ], 0
    return _unit_rows(asked, all_units=all_units)


def month_rows(asked: Asked, total: Hosted, months: Sequence[tuple[Period, Hosted]]) -> list[MonthRow]:
    """Return the months, with the people of each as far as they may be told."""
    told = told_months(asked, total, months)
    return [_month(asked.question, month, shown) for (month, _hosted), shown in zip(months, told, strict=True)]


def part_row(
    part: Question, label: str, was_hosted: HostedShown | Hosted, at_home: HomeShown | None, *, is_total: bool = False
) -> PartRow:
    """Return one row, with the numbers that may be told."""

    def at_work(what: str, who: int | None) -> Figure | None:
        return figures.cell(part, what.replace("-", "_"), what, who) if at_home else None

    share = ""
    if at_home and at_home.reached is not None and at_home.on_rolls is not None:
        share = figures.share_in_words(at_home.reached, at_home.on_rolls)
    return PartRow(
        label=label,
        code="",
        rolls=at_work(figures.ROLLS, at_home.on_rolls if at_home else None),
        reached=at_work(figures.REACHED, at_home.reached if at_home else None),
        share=share,
        attendances=figures.cell(part, "attendances", figures.ATTENDANCES, was_hosted.attendances),
        shares=figures.percentages(was_hosted.attendances_by_grade),
        not_reached=at_work(figures.NOT_REACHED, at_home.not_reached if at_home else None),
        sessions=figures.cell(part, "sessions", figures.SESSIONS, was_hosted.sessions),
        is_total=is_total,
    )


def _slice_row(asked: Asked, row: Row, part: Question, of: Slice) -> PartRow:
    return _row(asked, row, part, asked.verdict(of))


def _row(asked: Asked, row: Row, part: Question, verdict: Verdict) -> PartRow:
    return part_row(part, row.label, row.hosted, HomeShown.of(row.home, verdict) if asked.sees_home else None)


def _unit_rows(asked: Asked, *, all_units: bool) -> tuple[list[PartRow], int]:
    """Name the units with most people not reached; the others stand together in the last rows.

    Units whose people are kept back stand in one row: neither their numbers nor their place in the
    order tells of them.
    """
    question = asked.question
    parts = UnitParts(question, Unit.objects.children_of(question.unit, on=question.rolls_day))
    verdict = asked.verdict() if asked.sees_home else OPEN
    told = [unit for unit in parts.units if unit.pk not in verdict.rows]
    kept_back = [unit for unit in parts.units if unit.pk in verdict.rows]
    named = sorted(told, key=lambda unit: (-len(parts.row(unit).home.not_reached), unit.label))
    shown = named if all_units or len(named) <= ALL_UP_TO else named[:SHOWN]
    others = named[len(shown) :]
    rows = [
        replace(_row(asked, parts.row(unit), replace(question, branch=unit), OPEN), code=unit.code) for unit in shown
    ]
    if others:
        words = ngettext("and %(count)s other unit", "and %(count)s other units", len(others))
        together = parts.together(others, words % {"count": len(others)})
        rows.append(replace(_row(asked, together, question, OPEN), is_rest=True))
    if kept_back:
        words = ngettext("%(count)s small unit", "%(count)s small units together", len(kept_back))
        together = parts.together(kept_back, words % {"count": len(kept_back)})
        merged = _row(asked, together, question, Verdict(total=not verdict.as_one))
        rows.append(replace(merged, is_merged=True))
    return rows, len(parts.units)


def _month(question: Question, month: Period, was_hosted: HostedShown) -> MonthRow:
    asked = question.of(month)
    today = localdate(question.at)
    label = f"{month.starts_on:%m/%Y}"
    if today in month and today < month.ends_on:
        label = _("until %(day)s") % {"day": f"{today:%d/%m}"}
    return MonthRow(
        label=label,
        attendances=figures.cell(asked, "attendances", figures.ATTENDANCES, was_hosted.attendances),
        people=figures.cell(asked, "people", figures.PEOPLE, was_hosted.people),
    )
