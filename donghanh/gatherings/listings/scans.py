"""What the scanner says about a scan: big words, who it was as far as the door may know, and how many are there."""

from dataclasses import dataclass
from datetime import datetime

from donghanh.gatherings.access import co_hosts_of
from donghanh.gatherings.listings.people import Candidate
from donghanh.gatherings.listings.presence import people_shown
from donghanh.gatherings.models import Attendance, Session
from donghanh.kernel.ids import is_for
from donghanh.people.models import Employment, Worker


@dataclass(frozen=True, slots=True)
class Scanned:
    """The holder of a card that was scanned at a session."""

    person: Candidate
    attendance: Attendance
    is_new: bool
    """Whether this scan recorded him; else he was there already."""
    is_from_elsewhere: bool
    """Whether he works at none of the hosts, nor below them."""


def scanned(session: Session, attendance: Attendance, scan: str, *, at: datetime) -> Scanned:
    """Say what came of a scan; the repetition of one that was recorded is told the same."""
    [shown] = people_shown(session, [attendance])
    return Scanned(
        person=Candidate(shown.worker, shown.unit, attendance),
        attendance=attendance,
        is_new=attendance.recorded_at == at or is_for(attendance.id, scan),
        is_from_elsewhere=not _works_at_hosts(session, shown.worker),
    )


def _works_at_hosts(session: Session, worker: Worker) -> bool:
    hosts = [session.host, *co_hosts_of(session)]
    return any(Employment.objects.under(host, on=session.held_on).filter(worker=worker).exists() for host in hosts)
