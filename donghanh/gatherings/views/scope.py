"""What a view fetches first: the session of the address, as far as its reader may open it."""

from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import get_object_or_404

from donghanh.core.errors import NotForYou
from donghanh.gatherings.access import SessionRights, is_officer_at_door, rights
from donghanh.gatherings.models import Session
from donghanh.org.models import User


@dataclass(frozen=True, slots=True)
class SessionScope:
    """A session that its reader may open, with what he may do there."""

    session: Session
    rights: SessionRights

    def must_change(self) -> None:
        """Hide the page from those who may not change the session; the service asks again."""
        if not self.rights.may_change:
            raise NotForYou

    def must_record(self) -> None:
        """Hide the page from those who may not record presence; the service asks again."""
        if not self.rights.may_record:
            raise NotForYou


@dataclass(frozen=True, slots=True)
class Door:
    """A session where its reader takes presence: as an officer of the host, or as a volunteer while it is open."""

    session: Session
    reader: User
    is_officer: bool


def scope_of(reader: User, session_id: int) -> SessionScope:
    """Return the session with this id, when ``reader`` may open it."""
    session = _session(session_id)
    return SessionScope(session, rights(reader, session))


def door_of(reader: User, session_id: int, *, at: datetime) -> Door:
    """Return the session with this id, when ``reader`` may take presence there at a moment."""
    session = _session(session_id)
    return Door(session, reader, is_officer_at_door(reader, session, at=at))


def _session(session_id: int) -> Session:
    return get_object_or_404(Session.objects.select_related("host", "entered_by"), pk=session_id)
