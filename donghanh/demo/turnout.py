"""Who came to a session, and how that is known: scanned, checked in, listed, or only counted."""

from datetime import datetime, timedelta
from random import Random

from django.core.files.base import ContentFile

from donghanh.demo.programme import Occasion
from donghanh.demo.sheets import sign_sheet
from donghanh.demo.world import Attendee, World
from donghanh.gatherings.choices import Audience, EvidenceKind, SessionForm, Source
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.services import attach_evidence, cancel_session, presence, record_headcount

MOST = 180
CALLED_OFF, FORGOTTEN, ON_BEHALF = 0.025, 0.02, 0.08
_AT_THE_DOOR = {Source.SCAN: 72, Source.SELF_PHONE: 24, Source.TYPED: 4}
_ON_A_LIST = {Source.TYPED: 35, Source.LIST: 65}
_EMPLOYERS = frozenset({Audience.EMPLOYER})
_NUMBERS_ONLY = _EMPLOYERS | {Audience.BENEFICIARY}

Guests = list[Attendee]


def hold(world: World, occasion: Occasion) -> None:
    """Plan a session some days ahead, then call it off, forget to record it, or record who came."""
    dice = world.dice("hold", occasion.host.code, occasion.starts_at)
    at = occasion.starts_at - timedelta(days=dice.randint(2, 20), hours=dice.randint(0, 4))
    helper = world.officer_of(occasion.above) if occasion.above and dice.random() < ON_BEHALF else None
    session = occasion.plan(world, at=at, actor=helper)
    fate = dice.random()
    if fate < CALLED_OFF:
        cancel_session(
            session,
            actor=session.entered_by,
            at=occasion.starts_at - timedelta(hours=20),
            reason=dice.choice(("Mất điện toàn khu", "Doanh nghiệp tăng ca đột xuất", "Báo cáo viên ốm")),
        )
    elif fate < 1 - FORGOTTEN:
        take_presence(world, occasion, session)


def take_presence(world: World, occasion: Occasion, session: Session) -> None:
    """Record a session of the living organisation the way its host would have done it."""
    dice = world.dice("turnout", session.code)
    guests = draw_guests(dice, occasion, share=dice.uniform(0.3, 0.85))
    way = dice.choices((_by_door, _by_list, _by_sheet, _by_number, _by_door_and_sheet), _weights(world, session))[0]
    way(world, dice, session, guests)
    also = _NUMBERS_ONLY.intersection(session.audiences) or (_EMPLOYERS if dice.random() < 0.06 else ())
    for audience in also:
        _count(world, dice, session, audience, dice.randint(3, 25), with_sheet=dice.random() < 0.7)


def draw_guests(dice: Random, occasion: Occasion, *, share: float = 1.0, most: int = MOST) -> Guests:
    """Draw who comes of those invited: the eager more often, some never."""
    day = occasion.starts_at.date()
    invited = [person for place in occasion.guests for person in place.people_on(day) if person.eagerness]
    # Each person once, though the rolls of two places may hold him.
    invited = list({person.worker_id: person for person in invited}.values())
    ranked = sorted(invited, key=lambda person: dice.random() ** (1 / person.eagerness), reverse=True)
    return ranked[: min(int(len(ranked) * share) or 1, most)]


def write(session: Session, rows: list[Attendance], *, at: datetime) -> None:
    """Write presence through the same rules as the services: recordable, once a person, folded later."""
    presence.require_recordable(session, at)
    presence.write(session, rows)


def row(session: Session, person: Attendee, source: Source, *, at: datetime) -> Attendance:
    """Fill in the presence of one person."""
    by_himself = source == Source.SELF_PHONE
    return presence.attendance(
        session,
        person.worker_id,
        source,
        at=at,
        audience=_audience(session, person),
        actor=None if by_himself else session.entered_by,
        on_behalf=session.is_entered_on_behalf and not by_himself,
    )


