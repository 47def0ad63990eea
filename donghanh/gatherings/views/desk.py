"""The secretary's desk of a session: cards, names, walk-ins and numbers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from donghanh.core.errors import NotForYou
from donghanh.gatherings import services
from donghanh.gatherings.choices import Audience
from donghanh.gatherings.errors import ScreenScanned, UnknownCard
from donghanh.gatherings.forms.desk import NameForm, NumbersForm, ScanForm, WalkInForm, audience_named
from donghanh.gatherings.listings.desk import desk_now
from donghanh.gatherings.listings.people import candidate, candidates
from donghanh.gatherings.listings.presence import evidence_lines, people_shown
from donghanh.gatherings.models import Attendance
from donghanh.gatherings.services.presence import require_recordable
from donghanh.gatherings.views.scope import Door, door_of
from donghanh.kernel.errors import DomainError
from donghanh.org.requests import SignedInRequest
from donghanh.people.errors import CardAnnulled

SCAN_IDS, WALK_IN_IDS, NAME_IDS = "scan_%s", "walk_in_%s", "name_%s"
"""The forms of the desk stand on one page, so their fields need ids of their own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the last thing done at the desk; ``kind`` is done, advice or error."""

    kind: str
    words: str


@login_required
@require_GET
def session_desk(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Show the desk; a search in the address works without JavaScript too."""
    return _page(request, door_of(request.user, session_id, at=now()))


@login_required
@require_GET
def desk_people(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Suggest people for what was typed so far."""
    door = door_of(request.user, session_id, at=now())
    typed = request.GET.get("q", "")
    context = {
        "session": door.session,
        "door": door,
        "typed": typed,
        "candidates": candidates(request.user, door.session, typed, at=now()),
    }
    return render(request, "gatherings/session_desk.html#found", context)


@login_required
@require_POST
def desk_scan(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Check in the holder of a member card, seen at the door: grade A."""
    at = now()
    door = door_of(request.user, session_id, at=at)
    form = ScanForm(request.POST, auto_id=SCAN_IDS)
    if not form.is_valid():
        return _refused(request, door, form, scan_form=form)
    number, audience = form.cleaned_data["number"], form.cleaned_data["audience"]
    try:
        attendance = services.scan_card(door.session, number, actor=request.user, at=at, audience=audience)
    except (UnknownCard, ScreenScanned, CardAnnulled) as error:
        return _answer(request, door, Outcome("error", str(error)))
    [person] = people_shown(door.session, [attendance])
    return _answer(request, door, _recorded(str(person.worker), attendance, at=at))


@login_required
@require_POST
def desk_name(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Put somebody chosen from the suggestions on the name list: grade B."""
    at = now()
    door = door_of(request.user, session_id, at=at)
    form = NameForm(request.POST)
    worker = candidate(request.user, door.session, form.cleaned_data["worker"]) if form.is_valid() else None
    if worker is None:
        raise NotForYou
    audience = form.cleaned_data["audience"]
    recorded = services.record_names(door.session, [worker], actor=request.user, at=at, audience=audience)
    return _answer(request, door, _recorded(str(worker), recorded[0], at=at))


@login_required
@require_POST
def desk_walk_in(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Put somebody who is on no list on the name list, by phone and name: grade B."""
    at = now()
    door = door_of(request.user, session_id, at=at)
    form = WalkInForm(request.POST, auto_id=WALK_IN_IDS)
    if not form.is_valid():
        return _refused(request, door, form, walk_in_form=form)
    typed = form.cleaned_data
    attendance = services.record_walk_in(
        door.session, typed["phone"], typed["full_name"], actor=request.user, at=at, audience=typed["audience"]
    )
    return _answer(request, door, _recorded(typed["full_name"], attendance, at=at))


@login_required
@require_POST
def desk_numbers(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Record how many were present by audience, and keep the file that shows it: grade C, or D without."""
    at = now()
    door = door_of(request.user, session_id, at=at)
    if not door.is_officer:
        raise NotForYou
    form = NumbersForm(request.POST, request.FILES, session=door.session)
    if not form.is_valid():
        return _page(request, door, numbers_form=form, status=422)
    evidence = form.known_evidence()
    if file := form.cleaned_data["file"]:
        kind = form.cleaned_data["kind"]
        evidence = services.attach_evidence(door.session, kind, file, actor=request.user, at=at)
    services.record_headcounts(door.session, form.counts(), actor=request.user, at=at, evidence=evidence)
    messages.success(request, _("The numbers are saved. They never add people, only attendances."))
    return redirect("gatherings:session-desk", session_id)


def _recorded(name: str, attendance: Attendance, *, at: datetime) -> Outcome:
    """Say that somebody is on the list, or since when he was already."""
    time = date_format(localtime(attendance.recorded_at), "H:i")
    if attendance.recorded_at < at:
        words = _("%(person)s was recorded already at %(time)s; nothing is written twice. Let them in.")
        return Outcome("advice", words % {"person": name, "time": time})
    words = _("%(person)s is recorded as present, grade %(grade)s.")
    return Outcome("done", words % {"person": name, "grade": attendance.grade})


def _refused(request: SignedInRequest, door: Door, form: Form, **bound: Form) -> HttpResponse:
    if request.htmx:
        words = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return _answer(request, door, Outcome("error", words))
    return _page(request, door, status=422, **bound)


def _answer(request: SignedInRequest, door: Door, outcome: Outcome) -> HttpResponse:
    """Answer with the part of the desk that changed, or lead back to the desk with a message."""
    if request.htmx:
        context = {"session": door.session, "door": door, "presence": desk_now(door.session), "outcome": outcome}
        status = 422 if outcome.kind == "error" else 200
        return render(request, "gatherings/session_desk.html#now", context, status=status)
    level = messages.ERROR if outcome.kind == "error" else messages.SUCCESS
    messages.add_message(request, level, outcome.words)
    address = reverse("gatherings:session-desk", args=[door.session.pk])
    return redirect(f"{address}?as={_audience(request)}")


def _page(request: SignedInRequest, door: Door, *, status: int = 200, **bound: Form) -> HttpResponse:
    session, at, typed = door.session, now(), request.GET.get("q", "")
    audience = _audience(request)
    context: dict[str, Any] = {
        "session": session,
        "door": door,
        "presence": desk_now(session),
        "typed": typed,
        "candidates": candidates(request.user, session, typed, at=at) if typed else [],
        "closed": _closed(door, at=at),
        "accepts_scans": session.accepts_check_in(at),
        "audience": audience,
        "audiences": Audience.choices,
        "scan_form": ScanForm(auto_id=SCAN_IDS, initial={"audience": audience}),
        "walk_in_form": WalkInForm(auto_id=WALK_IN_IDS, initial={"audience": audience}),
        "name_form": NameForm(auto_id=NAME_IDS, initial={"audience": audience}),
    }
    if door.is_officer:
        context |= {
            "numbers_form": NumbersForm(session=session),
            "evidence": evidence_lines(session),
        }
    return render(request, "gatherings/session_desk.html", {**context, **bound}, status=status)


def _audience(request: SignedInRequest) -> Audience:
    """Return what those at the desk are present as: the address says it once, every form repeats it."""
    return audience_named(request.POST.get("audience") or request.GET.get("as", ""))


def _closed(door: Door, *, at: datetime) -> str:
    """Say why nothing can be recorded now, or nothing when it can."""
    try:
        require_recordable(door.session, at)
    except DomainError as error:
        return str(error)
    return ""
