"""The privacy notice, open to everybody, and the desk page that leads to the rest."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from donghanh.core.errors import NotForYou
from donghanh.org.access import reads_anywhere
from donghanh.org.choices import Reading
from donghanh.org.requests import SignedInRequest
from donghanh.privacy.choices import DESK_THINGS
from donghanh.privacy.clocks import timed_breach, timed_request
from donghanh.privacy.models import Breach, DataRequest
from donghanh.privacy.notice import read_notice, version_on, versions

SHOWN = 5


@require_GET
def notice(request: HttpRequest) -> HttpResponse:
    """Show what is kept about people, in plain words; older versions by their day."""
    asked = request.GET.get("version", "")
    known = {str(version): version for version in versions()}
    if asked and asked not in known:
        raise Http404
    version = known.get(asked) or version_on(localdate())
    context = {
        "notice": read_notice(version, get_language() or "vi"),
        "versions": versions(),
        "contact": settings.PRIVACY_CONTACT,
    }
    return render(request, "privacy/notice.html", context)


@login_required
@require_GET
def desk(request: SignedInRequest) -> HttpResponse:
    """Show an officer what waits, and lead to the pages that his roles open."""
    opens = {thing: reads_anywhere(request.user, thing, least=Reading.NAME) for thing in DESK_THINGS}
    if not any(opens.values()):
        raise NotForYou
    at = now()
    requests = DataRequest.objects.visible_to(request.user).open().select_related("worker", "unit").order_by("due_at")
    breaches = Breach.objects.visible_to(request.user).filter(closed_at=None).select_related("unit")
    context = {
        "opens": opens,
        "waiting": [timed_request(each, at=at) for each in requests[:SHOWN]],
        "waiting_count": requests.count(),
        "breaches": [timed_breach(each, at=at) for each in breaches.order_by("notify_by")[:SHOWN]],
    }
    return render(request, "privacy/desk.html", context)
