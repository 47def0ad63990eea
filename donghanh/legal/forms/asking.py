"""What is typed into the box of the library, and chosen beside it; all of it stands in the address."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.kernel.text import clean
from donghanh.legal.choices import DocumentKind
from donghanh.legal.queries.asking import ALL, IN_FORCE, MOST_PAGES, Question
from donghanh.org.fields import DayField

MOST_LETTERS = 300
STATUSES = ((IN_FORCE, _("in force on the day")), (ALL, _("also what is not in force")))


class AskForm(forms.Form):
    """A question and what narrows it; what cannot be read is left out, but a day is asked for again."""

    q = forms.CharField(required=False)
    on = DayField(label=_("Day that matters"), required=False)
    topic = forms.SlugField(required=False, max_length=60)
    number = forms.CharField(required=False, max_length=60)
    kind = forms.ChoiceField(choices=DocumentKind, required=False)
    status = forms.ChoiceField(choices=STATUSES, required=False)
    page = forms.IntegerField(min_value=1, max_value=MOST_PAGES, required=False)
    exactly = forms.BooleanField(required=False)
    saved = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)

    def clean_q(self) -> str:
        """Cut what no question needs."""
        return clean(self.cleaned_data["q"])[:MOST_LETTERS]

    def question(self, today: date) -> Question:
        """Return what is asked, about today when no other day is named."""
        return Question(
            words=self._chosen("q", ""),
            on=self._chosen("on", today),
            topic=self._chosen("topic", ""),
            number=self._chosen("number", ""),
            kind=self._chosen("kind", ""),
            status=self._chosen("status", IN_FORCE),
            as_typed=bool(self._chosen("exactly")),
        )

    @property
    def page_number(self) -> int:
        """Return the page asked for, else the first."""
        return int(self._chosen("page", 1))

    @property
    def saved_number(self) -> int | None:
        """Return the number of the saved search that the reader came from."""
        number: int | None = self._chosen("saved")
        return number

    def _chosen(self, name: str, otherwise: Any = None) -> Any:
        """Return what a field says, or what stands for a field that is empty or unreadable."""
        self.is_valid()
        return self.cleaned_data.get(name) or otherwise
