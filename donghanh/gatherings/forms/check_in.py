"""What somebody types on a phone to check in."""

from typing import Any

from django import forms
from django.utils.timezone import now
from django.utils.translation import gettext_lazy

from donghanh.gatherings.tickets import redeem
from donghanh.kernel.text import clean, only_digits
from donghanh.org.fields import PhoneField, refused_in_place


class TypedCodeForm(forms.Form):
    """The two codes of the hall screen, for a phone that cannot scan."""

    session_code = forms.CharField(
        label=gettext_lazy("Session code"),
        help_text=gettext_lazy("six digits on the screen"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write the six digits on the screen.")},
    )
    screen_code = forms.CharField(
        label=gettext_lazy("Code that changes"),
        help_text=gettext_lazy("eight letters and digits on the screen"),
        max_length=16,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Write the eight letters and digits on the screen.")},
    )

    def clean_session_code(self) -> str:
        """Keep the digits, however they were grouped."""
        return only_digits(self.cleaned_data["session_code"])

    def clean_screen_code(self) -> str:
        """Drop the blanks between the groups."""
        return "".join(self.cleaned_data["screen_code"].split())

    def clean(self) -> dict[str, Any]:
        """Turn the codes into a ticket."""
        cleaned = super().clean() or {}
        if not self.errors:
            with refused_in_place():
                cleaned["ticket"] = redeem(cleaned["session_code"], cleaned["screen_code"], at=now())
        return cleaned


class PhoneAndNameForm(forms.Form):
    """Who is present, for those without an account."""

    full_name = forms.CharField(
        label=gettext_lazy("Your full name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Write your family name and given name.")},
    )
    phone = PhoneField(
        label=gettext_lazy("Your phone number"),
        error_messages={"required": gettext_lazy("Write your phone number, ten digits.")},
    )

    def clean_full_name(self) -> str:
        """Bring the name to one form."""
        return clean(self.cleaned_data["full_name"])
