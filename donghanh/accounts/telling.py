"""Telling the owner of an account, when he signs in, what others have started for it."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from donghanh.accounts.choices import ResetState
from donghanh.accounts.models import ResetRequest
from donghanh.accounts.services.reset import tell_owner
from donghanh.org.models import User


def tell_about_resets(request: HttpRequest, user: User) -> None:
    """Say who started and who answered what since the last sign-in."""
    at = now()
    for each in tell_owner(user, at=at):
        messages.warning(request, _sentence(each, each.state_at(at)))


def _sentence(reset: ResetRequest, state: ResetState) -> str:
    words = _(
        "%(starter)s started this for your account on %(day)s: %(kind)s; now: %(state)s. "
        "Was it not you? Tell another officer of your union."
    )
    return words % {
        "starter": reset.started_by,
        "day": date_format(localtime(reset.started_at), "H:i d/m/Y"),
        "kind": reset.get_kind_display(),
        "state": _("confirmed by %(person)s") % {"person": reset.answered_by}
        if reset.answered_by and reset.confirmed_at
        else state.label,
    }
