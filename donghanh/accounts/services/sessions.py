"""Ending sessions: one's own, or those of somebody one has a say over."""

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import QuerySet

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.org.access import authorize, has_say_over
from donghanh.org.models import Unit, User


@transaction.atomic
def end_session(session_id: int, *, actor: User) -> None:
    """Sign a device of one's own out."""
    session = UserSession.objects.filter(user=actor, pk=session_id).first()
    if session is None:
        raise NotForYou
    session.end()
    audit.record(actor, "end_session", actor)


@transaction.atomic
def end_own_sessions(*, actor: User, but: str | None = None) -> int:
    """Sign all devices of one's own out, the one of the session ``but`` excepted; return how many."""
    count = _end(UserSession.objects.filter(user=actor).exclude(session_key=but or ""))
    audit.record(actor, "end_sessions", actor, count=count)
    return count


@transaction.atomic
def end_sessions_of(user: User, *, actor: User, unit: Unit) -> int:
    """Sign all devices of somebody of ``unit`` out; return how many.

    A lost phone should not stay signed in until its owner finds another one.
    """
    authorize(actor, "users", at=unit, verb="grant")
    if not user.grants.filter(unit=unit).exists() or not has_say_over(actor, user):
        raise NotForYou
    count = _end(UserSession.objects.filter(user=user))
    audit.record(actor, "end_sessions", user, unit_id=unit.pk, count=count)
    return count


def _end(sessions: QuerySet[UserSession]) -> int:
    ended = list(sessions)
    for session in ended:
        session.end()
    return len(ended)
