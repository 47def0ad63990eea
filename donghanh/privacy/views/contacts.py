"""The phone numbers of those who agreed to be called."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.core.errors import NotForYou
from donghanh.org.access import units_changed
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest
from donghanh.privacy import services
from donghanh.privacy.forms import UnitForm
from donghanh.privacy.services.contacts import contacts_of


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def contacts(request: SignedInRequest) -> HttpResponse:
    """Say how many agreed; show their numbers only when asked for, since each of them sees that."""
    units = Unit.objects.filter(units_changed(request.user, "workers")).order_by("code")
    first = units.first()
    if first is None:
        raise NotForYou
    form = UnitForm(request.POST or None, units=units, initial={"unit": first})
    people, unit, at = None, first, now()
    if form.is_valid():
        unit = form.cleaned_data["unit"]
        people = services.read_contacts(unit, actor=request.user, at=at)
    context = {
        "form": form,
        "unit": unit,
        "people": people,
        "counts": [(each, len(contacts_of(each, at=at))) for each in units[:20]] if people is None else [],
    }
    return render(request, "privacy/contacts.html", context, status=422 if form.errors else 200)
