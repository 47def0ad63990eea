"""Ranges of paths need byte order, which a linguistic collation breaks in silence."""

from django.db import migrations

from donghanh.core.collation import use_byte_order


def collate(apps, schema_editor):
    use_byte_order(schema_editor, "org_unitplacement", "path", 120)


class Migration(migrations.Migration):
    dependencies = [("org", "0002_areas_of_2025")]
    operations = [migrations.RunPython(collate, migrations.RunPython.noop)]
