"""Form fields for what is on a worker's papers, and for choices among one's own units."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.org.fields import refused_in_place
from donghanh.org.models import Unit
from donghanh.people.facts import checked_birth_year, checked_id_number
from donghanh.people.models import Enterprise

if TYPE_CHECKING:
    UnitChoiceField = forms.ModelChoiceField[Unit]
    EnterpriseChoiceField = forms.ModelChoiceField[Enterprise]
else:
    UnitChoiceField = EnterpriseChoiceField = forms.ModelChoiceField


class OwnUnitField(UnitChoiceField):
    """One of the units whose people the actor may change; the only one is chosen already."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Unit.objects.none(), empty_label=None, to_field_name="code", **options)

    def label_from_instance(self, obj: Any) -> str:
        """Show name and code."""
        return f"{obj.name} · {obj.code}"


class EnterpriseField(EnterpriseChoiceField):
    """The employer of somebody on the rolls, when it is known."""

    def __init__(self) -> None:
        super().__init__(
            Enterprise.objects.none(),
            label=gettext_lazy("Enterprise"),
            required=False,
            empty_label=capfirst(gettext_lazy("not known")),
        )


class IdNumberField(forms.CharField):
    """The number of an identity card: twelve digits, nine on old cards."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(**{"widget": widget, "max_length": 20, **options})

    def clean(self, value: Any) -> str:
        """Return the digits, or "" when nothing was typed."""
        with refused_in_place():
            return checked_id_number(super().clean(value))


class BirthYearField(forms.CharField):
    """The year somebody was born in."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        options.setdefault("help_text", gettext_lazy("four digits, for example 1994"))
        super().__init__(**{"widget": widget, "max_length": 10, **options})

    def clean(self, value: Any) -> int | None:
        """Return the year, or None when nothing was typed."""
        text = super().clean(value)
        if not text:
            return None
        if not text.isdecimal():
            raise ValidationError(_("Write four digits, for example 1994."))
        with refused_in_place():
            return checked_birth_year(int(text), on=localdate())
