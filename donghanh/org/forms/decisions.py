"""Decisions about the tree: the paper they rest on and the day from which they hold."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from donghanh.kernel.text import clean
from donghanh.org.access import units_changed
from donghanh.org.choices import KINDS_BELOW, UnitKind
from donghanh.org.codes import checked_code
from donghanh.org.errors import UnitCodeTaken, UnitNotThere
from donghanh.org.fields import AreaField, DayField, UnitField, refused_in_place, spelled
from donghanh.org.forms.asking import AskingForm
from donghanh.org.forms.units import ANY_FORM
from donghanh.org.models import Unit, User
from donghanh.org.services.tree import Paper, check_closing, check_hanging


class DecisionForm(AskingForm):
    """The decision on paper about a unit."""

    number = forms.CharField(
        label=gettext_lazy("Number of the decision"), max_length=60, help_text=gettext_lazy("for example 12/QĐ-LĐLĐ")
    )
    issued_on = DayField(label=gettext_lazy("Issued on"))
    issuer = forms.CharField(label=gettext_lazy("Issued by"), max_length=200)
    on = DayField(label=gettext_lazy("In force from"))

    def __init__(self, *args: Any, unit: Unit, actor: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.unit, self.actor = unit, actor

    @property
    def paper(self) -> Paper:
        """Return the decision as the services take it."""
        typed = self.cleaned_data
        return Paper(number=clean(typed["number"]), issued_on=typed["issued_on"], issuer=clean(typed["issuer"]))

    def clean(self) -> dict[str, Any]:
        """Refuse what the rules of the tree refuse, before anything is asked for confirmation."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            with refused_in_place():
                self.check(typed)
        return typed

    def check(self, typed: dict[str, Any]) -> None:
        """Raise when the decision cannot be carried out."""


class FoundForm(DecisionForm):
    """A new unit under ``unit``."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        help_text=gettext_lazy("capital letters and digits, for example QM-42"),
    )
    name = forms.CharField(label=gettext_lazy("Unit name"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    form = forms.ChoiceField(label=gettext_lazy("Stands on"), choices=ANY_FORM, required=False)
    area = AreaField(
        label=gettext_lazy("Area"), required=False, help_text=gettext_lazy("commune or province, by name or code")
    )
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    field_order = ["code", "name", "kind", "form", "area", "address"]

    def __init__(self, *args: Any, unit: Unit, actor: User, **options: Any) -> None:
        super().__init__(*args, unit=unit, actor=actor, **options)
        kinds = KINDS_BELOW[unit.kind]
        cast("forms.ChoiceField", self.fields["kind"]).choices = spelled([(kind.value, kind.label) for kind in kinds])
        if UnitKind.SUPERIOR_UNION not in kinds:
            del self.fields["form"]

    def clean_code(self) -> str:
        """Return the code in capitals, when it is free."""
        with refused_in_place():
            code = checked_code(self.cleaned_data["code"])
        if Unit.objects.filter(code=code).exists():
            raise ValidationError(str(UnitCodeTaken(code)))
        return code

    def check(self, typed: dict[str, Any]) -> None:
        """Refuse a day on which the unit above does not exist."""
        if self.unit.placement_on(typed["on"]) is None:
            raise UnitNotThere(self.unit, typed["on"])

    @property
    def facts(self) -> dict[str, Any]:
        """Return what is known of the new unit beside code, name and kind."""
        typed = self.cleaned_data
        form = typed.get("form", "") if typed["kind"] == UnitKind.SUPERIOR_UNION else ""
        return {"form": form, "area": typed["area"], "address": typed["address"]}


class MoveForm(DecisionForm):
    """The unit under which ``unit`` hangs from now on."""

    parent = UnitField(label=gettext_lazy("Move under"), help_text=gettext_lazy("code or name of the unit above"))
    field_order = ["parent"]

    def __init__(self, *args: Any, unit: Unit, actor: User, **options: Any) -> None:
        super().__init__(*args, unit=unit, actor=actor, **options)
        cast("UnitField", self.fields["parent"]).units = _open_to(actor).exclude(pk=unit.pk)

    def check(self, typed: dict[str, Any]) -> None:
        """Refuse a place below the unit itself, and a day before a later move."""
        check_hanging(self.unit, typed["parent"], on=typed["on"])


class MergeForm(DecisionForm):
    """The unit that takes over from ``unit``."""

    into = UnitField(
        label=gettext_lazy("Merge into"), help_text=gettext_lazy("code or name of the unit that takes over")
    )
    field_order = ["into"]

    def __init__(self, *args: Any, unit: Unit, actor: User, **options: Any) -> None:
        super().__init__(*args, unit=unit, actor=actor, **options)
        cast("UnitField", self.fields["into"]).units = _open_to(actor).exclude(pk=unit.pk)

    def check(self, typed: dict[str, Any]) -> None:
        """Refuse a successor below the unit itself, and a day before a later move."""
        check_hanging(self.unit, typed["into"], on=typed["on"])


class CloseForm(DecisionForm):
    """The first day on which ``unit`` no longer exists."""

    def check(self, typed: dict[str, Any]) -> None:
        """Refuse to close a unit that others hang under."""
        check_closing(self.unit, on=typed["on"])


def _open_to(actor: User) -> Any:
    return Unit.objects.filter(units_changed(actor, "units"))
