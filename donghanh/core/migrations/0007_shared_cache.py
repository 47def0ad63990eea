"""The table of the cache, in which all processes together remember used codes and count questions asked again."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def make(apps: Any, schema_editor: Any) -> None:
    """Make the table that settings.CACHES names, once."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("core", "0006_saved_views_and_bulk_changes")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
