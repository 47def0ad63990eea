"""How django-allauth finds our accounts: by name or by phone, and nobody registers himself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from donghanh.kernel.text import normal_phone
from donghanh.org.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by officers; their phone numbers count as checked."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse: an officer makes the account."""
        return False

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
