"""Those who joined by a unit's code: who waits, who on the rolls each may be, and the posters."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from donghanh.accounts.choices import JoinState
from donghanh.accounts.forms.joining import PosterForm
from donghanh.accounts.join_codes import code_text
from donghanh.accounts.models import JoinCode, JoinRequest
from donghanh.accounts.posters import is_only_here, join_address, picture
from donghanh.accounts.queries.joining import matches, waiting_at
from donghanh.accounts.services import joining
from donghanh.core import audit
from donghanh.core.paging import keyset_page
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import Scope, scope_of
from donghanh.people.models import Worker

PER_PAGE = 50


@login_required
@never_cache
@require_GET
def joiner_list(request: SignedInRequest, code: str) -> HttpResponse:
    """List who waits to be bound at a unit, and its posters."""
    scope = _scope(request, code)
    order = ("joined_at", "pk")
    page = keyset_page(
        waiting_at(scope.unit, request.user), order=order, after=request.GET.get("after", ""), size=PER_PAGE
    )
    good = scope.unit.join_codes.filter(revoked_at=None, expires_at__gt=now()).order_by("-made_at")
    context = {
        "unit": scope.unit,
        "unit_path": scope.path,
        "page": page,
        "posters": [(each, code_text(each)) for each in good],
        "form": PosterForm(),
    }
    return render(request, "accounts/joiner_list.html", context)


@login_required
@never_cache
@require_GET
def joiner_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show somebody who joined beside those on the rolls who he may be."""
    joiner = _joiner(request, pk)
    typed = request.GET.get("q", "")
    audit.record(request.user, "view_joiner", joiner, unit_id=joiner.unit_id)
    context = {
        "joiner": joiner,
        "unit": joiner.unit,
        "unit_path": scope_of(request.user, joiner.unit.code).path,
        "is_waiting": joiner.state == JoinState.WAITING,
        "matches": matches(joiner, request.user, at=now(), typed=typed),
        "typed": typed,
    }
    return render(request, "accounts/joiner_detail.html", context)


@login_required
@require_POST
def joiner_bind(request: SignedInRequest, pk: int) -> HttpResponse:
    """Bind the account to a person on the rolls."""
    joiner = _joiner(request, pk)
    rolls = Worker.objects.on_record().employed_at(Q(pk=joiner.unit_id), on=localdate())
    chosen = request.POST.get("worker", "")
    worker = get_object_or_404(rolls, pk=int(chosen) if chosen.isdecimal() else 0)
    joining.bind_joiner(joiner, worker, actor=request.user, at=now())
    messages.success(request, _("The account now belongs to %(worker)s.") % {"worker": worker})
    return redirect("accounts:joiner-list", joiner.unit.code)


@login_required
@require_POST
def joiner_refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close an account of somebody who is not of the unit."""
    joiner = _joiner(request, pk)
    joining.refuse_joiner(joiner, actor=request.user, at=now())
    messages.success(request, _("The account is closed. It is deleted after 30 days."))
    return redirect("accounts:joiner-list", joiner.unit.code)


@login_required
@require_POST
def join_code_make(request: SignedInRequest, code: str) -> HttpResponse:
    """Make the code of a new poster."""
    scope = _scope(request, code)
    form = PosterForm(request.POST)
    if not form.is_valid():
        return redirect("accounts:joiner-list", code)
    made = joining.make_join_code(scope.unit, actor=request.user, at=now(), lasts=form.lasts)
    return redirect("accounts:join-poster", made.pk)


@login_required
@require_POST
def join_code_revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make the code of a poster worthless."""
    code = _code(request, pk)
    joining.revoke_join_code(code, actor=request.user, at=now())
    messages.success(request, _("The poster no longer works. Take it down."))
    return redirect("accounts:joiner-list", code.unit.code)


@login_required
@require_GET
def join_poster(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the poster as it prints on A4."""
    code = _code(request, pk)
    address = join_address(request, code)
    context = {
        "code": code,
        "unit": code.unit,
        "unit_path": scope_of(request.user, code.unit.code).path,
        "picture": picture(address),
        "typed_code": code_text(code),
        "typed_at": address.partition("://")[2].removesuffix(f"{code_text(code)}/"),
        "is_only_here": is_only_here(address),
        "is_good": code.is_good_at(now()),
    }
    return render(request, "accounts/join_poster.html", context)


def _scope(request: SignedInRequest, code: str) -> Scope:
    scope = scope_of(request.user, code)
    scope.must_change("workers")
    return scope


def _joiner(request: SignedInRequest, pk: int) -> JoinRequest:
    joiners = JoinRequest.objects.visible_to(request.user).select_related("user", "unit", "answered_by")
    return get_object_or_404(joiners, pk=pk)


def _code(request: SignedInRequest, pk: int) -> JoinCode:
    return get_object_or_404(JoinCode.objects.visible_to(request.user).select_related("unit"), pk=pk)
