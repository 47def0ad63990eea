"""Form fields for numbers as Vietnamese write them, and for choosing an indicator."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.indicators.choices import Line
from donghanh.indicators.models import Indicator
from donghanh.indicators.services.checks import PEOPLE


class WholeField(forms.IntegerField):
    """A whole number typed with or without dots: 1.352.585."""

    default_error_messages = {"invalid": _("Write a whole number, for example 1.352.585.")}

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(**{"widget": widget, "localize": True, "required": False, **options})


class PercentField(forms.DecimalField):
    """A percentage typed with a comma: −3,2."""

    default_error_messages = {"invalid": _("Write a number, for example 5 or -3,2.")}

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        facts = {"widget": widget, "localize": True, "required": False, "max_digits": 8, "decimal_places": 2}
        super().__init__(**{**facts, **options})


class IndicatorField(forms.ChoiceField):
    """An indicator that may be declared, under its line of the report; its code is the value."""

    default_error_messages = {"required": _("Choose what is counted.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"choices": indicator_choices, **options})


def indicator_choices() -> list[tuple[Any, Any]]:
    """Return the indicators by line, the annex last; people are counted from names, never declared."""
    lines: dict[str, dict[str, str]] = {}
    for indicator in Indicator.objects.exclude(formula=PEOPLE).order_by("position", "version"):
        lines.setdefault(indicator.line, {})[indicator.code] = f"{indicator.name} ({indicator.measure})"
    nothing: list[tuple[Any, Any]] = [("", _("choose one"))]
    return nothing + [(line_words(line), list(codes.items())) for line, codes in lines.items()]


def line_words(line: str) -> str | Promise:
    """Return the number and the name of a line of the report, or what the annex is called."""
    return f"{line} · {Line(line).label}" if line else Line.__empty__
