"""Guides, links and shelves: open to read for everybody, kept by officers."""

from collections.abc import Iterator
from functools import partial

from django.utils.timezone import now

from donghanh.conftest import FIRST_DAY
from donghanh.guides.choices import BookFault
from donghanh.guides.models import BookReport, Guide, ShareLink, Shelf, ShelfItem, StaleMark
from donghanh.guides.services import Thing, make_link, put_on_shelf, report_book
from donghanh.guides.tests.factories import make_guide, make_shelf_at
from donghanh.org.models import User
from donghanh.org.services import found_unit
from donghanh.tests.doors.needs import Target, changes_somewhere, changes_there, everybody, keeps_law, reads_somewhere
from donghanh.tests.doors.register.door import BOTH, POST, Args, Door, no, nowhere, public
from donghanh.tests.doors.scenery import Scenery


def _guide(_scenery: Scenery) -> Iterator[Target]:
    """Yield a guide; the scenery has none."""
    yield Target("", Guide.objects.filter(slug="no-luong").first() or make_guide().guide)


def _link(scenery: Scenery) -> Iterator[Target]:
    """Yield a link that G spreads."""
    guide = next(_guide(scenery)).records
    link = ShareLink.objects.first()
    yield Target("G", link or make_link(guide, scenery.units["G"], "Nhóm thử", actor=User.objects.system(), at=now()))


def _shelf(scenery: Scenery) -> Iterator[Target]:
    """Yield a shelf of G that something stands on, and of which something was reported."""
    shelf = Shelf.objects.first() or make_shelf_at(scenery.units["G"])
    if not shelf.items.exists():
        put_on_shelf(shelf, Thing(title="Sổ tay"), actor=User.objects.system())
        report_book(shelf, BookFault.MISSING, "Sổ tay", network="thu", at=now())
    yield Target("G", shelf)


def _published(scenery: Scenery) -> Iterator[Target]:
    """Yield a shelf whose union says its name on the page, as all do; the other names here are to be kept."""
    unit = found_unit(
        "DV-TU", "Công đoàn có tủ sách", "grassroots_union", actor=User.objects.system(), parent=scenery.units["C"],
        on=FIRST_DAY,
    )  # fmt: skip
    yield Target("", make_shelf_at(unit))


def _mark(scenery: Scenery) -> Iterator[Target]:
    """Yield something that waits to be looked at again."""
    guide = next(_guide(scenery)).records
    mark, _is_new = StaleMark.objects.get_or_create(
        kind="guide", key=guide.slug, reason="review_due", settled_at=None,
        defaults={"since": now().date(), "found_at": now()},
    )  # fmt: skip
    yield Target("", mark)


_SLUG: Args = lambda guide: [guide.slug]  # noqa: E731 - a table of short functions
_VERSION: Args = lambda guide: [guide.slug, 1]  # noqa: E731
_CODE: Args = lambda record: [record.code]  # noqa: E731
_ITEM: Args = lambda shelf: [shelf.code, ShelfItem.objects.get(shelf=shelf).pk]  # noqa: E731
_REPORT: Args = lambda shelf: [shelf.code, BookReport.objects.get(shelf=shelf).pk]  # noqa: E731
_FACTS = {"name": "Khác", "kind": "other", "place": "Chỗ khác"}
_kept = partial(Door, "law", keeps_law, _guide)
_shared = partial(Door, "shelves", changes_somewhere("shelves"))
_shelved = partial(Door, "shelves", changes_there("shelves"), _shelf)

GUIDES: dict[str, Door] = {
    "guides:guide-list": Door("", everybody, nowhere, no, queries=("", "?q=no luong", "?topic=wages")),
    "guides:guide": Door("", everybody, _guide, _SLUG),
    "guides:leaflet": Door("", everybody, _guide, lambda guide: [guide.slug, "a5"]),
    "guides:link": Door("", everybody, _link, _CODE),
    "guides:shelf": Door("", everybody, _published, _CODE),
    "guides:shelf-scan": Door("", everybody, _published, _CODE),
    "guides:shelf-report": Door("", everybody, _published, _CODE, BOTH, data={"fault": "missing", "words": "Sổ tay"}),
    "guides:desk-list": Door("law", keeps_law, nowhere, no),
    "guides:review-list": Door("law", keeps_law, nowhere, no),
    "guides:guide-new": Door("law", keeps_law, nowhere, no, BOTH),
    "guides:review-mark": Door("law", keeps_law, _mark, lambda mark: [mark.pk], BOTH, data={"note": "Vẫn đúng"}),
    "guides:guide-edit": _kept(_SLUG, BOTH),
    "guides:guide-verify": _kept(_SLUG, POST),
    "guides:guide-retire": _kept(_SLUG, POST),
    "guides:guide-reinstate": _kept(_SLUG, POST),
    "guides:version": _kept(_VERSION),
    "guides:version-take": _kept(_VERSION, POST),
    "guides:version-pass-over": _kept(_VERSION, POST),
    "guides:share": _shared(_guide, _SLUG, BOTH, data={"place": "Nhóm thử"}),
    "guides:link-list": _shared(nowhere, no),
    "guides:shelf-list": Door("shelves", reads_somewhere("shelves"), nowhere, no),
    "guides:shelf-new": _shared(nowhere, no, BOTH),
    "guides:shelf-keep": _shelved(_CODE, BOTH, data={"title": "Khác"}),
    "guides:shelf-poster": _shelved(_CODE),
    "guides:shelf-edit": _shelved(_CODE, BOTH, data=_FACTS),
    "guides:shelf-copy": _shelved(_CODE, BOTH, data=_FACTS),
    "guides:shelf-retire": _shelved(_CODE, POST),
    "guides:shelf-reinstate": _shelved(_CODE, POST),
    "guides:item-remove": _shelved(_ITEM, POST),
    "guides:item-up": _shelved(_ITEM, POST),
    "guides:report-close": _shelved(_REPORT, POST, data={"note": "Đã thay"}),
    "api:list_guides": public(),
    "api:read_guide": Door("", everybody, _guide, _SLUG),
}
