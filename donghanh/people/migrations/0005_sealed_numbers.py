"""Seal phones and personal id numbers: readable from now on only with the keys beside the database."""

from django.db import migrations

import donghanh.core.sealed
from donghanh.core.field_keys import Column, seal_column, unseal_column

COLUMNS = [
    Column("people_worker", "id", "phone", "worker.phone"),
    Column("people_worker", "id", "id_number", "worker.id_number"),
]


def seal(apps, schema_editor):
    for column in COLUMNS:
        seal_column(schema_editor.connection, column)


def unseal(apps, schema_editor):
    for column in COLUMNS:
        unseal_column(schema_editor.connection, column)


class Migration(migrations.Migration):
    dependencies = [("people", "0004_erased_records")]

    operations = [
        migrations.AlterField(
            model_name="worker",
            name="phone",
            field=donghanh.core.sealed.SealedField(
                blank=True, domain="worker.phone", max_length=10, verbose_name="phone"
            ),
        ),
        migrations.AlterField(
            model_name="worker",
            name="id_number",
            field=donghanh.core.sealed.SealedField(
                blank=True, domain="worker.id_number", max_length=12, verbose_name="personal id number"
            ),
        ),
        migrations.RunPython(seal, unseal),
    ]
