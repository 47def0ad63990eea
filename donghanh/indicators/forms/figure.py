"""A figure as it is typed: what, for when, how much, which part, from where."""

from dataclasses import replace
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import CUTS, DeclaredGrade, FigureKind, Origin, Qualifier
from donghanh.indicators.errors import FigureAlreadyStands
from donghanh.indicators.forms.fields import IndicatorField, PercentField, WholeField, indicator_choices
from donghanh.indicators.models import Figure, Indicator
from donghanh.indicators.services import Statement, indicator_of
from donghanh.kernel.errors import DomainError
from donghanh.kernel.periods import Period
from donghanh.kernel.text import clean
from donghanh.org.access import units_changed
from donghanh.org.fields import DayField, UnitField
from donghanh.org.models import Unit, User

# Where a refusal of the rules is shown; one that is not named stands above the form.
FIELD_OF = {
    "indicator_not_in_force": "ends_on",
    "figure_says_nothing": "value",
    "negative_figure": "value",
    "figure_too_large": "value",
    "percent_out_of_range": "value",
    "range_upside_down": "upper",
    "range_without_end": "value",
    "change_says_nothing": "change",
    "not_a_change": "change",
    "source_missing": "source",
    "figure_already_stands": "indicator",
}
CHANGES = ("change", "change_percent")
RESULT = "result"
"""A flow or a stock, whichever the indicator is; nobody has to know the difference."""
_WHOLE = [("", gettext_lazy("all"))]
_KINDS = [
    (RESULT, gettext_lazy("a result: what happened or stood")),
    (FigureKind.TARGET, FigureKind.TARGET.label),
    (FigureKind.CHANGE, FigureKind.CHANGE.label),
]


def _cut_field(name: str, label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[*_WHOLE, *CUTS[name].choices], required=False)


