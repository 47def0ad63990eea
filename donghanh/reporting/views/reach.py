"""Who was reached, who was not, and the records behind each figure."""

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from donghanh.core import audit
from donghanh.core.exports import Column, export
from donghanh.gatherings.access import list_rights
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import scope_of
from donghanh.reporting.asking import Asked, ask, ask_events, askable_units
from donghanh.reporting.pages import figures, parts, reach
from donghanh.reporting.pages.records import RecordRow, RecordsPage, records_page
from donghanh.reporting.reach import home


@require_safe
@login_required
def reach_home(request: SignedInRequest) -> HttpResponse:
    """Lead to the reader's own unit."""
    unit = askable_units(request.user).order_by("pk").first()
    if unit is None:
        raise Http404
    return redirect("reporting:reach-detail", unit.code)


@require_safe
@login_required
def reach_detail(request: SignedInRequest, code: str) -> HttpResponseBase:
    """Show the figures of a unit, broken down, and who is still to be reached."""
    unit, asked = _asked(request, code)
    by = request.GET.get("by", parts.BY_UNIT)
    page = reach.reach_page(asked, by, all_units="all" in request.GET)
    file = export(request, _("Reach of %(unit)s") % {"unit": unit.label}, _part_columns(), page.rows)
    if file is not None:
        return file
    context = {"page": page, "question": asked.question, "query": asked.address, "unit": unit}
    context["unit_path"] = scope_of(request.user, code).path if asked.question.joint_with is None else None
    context["may_plan"] = list_rights(request.user).may_plan
    return render(request, "reporting/reach_detail.html", context)


@require_safe
@login_required
def reach_records(request: SignedInRequest, code: str, what: str) -> HttpResponseBase:
    """List the rows that a figure counts."""
    unit, asked = _asked(request, code, ask_events if what in figures.EVENTS else ask)
    page = records_page(asked, what, request.GET.get("after", ""))
    if page is None:
        raise Http404
    if asked.reads_names and what != figures.SESSIONS:
        audit.record(request.user, "read_people", unit, unit_id=unit.pk, what=what)
    file = export(request, f"{page.title} {unit.label}", _record_columns(page), _all_rows(asked, what))
    if file is not None:
        return file
    context = {"page": page, "question": asked.question, "query": asked.address, "unit": unit, "what": what}
    context["unit_path"] = scope_of(request.user, code).path if asked.question.joint_with is None else None
    context["about"] = asked.question.branch or unit
    return render(request, "reporting/reach_records.html", context)


@require_safe
@login_required
def plan_for_silent(request: SignedInRequest, code: str) -> HttpResponse:
    """Open a new session, prefilled for the people whom nothing reached."""
    unit, asked = _asked(request, code)
    silent = asked.home(home(asked.question)).not_reached if asked.sees_home else None
    wanted = {"unit": unit.code, "topic": ",".join(asked.question.topics), "expected_count": str(silent or "")}
    query = urlencode({name: value for name, value in wanted.items() if value})
    return redirect(f"{reverse('gatherings:session-new')}?{query}")


def _asked(request: SignedInRequest, code: str, read: Callable[..., Asked] = ask) -> tuple[Unit, Asked]:
    unit = Unit.objects.select_related("area").filter(code=code).first()
    if unit is None:
        raise Http404
    return unit, read(request.user, unit, request.GET, at=timezone.now())


def _all_rows(asked: Asked, what: str) -> Iterator[RecordRow]:
    token = ""
    while True:
        page = records_page(asked, what, token)
        if page is None:
            return
        yield from page.rows
        if not page.next_token:
            return
        token = page.next_token


def _record_columns(page: RecordsPage) -> tuple[Column[RecordRow], ...]:
    def cell(place: int) -> Callable[[RecordRow], str | None]:
        return lambda row: row.cells[place] if place < len(row.cells) else None

    def kept_back(row: RecordRow) -> str | None:
        return _("yes") if row.count is None else None

    words = [Column(head, cell(place), 24) for place, head in enumerate(page.heads)]
    marks = [] if page.names else [Column(_("Not told, small group"), kept_back)]
    return (*words, Column(_("Stands for"), lambda row: row.count), Column(_("Grade"), lambda row: row.grade), *marks)


def _part_columns() -> tuple[Column[parts.PartRow], ...]:
    def number(name: str) -> Column[parts.PartRow]:
        heads = {
            "rolls": _("On the rolls"), "reached": _("Reached (people)"), "attendances": _("Attendances"),
            "sessions": _("Sessions"), "not_reached": _("Not reached (people)"),
        }  # fmt: skip
        return Column(heads[name], lambda row: getattr(row, name).value if getattr(row, name) else None)

    names = ("rolls", "reached", "attendances", "sessions", "not_reached")
    hidden = Column[parts.PartRow](_("Not told, small group"), lambda row: _("yes") if row.is_suppressed else None)
    return (Column(_("Part"), lambda row: row.label, 40), *(number(name) for name in names), hidden)
