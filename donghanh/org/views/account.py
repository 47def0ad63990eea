"""One's own account."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from donghanh.org.requests import SignedInRequest


@login_required
@require_GET
def account(request: SignedInRequest) -> HttpResponse:
    """Show one's own name, phone and roles, and the way to change password and language."""
    grants = request.user.grants.select_related("unit", "granted_by").order_by("-ends_on", "-starts_on", "pk")
    return render(request, "org/account.html", {"grants": grants, "today": localdate()})
