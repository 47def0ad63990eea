"""What officers type into a report, and onto its paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from donghanh.reporting.choices import Part
from donghanh.reporting.services.drafts import LONGEST


class DraftForm(forms.Form):
    """The parts of a report that officers write, over the draft that they had before them."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in Part:
            self.fields[part.value] = forms.CharField(
                label=part.label,
                required=False,
                max_length=LONGEST,
                strip=False,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    @property
    def texts(self) -> dict[str, str]:
        """Return what was typed, part by part."""
        return {part.value: self.cleaned_data[part.value] for part in Part}


class SealForm(forms.Form):
    """What the paper carries beside its content."""

    number = forms.CharField(label=_("Number of the document"), max_length=20, required=False)
    issued_on = forms.DateField(
        label=_("Day of issue"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    place = forms.CharField(label=pgettext_lazy("before the date", "Place"), max_length=80, required=False)
    signer = forms.CharField(label=_("Signed by"), max_length=80, required=False, help_text=_("full name, no title"))
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class PeriodForm(forms.Form):
    """Days that are no usual period."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    last = forms.DateField(label=_("To"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
