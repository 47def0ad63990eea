"""Checking a password: one account is looked up and one hash is computed, whether or not the name is known."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from donghanh.accounts.finding import account_called
from donghanh.org.models import User


class AccountBackend(AuthenticationBackend):
    """Signs in by name, phone or e-mail at once, so that time tells nothing about who has an account."""

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        account = account_called(str(credentials.get("username") or ""))
        checked: User | None = self._check_password(account, credentials["password"])
        return checked
