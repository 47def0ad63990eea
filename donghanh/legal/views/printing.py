"""Handing out what was printed; printing takes time, so each network may do so only so often."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import now

from donghanh.core.exports import file_name
from donghanh.core.limits import Limit, spend
from donghanh.core.network import network_of

PRINTS = Limit("law printed", 60, timedelta(minutes=10))


def count_print(request: HttpRequest) -> None:
    """Count one print by the reader's network, or raise when it has had its share."""
    spend(PRINTS, network_of(request), at=now())


def as_pdf(printed: bytes, name: str) -> HttpResponse:
    """Hand out a PDF that a browser opens."""
    return _handed_out(printed, name, "pdf", "application/pdf", is_kept=False)


def as_page_to_keep(page: str, name: str) -> HttpResponse:
    """Hand out a page of markup that a browser saves."""
    return _handed_out(page.encode(), name, "html", "text/html; charset=utf-8", is_kept=True)


def _handed_out(content: bytes, name: str, ending: str, content_type: str, *, is_kept: bool) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=is_kept, filename=file_name(name, ending))
    return HttpResponse(
        content, content_type=content_type, headers={"Content-Disposition": disposition or "attachment"}
    )
