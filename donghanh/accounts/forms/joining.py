"""What is typed to join a unit, and by the officer who makes its codes."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.accounts.forms.codes import DigitsField
from donghanh.accounts.forms.reset import password_field
from donghanh.kernel.text import clean
from donghanh.org.fields import PhoneField
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import User

_DAYS = (7, 30, 90)


class JoinCodeForm(AskingForm):
    """The code on the poster, for a phone that cannot scan."""

    code = forms.CharField(
        label=gettext_lazy("Code on the poster"),
        help_text=gettext_lazy("a number and ten letters"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Write the code that stands on the poster.")},
    )


class WhoJoinsForm(AskingForm):
    """Name and password of somebody who joins; his phone was asked before where it can be proved."""

    full_name = forms.CharField(
        label=gettext_lazy("Your full name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Write your family name and given name.")},
    )
    password = password_field(
        gettext_lazy("A password of your own"), hint=gettext_lazy("at least 8 characters; a short sentence is good")
    )

    def clean_full_name(self) -> str:
        """Bring the name to one form."""
        name = clean(self.cleaned_data["full_name"])
        if " " not in name:
            raise ValidationError(_("“%(name)s” is half a name. Write family name and given name.") % {"name": name})
        return name

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is easy to guess, or made of one's own name or phone."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if "password" in typed:
            somebody = User(full_name=typed.get("full_name", ""), phone=typed.get("phone"))
            try:
                validate_password(typed["password"], somebody)
            except ValidationError as refused:
                self.add_error("password", refused)
        return typed


class JoinForm(WhoJoinsForm):
    """Everything at once, where no messages are sent."""

    phone = PhoneField(
        label=gettext_lazy("Your phone number"),
        error_messages={"required": gettext_lazy("Write your phone number, ten digits.")},
    )
    field_order = ["full_name", "phone", "password"]


class ProvedJoinForm(WhoJoinsForm):
    """The same with the code of the message instead of the phone."""

    digits = DigitsField()
    field_order = ["digits", "full_name", "password"]


class PosterForm(forms.Form):
    """How long the code of a new poster works."""

    days = forms.TypedChoiceField(label=gettext_lazy("The code works for"), coerce=int, initial=30)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["days"].choices = [(days, _("%(days)s days") % {"days": days}) for days in _DAYS]  # type: ignore[attr-defined]

    @property
    def lasts(self) -> timedelta:
        """Return the time chosen."""
        return timedelta(days=self.cleaned_data["days"])
