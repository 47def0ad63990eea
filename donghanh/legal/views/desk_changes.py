"""Decisions on texts and documents: verified, given, withdrawn, corrected, related."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from donghanh.legal.forms.desk import DocumentForm, ReasonForm, RelationForm
from donghanh.legal.models import Edition, LegalDocument, Relation
from donghanh.legal.services import keeping
from donghanh.legal.views.desk import for_keepers
from donghanh.org.requests import SignedInRequest


@require_POST
@for_keepers
def text_verify(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stand behind a text."""
    edition = _edition(pk)
    keeping.verify_edition(edition, actor=request.user, at=now())
    messages.success(request, _("The text is verified, with your name and today's day."))
    return redirect("legal:desk-document", edition.document.slug)


@require_POST
@for_keepers
def document_verify(request: SignedInRequest, slug: str) -> HttpResponse:
    """Stand behind the title and the days of a document."""
    document = get_object_or_404(LegalDocument, slug=slug)
    keeping.verify_document(document, actor=request.user, at=now())
    messages.success(request, _("Title and days are verified, with your name and today's day."))
    return redirect("legal:desk-document", document.slug)


@require_http_methods(["GET", "POST"])
@for_keepers
def text_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a text from readers, with a reason."""

    def withdraw(edition: Edition, reason: str) -> str:
        keeping.withdraw_edition(edition, actor=request.user, reason=reason)
        return _("The text is withdrawn. It is kept, and can be given again.")

    return _decide(request, _edition(pk), withdraw, heading=_("Withdraw a text"), button=_("Withdraw"), danger=True)


@require_http_methods(["GET", "POST"])
@for_keepers
def text_give(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give readers a text that waits or was withdrawn, with a reason."""

    def give(edition: Edition, reason: str) -> str:
        keeping.give_edition(edition, actor=request.user, reason=reason)
        return _("Readers are given the text. It is not verified.")

    return _decide(request, _edition(pk), give, heading=_("Give a text to readers"), button=_("Give to readers"))


@require_http_methods(["GET", "POST"])
@for_keepers
def document_edit(request: SignedInRequest, slug: str) -> HttpResponse:
    """Correct what is on record of a document."""
    document = get_object_or_404(LegalDocument, slug=slug)
    form = DocumentForm(request.POST or None, document=document)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        keeping.edit_document(document, form.facts, told["topics"], actor=request.user, reason=told["reason"])
        messages.success(request, _("The record is corrected. It is not verified any more until somebody says so."))
        return redirect("legal:desk-document", document.slug)
    context = {"document": document, "form": form, "heading": _("Correct the record"), "button": _("Save")}
    return render(request, "legal/desk_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@for_keepers
def relation_add(request: SignedInRequest, slug: str) -> HttpResponse:
    """Record what a document does to another."""
    document = get_object_or_404(LegalDocument, slug=slug)
    form = RelationForm(request.POST or None, document=document)
    if request.method == "POST" and form.is_valid():
        keeping.add_relation(form.relation, actor=request.user)
        messages.success(request, _("The relation is on record."))
        return redirect("legal:desk-document", document.slug)
    context = {"document": document, "form": form, "heading": _("Add a relation"), "button": _("Save")}
    return render(request, "legal/desk_form.html", context, status=422 if form.errors else 200)


@require_POST
@for_keepers
def relation_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a relation back."""
    relation = get_object_or_404(Relation.objects.select_related("document"), pk=pk)
    keeping.remove_relation(relation, actor=request.user)
    messages.success(request, _("The relation is removed."))
    return redirect("legal:desk-document", relation.document.slug)


def _edition(pk: int) -> Edition:
    return get_object_or_404(Edition.objects.select_related("document"), pk=pk)


def _decide(
    request: SignedInRequest,
    edition: Edition,
    act: Callable[[Edition, str], str],
    *,
    heading: str,
    button: str,
    danger: bool = False,
) -> HttpResponse:
    """Ask for a reason, act, and say what became of it."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        messages.success(request, act(edition, form.cleaned_data["reason"]))
        return redirect("legal:desk-document", edition.document.slug)
    context = {
        "document": edition.document,
        "edition": edition,
        "form": form,
        "heading": heading,
        "button": button,
        "danger": danger,
    }
    return render(request, "legal/desk_form.html", context, status=422 if form.errors else 200)
