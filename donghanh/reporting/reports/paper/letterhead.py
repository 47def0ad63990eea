"""What stands around a unit's reports: names, symbol, place, signature, recipients, and the laws it cites.

What a unit has not set is worked out from its kind, its area and the unit above.
"""

import re
from dataclasses import dataclass
from datetime import date

from donghanh.org.choices import UNION_KINDS, UnitKind
from donghanh.org.models import DocumentSettings, Unit

_SYMBOLS = {
    UnitKind.CONFEDERATION: "TLĐ",
    UnitKind.FEDERATION: "LĐLĐ",
    UnitKind.SECTOR_UNION: "CĐN",
    UnitKind.SUPERIOR_UNION: "CĐ",
    UnitKind.GRASSROOTS_UNION: "CĐCS",
    UnitKind.OCCUPATIONAL_UNION: "NĐCS",
    UnitKind.SECTION: "CĐBP",
    UnitKind.SOCIAL_SECURITY: "BHXH",
}
_IN_FULL = {"LĐLĐ ": "Liên đoàn Lao động ", "CĐCS ": "Công đoàn cơ sở ", "BHXH ": "Bảo hiểm xã hội "}
_AREA_KIND = re.compile(r"^(Thành phố|Thủ đô|Tỉnh|Xã|Phường|Đặc khu)\s+")
_NO_STANDING_COMMITTEE = {UnitKind.GRASSROOTS_UNION, UnitKind.OCCUPATIONAL_UNION, UnitKind.SECTION}
_DOTS = "......................"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """How one report is headed, numbered, dated and signed; sealed with its values."""

    parent_body: str
    issuing_body: str
    symbol: str
    place: str
    authority: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]
    legal_bases: tuple[str, ...]
    prints_distinct_people: bool
    year: int
    number: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class LegalBase:
    """A law that reports rest on, while it is in force."""

    words: str
    starts_on: date
    ends_on: date | None = None
    kinds: tuple[str, ...] = (*UNION_KINDS, UnitKind.SOCIAL_SECURITY)


_LEGAL_BASES = (
    LegalBase("Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm 2012", date(2013, 1, 1)),
    LegalBase("Căn cứ Luật Công đoàn ngày 20 tháng 6 năm 2012", date(2013, 1, 1), date(2025, 6, 30), UNION_KINDS),
    LegalBase("Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024", date(2025, 7, 1), None, UNION_KINDS),
    LegalBase(
        "Căn cứ Luật Bảo hiểm xã hội ngày 20 tháng 11 năm 2014",
        date(2016, 1, 1),
        date(2025, 6, 30),
        (UnitKind.SOCIAL_SECURITY,),
    ),
    LegalBase(
        "Căn cứ Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024", date(2025, 7, 1), None, (UnitKind.SOCIAL_SECURITY,)
    ),
)


def letterhead_of(unit: Unit, *, on: date) -> Letterhead:
    """Return how a report that ``unit`` issues on a day is headed and signed, number and date still open."""
    chosen = DocumentSettings.objects.filter(unit=unit).first() or DocumentSettings(unit=unit)
    above = _units_above(unit, on)
    parent = above[-1] if above else None
    authority = chosen.authority or _authority(unit)
    title = chosen.signer_title or ("Giám đốc" if unit.kind == UnitKind.SOCIAL_SECURITY else "Chủ tịch")
    return Letterhead(
        parent_body=chosen.parent_heading or (in_full(parent.name) if parent else ""),
        issuing_body=chosen.heading or in_full(unit.name),
        symbol=f"BC-{chosen.symbol or _SYMBOLS[UnitKind(unit.kind)]}",
        place=chosen.place or _place([*above, unit]) or _DOTS,
        authority=tuple(filter(None, (authority, title))),
        signer=chosen.signer_name,
        recipients=_recipients(chosen, parent),
        legal_bases=tuple(base.words for base in _LEGAL_BASES if _is_cited(base, unit, on)),
        prints_distinct_people=chosen.prints_distinct_people,
        year=on.year,
    )


def in_full(name: str) -> str:
    """Write out the abbreviation that a name of a body begins with."""
    for short, long in _IN_FULL.items():
        if name.startswith(short):
            return long + name.removeprefix(short)
    return name


def _units_above(unit: Unit, on: date) -> list[Unit]:
    """Return the units above from the root down, as the tree stood on a day or, before and after, at its edge."""
    place = unit.placements.on(on).first() or unit.placements.order_by("-starts_on").first()
    ids = place.unit_ids[:-1] if place else []
    found = Unit.objects.select_related("area").in_bulk(ids)
    return [found[pk] for pk in ids]


def _place(units: list[Unit]) -> str:
    """Name the place that a report is dated at: the unit's own area, or that of the nearest unit above."""
    areas = [unit.area.name for unit in units if unit.area]
    return _AREA_KIND.sub("", areas[-1]) if areas else ""


def _authority(unit: Unit) -> str:
    if unit.kind == UnitKind.SOCIAL_SECURITY:
        return ""
    return "TM. Ban Chấp hành" if unit.kind in _NO_STANDING_COMMITTEE else "TM. Ban Thường vụ"


def _recipients(chosen: DocumentSettings, parent: Unit | None) -> tuple[str, ...]:
    typed = tuple(filter(None, (line.strip() for line in chosen.recipients.splitlines())))
    return typed or tuple(filter(None, (f"{parent.label} (để báo cáo)" if parent else "", "Lưu: VT")))


def _is_cited(base: LegalBase, unit: Unit, on: date) -> bool:
    return unit.kind in base.kinds and base.starts_on <= on and (base.ends_on is None or on <= base.ends_on)
