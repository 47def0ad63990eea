"""Lists that are written as lines: one thing a line, its parts with a bar between them."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from donghanh.guides.content_format import Cite
from donghanh.kernel.text import clean

_CITE = ("id", "document", "article", "clause", "point", "starts_on", "ends_on", "certainty", "note")
_REQUIRED = 8


def lines(text: str) -> list[str]:
    """Return the lines that say something."""
    return [line for each in text.splitlines() if (line := clean(each))]


def pairs(text: str, first: str, second: str) -> list[dict[str, str]]:
    """Return lines of two parts, or say which line has not two."""
    return [dict(zip((first, second), _parts(line, 2), strict=True)) for line in lines(text)]


def cites(text: str) -> list[dict[str, Any]]:
    """Return lines of citations, or say which one is not written as asked."""
    return [_cite(line) for line in lines(text)]


def pair_lines(rows: list[Any], first: str, second: str) -> str:
    """Write pairs as they are typed."""
    return "\n".join(f"{getattr(row, first)} | {getattr(row, second)}" for row in rows)


def cite_lines(rows: list[Cite]) -> str:
    """Write citations as they are typed."""
    return "\n".join(" | ".join(_written(getattr(row, name)) for name in _CITE) for row in rows)


def _cite(line: str) -> dict[str, Any]:
    parts = [part.strip() for part in line.split("|")]
    if not _REQUIRED <= len(parts) <= len(_CITE) or not parts[0].isdecimal():
        raise ValidationError(
            _("“%(line)s” is no citation. Write: 1 | 45/2019/QH14 | 97 | 4 | | 01/01/2021 | | A | note"),
            params={"line": line},
        )
    given: dict[str, Any] = dict(zip(_CITE, parts, strict=False))
    given["id"] = int(given["id"])
    given["starts_on"] = _day(given["starts_on"], line)
    given["ends_on"] = _day(given["ends_on"], line) if given["ends_on"] else None
    return given


def _parts(line: str, count: int) -> list[str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != count or not all(parts):
        raise ValidationError(_("“%(line)s” needs two parts with one | between them."), params={"line": line})
    return parts


def _day(typed: str, line: str) -> date:
    try:
        return datetime.strptime(typed, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise ValidationError(
            _("“%(typed)s” in “%(line)s” is no day. Write it as 24/11/2026."), params={"typed": typed, "line": line}
        ) from None


def _written(value: Any) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