def at_the_door(world: World, session: Session, person: Attendee, source: Source, at: datetime) -> Attendance:
    """Fill in the presence of one person who walks in; whoever has an account checks in with it."""
    user = world.account_holders.get(person.worker_id)
    if user is None:
        return row(session, person, source, at=at)
    audience = _audience(session, person)
    return presence.attendance(session, person.worker_id, Source.SELF_ACCOUNT, at=at, audience=audience, actor=user)


def _weights(world: World, session: Session) -> tuple[float, ...]:
    """Let check-in at the door win over lists and numbers as the months go by."""
    if session.form == SessionForm.ONLINE:
        return (0, 55, 0, 45, 0)
    passed = (session.held_on - world.first_day).days / max((world.today - world.first_day).days, 1)
    return (20 + 35 * passed, 30 - 12 * passed, 22 - 12 * passed, 14 - 9 * passed, 14)


def _by_door(world: World, dice: Random, session: Session, guests: Guests) -> None:
    first, last = session.opens_at + timedelta(minutes=20), session.starts_at + timedelta(minutes=15)
    seconds = int((last - first).total_seconds())
    rows = [
        at_the_door(
            world, session, person, _draw(dice, _AT_THE_DOOR), first + timedelta(seconds=dice.randint(0, seconds))
        )
        for person in guests
    ]
    write(session, sorted(rows, key=lambda each: each.checked_in_at), at=last)


def _by_list(world: World, dice: Random, session: Session, guests: Guests) -> None:
    """Enter the list afterwards, sometimes weeks later; a list that is still to come is not there yet."""
    days = dice.randint(20, 50) if dice.random() < 0.08 else dice.randint(0, 4)
    at = session.ends_at + timedelta(days=days, minutes=dice.randint(10, 120))
    if at <= world.now:
        source = _draw(dice, _ON_A_LIST)
        write(session, [row(session, person, source, at=at) for person in guests], at=at)


def _by_sheet(world: World, dice: Random, session: Session, guests: Guests) -> None:
    _count(world, dice, session, session.audiences[0], len(guests), with_sheet=True)


def _by_number(world: World, dice: Random, session: Session, guests: Guests) -> None:
    _count(world, dice, session, session.audiences[0], len(guests), with_sheet=False)


def _by_door_and_sheet(world: World, dice: Random, session: Session, guests: Guests) -> None:
    _by_door(world, dice, session, guests)
    audience = session.audiences[0]
    named = Attendance.objects.of(session).standing().filter(audience=audience).count()
    _count(world, dice, session, audience, named + dice.randint(5, 40), with_sheet=True)


def _count(world: World, dice: Random, session: Session, audience: str, count: int, *, with_sheet: bool) -> None:
    at = session.ends_at + timedelta(minutes=dice.randint(5, 90))
    if at > world.now:
        return
    actor = session.entered_by
    evidence = None
    if with_sheet:
        file = ContentFile(sign_sheet(dice, count), name=f"ky-nhan-{session.code}-{audience}.png")
        kind = dice.choice((EvidenceKind.SIGN_SHEET, EvidenceKind.SIGN_SHEET, EvidenceKind.PHOTO))
        evidence = attach_evidence(session, kind, file, actor=actor, at=at)
    if dice.random() < 0.04:  # A first guess that is corrected after the sheet was counted again.
        record_headcount(session, audience, count + dice.randint(1, 9), actor=actor, at=at)
    record_headcount(
        session, audience, count, actor=actor, at=min(at + timedelta(minutes=20), world.now), evidence=evidence
    )


def _draw(dice: Random, weights: dict[Source, int]) -> Source:
    return dice.choices(list(weights), list(weights.values()))[0]


def _audience(session: Session, person: Attendee) -> str:
    if Audience.MEMBER in session.audiences and person.is_member:
        return Audience.MEMBER
    return str(session.audiences[0])
