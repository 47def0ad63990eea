"""What goes wrong and is put right: strangers, double records, presence taken back, wrong topics."""

from datetime import timedelta

from donghanh.demo.today import strangers_come_in
from donghanh.demo.world import Place, World
from donghanh.gatherings.choices import Source
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.services import annul_attendance, check_in_by_phone, retopic_session
from donghanh.gatherings.tickets import TICKET_LASTS, Ticket
from donghanh.legal.models import Topic
from donghanh.people.models import Worker
from donghanh.people.services import confirm_provisional, merge_workers, unmerge_workers

REASONS = (
    "Quét nhầm thẻ của người khác",
    "Có tên trong danh sách nhưng không dự",
    "Ghi trùng với buổi sáng cùng ngày",
)
ANNULLED, RETOPICED, WITH_STRANGERS, MISSPELLED = 12, 5, 8, 4


def put_right(world: World) -> None:
    """Let some of everything that is ever corrected happen."""
    sessions = list(
        Session.objects.filter(cancelled_at=None, ends_at__lt=world.now).select_related("host").order_by("pk")
    )
    dice = world.dice("corrections")
    for session in dice.sample(sessions, min(WITH_STRANGERS, len(sessions))):
        strangers_come_in(
            world, session, [session.starts_at + timedelta(minutes=minutes) for minutes in range(dice.randint(1, 5))]
        )
    for session in dice.sample(sessions, min(RETOPICED, len(sessions))):
        topics = Topic.objects.filter(code__in=["labour_code", dice.choice(("wages", "late_payment"))])
        retopic_session(session, topics, actor=world.officer_of(session.host))
    _annul_some(world, sessions)
    _misspell_names(world, sessions)
    _confirm_a_stranger(world)


def _annul_some(world: World, sessions: list[Session]) -> None:
    dice = world.dice("annulled")
    hosts = {session.pk: session.host for session in sessions}
    # Only what a door or a list recorded a while ago; order by what the seed decides, not by random ids.
    rows = list(
        Attendance.objects.standing()
        .filter(session_id__in=hosts, source__in=[Source.SCAN, Source.LIST], recorded_at__lt=world.now)
        .order_by("session_id", "worker_id")
    )
    for attendance in dice.sample(rows, min(ANNULLED, len(rows))):
        at = min(attendance.recorded_at + timedelta(hours=20), world.now)
        actor = world.officer_of(hosts[attendance.session_id])
        annul_attendance(attendance, actor=actor, at=at, reason=dice.choice(REASONS))


def _misspell_names(world: World, sessions: list[Session]) -> None:
    """Let people on record check in under half their name; officers merge the records, once wrongly."""
    dice = world.dice("misspelled")
    places = {place.unit.pk: place for place in world.places()}
    hosted = [session for session in sessions if session.host_id in places]
    merged = 0
    for session in dice.sample(hosted, len(hosted)):
        if merged == MISSPELLED:
            return
        place = places[session.host_id]
        known = _somebody_with_a_phone(world, place, session)
        if known is None:
            continue
        at = session.starts_at + timedelta(minutes=3)
        short = " ".join(known.full_name.split()[1:])
        attendance = check_in_by_phone(session, Ticket(session.pk, at + TICKET_LASTS), known.phone, short, at=at)
        gone = Worker.objects.get(pk=attendance.worker_id)
        if not gone.is_provisional:
            continue
        actor = world.officer_of(place.unit)
        merge_workers(known, gone, actor=actor, at=min(at + timedelta(days=2), world.now))
        if merged == 0:
            unmerge_workers(known, gone, actor=actor, at=min(at + timedelta(days=6), world.now))
        merged += 1


def _somebody_with_a_phone(world: World, place: Place, session: Session) -> Worker | None:
    """Return somebody who worked there on the session's day and still does."""
    then = {person.worker_id for person in place.people_on(session.held_on)}
    still = {person.worker_id for person in place.people_on(world.today)}
    return Worker.objects.standing().filter(pk__in=then & still).exclude(phone="").order_by("pk").last()


def _confirm_a_stranger(world: World) -> None:
    """Put the first stranger who came to a grassroots union on its rolls."""
    places = {place.unit.pk: place for place in world.places() if place.exists_on(world.today)}
    for stranger in Worker.objects.standing().filter(is_provisional=True).order_by("pk"):
        attendance = Attendance.objects.filter(worker_id=stranger.pk, unit_id__in=places).first()
        if attendance is not None:
            unit = places[attendance.unit_id].unit
            confirm_provisional(stranger, unit, actor=world.officer_of(unit), starts_on=world.days_ago(30))
            return
