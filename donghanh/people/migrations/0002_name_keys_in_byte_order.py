"""Name keys carry the Vietnamese order themselves; the database must compare them byte by byte."""

from django.db import migrations

from donghanh.core.collation import use_byte_order


def collate(apps, schema_editor):
    use_byte_order(schema_editor, "people_worker", "name_key", 300)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(collate, migrations.RunPython.noop)]
