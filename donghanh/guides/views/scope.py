"""What the pages of officers start from: what does not belong to the reader does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from donghanh.core.errors import NotForYou
from donghanh.guides.access import units_sharing
from donghanh.guides.models import Shelf
from donghanh.legal.access import keeps_law
from donghanh.org.requests import SignedInRequest

View = Callable[Concatenate[SignedInRequest, ...], HttpResponse]


def for_keepers(view: View) -> Callable[..., HttpResponse]:
    """Open a page to those who keep the law of the site."""

    @login_required
    @wraps(view)
    def guarded(request: SignedInRequest, *args: Any, **named: Any) -> HttpResponse:
        if not keeps_law(request.user):
            raise NotForYou
        return view(request, *args, **named)

    return guarded


def changeable_shelf(request: SignedInRequest, code: str) -> Shelf:
    """Return a shelf that the reader keeps."""
    shelves = Shelf.objects.filter(unit__in=units_sharing(request.user)).select_related("unit")
    return get_object_or_404(shelves, code=code)
