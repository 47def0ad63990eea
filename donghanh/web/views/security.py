"""Where weaknesses of this site are told: the address that programs look for, and the promise behind it."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

VALID_FOR = timedelta(days=90)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say whom to tell, as RFC 9116 has it; a site without a contact has none."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    here = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    expires = (now() + VALID_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi, en",
        f"Canonical: {here}{reverse('web:security-txt')}",
        f"Policy: {here}{reverse('web:security')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def security_policy(request: HttpRequest) -> HttpResponse:
    """Say how to tell of a weakness, and what follows."""
    return render(request, "web/security.html", {"contact": settings.SECURITY_CONTACT})
