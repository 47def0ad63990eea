"""What the libraries of signing in tell us: the trail keeps it, and the session learns when it began."""

from typing import Any

from allauth.account.signals import password_changed, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.signals import social_account_added, social_account_removed
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.timezone import now

from donghanh.accounts.middleware import mark_beginning
from donghanh.core import audit
from donghanh.org.models import User


@receiver(user_logged_in)
def note_beginning(request: HttpRequest | None, **others: Any) -> None:
    """Start the clock of a session."""
    if request is not None:
        mark_beginning(request.session, at=now())


@receiver([password_changed, password_set])
def note_password(user: User, **others: Any) -> None:
    """Write down that somebody changed his own password; Django ends his other sessions by itself."""
    audit.record(user, "change_own_password", user)


@receiver([authenticator_added, authenticator_reset])
def note_new_factor(user: User, authenticator: Authenticator, **others: Any) -> None:
    """Write down that somebody set up a second factor."""
    audit.record(user, "add_factor", user, kind=str(authenticator.type))


@receiver(authenticator_removed)
def note_lost_factor(user: User, authenticator: Authenticator, **others: Any) -> None:
    """Write down that somebody took a second factor away."""
    audit.record(user, "remove_factor", user, kind=str(authenticator.type))


@receiver(social_account_added)
def note_link(request: HttpRequest, sociallogin: SocialLogin, **others: Any) -> None:
    """Write down that an account was linked to one elsewhere."""
    audit.record(sociallogin.user, "link_account", sociallogin.user)


@receiver(social_account_removed)
def note_unlink(request: HttpRequest, socialaccount: SocialAccount, **others: Any) -> None:
    """Write down that a link was cut."""
    audit.record(socialaccount.user, "unlink_account", socialaccount.user)
