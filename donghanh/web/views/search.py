"""The search box of the top bar."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from donghanh.kernel.text import clean
from donghanh.org.requests import SignedInRequest
from donghanh.web.search import search as find

LONGEST = 100


@require_safe
@login_required
def search(request: SignedInRequest) -> HttpResponse:
    """List what was found of each kind."""
    text = clean(request.GET.get("q", ""))[:LONGEST]
    return render(request, "web/search.html", {"text": text, "found": find(request.user, text)})
