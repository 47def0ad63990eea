"""Seal the phones of accounts: readable from now on only with the keys beside the database."""

from django.db import migrations

import donghanh.core.sealed
from donghanh.core.field_keys import Column, seal_column, unseal_column

PHONE = Column("org_user", "id", "phone", "user.phone")


def seal(apps, schema_editor):
    seal_column(schema_editor.connection, PHONE)


def unseal(apps, schema_editor):
    unseal_column(schema_editor.connection, PHONE)


class Migration(migrations.Migration):
    dependencies = [("org", "0004_user_email")]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="phone",
            field=donghanh.core.sealed.SealedField(
                blank=True, domain="user.phone", max_length=10, null=True, unique=True, verbose_name="phone"
            ),
        ),
        migrations.RunPython(seal, unseal),
    ]
