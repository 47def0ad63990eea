"""Values as the one text that they are sealed in, and back: sorted keys, plain integers, no spaces."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Values = TypeVar("Values")


def canonical_text(values: object) -> str:
    """Write values in the form in which equal values are equal texts."""
    return json.dumps(_plain(values), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """Return the hash that a seal is drawn from."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_values(kind: type[Values], text: str) -> Values:
    """Read values of a dataclass from their canonical text; a field that came later keeps its default."""
    return cast(Values, _typed(kind, json.loads(text)))


def _plain(value: Any) -> object:
    match value:
        case tuple() | list():
            return [_plain(each) for each in value]
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case datetime():
            value = value.astimezone(UTC).isoformat()
        case date():
            value = value.isoformat()
        case Decimal():
            value = f"{value.normalize():f}"
        case Enum():
            value = value.value
        case _ if is_dataclass(value):
            return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


def _typed(kind: Any, value: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if value is None:
        return None
    if origin in (Union, UnionType):
        return _typed(next(each for each in inner if each is not type(None)), value)
    if origin is tuple:
        kinds = [inner[0]] * len(value) if inner[-1] is ... else inner
        return tuple(_typed(each, part) for each, part in zip(kinds, value, strict=True))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return cast(Any, kind)(**{name: _typed(hints[name], part) for name, part in value.items()})
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    is_written = isinstance(kind, type) and issubclass(kind, (Decimal, Enum))
    return kind(value) if is_written else value
