"""Lists page by page: each answer names the address of the next page."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from pydantic import Field

from donghanh.core.api.problems import Unprocessable
from donghanh.core.api.schemas import Asked, Told
from donghanh.core.paging import is_token, keyset_page

Item = TypeVar("Item")
Row = TypeVar("Row", bound=Model)
AFTER = "after"


class PageAsked(Asked):
    """Which page of a list is asked for."""

    after: Annotated[str, Field(max_length=1000, description="The token in `next` of the page before.")] = ""
    limit: Annotated[int, Field(ge=1, le=200, description="How many rows at most.")] = 50


class Page(Told, Generic[Item]):
    """Some rows of a list."""

    items: list[Item]
    next: Annotated[str | None, Field(description="Address of the next page; null where the list ends.")]


def page_of(
    request: HttpRequest,
    rows: QuerySet[Row],
    asked: PageAsked,
    *,
    order: tuple[str, ...],
    told: Callable[[list[Row]], Iterable[Any]],
) -> dict[str, Any]:
    """Answer with one page of ``rows``, each written by ``told``."""
    if asked.after and not is_token(asked.after, rows.model, order):
        message = _("“%(token)s” is no place in this list. Take the address in “next” of the page before.")
        raise Unprocessable("query.after", message % {"token": asked.after[:40]})
    page = keyset_page(rows, order=order, after=asked.after, size=asked.limit)
    if asked.after and not page.previous_token:
        return {"items": [], "next": None}  # What stood behind the token is gone by now: the list ends here.
    return {"items": list(told(page.rows)), "next": _address(request, page.next_token)}


def _address(request: HttpRequest, token: str) -> str | None:
    """Return the address of a page, with everything else that was asked."""
    if not token:
        return None
    query = request.GET.copy()
    query[AFTER] = token
    return f"{request.path}?{query.urlencode()}"
