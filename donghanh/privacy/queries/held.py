"""Everything held about one person, read off the declarations of the rooms: nothing can be forgotten here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Field, Model
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.core.personal_data import PersonalField, Sort, personal_fields_of
from donghanh.gatherings.models import Session
from donghanh.org.models import User
from donghanh.org.querysets import FOREVER
from donghanh.people.models import Worker
from donghanh.privacy.field_words import column_words, table_words
from donghanh.privacy.models import ErasureRecord
from donghanh.privacy.persons import person_behind

_KEPT_BACK = (Sort.OTHER, Sort.SECRET)
"""Who acted is data of others; a secret would open the account for whoever reads over the shoulder."""

_MANY = 3


@dataclass(frozen=True, slots=True)
class Held:
    """One kind of record about a person, with the words that head its values."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]

    def as_records(self) -> list[dict[str, str]]:
        """Return the rows for a machine."""
        return [dict(zip(self.heads, row, strict=True)) for row in self.rows]


def held_about(worker: Worker) -> list[Held]:
    """Return every record about a person, under whichever of his merged records and accounts."""
    found = []
    for model, subject, rows in sorted(person_behind(worker).rows(), key=lambda each: each[0] is not Worker):
        himself = {subject.worker, subject.user}
        fields = [each for each in personal_fields_of(model) if _is_shown(each) and each.field.name not in himself]
        if model is ErasureRecord or not fields:
            continue
        records = list(rows.order_by("pk"))
        if records:
            heads = tuple(column_words(each) for each in fields)
            titles = _session_titles(records)
            values = [tuple(_value(record, each.field, titles) for each in fields) for record in records]
            found.append(Held(table_words(model), heads, values))
    return found


def _is_shown(each: PersonalField) -> bool:
    leads_to_people = each.field.related_model in (Worker, User)
    return each.sort not in _KEPT_BACK and each.field.editable and not leads_to_people


def _session_titles(records: list[Model]) -> dict[int, str]:
    """Return the titles of the sessions that records name by number."""
    ids = {record.session_id for record in records if hasattr(record, "session_id")}
    return dict(Session.objects.filter(pk__in=ids).values_list("pk", "title")) if ids else {}


def _value(record: Model, field: "Field[Any, Any]", titles: dict[int, str]) -> str:
    if field.name == "session_id":
        return titles.get(getattr(record, field.attname), "")
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    return _in_words(getattr(record, field.name))


def _in_words(value: Any) -> str:
    if value is None or value == FOREVER:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(localtime(value), "H:i, d/m/Y")
    if isinstance(value, date):
        return date_format(value, "d/m/Y")
    return str(value)


def is_long(held: Held) -> bool:
    """Tell whether there are so many records that each gets one line."""
    return len(held.rows) > _MANY


def lines_of(held: Held) -> Iterator[list[tuple[str, str]]]:
    """Give each record as pairs of words and value, empty ones left out."""
    for row in held.rows:
        yield [(head, value) for head, value in zip(held.heads, row, strict=True) if value]
