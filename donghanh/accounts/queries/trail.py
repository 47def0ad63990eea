"""What happened to one's own account, as its owner may read it: sign-ins, resets, who bound it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from donghanh.core.models import AuditEntry
from donghanh.org.models import User

SHOWN = 50
WORDS: dict[str, Any] = {
    "sign_in": gettext_lazy("signed in"),
    "sign_in_failed": gettext_lazy("somebody tried to sign in and failed"),
    "start_reset": gettext_lazy("started to set something anew for you"),
    "confirm_reset": gettext_lazy("confirmed it as the second person"),
    "refuse_reset": gettext_lazy("refused it as the second person"),
    "withdraw_reset": gettext_lazy("took the request back"),
    "hand_out_reset_code": gettext_lazy("took the code for you"),
    "set_password_by_code": gettext_lazy("new password set by the officer's code"),
    "drop_factors_by_code": gettext_lazy("second steps taken away by the officer's code"),
    "create_user": gettext_lazy("made the account"),
    "grant_role": gettext_lazy("gave a role"),
    "end_role": gettext_lazy("ended a role"),
    "change_own_password": gettext_lazy("password changed"),
    "change_contact": gettext_lazy("phone or e-mail changed"),
    "add_factor": gettext_lazy("second step set up"),
    "remove_factor": gettext_lazy("second step removed"),
    "end_session": gettext_lazy("signed a device out"),
    "end_sessions": gettext_lazy("signed all devices out"),
    "link_account": gettext_lazy("linked to another site"),
    "unlink_account": gettext_lazy("link to another site cut"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the trail of an account."""

    at: datetime
    words: Any
    by: str
    """Who did it, when it was somebody else."""


def trail_of(user: User) -> list[Happening]:
    """Return the latest of what happened to an account."""
    about = AuditEntry.objects.filter(subject_kind=user._meta.label_lower, subject_id=str(user.pk), action__in=WORDS)
    entries = list(about.order_by("-at")[:SHOWN])
    others = User.objects.in_bulk({entry.actor_id for entry in entries if entry.actor_id not in {None, user.pk}})
    return [
        Happening(entry.at, WORDS[entry.action], str(others.get(entry.actor_id, "")) if entry.actor_id else "")
        for entry in entries
    ]
