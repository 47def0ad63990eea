"""What officers choose about member cards."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from donghanh.people.choices import CardEnding
from donghanh.people.models import Worker

MOST = 200
"""How many cards one file holds: 20 sheets of ten."""


class AnnulCardForm(forms.Form):
    """Why a card no longer counts; that it was replaced goes without saying."""

    ending = forms.ChoiceField(
        label=_("Why"), choices=[(each.value, each.label) for each in (CardEnding.LOST, CardEnding.HANDED_IN)]
    )


class CardSheetForm(forms.Form):
    """Whose cards are printed."""

    workers = forms.ModelMultipleChoiceField(
        queryset=Worker.objects.none(),
        error_messages={
            "required": _("Nobody is chosen. Tick the people whose cards you want to print."),
            "invalid_choice": _("Somebody chosen is not on your rolls any more. Load the list again."),
            "invalid_pk_value": _("Somebody chosen is not on your rolls any more. Load the list again."),
        },
    )

    def __init__(self, *args: Any, people: QuerySet[Worker], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["workers"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - tells the type checker
        field.queryset = people

    def clean_workers(self) -> list[Worker]:
        """Refuse more than one file holds."""
        workers = list(self.cleaned_data["workers"])
        if len(workers) > MOST:
            raise forms.ValidationError(
                _("%(count)s people are chosen; one file holds %(most)s cards. Print them in parts."),
                params={"count": len(workers), "most": MOST},
            )
        return workers
