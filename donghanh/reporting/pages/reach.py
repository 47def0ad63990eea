"""The page that answers who was reached and who was not, at any unit."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donghanh.core.figures import Figure
from donghanh.core.ui.numbers import number
from donghanh.kernel.cohorts import Cohort
from donghanh.kernel.evidence import NAMED_GRADES
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.models import Unit
from donghanh.reporting.asking import Asked
from donghanh.reporting.pages import figures
from donghanh.reporting.reach import Home, Hosted, Question, home, hosted
from donghanh.reporting.reach.breakdowns import (
    Row,
    UnitParts,
    by_audience,
    by_topic,
    hosted_by_month,
)

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


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What was hosted in one month."""

    label: str
    attendances: Figure
    people: Figure


@dataclass(frozen=True, slots=True)
class ReachPage:
    """Everything the page shows."""

    asked: Asked
    main: list[Figure]
    people: Figure
    not_reached: Figure | None
    rolls: Figure | None
    sentence: str
    by: str
    rows: list[PartRow]
    total: PartRow
    months: list[MonthRow]
    months_sentence: str
    planned: int
    unit_count: int = 0
    periods: list[tuple[str, str]] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)


def reach_page(asked: Asked, by: str, *, all_units: bool = False) -> ReachPage:
    """Count what the page shows; each presence is read once."""
    question = asked.question
    past = question.of_a_year_before()
    at_home = home(question) if asked.sees_home else None
    home_before = home(past) if asked.sees_home else None
    now, before = hosted(question), hosted(past)
    main = [figures.attendances_figure(question, now, before), figures.sessions_figure(question, now, before)]
    if at_home:
        main.insert(0, figures.reached_figure(question, at_home, home_before))
    rows, units = _rows(asked, by, all_units=all_units)
    return ReachPage(
        asked=asked,
        main=main,
        people=figures.people_figure(question, now),
        not_reached=figures.not_reached_figure(question, at_home) if at_home else None,
        rolls=figures.rolls_figure(question, at_home) if at_home else None,
        sentence=people_or_attendances(now),
        by=by,
        rows=rows,
        total=_part(question, _("All together"), "", now, at_home, is_total=True),
        months=[
            _month(question, month, figures_)
            for month, figures_ in hosted_by_month(question)
            if month.starts_on <= localdate(question.at)
        ],
        months_sentence=_months_sentence(now),
        planned=question.planned_sessions.count(),
        unit_count=units,
        periods=period_choices(localdate(question.at)),
        topics=list(Topic.objects.in_use().filter(parent=None)),
    )


def people_or_attendances(now: Hosted) -> str:
    """Say how many attendances the people stand for, and how many are numbers without names."""
    named = sum(now.attendances_by_grade[grade] for grade in NAMED_GRADES)
    beyond = now.attendances - named
    words = _("The %(people)s people who came made %(named)s attendances by name.") % {
        "people": number(now.people),
        "named": number(named),
    }
    if not beyond:
        return words
    return f"{words} " + _(
        "%(count)s attendances are numbers only: we do not know who, so they are not counted as people."
    ) % {"count": number(beyond)}


def period_choices(today: date) -> list[tuple[str, str]]:
    """Offer the periods that reports are written for: this year's parts and the years before."""
    year = today.year
    quarter = (today.month - 1) // 3 + 1
    last_month = today.replace(day=1) - timedelta(days=1)
    return [
        (f"{today:%Y-%m}", _("this month")),
        (f"{last_month:%Y-%m}", _("last month")),
        (f"{year}-Q{quarter}", _("this quarter")),
        (f"{year}-H1", _("first half of %(year)s") % {"year": year}),
        (f"{year}-9M", _("first nine months of %(year)s") % {"year": year}),
        (str(year), _("year %(year)s") % {"year": year}),
        (str(year - 1), _("year %(year)s") % {"year": year - 1}),
    ]


def _rows(asked: Asked, by: str, *, all_units: bool) -> tuple[list[PartRow], int]:
    question = asked.question
    if by == BY_TOPIC:
        rows = [_of(replace(question, topics=(row.key,)), row, asked) for row in by_topic(question)]
        return rows, 0
    if by == BY_AUDIENCE:
        parts = by_audience(question)
        return [_of(replace(question, audience=row.key), row, asked) for row in parts], 0
    return _unit_rows(asked, all_units=all_units)


def _unit_rows(asked: Asked, *, all_units: bool) -> tuple[list[PartRow], int]:
    """Name the units with most people not reached; the others stand together in the last row."""
    question = asked.question
    parts = UnitParts(question, Unit.objects.children_of(question.unit, on=question.rolls_day))
    named = sorted(parts.units, key=lambda unit: (-len(parts.row(unit).home.not_reached), unit.label))
    shown = named if all_units or len(named) <= ALL_UP_TO else named[:SHOWN]
    others = named[len(shown) :]
    rows = [_of(replace(question, branch=unit), parts.row(unit), asked) for unit in shown]
    if others:
        words = ngettext("and %(count)s other unit", "and %(count)s other units", len(others))
        rows.append(_of(question, parts.together(others, words % {"count": len(others)}), asked, is_rest=True))
    return rows, len(named)


def _of(part: Question, row: Row, asked: Asked, *, is_rest: bool = False) -> PartRow:
    at_home = row.home if asked.sees_home else None
    made = _part(part, row.label, row.key if part.branch else "", row.hosted, at_home)
    return replace(made, is_rest=is_rest)


def _part(
    part: Question, label: str, code: str, was_hosted: Hosted, at_home: Home | None, *, is_total: bool = False
) -> PartRow:
    def at_work(what: str, who: Cohort | None) -> Figure | None:
        return None if who is None else figures.cell(part, what.replace("-", "_"), what, len(who))

    return PartRow(
        label=label,
        code=code,
        rolls=at_work(figures.ROLLS, at_home.on_rolls if at_home else None),
        reached=at_work(figures.REACHED, at_home.reached if at_home else None),
        share=figures.share_in_words(len(at_home.reached), len(at_home.on_rolls)) if at_home else "",
        attendances=figures.cell(part, "attendances", figures.ATTENDANCES, was_hosted.attendances),
        shares=figures.percentages(was_hosted.attendances_by_grade),
        not_reached=at_work(figures.NOT_REACHED, at_home.not_reached if at_home else None),
        sessions=figures.cell(part, "sessions", figures.SESSIONS, was_hosted.sessions),
        is_total=is_total,
    )


def _month(question: Question, month: Period, was_hosted: Hosted) -> MonthRow:
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


def _months_sentence(now: Hosted) -> str:
    return _("The people of the months do not add up to %(people)s, since one person can come in several months.") % {
        "people": number(now.people)
    }
