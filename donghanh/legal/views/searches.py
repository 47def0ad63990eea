"""The searches that a person keeps: saved from an answer, renamed, removed, brought back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from donghanh.legal.forms.asking import AskForm
from donghanh.legal.models import SavedSearch
from donghanh.legal.queries.asking import found_for, result_keys
from donghanh.legal.queries.searches import searches_of
from donghanh.legal.services import searches
from donghanh.org.requests import SignedInRequest


@login_required
@require_safe
def search_list(request: SignedInRequest) -> HttpResponse:
    """Show what the reader keeps, how much of it is new, and what was removed of late."""
    kept = list(searches_of(request.user))
    context = {
        "searches": [search for search in kept if search.removed_at is None],
        "removed": [search for search in kept if search.removed_at is not None],
    }
    return render(request, "legal/search_list.html", context)


@login_required
@require_POST
def search_keep(request: SignedInRequest) -> HttpResponse:
    """Keep a search under a name; what it finds today is not new."""
    question = AskForm(request.POST).question(localdate())
    search = searches.keep_search(
        request.POST.get("name", "") or question.words,
        question.words,
        question.filters,
        result_keys(found_for(question)) if question.words else [],
        actor=request.user,
        at=now(),
    )
    messages.success(request, _("“%(name)s” is saved. New results are counted here every day.") % {"name": search})
    return redirect("legal:search-list")


@login_required
@require_POST
def search_rename(request: SignedInRequest, pk: int) -> HttpResponse:
    """Call a search something else."""
    searches.rename_search(_own(request, pk), request.POST.get("name", ""), actor=request.user)
    return redirect("legal:search-list")


@login_required
@require_POST
def search_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a search away."""
    search = searches.remove_search(_own(request, pk), actor=request.user, at=now())
    messages.success(request, _("“%(name)s” is removed. It can be brought back below.") % {"name": search})
    return redirect("legal:search-list")


@login_required
@require_POST
def search_restore(request: SignedInRequest, pk: int) -> HttpResponse:
    """Bring a removed search back."""
    searches.restore_search(_own(request, pk), actor=request.user)
    return redirect("legal:search-list")


def _own(request: SignedInRequest, pk: int) -> SavedSearch:
    return get_object_or_404(searches_of(request.user), pk=pk)
