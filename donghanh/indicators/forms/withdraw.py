"""Why a figure is taken back."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawForm(forms.Form):
    """The reason that stays beside a figure taken back."""

    reason = forms.CharField(
        label=_("Why it is taken back"), max_length=200, help_text=_("stays readable beside the figure")
    )
