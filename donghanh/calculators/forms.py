"""What is typed: a calculator's questions as a form, and a level proposed by an officer."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.calculators.asking import Ask
from donghanh.calculators.calculator import Calculator
from donghanh.calculators.errors import WrongAnswers
from donghanh.calculators.models import RateChange
from donghanh.calculators.units import UNITS
from donghanh.calculators.values import Basis, Value
from donghanh.calculators.words import written
from donghanh.legal.choices import Certainty

ON = "on"


class AnswerField(forms.CharField):
    """A field that takes any text: the engine judges it, and says more than a form could."""

    def validate(self, value: Any) -> None:
        """Let everything pass, also nothing."""


class AskForm(forms.Form):
    """The questions of one calculator, those that few cases need apart."""

    use_required_attribute = False

    def __init__(
        self, one: Calculator, language: str, typed: Mapping[str, str] | None, *, today: date, auto_id: str
    ) -> None:
        super().__init__(None, auto_id=auto_id)
        self._rare = {ask.name for ask in one.asks if ask.rare}
        for ask in one.asks:
            self.fields[ask.name] = _field(ask, language)
        self.fields[ON] = AnswerField(
            label=_("By the law of"),
            help_text=_("a day, like 31/12/2026"),
            required=False,
            initial=f"{today:%d/%m/%Y}",
        )
        if typed is not None:
            first = {name: field.initial for name, field in self.fields.items() if field.initial}
            self.data, self.is_bound = {**first, **typed}, True

    @property
    def often(self) -> list[forms.BoundField]:
        """Return the fields that most cases need."""
        return [field for field in self if field.name not in self._rare and field.name != ON]

    @property
    def rarely(self) -> list[forms.BoundField]:
        """Return the fields that few cases need."""
        return [field for field in self if field.name in self._rare]

    @property
    def opens_rarely(self) -> bool:
        """Tell whether the fields that few cases need hold something typed, so that they are not folded away."""
        return any(field.errors or (self.is_bound and self._is_typed(field)) for field in self.rarely)

    def _is_typed(self, field: forms.BoundField) -> bool:
        """Tell whether a field holds another answer than the one it starts with."""
        return str(self.data.get(field.name) or "") not in {"", str(field.field.initial or "")}

    def refuse(self, wrong: WrongAnswers, language: str) -> None:
        """Show each fault beside its field."""
        self.is_valid()
        for fault in wrong.faults:
            self.add_error(fault.name if fault.name in self.fields else None, fault.words.text(language))


def _field(ask: Ask, language: str) -> forms.Field:
    facts: dict[str, Any] = {
        "label": ask.label.text(language),
        "help_text": ask.help.text(language) or (UNITS[ask.unit].text(language) if ask.unit else ""),
        "required": ask.required,
    }
    if ask.kind == "yes_no":
        if ask.default is False:
            return forms.BooleanField(**{**facts, "required": False})
        yes_no = [("yes", _("yes")), ("no", _("no"))]
        blank = [] if ask.default else [("", _("not said"))]
        initial = "yes" if ask.default else ""
        return AnswerField(widget=forms.Select(choices=[*blank, *yes_no]), initial=initial, **facts)
    if ask.kind == "choice":
        choices = [(choice.value, choice.label.text(language)) for choice in ask.choices]
        choose = [] if ask.default else [("", _("choose"))]
        return AnswerField(widget=forms.Select(choices=[*choose, *choices]), initial=ask.default, **facts)
    mode = {"money": "numeric", "whole": "numeric", "decimal": "decimal"}.get(ask.kind, "text")
    widget = forms.TextInput(attrs={"inputmode": mode, "autocomplete": "off"})
    return AnswerField(widget=widget, initial=_typed(ask, language), **facts)


def _typed(ask: Ask, language: str) -> str:
    """Return the default as a person would type it; nothing for a nought, which an empty field says as well."""
    if not ask.default or isinstance(ask.default, bool | str):
        return ""
    return written(ask.default, language)


class RateForm(forms.ModelForm):  # type: ignore[type-arg]
    """A level as an officer proposes it."""

    class Meta:
        model = RateChange
        fields = [
            "code", "key", "amount", "unit", "starts_on", "ends_on", "document", "article", "clause", "certainty",
            "source",
        ]  # fmt: skip
        localized_fields = ["amount"]
        widgets = {
            "amount": forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            "code": forms.HiddenInput,
            "key": forms.HiddenInput,
            "unit": forms.HiddenInput,
            "starts_on": forms.TextInput(attrs={"inputmode": "numeric", "placeholder": "01/01/2027"}),
            "ends_on": forms.TextInput(attrs={"inputmode": "numeric"}),
        }
        help_texts = {
            "document": _("number, like 293/2025/NĐ-CP"),
            "source": _("the page or paper you read it in"),
            "ends_on": _("empty = until it is changed"),
        }

    def value(self) -> Value:
        """Return the level as calculators look it up."""
        typed = self.cleaned_data
        return Value(
            code=typed["code"],
            key=typed["key"],
            amount=Decimal(typed["amount"]),
            unit=typed["unit"],
            starts_on=typed["starts_on"],
            ends_on=typed["ends_on"],
            basis=Basis(typed["document"], typed["article"], typed["clause"]),
            certainty=str(Certainty(typed["certainty"])),
            source=typed["source"],
            checked_on=None,
        )


class RefuseForm(forms.Form):
    """Why a level is refused."""

    reason = forms.CharField(label=_("Reason"), max_length=300)
