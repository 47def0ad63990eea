"""What people choose when they take in a list."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.core.imports.importer import Place

ACCEPTED = ".xlsx,.csv"


class ImportForm(forms.Form):
    """A file, and the unit it belongs to where there is a choice."""

    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)
    file = forms.FileField(
        label=_("File"),
        help_text=_(".xlsx or .csv"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": _("Choose a file."),
            "missing": _("Choose a file."),
            "empty": _("This file is empty. Choose another one."),
            "invalid": _("Choose a file."),
        },
    )

    def __init__(self, *args: Any, places: Sequence[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        if len(places) > 1:
            self.fields["unit"].choices = [(place.pk, str(place)) for place in places]  # type: ignore[attr-defined]
        else:
            del self.fields["unit"]
        self._only = places[0].pk

    @property
    def unit_id(self) -> int:
        """Return the unit chosen, or the only one there is."""
        return int(self.cleaned_data.get("unit", self._only))
