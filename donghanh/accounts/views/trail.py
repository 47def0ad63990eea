"""What happened to one's own account."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts.queries.trail import SHOWN, trail_of
from donghanh.org.requests import SignedInRequest


@login_required
@never_cache
@require_GET
def account_trail(request: SignedInRequest) -> HttpResponse:
    """List sign-ins and what others did to the account."""
    return render(request, "accounts/account_trail.html", {"trail": trail_of(request.user), "shown": SHOWN})
