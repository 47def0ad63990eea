"""Employers on record."""

from typing import Any

from django.db import IntegrityError, transaction
from stdnum.exceptions import ValidationError
from stdnum.vn import mst

from donghanh.core import audit
from donghanh.kernel.text import clean
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.people.errors import BadTaxCode, TaxCodeTaken
from donghanh.people.models import Enterprise


def checked_tax_code(text: str) -> str | None:
    """Return a tax code in its one written form, None for an empty text; refuse a wrong check digit."""
    if not text.strip():
        return None
    try:
        return str(mst.format(mst.validate(text)))
    except ValidationError:
        raise BadTaxCode(text) from None


@transaction.atomic
def register_enterprise(name: str, unit: Unit, *, actor: User, tax_code: str = "", **fields: Any) -> Enterprise:
    """Put an employer on the record of ``unit``."""
    authorize(actor, "enterprises", at=unit)
    code = checked_tax_code(tax_code)
    try:
        with transaction.atomic():
            enterprise = Enterprise.objects.create(name=clean(name), unit=unit, tax_code=code, **fields)
    except IntegrityError:
        raise TaxCodeTaken(code or "") from None
    audit.record(actor, "register_enterprise", enterprise, unit_id=unit.pk)
    return enterprise


@transaction.atomic
def update_enterprise(enterprise: Enterprise, *, actor: User, **fields: Any) -> Enterprise:
    """Correct an employer's facts."""
    authorize(actor, "enterprises", at=enterprise.unit)
    if "tax_code" in fields:
        fields["tax_code"] = checked_tax_code(fields["tax_code"] or "")
    changed = {name: value for name, value in fields.items() if getattr(enterprise, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(enterprise, name, value)
        try:
            with transaction.atomic():
                enterprise.save(update_fields=[*changed, "folded_name"])
        except IntegrityError:
            raise TaxCodeTaken(enterprise.tax_code or "") from None
        audit.record(actor, "update_enterprise", enterprise, unit_id=enterprise.unit_id, fields=sorted(changed))
    return enterprise
