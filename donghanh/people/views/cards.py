"""Member cards: a person's own, and sheets of ten for those chosen from the rolls."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from donghanh.core.exports import file_name
from donghanh.org.requests import SignedInRequest
from donghanh.people import services, trail
from donghanh.people.card_prints import sheets, square
from donghanh.people.choices import CardEnding
from donghanh.people.filters import CardFilter
from donghanh.people.forms import AnnulCardForm, CardSheetForm
from donghanh.people.forms.cards import MOST
from donghanh.people.queries.cards import annulled_cards, by_unit, live_cards
from donghanh.people.queries.desk import OwnDesk, own_desk
from donghanh.people.queries.workers import places, with_places
from donghanh.people.views.scope import Scope, changeable


@login_required
@require_GET
def card_list(request: SignedInRequest) -> HttpResponse:
    """List the people of the reader's own units, to choose whose cards are printed."""
    desk = own_desk(request.user)
    return _list(request, desk, CardSheetForm(people=desk.workers()))


@login_required
@require_POST
def card_sheet(request: SignedInRequest) -> HttpResponse:
    """Give a card to those chosen who hold none, and hand out the cards of all of them, ready to cut."""
    desk, at = own_desk(request.user), now()
    form = CardSheetForm(request.POST, people=desk.workers())
    if not form.is_valid():
        return _list(request, desk, form, status=422)
    cards = []
    for unit, workers in by_unit(form.cleaned_data["workers"], desk).items():
        cards += services.issue_cards(workers, unit, actor=request.user, at=at)
    trail.note_export(request.user, len(cards), narrowed_to=None)
    disposition = content_disposition_header(as_attachment=True, filename=file_name(_("cards"), "pdf"))
    return HttpResponse(
        sheets(cards, made_at=at),
        content_type="application/pdf",
        headers={"Content-Disposition": disposition or "attachment"},
    )


@login_required
@require_GET
def worker_card(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the card that a person holds, and those he held before."""
    return _card(request, changeable(request.user, pk), AnnulCardForm())


@login_required
@require_POST
def card_issue(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give a person a card."""
    scope = changeable(request.user, pk)
    services.issue_cards([scope.worker], scope.unit, actor=request.user, at=now())
    messages.success(request, _("%(person)s has a card now.") % {"person": scope.worker})
    return redirect("people:worker-card", pk)


@login_required
@require_POST
def card_renew(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give a person a new card; the one he holds counts no longer."""
    scope = changeable(request.user, pk)
    services.renew_card(scope.worker, scope.unit, actor=request.user, at=now())
    messages.success(request, _("%(person)s has a new card. The old one counts no longer.") % {"person": scope.worker})
    return redirect("people:worker-card", pk)


@login_required
@require_POST
def card_annul(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a person's card worth nothing."""
    scope = changeable(request.user, pk)
    form = AnnulCardForm(request.POST)
    if not form.is_valid():
        return _card(request, scope, form, status=422)
    ending = CardEnding(form.cleaned_data["ending"])
    services.annul_card(scope.worker, scope.unit, actor=request.user, at=now(), ending=ending)
    messages.success(request, _("The card of %(person)s counts no longer.") % {"person": scope.worker})
    return redirect("people:worker-card", pk)


def _list(request: SignedInRequest, desk: OwnDesk, form: Form, *, status: int = 200) -> HttpResponse:
    found = CardFilter(request.GET, desk)
    workers = list(with_places(found.qs, desk).order_by("name_key", "pk")[: MOST + 1])
    cards = live_cards(workers)
    rows = [(worker, places(worker)[0], cards.get(worker.pk)) for worker in workers[:MOST]]
    chosen = set(request.POST.getlist("workers")) if form.is_bound else {str(worker.pk) for worker in workers}
    context = {
        "filter": found, "form": form, "rows": rows, "chosen": chosen, "most": MOST, "is_cut": len(workers) > MOST,
    }  # fmt: skip
    return render(request, "people/card_list.html", context, status=status)


def _card(request: SignedInRequest, scope: Scope, form: Form, *, status: int = 200) -> HttpResponse:
    card = live_cards([scope.worker]).get(scope.worker.pk)
    context = {
        "worker": scope.worker,
        "card": card,
        "square": square(card) if card else "",
        "annulled": annulled_cards(scope.worker),
        "form": form,
    }
    return render(request, "people/worker_card.html", context, status=status)
