"""One's own sessions, and those announced to everybody."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from donghanh.core.paging import keyset_page
from donghanh.gatherings.listings.mine import attended_by, known_sessions, worker_of, years_of
from donghanh.gatherings.listings.sessions import helped_by
from donghanh.gatherings.models import Session
from donghanh.org.requests import SignedInRequest
from donghanh.people.card_prints import square
from donghanh.people.models import Worker
from donghanh.people.queries.cards import live_cards


@login_required
@require_GET
def my_sessions(request: SignedInRequest) -> HttpResponse:
    """List the sessions that the reader attended, year by year, and those where he helps at the door."""
    worker = worker_of(request.user)
    attended = attended_by(worker) if worker else Session.objects.none()
    years = years_of(attended)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else next(iter(years), localdate().year)
    context = {
        "worker": worker,
        "years": years,
        "year": year,
        "sessions": list(attended.filter(held_on__year=year)),
        "helps_at": helped_by(request.user, at=now()),
    }
    return render(request, "gatherings/my_sessions.html", context)


@login_required
@require_GET
def my_card(request: SignedInRequest) -> HttpResponse:
    """Show the reader's own card, to be scanned at a door."""
    worker = worker_of(request.user)
    card = live_cards([worker]).get(worker.pk) if worker else None
    context = {"worker": worker, "card": card, "square": square(card) if card else ""}
    return render(request, "gatherings/my_card.html", context)


@login_required
@require_GET
def worker_attendances(request: SignedInRequest, worker_id: int) -> HttpResponse:
    """List the sessions that a person attended, to those who read his name: title and day only."""
    today = localdate()
    people = Worker.objects.on_record().visible_to(request.user, on=today)
    worker = get_object_or_404(people, pk=worker_id)
    sessions = known_sessions(request.user, worker, on=today)
    page = keyset_page(sessions, order=("-starts_at", "-pk"), after=request.GET.get("after", ""))
    open_to_reader = Session.objects.visible_to(request.user).filter(pk__in=[session.pk for session in page.rows])
    context = {
        "worker": worker,
        "page": page,
        "count": sessions.count(),
        "links": set(open_to_reader.values_list("pk", flat=True)),
    }
    return render(request, "gatherings/worker_attendances.html", context)


@require_GET
def public_sessions(request: HttpRequest) -> HttpResponse:
    """List the coming sessions that are announced to everybody."""
    coming = Session.objects.announced(at=now()).select_related("host")
    page = keyset_page(coming, order=("starts_at", "pk"), after=request.GET.get("after", ""), size=20)
    return render(request, "gatherings/public_sessions.html", {"page": page})
