"""The library from the inside, for those who keep it: what it holds, and texts brought in on trial."""

from functools import wraps
from typing import Any, Protocol

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.errors import NotForYou
from donghanh.kernel.errors import DomainError
from donghanh.legal.access import keeps_law
from donghanh.legal.finding_words import is_grave, sentence
from donghanh.legal.forms.desk import TextForm
from donghanh.legal.models import LegalDocument
from donghanh.legal.queries.holdings import holdings
from donghanh.legal.services.bringing_in import keep
from donghanh.legal.services.trying_out import Trial, try_out
from donghanh.legal.trial_files import forget_trial, keep_trial, open_trial
from donghanh.org.requests import SignedInRequest

_FIRST_ARTICLES = 8


class _View(Protocol):
    def __call__(self, request: SignedInRequest, *args: Any, **named: Any) -> HttpResponse: ...


def for_keepers(view: _View) -> _View:
    """Open a page to those who keep the law; to others it does not exist."""

    @login_required
    @wraps(view)
    def opened(request: SignedInRequest, *args: Any, **named: Any) -> HttpResponse:
        if not keeps_law(request.user):
            raise NotForYou
        return view(request, *args, **named)

    return opened


@require_GET
@for_keepers
def desk_list(request: SignedInRequest) -> HttpResponse:
    """List what the library holds, what waits for a person first."""
    rows = sorted(holdings(), key=lambda row: (-row.waiting, -row.grave, row.document.title))
    context = {"rows": rows, "waiting_count": sum(row.waiting for row in rows)}
    return render(request, "legal/desk_list.html", context)


@require_http_methods(["GET", "POST"])
@for_keepers
def desk_import(request: SignedInRequest) -> HttpResponse:
    """Choose a text to be tried out."""
    form = TextForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            try_out(data, file.name, form.origin)
        except DomainError as error:
            form.add_error("file", str(error))
        else:
            word = keep_trial(data, file.name, form.origin, actor=request.user)
            return redirect("legal:desk-trial", word)
    return render(request, "legal/desk_import.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@for_keepers
def desk_trial(request: SignedInRequest, word: str) -> HttpResponse:
    """Show what was understood of a file; nothing is written yet."""
    data, name, origin = open_trial(word, actor=request.user)
    trials = try_out(data, name, origin)
    context = {
        "word": word,
        "name": name,
        "origin": origin,
        "trials": [_shown(trial) for trial in trials],
        "new_count": sum(trial.known is None and bool(trial.number) for trial in trials),
    }
    return render(request, "legal/desk_trial.html", context)


@require_POST
@for_keepers
def desk_trial_keep(request: SignedInRequest, word: str) -> HttpResponse:
    """Take a file that was tried out into the library."""
    data, name, origin = open_trial(word, actor=request.user)
    kept = [keep(trial, origin, actor=request.user, at=now()) for trial in try_out(data, name, origin)]
    forget_trial(word)
    waiting = sum(one.edition.state == "waiting" for one in kept)
    if waiting:
        messages.warning(request, _("The text is in the library and waits for a person; readers are not given it yet."))
    else:
        messages.success(request, _("The text is in the library, not verified."))
    return redirect("legal:desk-document", kept[0].edition.document.slug) if len(kept) == 1 else redirect("legal:desk")


@require_GET
@for_keepers
def desk_document(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show a document with its texts, what was found in them, and what it does to others."""
    document = get_object_or_404(LegalDocument.objects.select_related("checked_by"), slug=slug)
    editions = document.editions.select_related("read_by", "checked_by").order_by("pk")
    context = {
        "document": document,
        "editions": [(edition, told(edition.findings)) for edition in editions],
        "relations": document.relations.select_related("other").order_by("kind", "number", "article"),
        "done_to_it": document.relations_of_others.select_related("document").order_by("starts_on", "article"),
        "topics": list(document.topics.all()),
    }
    return render(request, "legal/desk_document.html", context)


def told(findings: list[dict[str, Any]]) -> list[tuple[bool, str]]:
    """Return findings in sentences, those that a person must look at first."""
    return sorted(((is_grave(found), sentence(found)) for found in findings), key=lambda pair: not pair[0])


def _shown(trial: Trial) -> dict[str, Any]:
    articles = trial.reading.articles
    return {
        "trial": trial,
        "facts": trial.reading.facts,
        "articles": articles[:_FIRST_ARTICLES],
        "more": max(len(articles) - _FIRST_ARTICLES, 0),
        "last": articles[-1].number if articles else "",
        "findings": told(trial.findings),
    }
