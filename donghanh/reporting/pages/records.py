"""The rows behind a figure: with names for those who may read them, in groups without names for others."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donghanh.core.paging import keyset_page
from donghanh.core.ui.numbers import number
from donghanh.gatherings.choices import Audience, Source
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.queries import presences
from donghanh.kernel.text import masked
from donghanh.people.models import Employment, Worker
from donghanh.people.querysets import WorkerQuerySet
from donghanh.reporting import records
from donghanh.reporting.asking import Asked
from donghanh.reporting.pages import figures
from donghanh.reporting.reach import Question, hosted

SIZE = 50
NUMBERS = "numbers"
"""Stands in the address for the second half of attendances: those known by number only."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row: its words, its numbers, and how many of the figure it stands for."""

    cells: list[str]
    count: int | None = 1
    numbers: tuple[int, ...] = ()
    url: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class RecordsPage:
    """One page of rows, and what the page counts by itself for the whole list."""

    title: str
    heads: list[str]
    rows: list[RecordRow]
    total: int | None
    """None where the number is not told."""
    next_token: str = ""
    previous_token: str = ""
    remark: str = ""
    number_heads: list[str] = field(default_factory=list)
    has_grades: bool = False
    names: bool = True


def records_page(asked: Asked, what: str, token: str) -> RecordsPage | None:
    """Return the page of rows behind one kind of figure, None for a kind there is not."""
    makers: dict[str, Callable[[Asked, str], RecordsPage]] = {
        figures.SESSIONS: _sessions,
        figures.ATTENDANCES: _attendances,
        figures.PEOPLE: _people,
        figures.REACHED: _reached,
        figures.NOT_REACHED: _not_reached,
        figures.ROLLS: _rolls,
    }
    at_home = what in {figures.REACHED, figures.NOT_REACHED, figures.ROLLS}
    if what not in makers or (at_home and not asked.sees_home):
        return None
    return makers[what](asked, token)


def _sessions(asked: Asked, token: str) -> RecordsPage:
    question = asked.question
    sessions = question.hosted_sessions.select_related("host").prefetch_related("topics")
    page = keyset_page(sessions, order=("-held_on", "-pk"), after=token, size=SIZE)
    present = {
        each.session_id: each
        for each in presences(Session.objects.filter(pk__in=[row.pk for row in page.rows]), question.merges)
    }
    rows = []
    for session in page.rows:
        counts = present[session.pk].attendances()
        rows.append(
            RecordRow(
                [
                    date_format(session.held_on, "d/m/Y"),
                    session.title,
                    session.host.label,
                    ", ".join(topic.name for topic in session.topics.all()),
                ],
                numbers=(counts.total(),),
                url=reverse("gatherings:session-detail", args=[session.pk]),
                grade=present[session.pk].grade() or "",
            )
        )
    return RecordsPage(
        _("Sessions"),
        [_("Day"), _("Session"), _("Host"), _("Topics")],
        rows,
        question.hosted_sessions.count(),
        page.next_token,
        page.previous_token,
        number_heads=[_("Attendances")],
        has_grades=True,
    )


def _attendances(asked: Asked, token: str) -> RecordsPage:
    if not asked.reads_names:
        return _attendances_by_session(asked, token)
    question = asked.question
    beyond = records.beyond_names(question)
    named = records.named_attendances(question)
    total = named.count() + sum(row.count for row in beyond)
    heads = [_("Day"), _("Session"), _("Who"), _("Present as"), _("Recorded")]
    if token == NUMBERS:
        return RecordsPage(_("Attendances"), heads, [_beyond_row(row) for row in beyond], total, has_grades=True)
    page = keyset_page(named, order=("-checked_in_at", "-id"), after=token, size=SIZE)
    next_token = page.next_token or (NUMBERS if beyond else "")
    rows = _named_rows(page.rows, asked)
    return RecordsPage(_("Attendances"), heads, rows, total, next_token, page.previous_token, has_grades=True)


def _attendances_by_session(asked: Asked, token: str) -> RecordsPage:
    """Give readers without names one row a session: how many by name, how many by number only."""
    question = asked.question
    sessions = question.hosted_sessions.select_related("host")
    page = keyset_page(sessions, order=("-held_on", "-pk"), after=token, size=SIZE)
    beyond = Counter[int]()
    for row in records.beyond_names(question):
        beyond[row.session.pk] += row.count
    named_here = records.named_attendances(question)
    here = named_here.filter(session_id__in=[session.pk for session in page.rows]).values("session_id")
    named = {row["session_id"]: row["names"] for row in here.annotate(names=Count("id"))}
    rows = [
        RecordRow(
            [
                date_format(session.held_on, "d/m/Y"),
                session.title,
                session.host.label,
            ],
            numbers=(named.get(session.pk, 0), beyond[session.pk]),
            count=named.get(session.pk, 0) + beyond[session.pk],
            url=reverse("gatherings:session-detail", args=[session.pk]),
        )
        for session in page.rows
    ]
    return RecordsPage(
        _("Attendances"),
        [_("Day"), _("Session"), _("Host")],
        rows,
        named_here.count() + beyond.total(),
        page.next_token,
        page.previous_token,
        remark=_names_elsewhere(),
        number_heads=[_("By name"), _("By number only")],
        names=False,
    )


