"""One box for everybody: from a question to the articles that apply, or to a person. No account is needed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from donghanh.kernel.text import clean
from donghanh.legal.access import keeps_law
from donghanh.legal.common_questions import COMMON_QUESTIONS
from donghanh.legal.forms.asking import MOST_LETTERS, AskForm
from donghanh.legal.forms.narrowing import address_with, chips_for
from donghanh.legal.models import Article, SavedSearch, Topic
from donghanh.legal.queries import contacts
from donghanh.legal.queries.asking import answer, result_keys
from donghanh.legal.queries.results import results, understood
from donghanh.legal.queries.searches import new_results_for, searches_of
from donghanh.legal.queries.searching import suggest
from donghanh.legal.services.searches import note_seen
from donghanh.org.access import reads_anywhere
from donghanh.org.models import User

SUGGESTIONS, LEAST_LETTERS = 8, 2


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Answer a question; without one, offer the box and where to begin."""
    form = AskForm(request.GET)
    question = form.question(localdate())
    if not question.words:
        return render(request, "legal/ask.html", _beginning(request))
    given = answer(question, page=form.page_number)
    saved = _saved(request, form.saved_number)
    context = {
        "answer": given,
        "question": question,
        "form": form,
        "results": results(given.hits, on=question.on, seen=saved.seen if saved else None),
        "uncertain": results(given.uncertain, on=question.on),
        "heard": [] if question.as_typed else understood(given.found),
        "chips": chips_for(given, request.GET),
        "is_today": question.on == localdate(),
        "saved": saved,
        "as_typed": address_with(request.GET, exactly="1"),
        "next": address_with(request.GET) + f"&page={given.next_page}" if given.next_page else "",
        "keeps_law": given.library_is_empty and _keeps_law(request),
    }
    if saved:
        note_seen(saved, result_keys(given.found), at=now())
    return render(request, "legal/ask_answer.html", context)


@require_safe
def suggest_words(request: HttpRequest) -> JsonResponse:
    """Go on with what is being typed."""
    typed = clean(request.GET.get("q", ""))[:MOST_LETTERS]
    words = suggest(typed, SUGGESTIONS) if len(typed) >= LEAST_LETTERS else []
    return JsonResponse({"words": words})


@require_safe
def ask_person(request: HttpRequest) -> HttpResponse:
    """Show whom to ask, with the question ready to be said or sent; nothing is sent or kept here."""
    words = clean(request.GET.get("q", ""))[:MOST_LETTERS]
    own = contacts.own_contacts(request.user) if isinstance(request.user, User) else []
    province = contacts.province_of(request.GET.get("province", ""))
    there = contacts.contacts_in(province) if province else []
    context = {
        "words": words,
        "own": own,
        "province": province,
        "there": there,
        "provinces": contacts.provinces_to_choose(),
        "others": [] if own or there else contacts.contacts_of_last_resort(),
    }
    return render(request, "legal/ask_person.html", context)


def _beginning(request: HttpRequest) -> dict[str, object]:
    """Return what the page without a question shows."""
    user = request.user
    return {
        "common_questions": COMMON_QUESTIONS,
        "topics": list(Topic.objects.in_use().filter(parent=None)),
        "library_is_empty": not Article.objects.in_use().exists(),
        "keeps_law": _keeps_law(request),
        "counts_shelves": isinstance(user, User) and reads_anywhere(user, "shelves"),
        "new_count": new_results_for(user) if isinstance(user, User) else 0,
    }


def _keeps_law(request: HttpRequest) -> bool:
    """Tell whether the reader brings texts in himself."""
    return isinstance(request.user, User) and keeps_law(request.user)


def _saved(request: HttpRequest, number: int | None) -> SavedSearch | None:
    """Return the saved search that the reader came from, when it is his."""
    if number is None or not isinstance(request.user, User):
        return None
    return searches_of(request.user).filter(pk=number, removed_at=None).first()
