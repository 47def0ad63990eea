"""What is chosen on the reading pages: the day that matters, two days to compare, which documents are listed."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from donghanh.kernel.text import clean
from donghanh.legal.choices import DocumentKind
from donghanh.legal.queries.standing import Force
from donghanh.org.fields import DayField

MOST_LETTERS = 200
ALL = "all"
FORCES = (
    (Force.IN_FORCE, _("in force")),
    (Force.COMING, _("not yet in force")),
    (Force.ENDED, _("no longer in force")),
    (Force.UNKNOWN, _("days not known")),
)


class DayForm(forms.Form):
    """The day on which the law matters; today unless the address names another."""

    on = DayField(label=_("Show the law as of"))

    def __init__(self, asked: QueryDict, *, today: date) -> None:
        super().__init__({"on": _as_day(asked.get("on")) or today})
        self._today = today

    def day(self) -> date:
        """Return the day asked for; today when it cannot be read."""
        self.is_valid()
        return self.cleaned_data.get("on") or self._today


class CompareForm(forms.Form):
    """Two days whose wordings are set side by side."""

    def __init__(self, asked: QueryDict, *, earlier: date, later: date) -> None:
        super().__init__({"from": _as_day(asked.get("from")) or earlier, "to": _as_day(asked.get("to")) or later})
        self.fields["from"] = DayField(label=_("Wording of"))
        self.fields["to"] = DayField(label=_("beside that of"))
        self._otherwise = earlier, later

    def days(self) -> tuple[date, date]:
        """Return both days, the earlier first; for one that cannot be read, the one offered."""
        self.is_valid()
        earlier, later = self._otherwise
        first, second = self.cleaned_data.get("from") or earlier, self.cleaned_data.get("to") or later
        return min(first, second), max(first, second)


class DocumentFilter(forms.Form):
    """Which documents of the library are listed; all that can be chosen stands in the address."""

    q = forms.CharField(label=_("Number or words of the title"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[(ALL, _("all kinds")), *DocumentKind.choices])
    topic = forms.ChoiceField(label=_("Topic"))
    force = forms.ChoiceField(label=_("Status"), choices=[(ALL, _("whatever it is")), *FORCES])
    on = DayField(label=_("on the day"))

    def __init__(self, asked: QueryDict, *, topics: list[tuple[str, str]], today: date) -> None:
        narrowed = {name: asked.get(name) or ALL for name in ("kind", "topic", "force")}
        super().__init__({"q": asked.get("q", ""), "on": _as_day(asked.get("on")) or today, **narrowed})
        self.fields["topic"].choices = [(ALL, _("all topics")), *topics]  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        """Cut what no search needs."""
        return clean(self.cleaned_data["q"])[:MOST_LETTERS]

    def chosen(self) -> dict[str, Any]:
        """Return what is chosen; a choice that cannot be read narrows nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value and value != ALL}

    @property
    def is_narrowed(self) -> bool:
        """Tell whether more than words is chosen, or something that cannot be read."""
        return not self.is_valid() or bool(self.chosen().keys() - {"q", "on"})


def _as_day(written: str | None) -> date | str | None:
    """Read a day as addresses carry it, so that the field shows it as people write it."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return written
