"""Load the division of the country of 01/07/2025: 34 provinces, 3,321 communes, wards and special zones."""

from datetime import date

from django.db import migrations

from donghanh.kernel.text import fold
from donghanh.org.map_data import area_rows

EDITION = "2025-07-01"
SOURCE = "GSO codes, package vietnam-provinces, data of 2025-10-18"


def load(apps, schema_editor):
    edition_model, area_model = apps.get_model("org", "AreaEdition"), apps.get_model("org", "Area")
    edition, _ = edition_model.objects.get_or_create(
        starts_on=date.fromisoformat(EDITION), defaults={"source": SOURCE}
    )
    rows = list(area_rows(EDITION))
    area_model.objects.bulk_create(
        [
            area_model(
                edition=edition, code=row.code, name=row.name, folded_name=fold(row.name), kind=row.kind
            )
            for row in rows
            if not row.province
        ]
    )
    provinces = dict(area_model.objects.filter(edition=edition).values_list("code", "pk"))
    area_model.objects.bulk_create(
        [
            area_model(
                edition=edition, code=row.code, name=row.name, folded_name=fold(row.name), kind=row.kind,
                province_id=provinces[row.province],
            )
            for row in rows
            if row.province
        ],
        batch_size=1000,
    )


def unload(apps, schema_editor):
    areas = apps.get_model("org", "Area").objects.filter(edition__starts_on=EDITION)
    areas.exclude(province=None).delete()
    areas.delete()
    apps.get_model("org", "AreaEdition").objects.filter(starts_on=EDITION).delete()


class Migration(migrations.Migration):
    dependencies = [("org", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]
