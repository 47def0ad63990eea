"""The webhooks that somebody made: which address is told of what, and whether it answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donghanh.accounts.views.again import ask_again
from donghanh.api import services
from donghanh.api.choices import Event
from donghanh.api.forms import WebhookForm
from donghanh.api.models import Webhook
from donghanh.core.errors import NotForYou
from donghanh.org.access import grants_of, units_changed
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest


@login_required
@never_cache
@require_safe
def webhook_list(request: SignedInRequest) -> HttpResponse:
    """List the webhooks that one made, with how their telling goes."""
    _units(request)
    webhooks = Webhook.objects.visible_to(request.user).select_related("unit").order_by("-pk")
    return render(request, "api/webhook_list.html", {"webhooks": webhooks})


@login_required
@never_cache
@ask_again
@require_http_methods(["GET", "POST"])
def webhook_new(request: SignedInRequest) -> HttpResponse:
    """Have an address told of what happens, and show its secret once."""
    form = WebhookForm(request.POST or None, units=_units(request))
    if not form.is_valid():
        return render(request, "api/webhook_new.html", {"form": form}, status=422 if form.errors else 200)
    typed = form.cleaned_data
    webhook, secret = services.subscribe(typed["unit"], typed["url"], typed["events"], actor=request.user, at=now())
    return render(request, "api/webhook_made.html", {"webhook": webhook, "secret": secret})


@login_required
@never_cache
@ask_again
@require_http_methods(["GET", "POST"])
def webhook_secret(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give a webhook a new secret, shown once."""
    webhook = _own(request, pk)
    if request.method != "POST":
        return render(request, "api/webhook_secret.html", {"webhook": webhook})
    secret = services.renew_secret(webhook, actor=request.user, at=now())
    return render(request, "api/webhook_made.html", {"webhook": webhook, "secret": secret})


@login_required
@require_POST
def webhook_resume(request: SignedInRequest, pk: int) -> HttpResponse:
    """Try again with an address that did not answer."""
    webhook = _own(request, pk)
    services.resume_webhook(webhook, actor=request.user)
    messages.success(request, _("%(address)s is told again, from where it stopped.") % {"address": webhook})
    return redirect("programs:webhook-list")


@login_required
@require_POST
def webhook_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Tell an address nothing any more."""
    webhook = _own(request, pk)
    address = str(webhook)
    services.unsubscribe(webhook, actor=request.user)
    messages.success(request, _("%(address)s is told nothing any more.") % {"address": address})
    return redirect("programs:webhook-list")


def _own(request: SignedInRequest, pk: int) -> Webhook:
    return get_object_or_404(Webhook.objects.visible_to(request.user).select_related("unit"), pk=pk)


def _units(request: SignedInRequest) -> QuerySet[Unit]:
    """Return the reader's own units where he may change something that webhooks tell of; without any, no page."""
    changed = Q(pk__in=[])
    for event in Event:
        changed |= units_changed(request.user, event)
    own = [grant.unit_id for grant in grants_of(request.user)]
    units = Unit.objects.filter(changed, pk__in=own).order_by("code")
    if not units.exists():
        raise NotForYou
    return units
