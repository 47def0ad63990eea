"""Who works for a unit: accounts, roles and first passwords."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.org import services
from donghanh.org.access import has_say_over
from donghanh.org.choices import Reading
from donghanh.org.first_passwords import first_password
from donghanh.org.forms import AccountForm, EndRoleForm, RoleForm
from donghanh.org.models import Grant, User
from donghanh.org.queries.users import office_holders, roles_at, roles_to_give
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import Scope, scope_of


@login_required
@require_GET
def user_list(request: SignedInRequest, code: str) -> HttpResponse:
    """List who holds a role at a unit."""
    scope = _users_scope(request, code)
    context = {
        "unit": scope.unit,
        "unit_path": scope.path,
        "holders": office_holders(scope.unit, on=localdate()),
        "today": localdate(),
        "may_grant": scope.standing.may_change("users", verb="grant"),
    }
    return render(request, "org/user_list.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def user_create(request: SignedInRequest, code: str) -> HttpResponse:
    """Make an account for somebody, with a role here; its first password is shown once."""
    scope = _granting_scope(request, code)
    form = AccountForm(request.POST or None, roles=roles_to_give(request.user, scope.unit))
    context = {"unit": scope.unit, "unit_path": scope.path, "form": form}
    if not form.is_valid():
        return render(request, "org/user_create.html", context, status=422 if form.errors else 200)
    typed, password = form.cleaned_data, first_password()
    user = services.open_account(
        typed["username"], typed["full_name"], typed["role"], actor=request.user, unit=scope.unit,
        starts_on=typed["starts_on"], password=password, phone=typed["phone"],
    )  # fmt: skip
    return render(request, "org/user_password.html", {**context, "holder": user, "password": password})


@login_required
@require_http_methods(["GET", "POST"])
def user_detail(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Show the roles of a person at a unit, and give another one."""
    scope = _users_scope(request, code)
    holder = _holder(scope, pk)
    roles = roles_to_give(request.user, scope.unit)
    form = RoleForm(request.POST or None, roles=roles)
    if form.is_valid():
        typed = form.cleaned_data
        services.grant_role(holder, typed["role"], scope.unit, actor=request.user, starts_on=typed["starts_on"])
        messages.success(request, _("%(person)s has the role from now on.") % {"person": holder})
        return redirect("org:user-detail", scope.unit.code, holder.pk)
    today = localdate()
    context = {
        "unit": scope.unit,
        "unit_path": scope.path,
        "holder": holder,
        "grants": [(grant, grant.ends_on >= today and grant.role in roles) for grant in roles_at(holder, scope.unit)],
        "today": today,
        "form": form if roles else None,
        "may_start_reset": bool(roles) and has_say_over(request.user, holder),
    }
    return render(request, "org/user_detail.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def role_end(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Take a role away from a day on."""
    scope = _granting_scope(request, code)
    running = Grant.objects.filter(unit=scope.unit, ends_on__gte=localdate()).select_related("user", "unit")
    grant = get_object_or_404(running, pk=pk)
    form = EndRoleForm(request.POST or None)
    if form.is_valid():
        services.end_role(grant, actor=request.user, on=form.cleaned_data["on"])
        messages.success(request, _("The role of %(person)s ends.") % {"person": grant.user})
        return redirect("org:user-list", scope.unit.code)
    context = {"unit": scope.unit, "unit_path": scope.path, "grant": grant, "form": form}
    return render(request, "org/role_end.html", context, status=422 if form.errors else 200)


def _users_scope(request: SignedInRequest, code: str) -> Scope:
    scope = scope_of(request.user, code)
    scope.must_read("users", least=Reading.NAME)
    return scope


def _granting_scope(request: SignedInRequest, code: str) -> Scope:
    scope = scope_of(request.user, code)
    scope.must_change("users", verb="grant")
    return scope


def _holder(scope: Scope, pk: int) -> User:
    holders = User.objects.filter(grants__unit=scope.unit, is_system=False).distinct()
    return get_object_or_404(holders, pk=pk)
