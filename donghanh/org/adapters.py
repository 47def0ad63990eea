"""How django-allauth finds our accounts: by name or by phone, and nobody registers himself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.fields import PhoneField
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from donghanh.kernel.text import normal_phone
from donghanh.org.models import User


class AccountAdapter(DefaultAccountAdapter):
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


def _written_as_here(phone: str) -> None:
    if not normal_phone(phone):
        raise ValidationError(_("%(phone)s is no phone number. Write ten digits.") % {"phone": phone})
