"""Articles of the library: the words of a day, two wordings side by side, on paper, as a code, by a typed citation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from donghanh.kernel.text import clean
from donghanh.legal.addresses import address, whole_address
from donghanh.legal.citations import parse_citation
from donghanh.legal.comparison import Change, compare
from donghanh.legal.forms.reading import CompareForm, DayForm
from donghanh.legal.linking import paragraphs
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.papers import article_paper, square
from donghanh.legal.queries.library import shelf, wording_on, wordings
from donghanh.legal.queries.reading import article_page
from donghanh.legal.queries.standing import last_day_before
from donghanh.legal.remarks import remarks
from donghanh.legal.views.printing import as_pdf, count_print

MOST_LETTERS = 200


@require_safe
def article_detail(request: HttpRequest, slug: str, article: str) -> HttpResponse:
    """Show the words of an article on a day, with all that a reader must know before he relies on them."""
    document = _document(slug)
    today = localdate()
    form = DayForm(request.GET, today=today)
    on = form.day()
    page = article_page(document, article, on=on, today=today)
    if page is None:
        return _missing(request, document, article, wordings(document, article))
    context = {
        "page": page,
        "article": page.article,
        "document": document,
        "paragraphs": paragraphs(page.article, shelf(), on=on),
        "form": form,
        "on": on,
        "today": today,
        "day_before": last_day_before(page.article),
        "remarks": remarks(page.article, on=on),
    }
    return render(request, "legal/article_detail.html", context)


@require_safe
def article_compare(request: HttpRequest, slug: str, article: str) -> HttpResponse:
    """Set the wordings of two days side by side."""
    document, today = _document(slug), localdate()
    found = wordings(document, article)
    if not found:
        return _missing(request, document, article, found)
    changed = [day for one in found if (day := last_day_before(one)) and day < today]
    form = CompareForm(request.GET, earlier=changed[-1] if changed else today, later=today)
    earlier, later = form.days()
    before, after = wording_on(found, earlier), wording_on(found, later)
    rows = compare(before, after)
    context = {
        "document": document,
        "number": article,
        "before": before,
        "after": after,
        "rows": rows,
        "is_same": all(row.change is Change.SAME for row in rows),
        "form": form,
        "earlier": earlier,
        "later": later,
    }
    return render(request, "legal/article_compare.html", context)


@require_safe
def article_print(request: HttpRequest, slug: str, article: str) -> HttpResponse:
    """Hand out an article as it stood on a day as PDF."""
    document = _document(slug)
    today = localdate()
    on = DayForm(request.GET, today=today).day()
    page = article_page(document, article, on=on, today=today)
    if page is None:
        raise Http404
    count_print(request)
    place = whole_address(request, reverse("legal:article", args=[slug, article]))
    return as_pdf(article_paper(page, place=place, made_at=now()), f"{document.slug} {article}")


@require_safe
def article_qr(request: HttpRequest, slug: str, article: str) -> HttpResponse:
    """Draw the code that leads to an article, for those who print or show it."""
    document = _document(slug)
    if not wordings(document, article):
        raise Http404
    place = whole_address(request, reverse("legal:article", args=[slug, article]))
    return HttpResponse(square(place), content_type="image/svg+xml")


@require_safe
def cite(request: HttpRequest) -> HttpResponse:
    """Lead a typed citation to its article, or say what was not understood."""
    typed, today = clean(request.GET.get("q", ""))[:MOST_LETTERS], localdate()
    on, known = DayForm(request.GET, today=today).day(), shelf()
    reference = parse_citation(typed, on, known.names) if typed else None
    if reference is not None and reference.number in known.slugs:
        return redirect(address(reference, None if on == today else on, slug=known.slugs[reference.number]))
    context = {"typed": typed, "reference": reference, "on": on}
    return render(request, "legal/cite.html", context, status=404 if typed else 200)


def _document(slug: str) -> LegalDocument:
    return get_object_or_404(LegalDocument.objects.select_related("checked_by"), slug=slug)


def _missing(request: HttpRequest, document: LegalDocument, number: str, found: list[Article]) -> HttpResponse:
    """Say that an article, or its wording of the day asked for, is not kept, and what is."""
    context: dict[str, Any] = {"document": document, "number": number, "wordings": found}
    return render(request, "legal/article_missing.html", context, status=404)
