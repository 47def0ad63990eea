"""The rail shows each reader the places he may open, and where he stands."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from donghanh.org.choices import Role
from donghanh.web import navigation


def answer(request: HttpRequest) -> HttpResponse:
    """Answer anything."""
    return HttpResponse()


def room(name: str, page: str) -> Any:
    """Return the addresses of a room with one page."""
    return path(f"{name}/", include(([path(f"{page}/", answer, name=page)], name)))


urlpatterns = [
    room("web", "home"),
    room("gatherings", "session-list"),
    room("people", "worker-list"),
    room("org", "unit-list"),
    room("reporting", "report-list"),
]
pytestmark = pytest.mark.urls(__name__)


def rail(*roles: Role, view: str = "") -> dict[str, bool]:
    """Return the url of each tile and whether it is the current one."""
    grants: Any = [SimpleNamespace(role=role) for role in roles]
    return {tile.url: tile.is_current for tile in navigation.tiles(grants, view)}


def test_places_that_are_not_built_are_left_out() -> None:
    assert list(rail(Role.OFFICER)) == [
        "/web/home/",
        "/gatherings/session-list/",
        "/people/worker-list/",
        "/org/unit-list/",
        "/reporting/report-list/",
    ]


def test_a_viewer_is_not_shown_the_way_to_people() -> None:
    assert "/people/worker-list/" not in rail(Role.VIEWER)
    assert "/org/unit-list/" in rail(Role.VIEWER)


@pytest.mark.parametrize(
    ("view", "current"),
    [
        ("reporting:report-list", "/reporting/report-list/"),
        ("reporting:reach-by-topic", "/org/unit-list/"),
        ("indicators:figure-list", "/reporting/report-list/"),
        ("org:area-list", "/org/unit-list/"),
    ],
)
def test_the_place_that_holds_a_page_is_the_current_one(view: str, current: str) -> None:
    assert [url for url, is_current in rail(Role.OFFICER, view=view).items() if is_current] == [current]


def test_a_page_outside_every_place_leaves_all_tiles_plain() -> None:
    assert not any(rail(Role.OFFICER, view="account_login").values())
