"""First pages: for officers, for workers, for those who help at a session, for strangers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donghanh.accounts.queries.joining import waiting_at
from donghanh.accounts.queries.resets import waiting_for
from donghanh.gatherings.models import Session
from donghanh.legal.queries.searches import new_results_for
from donghanh.org.models import Grant, User
from donghanh.org.views.scope import scope_of
from donghanh.web.home import Today, desk_grant, public_sessions, today


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show each reader the page that his role starts from."""
    if not request.user.is_authenticated:
        return render(request, "web/welcome.html", {"sessions": public_sessions(at=timezone.now())})
    user = request.user
    grant = desk_grant(user, request.GET.get("unit", ""))
    if grant is None:
        return render(request, "web/home_worker.html", _worker_context(user))
    return render(request, "web/home_desk.html", _desk_context(user, grant))


def _desk_context(user: User, grant: Grant) -> dict[str, object]:
    page = today(user, grant, at=timezone.now())
    records = page.standing.may_change("attendances")
    return {
        "today": page,
        "reads_sessions": bool(page.standing.reading("sessions")),
        "may_plan": page.standing.may_change("sessions"),
        "may_import": page.standing.may_change("imports"),
        "administers": page.standing.may_change("users"),
        **_ways_in(user, page),
        "recordable": {session.pk for session in page.sessions if records and session.host_id == page.unit.pk},
        "unit_path": scope_of(user, page.unit.code).path,
    }


def _ways_in(user: User, page: Today) -> dict[str, object]:
    """Say who waits for a word of the reader before he gets in."""
    keeps_people = page.standing.may_change("workers")
    return {
        "keeps_people": keeps_people,
        "answers_resets": keeps_people or page.standing.may_change("users", verb="grant"),
        "resets": waiting_for(user, at=timezone.now()),
        "joiner_count": waiting_at(page.unit, user).count() if keeps_people else 0,
    }


def _worker_context(user: User) -> dict[str, object]:
    now = timezone.now()
    helping = Session.objects.filter(volunteers__user=user, cancelled_at=None, ends_at__gt=now)
    return {
        "helping": list(helping.select_related("host").order_by("starts_at")),
        "sessions": public_sessions(at=now),
        "has_record": hasattr(user, "worker_account"),
        "new_results": new_results_for(user),
    }
