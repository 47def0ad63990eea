"""A breach as it is found out, and what is done about it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext_lazy as _

from donghanh.gatherings.forms.session import ClockField
from donghanh.org.fields import DayField, spelled
from donghanh.org.models import Unit
from donghanh.people.fields import OwnUnitField
from donghanh.privacy.choices import BreachStep
from donghanh.privacy.models import Breach

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

FACTS = ("title", "happened", "data_kinds", "people_count", "consequences", "measures", "is_serious")


def _text(label: "_StrPromise", hint: "_StrPromise | str" = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write it in a sentence or two.")},
    )  # fmt: skip


class BreachForm(forms.Form):
    """What is known of a breach; no names of people."""

    unit = OwnUnitField(label=_("Unit"))
    found_on = DayField(label=_("Found on"))
    found_time = ClockField(label=_("At what time"))
    title = forms.CharField(
        label=_("What happened, in one line"), max_length=200,
        error_messages={"required": _("Write it in one line, for example: list of workers sent to a wrong address.")},
    )  # fmt: skip
    happened = _text(_("What exactly happened"), _("without names of people"))
    data_kinds = _text(_("Which data"), _("for example: names, phones, member numbers"))
    people_count = forms.IntegerField(
        label=_("Number of people"), help_text=_("leave empty while not known"), required=False, min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Write it as a number, for example 100.")},
    )  # fmt: skip
    consequences = _text(_("What may follow for the people"))
    measures = _text(_("What was done and will be done"), required=False)
    is_serious = forms.BooleanField(label=_("It may harm people seriously"), required=False)

    def __init__(self, *args: Any, units: Any = None, breach: Breach | None = None, **options: Any) -> None:
        if breach:
            found = localtime(breach.found_at)
            known = {name: getattr(breach, name) for name in FACTS}
            options["initial"] = {**known, "found_on": found.date(), "found_time": found.time()}
        super().__init__(*args, **options)
        if breach:
            for name in ("unit", "found_on", "found_time"):
                del self.fields[name]
        else:
            self.fields["unit"].queryset = units if units is not None else Unit.objects.none()  # type: ignore[attr-defined]

    @property
    def found_at(self) -> datetime:
        """Return the moment it was found."""
        return make_aware(datetime.combine(self.cleaned_data["found_on"], self.cleaned_data["found_time"]))

    @property
    def facts(self) -> dict[str, Any]:
        """Return what is kept of it."""
        return {name: self.cleaned_data[name] for name in FACTS}


class StepForm(forms.Form):
    """One line of the timeline."""

    step = forms.ChoiceField(
        label=_("Step"), choices=spelled([choice for choice in BreachStep.choices if choice[0] != BreachStep.FOUND])
    )
    words = _text(_("In words"), required=False)
