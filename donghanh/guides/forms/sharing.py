"""In whose name a guide is spread, and where."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import Unit


class LinkForm(forms.Form):
    """A place where a link is spread."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), empty_label=None)
    place = forms.CharField(
        label=_("Where you spread it"), max_length=80, help_text=_("for example: Zalo group of line 3"),
        error_messages={"required": _("Write where you spread it, so that you can tell the counts apart.")},
    )  # fmt: skip

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
