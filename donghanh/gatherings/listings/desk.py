"""What the secretary's desk shows beside its forms: how many are there, and who came last."""

from dataclasses import dataclass

from donghanh.gatherings.listings.presence import (
    AudienceLine,
    PresentPerson,
    audience_lines,
    people_shown,
    rows_shown,
)
from donghanh.gatherings.models import Session

NEWEST = 8


@dataclass(frozen=True, slots=True)
class DeskNow:
    """Presence as it stands now."""

    lines: list[AudienceLine]
    newest: list[PresentPerson]

    @property
    def named_count(self) -> int:
        """Return how many people are on the list by name."""
        return sum(line.named_count for line in self.lines)

    @property
    def beyond_names(self) -> int:
        """Return how many more are known by number only."""
        return sum(line.beyond_names for line in self.lines)


def desk_now(session: Session) -> DeskNow:
    """Read the list of a session as the desk shows it."""
    rows = rows_shown(session)
    return DeskNow(audience_lines(session, rows), people_shown(session, rows.order_by("-id")[:NEWEST]))


def count_now(session: Session) -> int:
    """Count the people on the list by name, as the hall screen shows it."""
    return rows_shown(session).count()
