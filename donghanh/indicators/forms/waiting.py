"""Whose the figures of a waiting group are."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.indicators.models import WaitingGroup
from donghanh.org.access import units_changed
from donghanh.org.fields import UnitField, unit_choice
from donghanh.org.models import Unit, User


class AssignForm(forms.Form):
    """The unit that published the figures: one of the nearest, or another one by code or name."""

    unit = UnitField(label=_("Unit"), help_text=_("code or name"))

    def __init__(self, *args: Any, waiting: WaitingGroup, actor: User, **options: Any) -> None:
        super().__init__(*args, **options)
        field = cast("UnitField", self.fields["unit"])
        field.units = Unit.objects.filter(units_changed(actor, "figures"))
        nearest = field.units.filter(pk__in=waiting.nearest.values("pk")).order_by("folded_name", "pk")
        # Nothing is marked beforehand: whose figures these are is a person's word.
        if nearest:
            field.help_text = _("mark one of the nearest, or type a code or name")
        field.widget.found = self.offered = [unit_choice(unit) for unit in nearest]
