"""Accounts of workers: made by an officer of their union, the first password shown once."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.org.first_passwords import first_password
from donghanh.org.requests import SignedInRequest
from donghanh.people import services
from donghanh.people.forms import AccountForm
from donghanh.people.views.scope import changeable


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def worker_account(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make an account for a worker and bind it to his record."""
    scope = changeable(request.user, pk)
    form = AccountForm(request.POST or None, worker=scope.worker)
    if not form.is_valid():
        context = {"worker": scope.worker, "form": form}
        return render(request, "people/worker_account.html", context, status=422 if form.errors else 200)
    password = first_password()
    account = services.bind_account(
        scope.worker, scope.unit, actor=request.user, username=form.cleaned_data["username"],
        password=password, at=now(),
    )  # fmt: skip
    context = {"worker": scope.worker, "holder": account.user, "password": password}
    return render(request, "people/worker_password.html", context)
