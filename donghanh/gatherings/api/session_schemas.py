"""What programs send and are answered about sessions."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from pydantic import Field, HttpUrl, model_validator

from donghanh.core.api.paging import PageAsked
from donghanh.core.api.periods import PeriodWord
from donghanh.core.api.problems import Unprocessable
from donghanh.core.api.schemas import Asked, Code, Line, LocalTime, Moment, Paragraph, Sentence, Told, Word
from donghanh.gatherings.choices import Audience, SessionForm, SessionState
from donghanh.gatherings.forms.session import LONGEST
from donghanh.gatherings.models import Session, SessionUnit
from donghanh.gatherings.queries import Presence, presences
from donghanh.legal.models import Topic
from donghanh.org.models import Unit
from donghanh.people.rolls import Merges

MOST_PEOPLE = 1_000_000
Codes = Annotated[list[Code], Field(max_length=50)]
Lines = Annotated[list[Line], Field(max_length=50)]
Link = Annotated[HttpUrl, Field(max_length=200)] | Literal[""]


class SessionTold(Told):
    """A session with its attendances; who was present stands at `presence/`."""

    id: int
    title: str
    host: str
    co_hosts: list[str]
    topics: list[str]
    state: SessionState
    form: str
    integrated_into: str
    audiences: list[str]
    starts_at: LocalTime
    ends_at: LocalTime
    place: str
    link: str
    expected_count: int | None
    speakers: list[str]
    partners: list[str]
    document_numbers: list[str]
    materials: str
    notes: str
    is_public: bool
    cancel_reason: str
    attendances: int
    attendances_by_grade: dict[str, int]


class SessionsAsked(PageAsked):
    """Which sessions."""

    period: PeriodWord = ""
    unit: Word = ""
    topic: Word = ""
    form: SessionForm | None = None
    state: Literal["planned", "held", "cancelled", ""] = ""
    q: Word = ""


class _Facts(Asked):
    """What sessions are described by beside title and time."""

    form: SessionForm = SessionForm.DIRECT
    integrated_into: Line = ""
    place: Line = ""
    link: Link = ""
    audiences: Annotated[list[Audience], Field(min_length=1, max_length=len(Audience))] = [Audience.WORKER]
    expected_count: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] | None = None
    speakers: Lines = []
    partners: Lines = []
    document_numbers: Lines = []
    materials: Paragraph = ""
    notes: Paragraph = ""
    is_public: bool = False

    @model_validator(mode="after")
    def _is_integrated_into_something(self) -> Self:
        if "form" in self.model_fields_set and self.form == SessionForm.INTEGRATED and not self.integrated_into:
            raise ValueError("write in integrated_into which event the session is part of")
        return self


class PlanAsked(_Facts):
    """A session to plan."""

    title: Sentence
    host: Code
    starts_at: Moment
    ends_at: Moment
    topics: Annotated[Codes, Field(min_length=1)]
    co_hosts: Codes = []

    def facts(self) -> dict[str, Any]:
        """Return the session's own facts, as its service takes them."""
        _check_hours(self.starts_at, self.ends_at)
        return _stored(self.model_dump(exclude={"host", "topics", "co_hosts"}))


class RevisionAsked(_Facts):
    """What to correct of a session; what is left out stays."""

    title: Sentence | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    topics: Annotated[Codes, Field(min_length=1)] | None = None
    co_hosts: Codes | None = None

    def facts(self, session: Session) -> dict[str, Any]:
        """Return the facts that are to change, as the service takes them."""
        _check_hours(self.starts_at or session.starts_at, self.ends_at or session.ends_at)
        sent = _stored(self.model_dump(exclude_unset=True, exclude={"topics", "co_hosts"}))
        return {name: value for name, value in sent.items() if value is not None or name == "expected_count"}


class ReasonAsked(Asked):
    """Why something is taken back."""

    reason: Sentence


def topics_named(codes: list[str], *, field: str = "body.topics") -> list[Topic]:
    """Return the topics in use with these codes, or say which one there is not."""
    found = {topic.code: topic for topic in Topic.objects.in_use().filter(code__in=codes)}
    for code in codes:
        if code not in found:
            raise Unprocessable(field, _("There is no topic with the code %(code)s. Check the code.") % {"code": code})
    return list(found.values())


def units_named(codes: list[str]) -> list[Unit]:
    """Return the units of today with these codes: whoever knows a code may name any unit as co-host."""
    found = {unit.code: unit for unit in Unit.objects.on(localdate()).filter(code__in=codes)}
    for code in codes:
        if code not in found:
            message = _("There is no unit with the code %(code)s. Check the code.")
            raise Unprocessable("body.co_hosts", message % {"code": code})
    return list(found.values())


def session_told(session: Session) -> SessionTold:
    """Write one session."""
    return sessions_told([session])[0]


def sessions_told(sessions: Iterable[Session]) -> list[SessionTold]:
    """Write the sessions of a page; their presence is read together."""
    sessions = list(sessions)
    read = presences(Session.objects.filter(pk__in=[session.pk for session in sessions]), Merges.now())
    by_session = {presence.session_id: presence for presence in read}
    co_hosts: dict[int, list[str]] = defaultdict(list)
    beside = SessionUnit.objects.filter(session__in=sessions, is_host=False).order_by("unit__code")
    for session_id, code in beside.values_list("session", "unit__code"):
        co_hosts[session_id].append(code)
    return [_told(session, by_session[session.pk], co_hosts[session.pk]) for session in sessions]


def _told(session: Session, presence: Presence, co_hosts: list[str]) -> SessionTold:
    counts = presence.attendances()
    same = ("title", "form", "integrated_into", "audiences", "starts_at", "ends_at", "place", "link",
            "expected_count", "document_numbers", "materials", "notes", "is_public", "cancel_reason")  # fmt: skip
    return SessionTold(
        id=session.pk,
        host=session.host.code,
        co_hosts=co_hosts,
        topics=[topic.code for topic in session.topics.all()],
        state=session.state_at(now()),
        speakers=session.speakers.splitlines(),
        partners=session.partners.splitlines(),
        attendances=counts.total(),
        attendances_by_grade={grade.value: counts[grade] for grade in sorted(counts)},
        **{name: getattr(session, name) for name in same},
    )


def _stored(facts: dict[str, Any]) -> dict[str, Any]:
    """Write lines and addresses as the model keeps them."""
    for name in ("speakers", "partners"):
        if name in facts:
            facts[name] = "\n".join(line for line in facts[name] if line)
    if "link" in facts:
        facts["link"] = str(facts["link"])
    return facts


def _check_hours(starts_at: Any, ends_at: Any) -> None:
    if not starts_at < ends_at <= starts_at + LONGEST:
        message = _("A session ends after it starts, and within %(hours)s hours. Check both times.")
        raise Unprocessable("body.ends_at", message % {"hours": int(LONGEST.total_seconds() // 3600)})
