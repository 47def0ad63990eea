"""What is typed to sign in by a code."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.accounts.services.codes import DIGITS
from donghanh.kernel.text import only_digits
from donghanh.org.fields import PhoneField


class PhoneForm(forms.Form):
    """The phone that a code goes to."""

    phone = PhoneField(
        label=gettext_lazy("Your phone number"),
        error_messages={"required": gettext_lazy("Write your phone number, ten digits.")},
    )


class DigitsField(forms.CharField):
    """The digits of a message, however they are grouped."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Code in the message"),
            help_text=gettext_lazy("six digits"),
            max_length=12,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
            error_messages={"required": gettext_lazy("Write the six digits of the message.")},
        )

    def clean(self, value: object) -> str:
        """Return six digits."""
        typed = super().clean(value)
        digits = only_digits(typed)
        if len(digits) != DIGITS:
            raise ValidationError(_("%(typed)s is no code. Write the six digits of the message.") % {"typed": typed})
        return digits


class DigitsForm(forms.Form):
    """The code that came."""

    digits = DigitsField()