class FigureForm(forms.Form):
    """The facts of a figure; the rules are asked before anything is written."""

    indicator = IndicatorField(label=gettext_lazy("Indicator"))
    kind = forms.ChoiceField(label=gettext_lazy("The figure is"), choices=_KINDS, initial=RESULT)
    starts_on = DayField(label=gettext_lazy("From"))
    ends_on = DayField(label=gettext_lazy("To"))
    qualifier = forms.ChoiceField(label=gettext_lazy("How exact"), choices=Qualifier.choices, initial=Qualifier.EXACT)
    value = WholeField(label=gettext_lazy("Figure"), help_text=gettext_lazy("for example 1.352.585"))
    upper = WholeField(label=gettext_lazy("Up to"), help_text=gettext_lazy("only for a range"))
    change = WholeField(label=gettext_lazy("Up or down"), help_text=gettext_lazy("minus in front of a decrease"))
    change_percent = PercentField(label=gettext_lazy("Up or down in %"))
    audience = _cut_field("audience", gettext_lazy("Audience"))
    form = _cut_field("form", gettext_lazy("Form"))
    place_kind = _cut_field("place_kind", gettext_lazy("Where it stands"))
    unit_type = _cut_field("unit_type", gettext_lazy("Kind of union"))
    part_of = forms.ChoiceField(
        label=gettext_lazy("Part of"),
        choices=indicator_choices,
        required=False,
        help_text=gettext_lazy("when the number is already in another figure"),
    )
    origin = forms.ChoiceField(label=gettext_lazy("Origin"), choices=Origin.choices, initial=Origin.DECLARED)
    grade = forms.ChoiceField(
        label=gettext_lazy("Evidence"),
        choices=DeclaredGrade.choices,
        initial=DeclaredGrade.D,
        help_text=gettext_lazy("a published figure has none"),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=300,
        help_text=gettext_lazy("document, list or page the number comes from"),
    )
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["indicator"].widget.attrs |= {
            "hx-get": reverse_lazy("indicators:indicator-definition"),
            "hx-target": "#definition",
            "hx-trigger": "change",
        }

    def clean(self) -> dict[str, Any]:
        """Refuse what the rules refuse, each beside the field it is about."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and typed["starts_on"] > typed["ends_on"]:
            self.add_error("ends_on", _("The last day lies before the first one. Write a later day."))
        if not self.errors:
            try:
                indicator_of(self.statement)
                self.check()
            except DomainError as refusal:
                error = ValidationError(str(refusal), code=refusal.code)
                self.add_error(FIELD_OF.get(refusal.code), error)
        return typed

    def check(self) -> None:
        """Raise when the figure cannot stand beside those on record."""

    @property
    def chosen(self) -> Indicator | None:
        """Return the indicator chosen so far, to show its definition."""
        code = self["indicator"].value()
        return Indicator.objects.filter(code=code).order_by("-version").first() if code else None

    @property
    def is_about_a_part(self) -> bool:
        """Tell whether something was chosen that makes the figure one of a part."""
        return any(self[name].value() for name in (*CUTS, "part_of"))

    @property
    def is_about_a_change(self) -> bool:
        """Tell whether the figure is a change, or is about to be one."""
        return self["kind"].value() == FigureKind.CHANGE or any(self[name].value() for name in CHANGES)

    @property
    def statement(self) -> Statement:
        """Return what was typed as the services take it."""
        typed = self.cleaned_data
        upper = typed["upper"]
        published = typed["origin"] == Origin.PUBLISHED
        return Statement(
            indicator=typed["indicator"],
            period=Period(typed["starts_on"], typed["ends_on"]),
            amount=Amount(
                value=typed["value"] if upper is None else None,
                minimum=None if upper is None else typed["value"],
                maximum=upper,
                change=typed["change"],
                change_percent=typed["change_percent"],
                qualifier=Qualifier(typed["qualifier"]),
            ),
            source=clean(typed["source"]),
            kind=self._kind(typed["kind"], typed["indicator"]),
            cuts={name: typed[name] for name in CUTS if typed[name]},
            part_of=typed["part_of"],
            origin=typed["origin"],
            grade="" if published else typed["grade"],
            note=clean(typed["note"]),
        )

    def _kind(self, kind: str, code: str) -> str:
        if kind != RESULT:
            return kind
        found = Indicator.objects.filter(code=code).order_by("-version").first()
        return found.kind if found else FigureKind.FLOW


class DeclareForm(FigureForm):
    """A new figure of a unit where the actor may enter figures."""

    unit = UnitField(label=gettext_lazy("Unit"), help_text=gettext_lazy("code or name"))
    field_order = ["unit"]

    def __init__(self, *args: Any, actor: User, **options: Any) -> None:
        super().__init__(*args, **options)
        cast("UnitField", self.fields["unit"]).units = Unit.objects.filter(units_changed(actor, "figures"))

    def check(self) -> None:
        """Refuse a second figure of the same unit, indicator, period and cut."""
        unit, statement = self.cleaned_data["unit"], self.statement
        standing = Figure.objects.standing().filter(unit=unit, **statement.key)
        if standing.exists():
            raise FigureAlreadyStands(unit, self.chosen, statement.period)


class CorrectForm(FigureForm):
    """A figure put in the place of one that was wrong."""

    reason = forms.CharField(
        label=gettext_lazy("Why it is corrected"),
        max_length=200,
        help_text=gettext_lazy("stays readable beside the old figure"),
    )

    def __init__(self, *args: Any, figure: Figure, **options: Any) -> None:
        self.figure = figure
        super().__init__(*args, initial=_typed(figure), **options)

    @property
    def statement(self) -> Statement:
        """Return what was typed; whose figure it is does not change."""
        return replace(super().statement, former_unit=self.figure.former_unit)

    def check(self) -> None:
        """Refuse a figure that would stand beside another one of the same kind."""
        statement = self.statement
        others = Figure.objects.standing().filter(unit=self.figure.unit, **statement.key)
        if others.exclude(pk=self.figure.pk).exists():
            raise FigureAlreadyStands(self.figure.unit, self.chosen, statement.period)


def _typed(figure: Figure) -> dict[str, Any]:
    """Write a stored figure as it would be typed."""
    is_range = figure.maximum is not None
    is_result = figure.kind == figure.indicator.kind
    return {
        "indicator": figure.indicator.code,
        "kind": RESULT if is_result else figure.kind,
        "starts_on": figure.starts_on,
        "ends_on": figure.ends_on,
        "qualifier": figure.qualifier,
        "value": figure.minimum if is_range else figure.value,
        "upper": figure.maximum,
        "change": figure.change,
        "change_percent": figure.change_percent,
        **figure.cuts,
        "part_of": figure.part_of,
        "origin": figure.origin,
        "grade": figure.grade or DeclaredGrade.D,
        "source": figure.source,
        "note": figure.note,
    }
