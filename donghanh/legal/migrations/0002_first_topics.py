"""Plant the topic tree that sessions are tagged with."""

import csv
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parent.parent / "topics.csv"


def plant(apps, schema_editor):
    topics = apps.get_model("legal", "Topic").objects
    with FILE.open(encoding="utf-8", newline="") as rows:
        for position, row in enumerate(csv.DictReader(rows), start=1):
            topics.get_or_create(
                code=row["code"],
                defaults={
                    "name_vi": row["name_vi"],
                    "name_en": row["name_en"],
                    "parent": topics.get(code=row["parent"]) if row["parent"] else None,
                    "laws": [law for law in row["laws"].split(";") if law],
                    "position": position * 10,
                },
            )


def uproot(apps, schema_editor):
    topics = apps.get_model("legal", "Topic").objects
    with FILE.open(encoding="utf-8", newline="") as rows:
        for row in reversed(list(csv.DictReader(rows))):
            topics.filter(code=row["code"]).delete()


class Migration(migrations.Migration):
    dependencies = [("legal", "0001_initial")]
    operations = [migrations.RunPython(plant, uproot)]
