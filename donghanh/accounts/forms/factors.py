"""What is typed or sent by a device to prove who one is."""

from collections.abc import Callable
from datetime import timedelta

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext as _

from donghanh.accounts.sign_in_guard import guarded_second_step
from donghanh.core.limits import Limit, TooManyTries, spend
from donghanh.kernel.text import only_digits

ONE_USE = Limit("second factor, a code", 1, timedelta(minutes=5))
"""Longer than a code lives, and counted for all processes together."""


class CodeForm(AuthenticateForm):
    """A code of the authenticator app, or a recovery code, after the password."""

    def clean_code(self) -> str:
        """Return a code that is right and was not used before."""
        return _checked(self, super().clean_code)


class CodeAgainForm(ReauthenticateForm):
    """The same before something that matters."""

    def clean_code(self) -> str:
        """Return a code that is right and was not used before."""
        return _checked(self, super().clean_code)


class PasskeyForm(AddWebAuthnForm):
    """A new passkey, good for signing in by itself."""

    name = forms.CharField(max_length=60, required=False)
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)


def _checked(form: BaseAuthenticateForm, check: Callable[[], str]) -> str:
    code = form.cleaned_data["code"] = only_digits(form.cleaned_data["code"])
    with guarded_second_step(context.request, form.user):
        check()
        try:
            spend(ONE_USE, f"{form.user.pk}/{code}", at=now())
        except TooManyTries:
            raise ValidationError(_("This code was used already. Wait for the next one."), code="code_used") from None
    return code
