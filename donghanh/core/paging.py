"""Lists by keyset: a page starts after a known row, so page 1,000 costs what page 1 costs.

Nothing is counted. A page names its neighbours by tokens, which a list keeps in its address.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import reduce
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field, Model, Q, QuerySet

from donghanh.kernel.text import is_storable

Row = TypeVar("Row", bound=Model)
AFTER, BEFORE = "after", "before"
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class KeysetPage(Generic[Row]):
    """Some rows of a list, and the tokens of the pages around them; "" where the list ends."""

    rows: list[Row]
    next_token: str
    previous_token: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A place between two rows: on one side of the row that has these values."""

    side: str
    values: list[Any]


def keyset_page(
    queryset: QuerySet[Row],
    *,
    order: tuple[str, ...] = ("name_key", "pk"),
    after: str = "",
    size: int = PAGE_SIZE,
) -> KeysetPage[Row]:
    """Return the page of a list that ``after`` names; an unreadable token names the first page.

    ``order`` holds names of fields that are never null, each with "-" in front to descend, and
    ends with one that is unique.
    """
    place = _read(after, queryset.model, order)
    backwards = place is not None and place.side == BEFORE
    directed = tuple(_turned(name) for name in order) if backwards else order
    found = queryset.order_by(*directed)
    if place:
        found = found.filter(_beyond(place.values, directed))
    rows = list(found[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if place and (not rows or (backwards and not more)):
        # What the token pointed at is gone, or the start of the list was reached: show it whole.
        return keyset_page(queryset, order=order, size=size)
    if backwards:
        rows.reverse()
    has_next, has_previous = (True, more) if backwards else (more, place is not None)
    return KeysetPage(
        rows,
        next_token=_token(AFTER, rows[-1], order) if rows and has_next else "",
        previous_token=_token(BEFORE, rows[0], order) if rows and has_previous else "",
    )


def is_token(token: str, model: type[Model], order: tuple[str, ...]) -> bool:
    """Tell whether a token names a place in a list in this order, for those who refuse what they cannot read."""
    return _read(token, model, order) is not None


def _beyond(values: list[Any], order: tuple[str, ...]) -> Q:
    """Match the rows behind a row; the range of the first field is said apart, for the index."""
    names = [name.removeprefix("-") for name in order]
    beyond = Q()
    for last, name in enumerate(order):
        equal = Q(**dict(zip(names[:last], values[:last], strict=True)))
        beyond |= equal & Q(**{f"{names[last]}__{_comparison(name)}": values[last]})
    return Q(**{f"{names[0]}__{_comparison(order[0])}e": values[0]}) & beyond


def _comparison(name: str) -> str:
    return "lt" if name.startswith("-") else "gt"


def _turned(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"


def _token(side: str, row: Model, order: tuple[str, ...]) -> str:
    values = [side]
    for name in order:
        *owners, last = name.removeprefix("-").split("__")
        owner = reduce(getattr, owners, row)
        values.append(_field(type(owner), last).value_to_string(owner))
    return urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _read(token: str, model: type[Model], order: tuple[str, ...]) -> _Place | None:
    """Read a token back; it comes from an address that anybody may have changed."""
    try:
        side, *texts = json.loads(urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        fields = [_field(model, name.removeprefix("-")) for name in order]
        values = [field.to_python(text) for field, text in zip(fields, texts, strict=True)]
    except (binascii.Error, ValueError, TypeError, OverflowError, RecursionError, ValidationError):
        return None
    usable = side in (AFTER, BEFORE) and all(value is not None and is_storable(str(value)) for value in values)
    return _Place(side, values) if usable else None


def _field(model: type[Model], path: str) -> "Field[Any, Any]":
    """Find the field that a name in ``order`` leads to, across relations."""
    *relations, last = path.split("__")
    for name in relations:
        related = model._meta.get_field(name).related_model
        if not isinstance(related, type):
            raise FieldDoesNotExist(path)
        model = related
    field = model._meta.pk if last == "pk" else model._meta.get_field(last)
    if not isinstance(field, Field):
        raise FieldDoesNotExist(path)
    return field
