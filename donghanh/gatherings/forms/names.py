"""The file of a name list."""

from django import forms
from django.utils.translation import gettext_lazy

from donghanh.gatherings.forms.desk import AudienceField


class NamesForm(forms.Form):
    """A spreadsheet with the names of a session."""

    file = forms.FileField(
        label=gettext_lazy("Name list"),
        help_text=gettext_lazy(".xlsx or .csv, up to 500 rows"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": gettext_lazy("Choose the file with the names.")},
    )
    audience = AudienceField()


class SealedNamesForm(forms.Form):
    """A list that was looked through, sent back to be recorded."""

    sealed = forms.CharField(widget=forms.HiddenInput)
    audience = AudienceField()
