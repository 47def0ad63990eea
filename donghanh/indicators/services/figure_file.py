"""The only place that knows how a file of published figures is written.

``{"figures": [group, …]}``; a group names one body and period and holds its values.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import CUTS, FigureKind, Origin, Qualifier
from donghanh.indicators.errors import FigureFileUnclear, NotAFigureFile
from donghanh.indicators.services.statement import Statement
from donghanh.kernel.periods import Period
from donghanh.kernel.text import clean, unstorable_in

GROUP_KEYS = {
    "unit", "unit_code", "parent_code", "credited_to", "from", "to", "founded_on", "former_unit",
    "successor_code", "note", "values",
}  # fmt: skip
NUMBERS = {"value": "value", "min": "minimum", "max": "maximum", "change": "change"}
VALUE_KEYS = {"indicator", "kind", "qualifier", "part_of", "change_percent", *NUMBERS, *CUTS}
LONGEST = {"unit": 200, "note": 300}
_HUNDREDTH = Decimal("0.01")
_MOST_PERCENT = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What one body published about one period; ``content`` is the group as it was written."""

    place: str
    name: str
    period: Period
    unit_code: str = ""
    parent_code: str = ""
    credited_to: tuple[str, ...] = ()
    is_former: bool = False
    note: str = ""
    content: Mapping[str, Any]


def groups_of(document: object) -> Iterator[tuple[str, object]]:
    """Give each group of a document with its place: “Group 2 (name)”."""
    groups = document.get("figures") if isinstance(document, Mapping) else None
    if not isinstance(groups, list):
        raise NotAFigureFile
    for number, written in enumerate(groups, start=1):
        place = _("Group %(number)s") % {"number": number}
        name = written.get("unit") if isinstance(written, Mapping) else None
        yield f"{place} ({name})" if name else place, written


def values_of(group: Group) -> Iterator[tuple[str, object]]:
    """Give each value of a group with its place: “Group 2 (name), value 3 (indicator)”."""
    for number, written in enumerate(group.content["values"], start=1):
        place = _("%(group)s, value %(number)s") % {"group": group.place, "number": number}
        indicator = written.get("indicator") if isinstance(written, Mapping) else None
        yield f"{place} ({indicator})" if indicator else place, written


def read_group(written: object, place: str) -> Group:
    """Read one group, or say what is unclear in it."""
    if not isinstance(written, Mapping):
        raise FigureFileUnclear(_("“%(value)s” is no group. Write it in braces."), value=written)
    if (text := unstorable_in(written)) is not None:
        raise FigureFileUnclear(_("%(value)s holds a sign that cannot be kept. Type it anew."), value=ascii(text)[:60])
    _refuse_unknown_keys(written, GROUP_KEYS)
    if "founded_on" in written:
        _day(written, "founded_on")
    if not isinstance(written.get("values"), list) or not written["values"]:
        raise FigureFileUnclear(_("The group has no list “values”. Write at least one figure in it."))
    is_former = written.get("former_unit", False)
    if not isinstance(is_former, bool):
        raise FigureFileUnclear(_("“former_unit” is “%(value)s”. Write true or false."), value=is_former)
    credited_to = written.get("credited_to", [])
    if not isinstance(credited_to, list):
        raise FigureFileUnclear(_("“credited_to” is “%(value)s”. Write a list of unit codes."), value=credited_to)
    return Group(
        place=place,
        name=_text(written, "unit", needed=True),
        period=_period(written),
        unit_code=_text(written, "successor_code" if is_former else "unit_code", needed=is_former),
        parent_code=_text(written, "parent_code"),
        credited_to=tuple(str(code) for code in credited_to),
        is_former=is_former,
        note=_text(written, "note"),
        content=written,
    )


def read_value(written: object, group: Group, *, source: str) -> Statement:
    """Read one value of a group, or say what is unclear in it."""
    if not isinstance(written, Mapping):
        raise FigureFileUnclear(_("“%(value)s” is no figure. Write it in braces."), value=written)
    _refuse_unknown_keys(written, VALUE_KEYS)
    return Statement(
        indicator=_text(written, "indicator", needed=True),
        period=group.period,
        amount=_amount(written),
        source=source,
        kind=_one_of(written, "kind", FigureKind.values),
        cuts={name: _text(written, name) for name in CUTS if name in written},
        part_of=_text(written, "part_of"),
        former_unit=group.name if group.is_former else "",
        origin=Origin.PUBLISHED,
        note=group.note,
    )


def _amount(written: Mapping[str, Any]) -> Amount:
    numbers = {field: _whole(written, key) for key, field in NUMBERS.items() if key in written}
    qualifier = Qualifier(_one_of(written, "qualifier", Qualifier.values, default=Qualifier.EXACT))
    return Amount(**numbers, change_percent=_percent(written), qualifier=qualifier)


def _period(written: Mapping[str, Any]) -> Period:
    starts_on, ends_on = _day(written, "from"), _day(written, "to")
    if starts_on > ends_on:
        raise FigureFileUnclear(
            _("The period ends on %(to)s before it begins on %(from)s. Mend one of the days."),
            **{"from": starts_on, "to": ends_on},
        )
    return Period(starts_on, ends_on)


def _day(written: Mapping[str, Any], key: str) -> date:
    text = _text(written, key, needed=True)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FigureFileUnclear(
            _("“%(key)s” is “%(value)s”. Write a day as 2025-12-31."), key=key, value=text
        ) from None


def _text(written: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
    value = written.get(key, "")
    if not isinstance(value, str):
        raise FigureFileUnclear(_("“%(key)s” is “%(value)s”. Write it in quotes."), key=key, value=value)
    text = clean(value)
    if needed and not text:
        raise FigureFileUnclear(_("“%(key)s” is missing. Write it."), key=key)
    if len(text) > LONGEST.get(key, 60):
        raise FigureFileUnclear(
            _("“%(key)s” is longer than %(most)s characters: “%(value)s”. Shorten it."),
            key=key, most=LONGEST.get(key, 60), value=text,
        )  # fmt: skip
    return text


def _one_of(written: Mapping[str, Any], key: str, known: list[str], *, default: str = "") -> str:
    value = _text(written, key, needed=not default) or default
    if value not in known:
        raise FigureFileUnclear(
            _("“%(key)s” is “%(value)s”. Write one of: %(known)s."), key=key, value=value, known=", ".join(known)
        )
    return value


def _whole(written: Mapping[str, Any], key: str) -> int:
    value = written[key]
    # To Python true is 1; in a file it is a slip.
    if not isinstance(value, int) or isinstance(value, bool):
        raise FigureFileUnclear(
            _("“%(key)s” is “%(value)s”. Write a whole number without dots, such as 1352585."),
            key=key, value=value,
        )  # fmt: skip
    return value


def _percent(written: Mapping[str, Any]) -> Decimal | None:
    if "change_percent" not in written:
        return None
    value = written["change_percent"]
    percent = Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None
    is_number = percent is not None and percent.is_finite() and abs(percent) < _MOST_PERCENT
    if percent is None or not is_number or percent != percent.quantize(_HUNDREDTH):
        raise FigureFileUnclear(
            _("“change_percent” is “%(value)s”. Write a number with two decimals at most, such as -2.5."),
            value=value,
        )
    return percent


def _refuse_unknown_keys(written: Mapping[str, Any], known: set[str]) -> None:
    for key in written:
        if key not in known:
            raise FigureFileUnclear(
                _("“%(key)s” means nothing here. Known are: %(known)s."), key=key, known=", ".join(sorted(known))
            )
