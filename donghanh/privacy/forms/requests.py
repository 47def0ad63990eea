"""Requests: asked, entered from paper, given more time, answered; holds; the last question before an erasure."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.org.fields import DayField, spelled
from donghanh.privacy.choices import Outcome, RequestKind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_WHERE = _("for example: cabinet 2, file 14")
_LONG = 2000


def _words(label: "_StrPromise", *, required: bool) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=_LONG, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write it in a sentence or two.")},
    )  # fmt: skip


def _paper() -> forms.CharField:
    return forms.CharField(
        label=_("Where the signed paper is kept"), help_text=_WHERE, max_length=200,
        error_messages={"required": _("Write where the signed paper is kept.")},
    )  # fmt: skip


class AskForm(forms.Form):
    """What a person asks for, in his own words."""

    words = _words(_("What should we know"), required=False)


class PaperForm(forms.Form):
    """A request that came on paper."""

    kind = forms.ChoiceField(label=_("The person asks to"), choices=spelled(RequestKind.choices))
    words = _words(_("In the person's words"), required=False)
    evidence = _paper()


class YesOnPaperForm(forms.Form):
    """A consent that was signed on paper."""

    evidence = _paper()


class ExtendForm(forms.Form):
    """Why more time is needed."""

    reason = forms.CharField(
        label=_("Why more time is needed"), max_length=300,
        error_messages={"required": _("Write the reason; the person reads it.")},
    )  # fmt: skip


class AnswerForm(forms.Form):
    """How a request ends."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=spelled([(each.value, each.label) for each in (Outcome.DONE, Outcome.REFUSED)]),
    )
    words = _words(_("Answer, which the person reads"), required=True)


class RefuseForm(forms.Form):
    """Why an erasure is refused."""

    words = _words(_("Why it is refused, which the person reads"), required=True)


class HoldForm(forms.Form):
    """Why data must stay, and until when."""

    reason = forms.CharField(
        label=_("Reason in law"), max_length=300,
        error_messages={"required": _("Write the reason, for example the number of the case.")},
    )  # fmt: skip
    until = DayField(label=_("Until"))


class EraseForm(forms.Form):
    """The last question before an erasure."""

    is_read = forms.BooleanField(
        label=_("I have read what will happen. It cannot be undone."),
        error_messages={"required": _("Tick this when you have read what will happen.")},
    )
