"""What the scanner at the door sends."""

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.gatherings.choices import Audience
from donghanh.gatherings.forms.desk import AudienceField, ScanForm

MISTAKES = {"person": _("the wrong person"), "mistake": _("scanned by mistake")}


class CardScanForm(ScanForm):
    """A card read by the camera, read by a handheld scanner, or typed; ``scan`` names this one scan."""

    scan = forms.UUIDField(required=False, widget=forms.HiddenInput)
    audience = AudienceField(widget=forms.Select(choices=Audience.choices), label=_("Present as"))


class TakeBackForm(forms.Form):
    """Why the last scan was a mistake."""

    attendance = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(choices=list(MISTAKES.items()))

    def words(self) -> str:
        """Return the reason as it stays with the record."""
        return str(MISTAKES[self.cleaned_data["reason"]])
