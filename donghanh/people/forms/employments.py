"""What is typed about where a person works and is a member."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.org.fields import DayField
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import Unit
from donghanh.people.fields import EnterpriseField, OwnUnitField
from donghanh.people.models import Enterprise


class PlaceForm(AskingForm):
    """The enterprise and the department of somebody on the rolls."""

    enterprise = EnterpriseField()
    department = forms.CharField(
        label=gettext_lazy("Department"), max_length=100, required=False, help_text=gettext_lazy("line, team, shift")
    )

    def __init__(self, *args: Any, enterprises: QuerySet[Enterprise], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("EnterpriseField", self.fields["enterprise"]).queryset = enterprises


class EmployForm(PlaceForm):
    """Another unit whose rolls a person comes on."""

    unit = OwnUnitField(label=gettext_lazy("Unit"))
    starts_on = DayField(label=gettext_lazy("Works there from"), initial=localdate)
    field_order = ["unit", "starts_on"]

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("OwnUnitField", self.fields["unit"]).queryset = units


class _UnitForm(AskingForm):
    """A choice among units that concern the person."""

    unit = OwnUnitField(label=gettext_lazy("Unit"))

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("OwnUnitField", self.fields["unit"]).queryset = units


class EndEmploymentForm(_UnitForm):
    """The last day somebody works at a unit."""

    last_day = DayField(label=gettext_lazy("Last day"), initial=localdate)


class AdmitForm(_UnitForm):
    """The day somebody becomes a member."""

    on = DayField(label=gettext_lazy("Member from"), initial=localdate)


class DepartmentForm(_UnitForm):
    """The department that people of a unit move to."""

    department = forms.CharField(
        label=gettext_lazy("Department"), max_length=100, required=False, help_text=gettext_lazy("line, team, shift")
    )


class EndMembershipForm(_UnitForm):
    """The last day somebody is a member."""

    last_day = DayField(label=gettext_lazy("Last day as a member"), initial=localdate)


class TransferForm(AskingForm):
    """From which unit's rolls to which a person goes, and from when."""

    from_unit = OwnUnitField(label=gettext_lazy("From unit"))
    to_unit = OwnUnitField(label=gettext_lazy("To unit"))
    on = DayField(label=gettext_lazy("First day there"), initial=localdate)

    def __init__(self, *args: Any, from_units: QuerySet[Unit], to_units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("OwnUnitField", self.fields["from_unit"]).queryset = from_units
        cast("OwnUnitField", self.fields["to_unit"]).queryset = to_units

    def clean(self) -> dict[str, Any]:
        """Refuse a transfer that leads back to where it starts."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("from_unit") and typed.get("from_unit") == typed.get("to_unit"):
            raise ValidationError({"to_unit": _("Choose another unit than %(unit)s.") % {"unit": typed["to_unit"]}})
        return typed
