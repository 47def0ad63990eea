"""The way back of a session that was cancelled by mistake."""

from django.db import transaction

from donghanh.core import audit
from donghanh.gatherings.models import Session
from donghanh.org.access import authorize
from donghanh.org.models import User


@transaction.atomic
def reinstate_session(session: Session, *, actor: User) -> Session:
    """Let a cancelled session stand again as it was planned."""
    on_behalf = authorize(actor, "sessions", at=session.host)
    session.cancelled_at, session.cancel_reason = None, ""
    session.save(update_fields=["cancelled_at", "cancel_reason"])
    audit.record(actor, "reinstate_session", session, unit_id=session.host_id, on_behalf=on_behalf)
    return session
