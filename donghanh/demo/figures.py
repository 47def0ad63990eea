"""Figures that stand beside what is counted: published ones, and those that units declare each quarter."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from donghanh.demo.living import HANOI, KHANH_HOA, QUANG_MINH
from donghanh.demo.rhythm import OFFICE_HOURS, moment
from donghanh.demo.world import World
from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import DeclaredGrade, FigureKind, PlaceKind
from donghanh.indicators.models import WaitingGroup
from donghanh.indicators.services import Statement, assign_group, declare_figure, import_figures
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit

PUBLISHED = Path(__file__).parent / "published_figures.json"
QUARTERLY = {
    HANOI: {"printed_items": 12_000, "news_items": 240, "guidance_documents": 6, "facebook_posts": 160},
    KHANH_HOA: {"printed_items": 3_500, "news_items": 90, "guidance_documents": 3},
    QUANG_MINH: {"printed_items": 900, "zalo_articles": 36, "dialogues": 9, "questions_answered_live": 70},
    "LDLD-01-BADINH": {"printed_items": 400, "dialogues": 4},
    "BHXH-01": {"printed_items": 20_000, "news_items": 180, "website_articles": 60},
}
"""About how much each of these units declares for a quarter."""
CHAIRS = 6


def declare(world: World) -> None:
    """Import the published figures, and declare some for each quarter that is over."""
    import_published(world)
    for code, amounts in QUARTERLY.items():
        for quarter in _quarters_of(world, world.units[code]):
            for indicator, about in amounts.items():
                _declare(world, world.units[code], indicator, quarter, about)
    for place in world.places()[:CHAIRS]:
        for quarter in list(_quarters_of(world, place.unit))[-2:]:
            _declare(world, place.unit, "dialogues", quarter, 2)
            # Counted sessions of the same unit and quarter stand beside this one: the double count is pointed out.
            _declare(world, place.unit, "legal_education_sessions", quarter, 3)
    _declare_bookcases(world)


def import_published(world: World) -> None:
    """Import what real bodies published; Quang Minh's are assigned, others wait for somebody to choose."""
    document = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    import_figures(document, actor=world.system, at=world.now)
    for waiting in WaitingGroup.objects.waiting().filter(name__startswith="Quang Minh"):
        assign_group(waiting, world.units[QUANG_MINH], actor=world.system, at=world.now)


def _quarters_of(world: World, unit: Unit) -> Iterator[Period]:
    """Yield the quarters of the eighteen months that are over and in which the unit existed."""
    first = world.first_day
    for number in range(first.year * 4 + (first.month + 1) // 3, world.today.year * 4 + 4):
        quarter = Period.parse(f"{number // 4}-Q{number % 4 + 1}")
        if unit.founded_on <= quarter.ends_on < world.days_ago(5):
            yield quarter


def _declare(world: World, unit: Unit, indicator: str, period: Period, about: int) -> None:
    dice = world.dice("declared", unit.code, indicator, period.starts_on)
    _state(world, unit, indicator, period, max(round(about * dice.uniform(0.7, 1.3)), 1))


def _declare_bookcases(world: World) -> None:
    for quarter in list(_quarters_of(world, world.units[QUANG_MINH]))[-1:]:
        for kind, count in ((PlaceKind.ENTERPRISE, 33), (PlaceKind.DORMITORY, 6), (PlaceKind.RELAXATION_CORNER, 4)):
            _state(world, world.units[QUANG_MINH], "legal_bookcases", quarter, count, place_kind=kind)


def _state(world: World, unit: Unit, indicator: str, period: Period, value: int, **cuts: str) -> None:
    statement = Statement(
        indicator=indicator,
        period=period,
        amount=Amount(value=value),
        source=f"Báo cáo quý của {unit.label}",
        kind=FigureKind.STOCK if cuts else FigureKind.FLOW,
        cuts=cuts,
        grade=DeclaredGrade.C if value % 3 else DeclaredGrade.D,
    )
    at = moment(period.ends_on + timedelta(days=4), OFFICE_HOURS)
    declare_figure(unit, statement, actor=world.officer_of(unit), at=at)
