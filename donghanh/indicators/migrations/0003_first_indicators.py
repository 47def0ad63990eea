"""Plant the registry: the indicators of the report's lines, and those of the annex."""

import csv
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parent.parent / "indicators.csv"


def rows():
    with FILE.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def plant(apps, schema_editor):
    indicators = apps.get_model("indicators", "Indicator").objects
    for position, row in enumerate(rows(), start=1):
        indicators.get_or_create(
            code=row.pop("code"),
            version=row.pop("version"),
            defaults={
                **row,
                "is_additive": row["is_additive"] == "yes",
                "valid_to": row["valid_to"] or None,
                "position": position * 10,
            },
        )


def uproot(apps, schema_editor):
    indicators = apps.get_model("indicators", "Indicator").objects
    for row in rows():
        indicators.filter(code=row["code"], version=row["version"]).delete()


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_figures_keep_their_trace")]
    operations = [migrations.RunPython(plant, uproot)]
