"""What an import changed, record by record, so that it can be taken back exactly."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

from donghanh.core.fields import FollowingField
from donghanh.core.import_models import ImportBatch, ImportChange
from donghanh.core.imports.rows import Row
from donghanh.core.sealed import SealedField

Values = dict[str, Any]


class ChangeJournal:
    """Collects the changes of one chunk; they are saved in the transaction of the chunk."""

    def __init__(self, batch: ImportBatch) -> None:
        self._batch = batch
        self._changes: list[ImportChange] = []

    def created(self, row: Row, record: Model) -> None:
        """Note a record that did not exist before."""
        self._note(row, record, before=None, after=values_of(record, stored_fields(type(record))))

    def changed(self, row: Row, record: Model, before: Values) -> None:
        """Note a record that was changed, with the old values of the changed fields."""
        fields = [field for field in stored_fields(type(record)) if field.attname in before]
        old = {field.attname: plain(field, before[field.attname]) for field in fields}
        self._note(row, record, before=old, after=values_of(record, fields))

    def save(self) -> None:
        """Keep what was noted."""
        ImportChange.objects.bulk_create(self._changes, batch_size=500)

    def _note(self, row: Row, record: Model, *, before: Values | None, after: Values) -> None:
        self._changes.append(
            ImportChange(
                batch=self._batch,
                row=row.number,
                model=record._meta.label,
                record_id=record.pk,
                before=before,
                after=after,
            )
        )


def stored_fields(model: type[Model]) -> "list[Field[Any, Any]]":
    """Return the fields that say something by themselves: not the key, nor what follows other fields."""
    fields = model._meta.concrete_fields
    return [field for field in fields if not field.primary_key and not isinstance(field, FollowingField)]


def values_of(record: Model, fields: "list[Field[Any, Any]]") -> Values:
    """Return the values of a record as they are kept."""
    return {field.attname: plain(field, getattr(record, field.attname)) for field in fields}


def plain(field: "Field[Any, Any]", value: Any) -> Any:
    """Return a value in a form that JSON holds and :func:`read_back` reads; what is sealed stays sealed."""
    value = field.to_python(value)
    if isinstance(field, SealedField):
        return field.sealed(value)
    if value is None or isinstance(value, (int, str)):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def read_back(field: "Field[Any, Any]", kept: Any) -> Any:
    """Return a value as a record has it."""
    return field.opened(kept) if isinstance(field, SealedField) else field.to_python(kept)


def model_of(label: str) -> type[Model]:
    """Return the model that a change is about."""
    return apps.get_model(label)
