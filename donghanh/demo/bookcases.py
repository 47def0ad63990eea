"""Shelves of legal bookcases and links to guides, with the scans, opens and reports of some weeks."""

from datetime import timedelta
from random import Random

from donghanh.demo.living import QUANG_MINH
from donghanh.demo.logins import FIRST_UNION
from donghanh.demo.world import World
from donghanh.guides.choices import BookFault, ShelfKind
from donghanh.guides.content_files import read_shipped
from donghanh.guides.models import Guide, LinkOpens, Shelf, ShelfScans
from donghanh.guides.services import (
    ShelfFacts,
    Thing,
    close_report,
    load_shipped,
    make_link,
    make_shelf,
    put_on_shelf,
    report_book,
)
from donghanh.org.models import Unit

DAYS = 45
SHELVES = (
    (
        QUANG_MINH, ShelfFacts("Tủ sách nhà trọ Ví Dụ số 2", ShelfKind.DORMITORY, "Tầng 1, cạnh phòng bảo vệ"),
        ("labour-contract", "late-wages", "overtime", "social-insurance-basics", "maternity"),
    ),
    (
        QUANG_MINH, ShelfFacts("Góc nghỉ chân công nhân Thử", ShelfKind.RELAXATION_CORNER, "Cổng khu công nghiệp Mẫu"),
        ("resign-and-notice", "severance", "unemployment-benefit"),
    ),
    (
        FIRST_UNION, ShelfFacts("Tủ sách phân xưởng may", ShelfKind.ENTERPRISE, "Nhà ăn ca, cửa phía đông"),
        ("overtime", "night-work", "annual-leave", "women-workers"),
    ),
)  # fmt: skip
"""Whose it is, what is said about it, which guides stand on it."""
BOOKS = ("Sổ tay pháp luật lao động (bản in thử)", "Tờ gấp An toàn lao động (bản in thử)")
LINKS = (("late-wages", "Nhóm Zalo chuyền 3"), ("overtime", "Nhóm Zalo tổ trưởng"))


def keep_bookcases(world: World) -> None:
    """Make the guides, shelves and links of the units in depth."""
    load_shipped(read_shipped().contents, actor=world.system, at=world.now - timedelta(days=DAYS))
    guides = {guide.slug: guide for guide in Guide.objects.all()}
    for code, facts, slugs in SHELVES:
        shelf = _filled(world, world.units[code], facts, [guides[slug] for slug in slugs if slug in guides])
        _scan(world, shelf)
    _miss_a_book(world)
    unit = world.units[QUANG_MINH]
    for slug, place in LINKS:
        if slug in guides:
            _spread(world, unit, guides[slug], place)


def _filled(world: World, unit: Unit, facts: ShelfFacts, guides: list[Guide]) -> Shelf:
    actor = world.officer_of(unit)
    shelf = make_shelf(unit, facts, actor=actor, at=world.now - timedelta(days=DAYS))
    for guide in guides:
        put_on_shelf(shelf, Thing(guide=guide), actor=actor)
    put_on_shelf(shelf, Thing(document="45/2019/QH14", note="Bản in để trên tủ"), actor=actor)
    for title in BOOKS:
        put_on_shelf(shelf, Thing(title=title), actor=actor)
    return shelf


def _scan(world: World, shelf: Shelf) -> None:
    dice = world.dice("scans", shelf.name)
    ShelfScans.objects.bulk_create(
        ShelfScans(shelf=shelf, day=world.days_ago(days), count=count) for days, count in _counts(dice, 9)
    )


def _spread(world: World, unit: Unit, guide: Guide, place: str) -> None:
    link = make_link(guide, unit, place, actor=world.officer_of(unit), at=world.now - timedelta(days=DAYS))
    dice = world.dice("opens", place)
    LinkOpens.objects.bulk_create(
        LinkOpens(link=link, day=world.days_ago(days), count=count) for days, count in _counts(dice, 25)
    )


def _miss_a_book(world: World) -> None:
    """Let readers report two books; one report is already answered."""
    shelf = Shelf.objects.select_related("unit").order_by("pk")[0]
    hours_ago = world.now - timedelta(hours=30)
    report_book(shelf, BookFault.OUTDATED, "Tờ gấp lương tối thiểu còn ghi mức cũ", network="demo", at=hours_ago)
    missing = report_book(
        shelf, BookFault.MISSING, "Không thấy Sổ tay pháp luật lao động", network="demo", at=hours_ago
    )
    actor = world.officer_of(shelf.unit)
    close_report(missing, "Đã để lại một cuốn mới", actor=actor, at=world.now - timedelta(hours=3))


def _counts(dice: Random, most: int) -> list[tuple[int, int]]:
    """Return how often something was opened on some of the last days."""
    return [(days, dice.randint(1, most)) for days in range(DAYS) if dice.random() < 0.6]
