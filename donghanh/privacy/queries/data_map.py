"""The map of personal data, drawn from the models and from what the rooms declare about them."""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from donghanh.core.personal_data import PersonalField, personal_fields
from donghanh.org import policy
from donghanh.org.choices import Reading, Role
from donghanh.privacy.field_words import column_words, table_words
from donghanh.privacy.rules import retention


@dataclass(frozen=True, slots=True)
class MapLine:
    """One stored field about people."""

    table: str
    code: str
    field: str
    sort: str
    purpose: str
    basis: str
    retention: str
    seen_by: str


def data_map() -> list[MapLine]:
    """Return every stored field about people."""
    return [_line(each) for each in personal_fields()]


def tables_of(lines: list[MapLine]) -> list[tuple[str, list[MapLine]]]:
    """Return the lines by the table they belong to."""
    return [(table, list(group)) for table, group in groupby(lines, key=attrgetter("table"))]


def retention_in_words(code: str) -> str:
    """Say how long a rule keeps something."""
    rule = retention(code, on=localdate())
    if rule.days is None:
        return rule.what
    return _("%(days)s days from %(start)s") % {"days": rule.days, "start": rule.counted_from}


def _line(each: PersonalField) -> MapLine:
    model = each.model._meta
    return MapLine(
        table=table_words(each.model),
        code=f"{model.label}.{each.field.name}",
        field=column_words(each),
        sort=str(each.sort.label),
        purpose=str(each.use.purpose),
        basis=str(each.use.basis),
        retention=retention_in_words(each.use.retention),
        seen_by=_readers(each.use.seen_by),
    )


def _readers(things: tuple[str, ...]) -> str:
    """Say which roles read names of these things somewhere, as the matrix of visibility says."""
    labels = {role.value: role.label for role in Role}
    readers = {rule.role for rule in policy.rules() if rule.thing in things and rule.reading >= Reading.MASKED}
    words = [str(labels[role]) for role in labels if role in readers]
    return ", ".join([_("the person"), *words])
