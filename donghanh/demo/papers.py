"""How the official papers of the units in depth look."""

from typing import NamedTuple

from donghanh.demo import names
from donghanh.demo.living import HANOI, KHANH_HOA, QUANG_MINH
from donghanh.demo.world import World
from donghanh.org.services import set_document_settings
from donghanh.people.choices import Gender


class Paper(NamedTuple):
    """The body above, the issuing body, its symbol and place, in whose name is signed, and as what."""

    above: str
    heading: str
    symbol: str
    place: str
    authority: str = "TM. BAN THƯỜNG VỤ"
    title: str = "CHỦ TỊCH"


_TLD = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"
_HANOI = "LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI"
_BHXH = "BẢO HIỂM XÃ HỘI VIỆT NAM"
_DIRECTOR = ("", "GIÁM ĐỐC")
PAPERS = {
    "TLD": Paper("", _TLD, "TLĐ", "Hà Nội", "TM. ĐOÀN CHỦ TỊCH"),
    HANOI: Paper(_TLD, _HANOI, "LĐLĐ", "Hà Nội"),
    KHANH_HOA: Paper(_TLD, "LIÊN ĐOÀN LAO ĐỘNG TỈNH KHÁNH HÒA", "LĐLĐ", "Khánh Hòa"),
    QUANG_MINH: Paper(_HANOI, "CÔNG ĐOÀN XÃ QUANG MINH", "CĐX", "Quang Minh"),
    "LDLD-01-BADINH": Paper(_HANOI, "CÔNG ĐOÀN PHƯỜNG BA ĐÌNH", "CĐP", "Ba Đình"),
    "LDLD-01-SONTAY": Paper(_HANOI, "CÔNG ĐOÀN PHƯỜNG SƠN TÂY", "CĐP", "Sơn Tây"),
    "BHXH": Paper("BỘ TÀI CHÍNH", _BHXH, "BHXH", "Hà Nội", *_DIRECTOR),
    "BHXH-01": Paper(_BHXH, "BẢO HIỂM XÃ HỘI THÀNH PHỐ HÀ NỘI", "BHXH", "Hà Nội", *_DIRECTOR),
    "BHXH-56": Paper(_BHXH, "BẢO HIỂM XÃ HỘI TỈNH KHÁNH HÒA", "BHXH", "Khánh Hòa", *_DIRECTOR),
}


def print_settings(world: World) -> None:
    """Set heading, symbol, place, signature and recipients of these units' papers."""
    for code, paper in PAPERS.items():
        set_document_settings(
            world.units[code],
            actor=world.system,
            parent_heading=paper.above,
            heading=paper.heading,
            symbol=paper.symbol,
            place=paper.place,
            authority=paper.authority,
            signer_title=paper.title,
            signer_name=names.person(world.dice("signer", code), Gender.MALE),
            recipients="\n".join(_recipients(world, code)),
        )


def _recipients(world: World, code: str) -> list[str]:
    above = world.units[code].placement_on(world.today)
    parent = [f"- {above.parent.name} (b/c)"] if above and above.parent else []
    return [*parent, "- Các đơn vị trực thuộc", "- Lưu: VT"]
