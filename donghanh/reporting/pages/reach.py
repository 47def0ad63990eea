"""The page that answers who was reached and who was not, at any unit."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from donghanh.core.figures import Figure, State
from donghanh.core.ui.numbers import number
from donghanh.kernel.evidence import NAMED_GRADES
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.reporting.asking import Asked
from donghanh.reporting.discretion.shown import HostedShown
from donghanh.reporting.pages import figures
from donghanh.reporting.pages.parts import MonthRow, PartRow, askable_breakdown, breakdown, month_rows, part_row
from donghanh.reporting.reach import home, hosted
from donghanh.reporting.reach.breakdowns import hosted_by_month


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

    @property
    def keeps_back(self) -> bool:
        """Tell whether some number of people on the page is not told."""
        figures_shown = [*self.main, self.people, *(month.people for month in self.months)]
        is_hidden = any(figure.state is State.SMALL_GROUP for figure in figures_shown)
        return is_hidden or any(row.is_suppressed or row.is_merged for row in self.rows)


def reach_page(asked: Asked, by: str, *, all_units: bool = False) -> ReachPage:
    """Count what the page shows; each presence is read once."""
    question = asked.question
    past = asked.of(question.past_period)
    at_home = asked.home(home(question)) if asked.sees_home else None
    home_before = past.home(home(past.question)) if asked.sees_home else None
    counted = hosted(question)
    now, before = asked.hosted(counted), hosted(past.question)
    main = [figures.attendances_figure(question, now, before), figures.sessions_figure(question, now, before)]
    if at_home:
        main.insert(0, figures.reached_figure(question, at_home, home_before))
    by = askable_breakdown(asked, by)
    rows, units = breakdown(asked, by, all_units=all_units)
    months = [each for each in hosted_by_month(question) if each[0].starts_on <= localdate(question.at)]
    return ReachPage(
        asked=asked,
        main=main,
        people=figures.people_figure(question, now),
        not_reached=figures.not_reached_figure(question, at_home) if at_home else None,
        rolls=figures.rolls_figure(question, at_home) if at_home else None,
        sentence=people_or_attendances(now),
        by=by,
        rows=rows,
        total=part_row(question, _("All together"), now, at_home, is_total=True),
        months=month_rows(asked, counted, months),
        months_sentence=_months_sentence(now),
        planned=question.planned_sessions.count(),
        unit_count=units,
        periods=_periods(asked, localdate(question.at)),
        topics=list(Topic.objects.in_use().filter(parent=None)),
    )


def people_or_attendances(now: HostedShown) -> str:
    """Say how many attendances the people stand for, and how many are numbers without names."""
    named = sum(now.attendances_by_grade.get(grade, 0) for grade in NAMED_GRADES)
    beyond = now.attendances - named
    if now.people is None:
        words = _("%(named)s attendances are by name; how many people made them is not told: a small group.")
    else:
        words = _("The %(people)s people who came made %(named)s attendances by name.")
    words %= {"people": number(now.people), "named": number(named)}
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


def _periods(asked: Asked, today: date) -> list[tuple[str, str]]:
    """Offer the months of the year as well to those who may not choose days."""
    periods = period_choices(today)
    if asked.reads_names:
        return periods
    months = [f"{today.year}-{month:02d}" for month in range(1, today.month + 1)]
    offered = {code for code, _words in periods}
    return periods + [(code, Period.parse(code).starts_on.strftime("%m/%Y")) for code in months if code not in offered]


def _months_sentence(now: HostedShown) -> str:
    if now.people is None:
        return _("One person can come in several months, so the people of the months do not add up.")
    return _("The people of the months do not add up to %(people)s, since one person can come in several months.") % {
        "people": number(now.people)
    }
