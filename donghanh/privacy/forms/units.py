"""Choosing one of one's own units."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.people.fields import OwnUnitField


class UnitForm(forms.Form):
    """One of the units whose people the reader may change."""

    unit = OwnUnitField(label=_("Unit"))

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
