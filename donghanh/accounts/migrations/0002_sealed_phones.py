"""Seal the phones that codes went to and that joiners gave."""

from django.db import migrations

import donghanh.core.sealed
from donghanh.core.field_keys import Column, seal_column, unseal_column

COLUMNS = [
    Column("accounts_onetimecode", "id", "phone", "one_time_code.phone"),
    Column("accounts_joinrequest", "id", "phone", "join_request.phone"),
]


def seal(apps, schema_editor):
    for column in COLUMNS:
        seal_column(schema_editor.connection, column)


def unseal(apps, schema_editor):
    for column in COLUMNS:
        unseal_column(schema_editor.connection, column)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_ways_in")]

    operations = [
        migrations.AlterField(
            model_name="onetimecode",
            name="phone",
            field=donghanh.core.sealed.SealedField(
                domain="one_time_code.phone", max_length=10, verbose_name="phone"
            ),
        ),
        migrations.AlterField(
            model_name="joinrequest",
            name="phone",
            field=donghanh.core.sealed.SealedField(
                domain="join_request.phone", max_length=10, verbose_name="phone"
            ),
        ),
        migrations.RunPython(seal, unseal),
    ]
