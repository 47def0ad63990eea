"""The scanner at the door: camera, handheld scanner or typing, one big answer, and on to the next."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import uuid4

from csp.constants import WASM_UNSAFE_EVAL
from csp.decorators import csp_update
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from donghanh.core.errors import NotForYou
from donghanh.core.middleware import PERMISSIONS
from donghanh.gatherings import services
from donghanh.gatherings.forms.scanner import CardScanForm, TakeBackForm
from donghanh.gatherings.listings.desk import count_now
from donghanh.gatherings.listings.scans import scanned
from donghanh.gatherings.models import Attendance
from donghanh.gatherings.views.scope import Door, door_of
from donghanh.kernel.errors import DomainError
from donghanh.org.requests import SignedInRequest

View = Callable[..., HttpResponse]
DONE, THERE, REFUSED, TAKEN_BACK = "done", "there", "refused", "back"


def with_camera(view: View) -> View:
    """Let this page, and no other, ask for the camera and compile the reader of codes."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Permissions-Policy"] = PERMISSIONS.replace("camera=()", "camera=(self)")
        return response

    return cast("View", csp_update({"script-src": [WASM_UNSAFE_EVAL]})(answer))


@login_required
@with_camera
@require_GET
def session_scanner(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Show the scanner of a session."""
    return _page(request, door_of(request.user, session_id, at=now()), {})


@login_required
@with_camera
@require_POST
def scanner_scan(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Check in the holder of a card: grade A."""
    at = now()
    door = door_of(request.user, session_id, at=at)
    form = CardScanForm(request.POST)
    if not form.is_valid():
        return _refused(request, door, " ".join(str(error) for errors in form.errors.values() for error in errors))
    typed = form.cleaned_data
    scan = f"{request.user.pk}/{typed['scan'] or uuid4()}"  # What one person's scanner says is nobody else's.
    try:
        attendance = services.scan_card(
            door.session, typed["number"], actor=request.user, at=at, audience=typed["audience"], scan=scan
        )
    except NotForYou:
        raise
    except DomainError as error:
        return _refused(request, door, str(error))
    found = scanned(door.session, attendance, scan, at=at)
    return _page(request, door, {"kind": DONE if found.is_new else THERE, "scanned": found})


@login_required
@with_camera
@require_POST
def scanner_take_back(request: SignedInRequest, session_id: int) -> HttpResponse:
    """Take back the scan that was just recorded."""
    at = now()
    door = door_of(request.user, session_id, at=at)
    form = TakeBackForm(request.POST)
    if not form.is_valid():
        raise NotForYou
    attendance = get_object_or_404(Attendance.objects.of(door.session), id=form.cleaned_data["attendance"])
    try:
        services.take_back_scan(attendance, actor=request.user, at=at, reason=form.words())
    except NotForYou:
        raise
    except DomainError as error:
        return _refused(request, door, str(error))
    return _page(request, door, {"kind": TAKEN_BACK})


def _refused(request: SignedInRequest, door: Door, words: str) -> HttpResponse:
    return _page(request, door, {"kind": REFUSED, "words": words}, status=409)


def _page(request: SignedInRequest, door: Door, answer: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Answer with the part that the scanner's script replaces, or with the whole page to those without script."""
    form = CardScanForm(initial={"audience": request.POST.get("audience")})
    context = {"session": door.session, "door": door, "form": form, "count": count_now(door.session), **answer}
    part = "#answer" if request.htmx else ""
    return render(request, f"gatherings/session_scanner.html{part}", context, status=status)
