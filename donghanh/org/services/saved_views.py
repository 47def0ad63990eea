"""Views of lists that people keep and share, and what each chooses for himself."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.http import QueryDict

from donghanh.core import audit
from donghanh.core.registers import Register
from donghanh.core.saved_views import ListChoice, SavedView
from donghanh.kernel.text import clean
from donghanh.org.access import authorize
from donghanh.org.errors import NothingToKeep, ViewNameMissing, ViewNameTaken
from donghanh.org.models import Unit, User

THING = "saved_views"


@transaction.atomic
def keep_view(register: Register, name: str, query: str, *, actor: User, at: datetime) -> SavedView:
    """Keep the filters and columns of an address under a name, for the actor himself."""
    kept = register.kept(QueryDict(query)).urlencode()
    if not kept:
        raise NothingToKeep
    view = SavedView(list_name=register.name, query=kept, created_by=actor, created_at=at)
    _name(view, name)
    audit.record(actor, "keep_view", view, list=register.name)
    return view


@transaction.atomic
def rename_view(view: SavedView, name: str, *, actor: User) -> SavedView:
    """Call a view something else."""
    _authorize(view, actor)
    _name(view, name)
    audit.record(actor, "rename_view", view, unit_id=view.unit_id or audit.NO_UNIT)
    return view


@transaction.atomic
def share_view(view: SavedView, unit: Unit | None, *, actor: User) -> SavedView:
    """Share a view with everybody who holds a role at ``unit``; with no unit, take it back to its maker alone."""
    _authorize(view, actor)
    if unit is not None:
        authorize(actor, THING, at=unit)
    before, view.unit_id = view.unit_id, unit.pk if unit else None
    view.save(update_fields=["unit_id"])
    act = "share_view" if unit else "unshare_view"
    audit.record(actor, act, view, unit_id=view.unit_id or before or audit.NO_UNIT)
    return view


@transaction.atomic
def remove_view(view: SavedView, *, actor: User, at: datetime) -> SavedView:
    """Take a view away; it can be brought back for some days."""
    _authorize(view, actor)
    view.removed_at = at
    view.save(update_fields=["removed_at"])
    audit.record(actor, "remove_view", view, unit_id=view.unit_id or audit.NO_UNIT)
    return view


@transaction.atomic
def restore_view(view: SavedView, *, actor: User) -> SavedView:
    """Bring a removed view back."""
    _authorize(view, actor)
    view.removed_at = None
    _name(view, view.name)
    audit.record(actor, "restore_view", view, unit_id=view.unit_id or audit.NO_UNIT)
    return view


@transaction.atomic
def open_with_view(register: Register, view: SavedView | None, *, actor: User) -> None:
    """Let the actor's list open with a view, or as it is."""
    ListChoice.objects.update_or_create(user=actor, list_name=register.name, defaults={"view": view})
    audit.record(actor, "open_with_view", actor, list=register.name)


@transaction.atomic
def choose_columns(register: Register, names: list[str], *, actor: User) -> None:
    """Let the actor's list show these columns on the page and in files; none brings the usual ones back."""
    chosen = [column.name for column in register.columns_named(names)]
    ListChoice.objects.update_or_create(user=actor, list_name=register.name, defaults={"columns": chosen})
    audit.record(actor, "choose_columns", actor, list=register.name)


def _authorize(view: SavedView, actor: User) -> None:
    """Let the maker change what is his own; what a unit shares is changed by those who keep its views."""
    if view.unit_id is None and view.created_by_id == actor.pk:
        return
    authorize(actor, THING, at=Unit.objects.get(pk=view.unit_id or 0))


def _name(view: SavedView, name: str) -> None:
    """Save a view under a name that its maker has not given yet."""
    view.name = clean(name)[:60]
    if not view.name:
        raise ViewNameMissing
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError:
        raise ViewNameTaken(view.name) from None
