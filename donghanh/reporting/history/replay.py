"""Replaying a history: the services that pages call, in the order of the dates in the file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from donghanh.gatherings import services as gatherings
from donghanh.gatherings.choices import GradeChoice
from donghanh.gatherings.models import Attendance, Session
from donghanh.legal.models import Topic
from donghanh.org import services as org
from donghanh.org.models import Unit, User
from donghanh.people import services as people
from donghanh.people.models import Worker
from donghanh.reporting.history.reading import BadHistory, Row, check_words, look_up, rows_of

STARTS, ENDS, EVENING = time(8, 0), time(10, 0), time(17, 0)


@dataclass(frozen=True, slots=True)
class HistoryReport:
    """What an import of a history wrote."""

    units: int
    workers: int
    sessions: int
    attendances: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: on a day, in the order in which one day's things can happen."""

    on: date
    order: int
    act: Callable[[], None]


@transaction.atomic
def import_history(document: dict[str, Any], *, actor: User) -> HistoryReport:
    """Fill an empty database with a history in the form of facts/worked_example.json; all or nothing."""
    check_words(document)
    replay = _Replay(document, actor)
    for step in sorted(replay.steps(), key=lambda step: (step.on, step.order)):
        step.act()
    return HistoryReport(
        units=len(replay.units),
        workers=len(replay.workers),
        sessions=len(replay.sessions),
        attendances=Attendance.objects.filter(session_id__in=[s.pk for s in replay.sessions.values()]).count(),
    )


