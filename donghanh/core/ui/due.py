"""Due times: the share of time left and the words that say it."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SOON = timedelta(hours=24)


class DueState(StrEnum):
    """Where a due time stands."""

    FAR = "far"
    SOON = "soon"
    LATE = "late"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Due:
    """A due time ready to be drawn: ``left`` is the share of time left, ``words`` the bold remainder."""

    state: DueState
    words: str
    when: str
    left: float = 0.0

    @classmethod
    def open(cls, deadline: datetime, *, at: datetime, since: datetime | None = None) -> "Due":
        """Describe a due time that still runs or has passed, in calendar days and hours."""
        remaining = deadline - at
        if remaining < timedelta(0):
            words = _("Overdue by %(time)s") % {"time": duration(-remaining, deadline, at)}
            return cls(DueState.LATE, words, moment(deadline, at))
        words = _("%(time)s left") % {"time": duration(remaining, deadline, at)}
        state = DueState.SOON if remaining <= SOON else DueState.FAR
        whole = deadline - since if since and since < deadline else max(remaining, timedelta(days=30))
        return cls(state, words, moment(deadline, at), left=min(remaining / whole, 1.0))

    @classmethod
    def paused(cls, reason: str) -> "Due":
        """Describe a due time that waits for somebody else."""
        return cls(DueState.PAUSED, _("Paused"), reason)

    @classmethod
    def done(cls, deadline: datetime, *, done_at: datetime) -> "Due":
        """Describe a finished matter: how long before or after its due time."""
        gap = deadline - done_at
        length = duration(abs(gap), deadline, done_at)
        words = _("Done %(time)s early") if gap >= timedelta(0) else _("Done %(time)s late")
        when = date_format(timezone.localtime(done_at), "d/m/Y")
        return cls(DueState.DONE, words % {"time": length}, when)


def duration(length: timedelta, one: datetime, other: datetime) -> str:
    """Say a stretch of time: hours and minutes within a day, else whole days of the calendar."""
    if length < SOON:
        hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
        parts = []
        if hours:
            parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
        if minutes or not hours:
            parts.append(ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes})
        return " ".join(parts)
    days = abs((timezone.localtime(one).date() - timezone.localtime(other).date()).days)
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


def moment(when: datetime, at: datetime) -> str:
    """Say when: the hour within a day of now, else the date."""
    local = timezone.localtime(when)
    if local.date() == timezone.localtime(at).date():
        return date_format(local, "H:i")
    if abs(when - at) <= SOON:
        return date_format(local, "H:i, d/m")
    return date_format(local, "d/m/Y")


def sector(share: float, *, centre: float = 8, radius: float = 4.5) -> str:
    """Return the SVG path of a clock sector that covers ``share`` of the dial, from noon clockwise."""
    share = min(max(share, 0.04), 0.999)
    angle = 2 * math.pi * share
    x, y = centre + radius * math.sin(angle), centre - radius * math.cos(angle)
    long_way = int(share > 0.5)
    return f"M{centre} {centre}V{centre - radius}A{radius} {radius} 0 {long_way} 1 {x:.2f} {y:.2f}Z"
