"""Guides, shelves and law to test with; every word of them is made up."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import now

from donghanh.guides.choices import ShelfKind
from donghanh.guides.content_format import Content
from donghanh.guides.content_reading import read_content
from donghanh.guides.models import Guide, GuideVersion, Shelf
from donghanh.guides.services import ShelfFacts, load_shipped, make_shelf
from donghanh.org.models import Unit, User

COMPARED = date(2026, 6, 1)
CODE = "45/2019/QH14"


def words(**changes: Any) -> dict[str, Any]:
    """Return the words of a guide in one language."""
    return {
        "title": "Bị nợ lương", "question": "Công ty nợ lương hai tháng thì làm gì?",
        "answer": "Công ty phải trả đủ [1]. Bạn đòi bằng giấy [2]. Công đoàn giúp bạn.",
        "steps": ["Giữ phiếu lương [1].", "Gửi đơn cho công ty [1,2]."],
        "deadlines": [{"what": "Yêu cầu hòa giải", "when": "trong 6 tháng [1]"}], "papers": ["Hợp đồng"],
        "call": [{"who": "Công đoàn cơ sở", "how": "Nói bị nợ mấy tháng"}], "traps": ["Đừng ký giấy trắng."], **changes,
    }  # fmt: skip


def given(slug: str = "no-luong", **changes: Any) -> dict[str, Any]:
    """Return a guide as a file holds it."""
    cite = {"clause": "4", "starts_on": date(2021, 1, 1)}
    return {
        "slug": slug, "topics": ["wages"], "compared_on": COMPARED, "review_by": date(2026, 12, 1),
        "words": ["nợ lương", "chậm lương"],
        "cites": [
            {"id": 1, "document": CODE, "article": "97", "certainty": "A", **cite},
            {"id": 2, "document": "12/2030/NĐ-CP", "article": "9", "certainty": "B", "note": "báo chí", **cite},
        ],
        "vi": words(), "en": words(title="Wages late"), **changes,
    }  # fmt: skip


def content(slug: str = "no-luong", **changes: Any) -> Content:
    """Return a guide that keeps the format."""
    return read_content(given(slug, **changes), "thử")


def make_guide(slug: str = "no-luong", *, at: datetime | None = None, **changes: Any) -> GuideVersion:
    """Bring a guide in as if it came with the site; return the version that readers are given."""
    load_shipped([content(slug, **changes)], actor=User.objects.system(), at=at or now())
    return Guide.objects.get(slug=slug).versions.get(state="in_use")


def facts(name: str = "Tủ sách nhà trọ") -> ShelfFacts:
    """Return what is said about a bookcase."""
    return ShelfFacts(name, ShelfKind.DORMITORY, "Tầng 1")


def make_shelf_at(unit: Unit, name: str = "Tủ sách nhà trọ") -> Shelf:
    """Make a shelf in the name of the system."""
    return make_shelf(unit, facts(name), actor=User.objects.system(), at=now())