class _Replay:
    """The file on one side, what was made of it so far on the other."""

    def __init__(self, document: dict[str, Any], actor: User) -> None:
        self.document = document
        self.actor = actor
        self.units: dict[str, Unit] = {}
        self.workers: dict[str, Worker] = {}
        self.sessions: dict[str, Session] = {}
        self.topics = {topic.code: topic for topic in Topic.objects.all()}

    def steps(self) -> Iterator[Step]:
        """Yield everything that happens, parents of units before their children."""
        for row in rows_of(self.document.get("units"), "units"):
            yield from self._unit_steps(row)
        for row in rows_of(self.document.get("employments"), "employments"):
            yield from self._employment_steps(row)
        for row in rows_of(self.document.get("sessions"), "sessions"):
            yield from self._session_steps(row)
        for row in rows_of(self.document.get("merges", []), "merges"):
            yield Step(row.day("on"), 50, lambda row=row: self._merge(row))  # type: ignore[misc]

    def _unit_steps(self, row: Row) -> Iterator[Step]:
        for number, place in enumerate(row.rows("parents")):
            act = self._found if number == 0 else self._move
            yield Step(place.day("from"), 0 if number == 0 else 1, lambda a=act, p=place: a(row, p))  # type: ignore[misc]

    def _found(self, row: Row, place: Row) -> None:
        parent = place.known("parent", self.units) if place.values.get("parent") else None
        code = row.text("code")
        self.units[code] = org.found_unit(
            code, str(row.values.get("name", code)), row.text("kind"), actor=self.actor, parent=parent,
            on=place.day("from"),
        )  # fmt: skip

    def _move(self, row: Row, place: Row) -> None:
        unit = self.units[row.text("code")]
        org.move_unit(unit, place.known("parent", self.units), actor=self.actor, on=place.day("from"))

    def _employment_steps(self, row: Row) -> Iterator[Step]:
        yield Step(row.day("from"), 3, lambda: self._employ(row))
        last_day = row.maybe_day("to")
        if last_day:
            yield Step(last_day + timedelta(days=1), 2, lambda: self._leave(row, last_day))

    def _employ(self, row: Row) -> None:
        name, unit, first_day = row.text("worker"), row.known("unit", self.units), row.day("from")
        if name in self.workers:
            people.employ(self.workers[name], unit, actor=self.actor, starts_on=first_day)
        else:
            self.workers[name] = people.register_worker(
                name, unit, actor=self.actor, starts_on=first_day, member_no=name
            )

    def _leave(self, row: Row, last_day: date) -> None:
        worker, unit = row.known("worker", self.workers), row.known("unit", self.units)
        people.end_employment(worker, unit, actor=self.actor, last_day=last_day)

    def _session_steps(self, row: Row) -> Iterator[Step]:
        cancelled_on, held_on = row.maybe_day("cancelled_on"), row.day("on")
        entered_on = row.maybe_day("entered_on") or min(held_on, cancelled_on or held_on)
        yield Step(entered_on, 10, lambda: self._plan(row, entered_on))
        yield Step(max(entered_on, held_on), 20, lambda: self._take_presence(row, max(entered_on, held_on)))
        retopiced_on = row.maybe_day("retopiced_on")
        if retopiced_on:
            yield Step(retopiced_on, 30, lambda: self._retopic(row))
        if cancelled_on:
            yield Step(cancelled_on, 40, lambda: self._cancel(row, cancelled_on))

    def _plan(self, row: Row, entered_on: date) -> None:
        held_on = row.day("on")
        key = "topics_before" if "topics_before" in row.values else "topics"
        self.sessions[row.text("id")] = gatherings.plan_session(
            str(row.values.get("title", row.text("id"))),
            row.known("host", self.units),
            topics=self._topics(row, key),
            co_hosts=[look_up(f"{row.place}.co_hosts", code, self.units) for code in row.items("co_hosts")],
            starts_at=_moment(held_on, STARTS),
            ends_at=_moment(held_on, ENDS),
            actor=self.actor,
            at=_moment(entered_on, STARTS),
        )

    def _take_presence(self, row: Row, on: date) -> None:
        session, at = self._session(row), _moment(on, EVENING)
        if session.cancelled_at is not None:
            return
        graded = [
            (look_up(f"{row.place}.named", name, self.workers), GradeChoice(grade))
            for name, grade in row.items("named")
        ]
        if graded:
            gatherings.record_history_names(session, graded, actor=self.actor, at=at)
        for headcount in row.rows("headcounts"):
            gatherings.record_headcount(
                session, headcount.text("audience"), headcount.number("count"), actor=self.actor, at=at,
                grade=GradeChoice(headcount.text("grade")),
            )  # fmt: skip
        for name in row.items("annulled"):
            self._annul(session, look_up(f"{row.place}.annulled", name, self.workers), row, at)

    def _annul(self, session: Session, worker: Worker, row: Row, at: datetime) -> None:
        attendance = Attendance.objects.of(session).standing().filter(worker_id=worker.pk).first()
        if attendance is None:
            raise BadHistory(f"{row.place}.annulled", worker.full_name, _("He is not among the named."))
        gatherings.annul_attendance(attendance, actor=self.actor, at=at, reason=_("annulled in the history"))

    def _retopic(self, row: Row) -> None:
        gatherings.retopic_session(self._session(row), self._topics(row, "topics"), actor=self.actor)

    def _cancel(self, row: Row, on: date) -> None:
        session = self._session(row)
        gatherings.cancel_session(
            session, actor=self.actor, at=_moment(on, EVENING), reason=_("cancelled in the history")
        )

    def _merge(self, row: Row) -> None:
        at = _moment(row.day("on"), EVENING)
        if "undone" in row.values:
            kept, gone = (look_up(f"{row.place}.undone", name, self.workers) for name in row.items("undone"))
            people.unmerge_workers(kept, gone, actor=self.actor, at=at)
        else:
            kept, gone = row.known("kept", self.workers), row.known("gone", self.workers)
            people.merge_workers(kept, gone, actor=self.actor, at=at)

    def _session(self, row: Row) -> Session:
        return Session.objects.select_related("host").get(pk=self.sessions[row.text("id")].pk)

    def _topics(self, row: Row, key: str) -> list[Topic]:
        return [look_up(f"{row.place}.{key}", code, self.topics) for code in row.items(key)]


def _moment(day: date, hour: time) -> datetime:
    return make_aware(datetime.combine(day, hour))
