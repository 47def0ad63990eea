"""Which stored fields are about people: each room declares its own, and the data map is read from here.

A room does so in its module ``personal_data``, which is found by its name when the application starts. Whatever a
declaration does not name is a mistake that a house test reports: nobody is stored by accident.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.core.fields import FollowingField

Words = str | Promise
ANONYMOUS = "Đã ẩn danh"
"""What a name is replaced by; the number of the record follows it, so that two such records stay two."""


class Sort(models.TextChoices):
    """How closely a field touches a person."""

    ORDINARY = "ordinary", _("ordinary")
    IDENTIFIER = "identifier", _("identifier")
    SENSITIVE = "sensitive", _("sensitive")
    SECRET = "secret", _("secret of signing in")
    TEXT = "text", _("free text that may name people")
    OTHER = "other", _("names who acted")


@dataclass(frozen=True, slots=True)
class Use:
    """Why a room keeps something about people, on which ground, how long, and which rows of the matrix open it."""

    purpose: Words
    basis: Words
    retention: str
    """The code of a rule of retention."""
    seen_by: tuple[str, ...] = ()
    """Things of the matrix of visibility; none means the person himself and nobody else."""


@dataclass(frozen=True, slots=True)
class PersonalField:
    """One stored field that is about a person."""

    model: type[models.Model]
    field: "models.Field[Any, Any]"
    sort: Sort
    use: Use


@dataclass(frozen=True, slots=True)
class Subject:
    """How the rows of a model lead to the person they are about, and what becomes of them when he is erased."""

    worker: str = ""
    """The column that leads to his record."""
    user: str = ""
    """The column that leads to his account."""
    phone: str = ""
    """The column that holds his phone number."""
    goes: bool = False
    """Whether the rows go with him."""
    blank: tuple[str, ...] = ()
    """The fields that are emptied in rows that stay."""


_personal: dict[tuple[str, str], tuple[Sort, Use]] = {}
_plain: set[tuple[str, str]] = set()
_nobody: set[str] = set()
_subjects: dict[str, Subject] = {}


def declare(
    label: str,
    use: Use,
    *,
    ordinary: Iterable[str] = (),
    identifier: Iterable[str] = (),
    sensitive: Iterable[str] = (),
    secret: Iterable[str] = (),
    text: Iterable[str] = (),
    other: Iterable[str] = (),
) -> None:
    """Say which fields of the model ``label`` are about people, and how closely; may be said in several parts."""
    sorts = {
        Sort.ORDINARY: ordinary, Sort.IDENTIFIER: identifier, Sort.SENSITIVE: sensitive,
        Sort.SECRET: secret, Sort.TEXT: text, Sort.OTHER: other,
    }  # fmt: skip
    for sort, names in sorts.items():
        _personal.update({(label, name): (sort, use) for name in names})


def about(label: str, subject: Subject) -> None:
    """Say how the rows of a model lead to a person, and what becomes of them when he is erased."""
    _subjects[label] = subject


def not_personal(label: str, *names: str) -> None:
    """Say that these fields of a model are about nobody."""
    _plain.update((label, name) for name in names)


def no_people(*labels: str) -> None:
    """Say that no field of these models is about anybody."""
    _nobody.update(labels)


def personal_fields() -> list[PersonalField]:
    """Return every field about people, derived ones too, in the order of rooms, models and columns."""
    return [field for model in _models() for field in personal_fields_of(model)]


def personal_fields_of(model: type[models.Model]) -> Iterator[PersonalField]:
    """Give the fields of one model that are about people."""
    label = model._meta.label
    for field in model._meta.concrete_fields:
        names = field.follows if isinstance(field, FollowingField) else (field.name,)
        declared = next((found for name in names if (found := _personal.get((label, name)))), None)
        if declared:
            yield PersonalField(model, field, *declared)


def subjects() -> Iterator[tuple[type[models.Model], Subject]]:
    """Give the models whose rows lead to a person, and how."""
    for label, subject in _subjects.items():
        yield apps.get_model(label), subject


def undeclared() -> list[str]:
    """Name the stored fields that no declaration speaks of, and those about nobody that lead to a person."""
    missing = []
    for model in _models():
        label = model._meta.label
        for field in model._meta.concrete_fields:
            plain = label in _nobody or (label, field.name) in _plain
            if not plain and (label, field.name) not in _personal and not _says_itself(label, field):
                missing.append(f"{label}.{field.name}")
            elif plain and _leads_to_a_person(field):
                missing.append(f"{label}.{field.name} (leads to a person)")
    return missing


def unknown() -> list[str]:
    """Name what declarations speak of and no model has."""
    there = {(model._meta.label, field.name) for model in _models() for field in model._meta.concrete_fields}
    labels = {label for label, _name in there}
    fields = {key for key in (*_personal, *_plain) if key not in there}
    return sorted(".".join(key) for key in fields) + sorted((_nobody | set(_subjects)) - labels)


def _models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if not model._meta.proxy]


def _says_itself(label: str, field: "models.Field[Any, Any]") -> bool:
    """Tell whether a field needs no word: a key that counts up, or what follows declared fields."""
    if isinstance(field, models.AutoField):
        return True
    return isinstance(field, FollowingField) and all(
        label in _nobody or (label, name) in _plain or (label, name) in _personal for name in field.follows
    )


def _leads_to_a_person(field: "models.Field[Any, Any]") -> bool:
    target = field.related_model
    return isinstance(target, type) and target._meta.label in {"org.User", "people.Worker"}
