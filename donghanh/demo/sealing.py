"""Reports of the last month: most unions below Quang Minh have sealed theirs or had nothing to report."""

from datetime import time, timedelta

from donghanh.demo.living import QUANG_MINH
from donghanh.demo.rhythm import moment
from donghanh.demo.world import World
from donghanh.gatherings.models import Session
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.reporting.choices import ReportKind
from donghanh.reporting.reports.declarations import Declarations
from donghanh.reporting.services import Issue, declare_nothing, seal_report

LATE = 7
"""How many unions the commune is still waiting for."""
KIND = ReportKind.LEGAL_EDUCATION
EVENING = time(16, 12)


def seal_last_month(world: World) -> None:
    """Let the unions report the month before, as far as its reports are due by now."""
    last_day = world.today.replace(day=1) - timedelta(days=1)
    period, due_on = Period.month_of(last_day), last_day + timedelta(days=5)
    if world.today <= due_on:
        return
    children = Unit.objects.children_of(world.units[QUANG_MINH], on=last_day).order_by("code")
    for unit in list(children)[:-LATE]:
        _report(world, unit, period)


def _report(world: World, unit: Unit, period: Period) -> None:
    at = moment(period.ends_on + timedelta(days=5), EVENING)
    actor = world.officer_of(unit)
    held = Session.objects.hosted_under(unit, during=period).held(by=at).exists()
    if held or Declarations.of(unit, period).told:
        seal_report(unit, KIND, period, Issue(issued_on=at.date()), actor=actor, at=at)
    else:
        declare_nothing(unit, KIND, period, actor=actor, at=at)
