"""What is typed to set something anew, by the officer who starts it and by the person it is for."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.accounts.choices import ResetKind
from donghanh.org.fields import spelled
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import User

LONGEST = 128


def password_field(label: Any, *, complete: str = "new-password", hint: Any = "") -> forms.CharField:
    """Return a field for a password, which is never trimmed."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": complete}),
    )


class StartResetForm(AskingForm):
    """What is to be set anew, and how one knows that it is the person."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is needed"), widget=forms.RadioSelect, initial=ResetKind.PASSWORD.value
    )
    reason = forms.CharField(
        label=gettext_lazy("How you know that it is the person"),
        help_text=gettext_lazy("for example: came to the office with his card"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write how you know that it is the person who asks.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = spelled(ResetKind.choices)  # type: ignore[attr-defined]


class ResetCodeForm(AskingForm):
    """The code that the officer read out."""

    code = forms.CharField(
        label=gettext_lazy("Code from your officer"),
        help_text=gettext_lazy("three groups of four"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Write the code that your officer gave you.")},
    )


class NewPasswordForm(AskingForm):
    """A password of one's own, twice."""

    password = password_field(
        gettext_lazy("New password"), hint=gettext_lazy("at least 8 characters; a short sentence is good")
    )
    again = password_field(gettext_lazy("New password once more"))

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self._user = user

    def clean_password(self) -> str:
        """Refuse a password that is easy to guess."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self._user)
        return password

    def clean_again(self) -> str:
        """Refuse a slip of the finger."""
        again = str(self.cleaned_data["again"])
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise ValidationError(_("The two are not the same. Type the new password once more."))
        return again


class PasswordNowForm(AskingForm):
    """The password of the account, before its second steps go."""

    password = password_field(gettext_lazy("Password now"), complete="current-password")