def _beyond_row(row: records.BeyondNames) -> RecordRow:
    words = ngettext("%(count)s attendance by number only", "%(count)s attendances by number only", row.count)
    return RecordRow(
        [
            date_format(row.session.held_on, "d/m/Y"),
            row.session.title,
            words % {"count": number(row.count)},
            str(Audience(row.audience).label),
            _("headcount"),
        ],
        count=row.count,
        url=reverse("gatherings:session-detail", args=[row.session.pk]),
        grade=row.grade,
    )


def _named_rows(attendances: list[Attendance], asked: Asked) -> list[RecordRow]:
    sessions = Session.objects.select_related("host").in_bulk({row.session_id for row in attendances})
    standing = {row.worker_id: asked.question.merges.standing.get(row.worker_id, row.worker_id) for row in attendances}
    workers = Worker.objects.in_bulk(set(standing.values()))
    return [
        RecordRow(
            [
                date_format(sessions[row.session_id].held_on, "d/m/Y"),
                sessions[row.session_id].title,
                _name(workers[standing[row.worker_id]]),
                str(Audience(row.audience).label),
                f"{Source(row.source).label}, {date_format(localtime(row.checked_in_at), 'H:i d/m/Y')}",
            ],
            url=reverse("gatherings:session-detail", args=[row.session_id]),
            grade=row.grade,
        )
        for row in attendances
    ]


def _people(asked: Asked, token: str) -> RecordsPage:
    workers = records.present_at_hosted(asked.question)
    title = _("Different people at the sessions organised here")
    if asked.reads_names:
        return _workers(asked, workers, token, title)
    is_told = asked.hosted(hosted(asked.question)).people is not None
    return _counted(title, {title: workers}, workers if is_told else None)


def _reached(asked: Asked, token: str) -> RecordsPage:
    workers = records.reached(asked.question)
    title = _("People of the unit who were reached")
    if asked.reads_names:
        return _workers(asked, workers, token, title)
    return _counted(title, {title: workers}, None if asked.verdict().total else workers)


def _rolls(asked: Asked, token: str) -> RecordsPage:
    question = asked.question
    title, workers = _("People on the rolls"), records.employed(question)
    if asked.reads_names:
        return _workers(asked, workers, token, title)
    halves = {
        _("reached in the period"): records.reached(question),
        _("not reached"): records.not_reached(question),
    }
    return _counted(title, halves, None if asked.verdict().total else workers)


def _not_reached(asked: Asked, token: str) -> RecordsPage:
    workers = records.not_reached(asked.question)
    title = _("People of the unit whom no session reached")
    if asked.reads_names:
        return _workers(asked, workers, token, title)
    return _counted(title, {title: workers}, None if asked.verdict().total else workers)


def _counted(title: str, groups: dict[str, WorkerQuerySet], everybody: WorkerQuerySet | None) -> RecordsPage:
    """Show readers without names how many people stand in each group; None where that is not told."""
    rows = []
    for words, workers in groups.items() if everybody is not None else ():
        count = workers.count()
        rows.append(RecordRow([words], count, numbers=(count,)))
    if everybody is None:
        rows = [RecordRow([title], None)]
    return RecordsPage(
        title,
        [_("Group")],
        rows,
        None if everybody is None else everybody.count(),
        remark=_names_elsewhere(),
        number_heads=[_("People")],
        names=False,
    )


def _workers(asked: Asked, workers: WorkerQuerySet, token: str, title: str) -> RecordsPage:
    page = keyset_page(workers, order=("name_key", "pk"), after=token, size=SIZE)
    ids = [worker.pk for worker in page.rows]
    units, last = units_of(ids, asked.question), records.last_contacts(ids, asked.question)
    rows = [
        RecordRow(
            [
                _name(worker),
                masked(worker.member_no or "", shown=3) or _("none yet"),
                units.get(worker.pk, _("on nobody's rolls")),
                _last_contact(last.get(worker.pk)),
            ],
            url=reverse("people:worker-detail", args=[worker.pk]) if worker.pk in units else "",
        )
        for worker in page.rows
    ]
    heads = [_("Name"), _("Member number"), _("Unit"), _("Last contact")]
    return RecordsPage(title, heads, rows, workers.count(), page.next_token, page.previous_token)


def units_of(worker_ids: Iterable[int], question: Question) -> dict[int, str]:
    """Return the unit that each of some people works at on the day of the rolls."""
    standing = question.merges.standing
    wanted = set(worker_ids)
    of_person = {pk: pk for pk in wanted} | {gone: kept for gone, kept in standing.items() if kept in wanted}
    employments = Employment.objects.on(question.rolls_day).filter(worker__in=of_person).select_related("unit")
    return {of_person[each.worker_id]: each.unit.label for each in employments}


def _name(worker: Worker) -> str:
    if worker.is_provisional:
        return _("%(name)s (provisional)") % {"name": worker.full_name}
    return worker.full_name


def _last_contact(day: date | None) -> str:
    return date_format(day, "d/m/Y") if day else _("never")


def _names_elsewhere() -> str:
    return _("Names are shown to the people's own unit and to the union directly above it.")
