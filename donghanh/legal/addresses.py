"""Where a document, an article and a clause are read: the addresses that links, codes and papers carry."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from donghanh.legal.citations import Reference, slug_of


def anchor(clause: str, point: str = "") -> str:
    """Return the name of a clause or point within its article's page: “k1”, “k1-a”."""
    if not clause and not point:
        return ""
    return f"k{clause}-{point}" if point else f"k{clause}"


def address(reference: Reference, on: date | None = None, *, slug: str = "") -> str:
    """Return where a citation is read; ``on`` asks for the wording of another day than today."""
    name = slug or slug_of(reference.number)
    place = reverse("legal:document", args=[name])
    if reference.article:
        place = reverse("legal:article", args=[name, reference.article])
    if on is not None:
        place = f"{place}?on={on.isoformat()}"
    within = anchor(reference.clause, reference.point) if reference.article else ""
    return f"{place}#{within}" if within else place


def whole_address(request: HttpRequest, path: str) -> str:
    """Return an address as codes and papers carry it: on the public host when one is set, else on this one."""
    return settings.PUBLIC_URL + path if settings.PUBLIC_URL else request.build_absolute_uri(path)
