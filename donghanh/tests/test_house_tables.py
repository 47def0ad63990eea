"""The database: no migration is missing, and big tables keep the shape that lets them be spread by unit."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.management import call_command
from django.db import models

MODELS = sorted(apps.get_models(), key=lambda model: str(model._meta.label))
BIG_TABLES = [model for model in MODELS if isinstance(model._meta.pk, models.CompositePrimaryKey)]
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
each_big_table = pytest.mark.parametrize("model", BIG_TABLES, ids=lambda model: model._meta.label)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


def test_the_big_tables_are_those_that_were_decided() -> None:
    assert {model._meta.label for model in BIG_TABLES} == {"core.AuditEntry", "gatherings.Attendance"}


@each_big_table
def test_a_big_table_is_keyed_by_unit_and_a_time_ordered_id(model) -> None:
    assert [field.attname for field in model._meta.pk_fields] == ["unit_id", "id"]
    assert isinstance(model._meta.get_field("id"), models.UUIDField)


@each_big_table
def test_a_big_table_has_no_foreign_key_in_the_database(model) -> None:
    assert [field.name for field in _relations(model) if getattr(field, "db_constraint", True)] == []


@each_big_table
def test_what_is_unique_in_a_big_table_is_unique_within_a_unit(model) -> None:
    assert [fields for fields in _unique(model) if "unit_id" not in fields] == []


@each_model
def test_nothing_points_at_a_big_table(model) -> None:
    assert [field.name for field in _relations(model) if field.related_model in BIG_TABLES] == []
    own = model.__module__.startswith("donghanh.")
    assert not (own and any(isinstance(field, GenericForeignKey) for field in model._meta.private_fields))


def _relations(model: type[models.Model]) -> list[Any]:
    return [*model._meta.many_to_many, *(field for field in model._meta.fields if field.is_relation)]


def _unique(model: type[models.Model]) -> Iterable[set[str]]:
    """Give the columns of each thing that the database keeps unique, but for the key itself."""
    options = model._meta
    for constraint in options.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            yield _columns(model, constraint.fields)
    yield from ({field.attname} for field in options.fields if field.unique and not field.primary_key)
    yield from (_columns(model, names) for names in options.unique_together)


def _columns(model: type[models.Model], names: Sequence[str]) -> set[str]:
    return {field.attname for field in model._meta.fields if field.name in names}
