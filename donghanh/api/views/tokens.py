"""One's own tokens: made, shown once, revoked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donghanh.accounts.views.again import ask_again
from donghanh.api import services
from donghanh.api.forms import TokenForm
from donghanh.api.models import ApiToken
from donghanh.org.access import grants_of
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest


@login_required
@never_cache
@require_safe
def token_list(request: SignedInRequest) -> HttpResponse:
    """List one's own tokens, the newest first."""
    tokens = ApiToken.objects.visible_to(request.user).select_related("unit").order_by("-pk")
    at = now()
    context = {"tokens": [(token, token.is_valid(at)) for token in tokens]}
    return render(request, "api/token_list.html", context)


@login_required
@never_cache
@ask_again
@require_http_methods(["GET", "POST"])
def token_new(request: SignedInRequest) -> HttpResponse:
    """Make a token, and show it once."""
    form = TokenForm(request.POST or None, holder=request.user, units=_own_units(request))
    if not form.is_valid():
        return render(request, "api/token_new.html", {"form": form}, status=422 if form.errors else 200)
    at, typed = now(), form.cleaned_data
    token, text = services.make_token(
        typed["name"], typed["scopes"], actor=request.user, at=at, expires_at=at + form.lifetime,
        unit=typed.get("unit"),
    )  # fmt: skip
    return render(request, "api/token_made.html", {"token": token, "text": text})


@login_required
@require_POST
def token_revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    """Revoke a token of one's own."""
    token = get_object_or_404(ApiToken.objects.visible_to(request.user), pk=pk)
    services.revoke_token(token, actor=request.user, at=now())
    messages.success(request, _("The token %(token)s opens nothing any more.") % {"token": token})
    return redirect("programs:token-list")


def _own_units(request: SignedInRequest) -> QuerySet[Unit]:
    return Unit.objects.filter(pk__in=[grant.unit_id for grant in grants_of(request.user)]).order_by("code")
