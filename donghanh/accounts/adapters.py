"""Where django-allauth asks us: who an account is, what a second factor is kept as, whom another site may sign in."""

from typing import Any

from allauth.account.fields import PhoneField
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from donghanh.accounts import sealing
from donghanh.accounts.sign_in_guard import GuardedSignIn
from donghanh.kernel.text import normal_phone
from donghanh.org.models import User


class AccountAdapter(GuardedSignIn):
    """Accounts are made by officers; their phone numbers count as checked."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse: an officer makes the account."""
        return False

    def phone_form_field(self, **kwargs: Any) -> PhoneField:
        """Take a phone number as people here write it, without a country code."""
        return PhoneField(validators=[_written_as_here], **kwargs)

    def get_user_by_phone(self, phone: str) -> User | None:
        """Find the account of a phone number however it was typed."""
        return User.objects.filter(phone=normal_phone(phone) or None).exclude(phone=None).first()

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        """Return the phone an officer entered; it needs no code."""
        return (user.phone, True) if user.phone else None

    def set_phone(self, user: User, phone: str, verified: bool) -> None:  # noqa: FBT001
        """Keep a changed phone number."""
        user.phone = normal_phone(phone) or None
        user.save(update_fields=["phone"])

    def set_phone_verified(self, user: User, phone: str) -> None:
        """Nothing to keep: every phone number on record was entered by an officer."""

    def send_verification_code_sms(self, user: Any, phone: str, code: str, **kwargs: Any) -> None:
        """Send nothing: no code is ever asked for."""

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on to the page that the change was asked for on."""
        return reverse("accounts:security")


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: named after the person, sealed in the database."""

    def get_totp_label(self, user: User) -> str:
        """Name the entry in the authenticator app after the sign-in name."""
        return user.username

    def get_totp_issuer(self) -> str:
        """Name the site in the authenticator app."""
        return "Đồng Hành"

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is stored."""
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a stored secret."""
        return sealing.unseal(encrypted_text)

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """Suggest a name for a passkey that nobody named."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey %(number)s") % {"number": count + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Bind passkeys to the name that the browser asked for; ALLOWED_HOSTS has checked it."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Đồng Hành"}


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Sign-in with another site: only into accounts that were linked to it while signed in here."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Refuse: nobody gets an account by having one elsewhere."""
        return False

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        """Go back to the page on which accounts are linked."""
        return reverse("accounts:security")

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let somebody in only if his account was linked before."""
        if sociallogin.state.get("process") == AuthProcess.LOGIN and not sociallogin.is_existing:
            raise ImmediateHttpResponse(render(request, "socialaccount/not_linked.html", status=403))


def _written_as_here(phone: str) -> None:
    if not normal_phone(phone):
        raise ValidationError(_("%(phone)s is no phone number. Write ten digits.") % {"phone": phone})
