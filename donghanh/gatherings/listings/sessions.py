"""Sessions as lists and their own page show them: with state and figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.core.figures import Figure
from donghanh.gatherings.choices import Audience, SessionState
from donghanh.gatherings.models import Session
from donghanh.gatherings.queries import Presence, presences
from donghanh.gatherings.querysets import SessionQuerySet
from donghanh.kernel.evidence import shares
from donghanh.kernel.periods import Period
from donghanh.org.models import User
from donghanh.people.rolls import Merges

SHOWN_A_DAY = 12
_CHUNK = 400
_SHAPES = {
    SessionState.PLANNED: "ring",
    SessionState.OPEN: "half",
    SessionState.HELD: "done",
    SessionState.CANCELLED: "square",
}


@dataclass(frozen=True, slots=True)
class Status:
    """Where a session stands: a word and the shape that stands for it."""

    words: str | Promise
    shape: str


def status_of(state: SessionState, attendances: Figure) -> Status:
    """Say where a session stands; one that was held and has nobody on record needs somebody."""
    if state == SessionState.HELD and attendances.value is None:
        return Status(_("nobody recorded yet"), "triangle")
    return Status(state.label, _SHAPES[state])


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session of a list."""

    session: Session
    state: SessionState
    attendances: Figure

    @property
    def status(self) -> Status:
        """Return where the session stands, in words and as a shape."""
        return status_of(self.state, self.attendances)


def session_lines(sessions: Iterable[Session], *, at: datetime) -> list[SessionLine]:
    """Add state and figures to the sessions of one page."""
    sessions = list(sessions)
    read = presences(Session.objects.filter(pk__in=[session.pk for session in sessions]), Merges.now())
    by_session = {presence.session_id: presence for presence in read}
    return [
        SessionLine(session, session.state_at(at), attendances_figure(session, by_session[session.pk], at=at))
        for session in sessions
    ]


def lines_in_turn(sessions: SessionQuerySet, *, at: datetime) -> Iterator[SessionLine]:
    """Give the lines of a whole list, read some at a time."""
    rows = sessions.select_related("host").prefetch_related("topics").iterator(chunk_size=_CHUNK)
    while chunk := list(islice(rows, _CHUNK)):
        yield from session_lines(chunk, at=at)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a week, and its first sessions."""

    day: date
    lines: list[SessionLine]
    count: int

    @property
    def rest(self) -> int:
        """Return how many sessions of the day are not shown."""
        return self.count - len(self.lines)


def week_of(sessions: SessionQuerySet, monday: date, *, at: datetime) -> list[Day]:
    """Return the seven days from a Monday on."""
    days = [monday + timedelta(days=number) for number in range(7)]
    in_week = sessions.within(Period(days[0], days[-1]))
    counts = dict(in_week.order_by().values_list("held_on").annotate(count=Count("pk")))
    number = Window(RowNumber(), partition_by=F("held_on"), order_by=F("starts_at").asc())
    first = in_week.annotate(number=number).filter(number__lte=SHOWN_A_DAY).select_related("host")
    lines = session_lines(first.order_by("starts_at", "pk"), at=at)
    return [Day(day, [line for line in lines if line.session.held_on == day], counts.get(day, 0)) for day in days]


def attendances_figure(
    session: Session, presence: Presence, *, at: datetime, audience: Audience | None = None
) -> Figure:
    """Return how many attendances a session had, of one audience or of all; None while nothing is on record."""
    counts = presence.attendances(audience)
    url = reverse("gatherings:session-presence", args=[session.pk])
    return Figure(
        code="attendances",
        value=counts.total() or None,
        unit_word=_("attendances"),
        caption=_("present at this session, by name or as a number"),
        shares={grade.value: share for grade, share in shares(counts).items()},
        fresh_at=at,
        url=f"{url}?audience={audience}" if audience else url,
        link_words=_("Open the list"),
    )


@dataclass(frozen=True, slots=True)
class AudienceFigures:
    """One audience of a session: how many of it are named, and its attendances in all."""

    audience: Audience
    named: int
    beyond_names: int
    attendances: Figure


def audience_figures(session: Session, presence: Presence, *, at: datetime) -> list[AudienceFigures]:
    """Return the figures of each audience that was there."""
    return [
        AudienceFigures(
            audience,
            named=sum(len(cohort) for _grade, cohort in presence.named(audience)),
            beyond_names=presence.beyond_names(audience),
            attendances=attendances_figure(session, presence, at=at, audience=audience),
        )
        for audience in Audience
        if presence.attendances(audience)
    ]


def counts_by_state(sessions: SessionQuerySet, *, at: datetime) -> dict[str, int]:
    """Count the sessions of a list: held, still to come, cancelled."""
    return sessions.aggregate(
        held=Count("pk", filter=Q(cancelled_at=None, starts_at__lte=at)),
        planned=Count("pk", filter=Q(cancelled_at=None, starts_at__gt=at)),
        cancelled=Count("pk", filter=Q(cancelled_at__isnull=False)),
    )


def helped_by(user: User, *, at: datetime) -> SessionQuerySet:
    """Return the sessions where ``user`` is named as a volunteer and which are not over."""
    return Session.objects.filter(volunteers__user=user, ends_at__gt=at, cancelled_at=None)
