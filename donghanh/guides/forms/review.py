"""What an officer notes who finds something still right."""

from django import forms
from django.utils.translation import gettext_lazy as _


class StillRightForm(forms.Form):
    """Why it is still right."""

    note = forms.CharField(
        label=_("Why it is still right"), max_length=300,
        error_messages={"required": _("Write why, for example: only a number of another clause changed.")},
    )  # fmt: skip
