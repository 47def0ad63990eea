"""Why something hidden is to be shown."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from donghanh.org.fields import spelled
from donghanh.org.forms.asking import AskingForm
from donghanh.people.choices import RevealReason
from donghanh.people.models.reveal import LONGEST_WORDS


class RevealForm(AskingForm):
    """A reason from the list, and what exactly it is for."""

    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=spelled(RevealReason.choices))
    words = forms.CharField(
        label=gettext_lazy("What it is for"),
        help_text=gettext_lazy("for example: call about the legal advice asked for on 20/11"),
        max_length=LONGEST_WORDS,
        error_messages={"required": gettext_lazy("Write what it is for: it is kept, and the unit can read it.")},
    )

    @property
    def why(self) -> dict[str, Any]:
        """Return the reason as services take it."""
        return {"reason": RevealReason(self.cleaned_data["reason"]), "words": self.cleaned_data["words"]}
