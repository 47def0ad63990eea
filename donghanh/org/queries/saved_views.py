"""Which views of a list somebody may open and change, and what its page offers him."""

from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from donghanh.core.registers import ListColumn, Register, choice_of, layout_of
from donghanh.core.registers.register import COLUMNS
from donghanh.core.saved_views import SavedView
from donghanh.org.access import units_changed, units_read
from donghanh.org.models import Unit, User

THING = "saved_views"
WHOLE = "view=all"
"""The address of a list as it is without any view, also for those who have chosen one."""


def views_for(actor: User, register: Register) -> QuerySet[SavedView]:
    """Return the views of a list that are somebody's own, or shared with a unit that he holds a role at."""
    own = Q(unit_id=None, created_by=actor.pk)
    shared = Q(unit_id__in=Unit.objects.filter(units_read(actor, THING)).values("pk"))
    return SavedView.objects.filter(own | shared, list_name=register.name).order_by("name", "pk")


def units_to_share_with(actor: User) -> QuerySet[Unit]:
    """Return the units whose views somebody keeps."""
    return Unit.objects.filter(units_changed(actor, THING)).order_by("code")


def address_of(register: Register, query: str) -> str:
    """Return the address of a list with these filters; with none, the whole list."""
    return f"{reverse(register.address)}?{query or WHOLE}"


def opening_view(request: HttpRequest, register: Register) -> SavedView | None:
    """Return the view that the reader's list opens with, while he may still open it."""
    choice, actor = choice_of(request, register), cast("User", request.user)
    if choice is None or choice.view_id is None:
        return None
    return views_for(actor, register).filter(removed_at=None, pk=choice.view_id).first()


@dataclass(frozen=True, slots=True)
class ViewChip:
    """A view as the head of a list shows it."""

    view: SavedView
    url: str
    is_current: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class ListTools:
    """What stands above a list: its views, what can be kept of its address now, its columns."""

    register: Register
    chips: list[ViewChip]
    whole_url: str
    is_whole: bool
    to_keep: str
    """What a new view would keep; "" when nothing is filtered or chosen, or a view keeps it already."""
    has_search: bool
    query: str
    columns: list[tuple[ListColumn[Any], bool]]
    has_chosen_columns: bool


def tools_of(request: HttpRequest, register: Register) -> ListTools:
    """Return what stands above a list for the reader of a request."""
    actor = cast("User", request.user)
    layout, choice = layout_of(request, register), choice_of(request, register)
    kept, now = register.kept(request.GET), register.kept(request.GET)
    if layout.chosen:
        kept[COLUMNS] = ",".join(column.name for column in layout.chosen)
    views = views_for(actor, register).filter(removed_at=None)
    same = {now.urlencode(), kept.urlencode()}
    first = choice.view_id if choice else None
    chips = [ViewChip(view, address_of(register, view.query), view.query in same, view.pk == first) for view in views]
    return ListTools(
        register=register,
        chips=chips,
        whole_url=address_of(register, ""),
        is_whole=not now,
        to_keep="" if any(chip.is_current for chip in chips) else kept.urlencode(),
        has_search=bool(request.GET.get("q")),
        query=layout.query,
        columns=[(column, column in layout.on_page) for column in register.columns],
        has_chosen_columns=bool(layout.chosen),
    )
