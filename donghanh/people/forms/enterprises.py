"""What is typed about an employer."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from donghanh.kernel.text import clean
from donghanh.org.fields import AreaField, refused_in_place, spelled
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import Unit
from donghanh.people.choices import Ownership
from donghanh.people.errors import TaxCodeTaken
from donghanh.people.fields import OwnUnitField
from donghanh.people.models import Enterprise
from donghanh.people.services.enterprises import checked_tax_code

_OWNERSHIPS = spelled([("", gettext_lazy("not known")), *Ownership.choices])


class EnterpriseForm(AskingForm):
    """Facts of an employer."""

    name = forms.CharField(label=gettext_lazy("Name of the enterprise"), max_length=200)
    tax_code = forms.CharField(
        label=gettext_lazy("Tax code"), max_length=20, required=False, help_text=gettext_lazy("10 or 13 digits")
    )
    insurance_code = forms.CharField(label=gettext_lazy("Social-insurance code"), max_length=20, required=False)
    sector = forms.CharField(
        label=gettext_lazy("Sector"), max_length=100, required=False, help_text=gettext_lazy("for example garments")
    )
    ownership = forms.ChoiceField(label=gettext_lazy("Ownership"), choices=_OWNERSHIPS, required=False)
    area = AreaField(
        label=gettext_lazy("Area"), required=False, help_text=gettext_lazy("commune or province, by name or code")
    )

    def __init__(self, *args: Any, enterprise: Enterprise | None = None, **options: Any) -> None:
        if enterprise:
            options["initial"] = {name: getattr(enterprise, name) or "" for name in EnterpriseForm.base_fields}
        super().__init__(*args, **options)
        self.enterprise = enterprise

    def clean_tax_code(self) -> str:
        """Return a tax code whose check digit fits and that no other employer has."""
        with refused_in_place():
            code = checked_tax_code(self.cleaned_data["tax_code"]) or ""
        others = Enterprise.objects.exclude(pk=self.enterprise.pk if self.enterprise else 0)
        if code and others.filter(tax_code=code).exists():
            raise ValidationError(str(TaxCodeTaken(code)))
        return code

    @property
    def facts(self) -> dict[str, Any]:
        """Return what is to be kept, one form for each fact."""
        typed = self.cleaned_data
        facts = {name: typed[name] for name in EnterpriseForm.base_fields}
        return facts | {"name": clean(typed["name"]), "insurance_code": clean(typed["insurance_code"]) or None}


class NewEnterpriseForm(EnterpriseForm):
    """An employer and the union that keeps its record."""

    unit = OwnUnitField(label=gettext_lazy("Union that keeps the record"))

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("OwnUnitField", self.fields["unit"]).queryset = units
