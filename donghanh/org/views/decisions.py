"""Decisions about the tree: typed, looked at, then carried out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from donghanh.org import services
from donghanh.org.choices import UnitKind
from donghanh.org.forms import CloseForm, DecisionForm, FoundForm, MergeForm, MoveForm
from donghanh.org.models import Unit
from donghanh.org.queries.units import children, subtree_count
from donghanh.org.requests import SignedInRequest
from donghanh.org.views.scope import Scope, scope_of

CONFIRMED, BACK = "confirmed", "back"


@dataclass(frozen=True, slots=True)
class Act:
    """What a valid form will do: in words before, as a call when confirmed, in words after."""

    effects: list[str]
    button: str
    carry_out: Callable[[], Unit]
    done: str


@login_required
@require_http_methods(["GET", "POST"])
def unit_found(request: SignedInRequest, code: str) -> HttpResponse:
    """Found a unit under this one."""
    scope = _changeable(request, code)
    form = FoundForm(request.POST or None, unit=scope.unit, actor=request.user)

    def act() -> Act:
        typed = form.cleaned_data
        kind = UnitKind(typed["kind"]).label
        return Act(
            effects=[
                _("%(name)s (%(kind)s, code %(code)s) will hang under %(parent)s from %(day)s.")
                % {**typed, "kind": kind, "parent": scope.unit, "day": _shown(typed["on"])},
            ],
            button=_("Found the unit"),
            carry_out=lambda: services.found_unit(
                typed["code"], typed["name"], typed["kind"], actor=request.user, parent=scope.unit,
                on=typed["on"], paper=form.paper, **form.facts,
            ),
            done=_("%(name)s is founded.") % typed,
        )  # fmt: skip

    heading = _("Found a unit under %(unit)s") % {"unit": scope.unit}
    return _decide(request, scope, form, heading, act)


@login_required
@require_http_methods(["GET", "POST"])
def unit_move(request: SignedInRequest, code: str) -> HttpResponse:
    """Hang this unit, with all below it, under another one."""
    scope = _changeable(request, code)
    form = MoveForm(request.POST or None, unit=scope.unit, actor=request.user)

    def act() -> Act:
        parent, on = form.cleaned_data["parent"], form.cleaned_data["on"]
        count = subtree_count(scope.unit, on=on)
        moved = ngettext("%(count)d unit moves", "%(count)d units move", count) % {"count": count}
        return Act(
            effects=[
                _("%(moved)s under %(parent)s from %(day)s: %(unit)s and all that hangs below it.")
                % {"moved": moved, "parent": parent, "day": _shown(on), "unit": scope.unit},
                _("What happened before that day stays with the units above it then."),
            ],
            button=ngettext("Move %(count)d unit", "Move %(count)d units", count) % {"count": count},
            carry_out=lambda: services.move_unit(scope.unit, parent, actor=request.user, on=on, paper=form.paper).unit,
            done=_("%(unit)s hangs under %(parent)s from %(day)s.")
            % {"unit": scope.unit, "parent": parent, "day": _shown(on)},
        )

    return _decide(request, scope, form, _("Move %(unit)s") % {"unit": scope.unit}, act)


@login_required
@require_http_methods(["GET", "POST"])
def unit_merge(request: SignedInRequest, code: str) -> HttpResponse:
    """Close this unit in favour of another, which takes over the units below it."""
    scope = _changeable(request, code)
    form = MergeForm(request.POST or None, unit=scope.unit, actor=request.user)

    def act() -> Act:
        into, on = form.cleaned_data["into"], form.cleaned_data["on"]
        count = children(scope.unit, on=on).count()
        below = ngettext("%(count)d unit below it", "%(count)d units below it", count) % {"count": count}
        return Act(
            effects=[
                _last_day(scope.unit, on),
                _("%(into)s takes over from %(day)s, with %(below)s.")
                % {"into": into, "day": _shown(on), "below": below},
                _("People, sessions and papers of before stay where they were recorded."),
            ],
            button=_("Merge into %(into)s") % {"into": into.label},
            carry_out=lambda: services.merge_unit(scope.unit, into, actor=request.user, on=on, paper=form.paper).unit,
            done=_("%(unit)s is merged into %(into)s.") % {"unit": scope.unit, "into": into},
        )

    return _decide(request, scope, form, _("Merge %(unit)s into another unit") % {"unit": scope.unit}, act)


@login_required
@require_http_methods(["GET", "POST"])
def unit_close(request: SignedInRequest, code: str) -> HttpResponse:
    """Close this unit."""
    scope = _changeable(request, code)
    form = CloseForm(request.POST or None, unit=scope.unit, actor=request.user)

    def act() -> Act:
        on = form.cleaned_data["on"]
        return Act(
            effects=[
                _last_day(scope.unit, on),
                _("Its page, its people and its sessions stay readable; nothing new can be recorded there."),
            ],
            button=_("Close the unit"),
            carry_out=lambda: services.close_unit(scope.unit, actor=request.user, on=on, paper=form.paper).unit,
            done=_("%(unit)s is closed.") % {"unit": scope.unit},
        )

    return _decide(request, scope, form, _("Close %(unit)s") % {"unit": scope.unit}, act)


def _changeable(request: SignedInRequest, code: str) -> Scope:
    scope = scope_of(request.user, code)
    scope.must_change("units")
    return scope


def _decide(
    request: SignedInRequest, scope: Scope, form: DecisionForm, heading: str, act: Callable[[], Act]
) -> HttpResponse:
    """Show the form, then what it will do, then do it."""
    context = {"unit": scope.unit, "unit_path": scope.path, "form": form, "heading": heading}
    if request.method == "POST" and form.is_valid() and BACK not in request.POST:
        planned = act()
        if CONFIRMED in request.POST:
            unit = planned.carry_out()
            messages.success(request, planned.done)
            return redirect("org:unit-detail", unit.code)
        return render(request, "org/decision_confirm.html", {**context, "act": planned})
    status = 422 if form.errors else 200
    return render(request, "org/decision_form.html", context, status=status)


def _last_day(unit: Unit, on: date) -> str:
    return _("%(unit)s exists up to and including %(day)s.") % {
        "unit": unit,
        "day": _shown(on - timedelta(days=1)),
    }


def _shown(day: date) -> str:
    return date_format(day, "d/m/Y")
