"""Who may read and change one session: where the matrix speaks of “a session it hosts or co-hosts”."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from donghanh.core.errors import NotForYou
from donghanh.gatherings.models import Session
from donghanh.org import policy
from donghanh.org.access import BELOW, CHILD, ON_BEHALF, OWN, SESSION, Standing, grants_of, standing
from donghanh.org.choices import Reading, Role
from donghanh.org.models import Unit, UnitPlacement, User
from donghanh.org.querysets import UnitQuerySet, standing_on

FACTS, PRESENCE = "sessions", "attendances"


@dataclass(frozen=True, slots=True)
class SessionRights:
    """What a reader may do with one session; for pages and buttons, never instead of a service's check."""

    facts: Reading
    presence: Reading
    may_change: bool
    may_record: bool
    is_on_behalf: bool

    @property
    def reads_names(self) -> bool:
        """Tell whether the reader may know who was present."""
        return self.presence >= Reading.NAME


def rights(user: User, session: Session) -> SessionRights:
    """Return what ``user`` may do with a session; to a stranger it does not exist."""
    here = standing(user, session.host)
    facts, presence = here.reading(FACTS), here.reading(PRESENCE)
    if presence < Reading.NAME:
        beside = _beside(user, session)
        facts, presence = max(facts, beside[FACTS]), max(presence, beside[PRESENCE])
    if facts < Reading.NUMBER:
        raise NotForYou
    return SessionRights(
        facts=facts,
        presence=presence,
        may_change=here.may_change(FACTS),
        may_record=here.may_change(PRESENCE),
        is_on_behalf=here.is_on_behalf(FACTS),
    )


def is_officer_at_door(user: User, session: Session, *, at: datetime) -> bool:
    """Tell an officer of the host from a volunteer, who sees and does less; nobody else is at the door."""
    here = standing(user, session.host)
    if here.may_change(PRESENCE):
        return True
    may_help = _is_volunteer(here) and session.accepts_check_in(at)
    if not may_help or not session.volunteers.filter(user=user).exists():
        raise NotForYou
    return False


@dataclass(frozen=True, slots=True)
class ListRights:
    """What a reader may do with sessions anywhere."""

    may_read: bool
    may_plan: bool
    unit_ids: list[int]
    """The units that he works for."""


def list_rights(user: User) -> ListRights:
    """Return whether ``user`` reads sessions of any unit at all, and whether he may plan one."""
    grants = grants_of(user)
    rules = [rule for grant in grants for rule in policy.rules_for(grant.role, FACTS)]
    return ListRights(
        unit_ids=[grant.unit_id for grant in grants],
        may_read=user.is_system or any(rule.reading >= Reading.NUMBER for rule in rules),
        may_plan=user.is_system or any(rule.change in {"all", ON_BEHALF} for rule in rules),
    )


def session_reading(user: User, session: Session) -> Reading:
    """Return how much of a session's presence ``user`` may read."""
    return rights(user, session).presence


def _is_volunteer(here: Standing) -> bool:
    return any(role == Role.VOLUNTEER for role, _relations in here.roles)


def _beside(user: User, session: Session) -> dict[str, Reading]:
    """Return what ``user`` reads through the co-hosts: names for a co-host itself, numbers for those above it."""
    places = list(UnitPlacement.objects.filter(standing_on(localdate()), unit__in=co_hosts_of(session)))
    found = dict.fromkeys((FACTS, PRESENCE), Reading.NONE)
    for grant in grants_of(user) if places else ():
        is_co_host = any(place.base_id == grant.unit_id for place in places)
        if not is_co_host and not any(grant.unit_id in place.unit_ids for place in places):
            continue
        relations, most = ({OWN, SESSION}, Reading.NAME) if is_co_host else ({CHILD, BELOW}, Reading.NUMBER)
        for thing in found:
            readings = [rule.reading for rule in policy.rules_for(grant.role, thing) if rule.relation in relations]
            found[thing] = max(found[thing], min(max(readings, default=Reading.NONE), most))
    return found


def co_hosts_of(session: Session) -> UnitQuerySet:
    """Return the units that host a session beside its host, by name."""
    co_hosts = Unit.objects.filter(session_units__session=session, session_units__is_host=False)
    return co_hosts.order_by("folded_name")
