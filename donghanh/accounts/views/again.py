"""Asking again who somebody is, before something that opens or closes his account."""

from collections.abc import Callable
from typing import TypeVar, cast

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])


def ask_again(view: View) -> View:
    """Let only those through who gave password, code or passkey within the last five minutes."""
    return cast("View", reauthentication_required(view))
