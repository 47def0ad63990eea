"""Changes of a unit that leave the tree as it is."""

from typing import Any

from django.db import transaction

from donghanh.core import audit
from donghanh.org.access import authorize
from donghanh.org.models import DocumentSettings, Unit, User


@transaction.atomic
def update_unit(unit: Unit, *, actor: User, **fields: Any) -> Unit:
    """Correct a unit's name, form, area or address."""
    authorize(actor, "units", at=unit)
    changed = {name: value for name, value in fields.items() if getattr(unit, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(unit, name, value)
        unit.save(update_fields=[*changed, "folded_name"])
        audit.record(actor, "update_unit", unit, unit_id=unit.pk, fields=sorted(changed))
    return unit


@transaction.atomic
def set_document_settings(unit: Unit, *, actor: User, **fields: Any) -> DocumentSettings:
    """Set how the unit's official papers look."""
    authorize(actor, "reports", at=unit)
    settings, _ = DocumentSettings.objects.update_or_create(unit=unit, defaults=fields)
    audit.record(actor, "set_document_settings", unit, unit_id=unit.pk)
    return settings
