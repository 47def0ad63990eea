"""Which units come closest to a name in a file: offered to a person, never taken."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from donghanh.kernel.text import fold
from donghanh.org.models import Unit

MOST = 5
LEAST_RATIO = 0.6
# Words that many bodies share say nothing about which one is meant.
COMMON_WORDS = (
    "tong lien doan lao dong", "lien doan lao dong", "ldld", "cong doan co so", "cdcs", "cong doan",
    "bao hiem xa hoi", "bhxh", "dac khu", "thanh pho", "phuong", "tinh", "xa",
    "federation of labour", "confederation of labour", "trade union", "social insurance", "social security",
    "special zone", "commune", "ward", "province", "city", "grassroots", "union",
)  # fmt: skip


def nearest_units(name: str, *, under: Unit | None, on: date) -> list[Unit]:
    """Return the units, below ``under`` when it is given, whose names come closest to ``name``."""
    units = Unit.objects.under(under, on=on) if under else Unit.objects.on(on)
    by_key: dict[str, list[Unit]] = defaultdict(list)
    for unit in units.only("pk", "code", "name", "short_name").order_by("pk"):
        for key in {_key(unit.name), _key(unit.short_name)} - {""}:
            by_key[key].append(unit)
    first_part = name.partition(",")[0]
    keys = _closest([_key(first_part), _key(name)], by_key)
    found = [unit for key in keys for unit in by_key[key]]
    return list(dict.fromkeys(found))[:MOST]


def _closest(wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the known keys near any of the wanted ones, those of the first one first."""
    known = list(known)
    found = [key for each in wanted for key in get_close_matches(each, known, n=MOST, cutoff=LEAST_RATIO)]
    return list(dict.fromkeys(found))


def _key(name: str) -> str:
    """Reduce a name to what is its own, without spaces: “Hanoi” and “Hà Nội” are one."""
    words = f" {fold(name)} ".replace(",", " ").replace("-", " ")
    for common in COMMON_WORDS:
        words = words.replace(f" {common} ", " ")
    return "".join(words.split())
