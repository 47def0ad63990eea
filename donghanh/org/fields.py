"""Form fields for what people know by heart: a day, a phone, and a unit or an area by code or name."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.kernel.errors import DomainError
from donghanh.kernel.text import clean, fold, normal_phone
from donghanh.org.models import Area, Unit
from donghanh.org.queries.areas import current_areas, matching_areas
from donghanh.org.queries.units import matching_units

SUGGESTIONS = 8
Choice = tuple[str, str]


def spelled(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return words to choose from with capitals, since each stands alone."""
    return [(value, capfirst(words)) for value, words in choices]


@contextmanager
def refused_in_place() -> Iterator[None]:
    """Turn a broken rule into a refusal of the form that foresaw it."""
    try:
        yield
    except DomainError as error:
        raise ValidationError(str(error), code=error.code) from error


class DayField(forms.DateField):
    """A day written as 24/11/2026."""

    default_error_messages = {
        "invalid": gettext_lazy("Write the day as 24/11/2026."),
        "required": gettext_lazy("Write a day, for example 24/11/2026."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("day/month/year"))
        widget = forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(**{"widget": widget, **options})

    def prepare_value(self, value: Any) -> Any:
        """Show a day as it is to be typed."""
        return date_format(value, "d/m/Y") if isinstance(value, date) else value


class PhoneField(forms.CharField):
    """A Vietnamese phone number however it is typed; kept as ten digits."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})
        super().__init__(**{"widget": widget, "max_length": 20, **options})

    def clean(self, value: Any) -> str:
        """Return ten digits, or "" when nothing was typed."""
        text = super().clean(value)
        phone = normal_phone(text)
        if text and not phone:
            raise ValidationError(_("%(typed)s is no phone number: ten digits are needed.") % {"typed": text})
        return phone


class TypeAhead(forms.TextInput):
    """A text with what it may mean below it; a mark there decides, else the text does."""

    template_name = "org/widgets/type_ahead.html"

    def __init__(self, url_name: str) -> None:
        super().__init__({"autocomplete": "off"})
        self.url_name = url_name
        self.found: list[Choice] = []

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was marked among the suggestions, else what was typed."""
        return data.get(f"{name}_found") or data.get(name)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add where suggestions come from, and those of a refused form."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "hx-get": f"{reverse(self.url_name)}?field={name}",
            "hx-trigger": "input changed delay:250ms",
            "hx-target": f"#{name}_found",
        }
        return {**context, "name": name, "found": self.found}


class CodeField(forms.CharField, ABC):
    """A record typed by its code or its name."""

    url_name = ""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": TypeAhead(self.url_name), **options})

    def clean(self, value: Any) -> Any:
        """Return the record that the text names; refuse with the nearest ones when it names none or several."""
        text = clean(super().clean(value))
        if not text:
            return None
        exact = list(self.exact(text)[:2])
        if len(exact) == 1:
            return exact[0]
        near = [self.choice(record) for record in self.near(text)[:SUGGESTIONS]]
        self.widget.found = near
        if near:
            raise ValidationError(_("“%(typed)s” is not clear. Choose one of these.") % {"typed": text})
        raise ValidationError(self.unknown(text))

    @abstractmethod
    def exact(self, text: str) -> QuerySet[Any]:
        """Return what a text names exactly."""

    @abstractmethod
    def near(self, text: str) -> QuerySet[Any]:
        """Return what a text may mean."""

    @abstractmethod
    def choice(self, record: Any) -> Choice:
        """Return the code of a record and the words that tell it from others."""

    @abstractmethod
    def unknown(self, text: str) -> str:
        """Say that a text names nothing, and what to type instead."""

    def prepare_value(self, value: Any) -> Any:
        """Show a record by its code."""
        return self.choice(value)[0] if isinstance(value, Model) else value


class UnitField(CodeField):
    """A unit among those that ``units`` holds; the form sets them for its actor."""

    url_name = "org:unit-suggestions"
    units: QuerySet[Unit] = Unit.objects.none()

    def exact(self, text: str) -> QuerySet[Unit]:
        """Return the unit with this code, or this very name."""
        by_code = self.units.filter(code__iexact=text)
        return by_code if by_code.exists() else self.units.filter(name__iexact=text)

    def near(self, text: str) -> QuerySet[Unit]:
        """Return the units with these words."""
        return matching_units(self.units, text).order_by("code")

    def choice(self, record: Unit) -> Choice:
        """Return code and name."""
        return unit_choice(record)

    def unknown(self, text: str) -> str:
        """Say that there is no such unit here."""
        return _("There is no unit “%(typed)s” that you may choose here. Check the code.") % {"typed": text}


class AreaField(CodeField):
    """A province, commune, ward or special zone of today's map."""

    url_name = "org:area-suggestions"

    def exact(self, text: str) -> QuerySet[Area]:
        """Return the area with this statistics code, or the only one with this name."""
        by_code = current_areas().filter(code=text)
        return by_code if by_code.exists() else current_areas().filter(folded_name=fold(text))

    def near(self, text: str) -> QuerySet[Area]:
        """Return the areas with these words, in their name or their province's."""
        return matching_areas(current_areas(), text).select_related("province").order_by("code")

    def choice(self, record: Area) -> Choice:
        """Return code and name."""
        return area_choice(record)

    def unknown(self, text: str) -> str:
        """Say that the map has no such place."""
        return _("There is no area “%(typed)s” on today's map. Check the name.") % {"typed": text}


def unit_choice(unit: Unit) -> Choice:
    """Return what stands for a unit in a list of suggestions."""
    return unit.code, f"{unit.code} · {unit.name}"


def area_choice(area: Area) -> Choice:
    """Return what stands for an area in a list of suggestions."""
    return area.code, f"{area.name}, {area.province}" if area.province else area.name


def suggested(field: CodeField, text: str) -> list[Choice]:
    """Return what a text typed so far may mean."""
    return [field.choice(record) for record in field.near(text)[:SUGGESTIONS]] if clean(text) else []
