"""Nobody is shut out: axe finds nothing serious on any page, wide or narrow, and nothing has to be pushed sideways."""

from collections.abc import Iterable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from donghanh.tests.journeys.browsing import DESK, PHONE, Visitor
from donghanh.tests.journeys.doors import (
    first_link,
    fits,
    give_name,
    last_month,
    open_session,
    running_session,
    scanned_address,
)
from donghanh.tests.journeys.site import (
    ADMINISTRATOR,
    COMMUNE,
    COMMUNE_OFFICER,
    CONFEDERATION_VIEWER,
    FACTORY_CHAIR,
    INSURANCE_OFFICER,
    PROVINCE_LEADER,
    VOLUNTEER,
    WORKER,
)

pytestmark = pytest.mark.journey
GRAVE = {"serious", "critical"}
AS_A_GUEST = {"preload": False}
"""With its preload axe writes style elements of its own, which the content policy rightly stops."""
PAGES = {
    "": [
        "/", "/accounts/login/", "/check-in/", "/public/sessions/", "/help/", "/help/worker/", "/units/areas/",
        "/law/", "/law/?q=tien luong", "/law/ask-a-person/?q=tien luong&province=01",
    ],
    WORKER: ["/", "/me/sessions/", "/units/account/", "/help/", "/law/?q=tien luong", "/law/searches/"],
    VOLUNTEER: ["/"],
    CONFEDERATION_VIEWER: ["/", "/units/", "/units/TLD/tree/", "/reach/TLD/", "/sessions/"],
    PROVINCE_LEADER: [
        "/", "/reach/LDLD-01/", "/reach/LDLD-01/?by=topic", "/people/", "/reports/", "/law/", "/law/?q=tien luong",
    ],
    COMMUNE_OFFICER: [
        "/", "/units/", f"/units/{COMMUNE}/", "/people/", "/people/new/", "/people/duplicates/", "/people/enterprises/",
        "/sessions/", "/sessions/week/", "/sessions/new/", f"/reach/{COMMUNE}/",
        f"/reach/{COMMUNE}/records/not-reached/", f"/reach/{COMMUNE}/records/attendances/",
        "/figures/", "/figures/new/", "/figures/indicators/", "/figures/waiting/",
        "/imports/", "/imports/new/workers/", "/units/account/", "/help/", "/help/officer/",
        "/search/?q=chi",
    ],
    FACTORY_CHAIR: ["/"],
    INSURANCE_OFFICER: ["/", "/sessions/", "/units/"],
    ADMINISTRATOR: [
        "/", "/units/LDLD-01/", "/units/LDLD-01/users/", "/units/LDLD-01/users/new/", "/help/administrator/",
    ],
}  # fmt: skip


@pytest.mark.parametrize("username", PAGES, ids=lambda username: username or "a stranger")
def test_the_pages_of_a_reader_are_open_to_all(visitor, username) -> None:
    window = visitor(username)
    look_at(window, PAGES[username])


def test_the_pages_of_a_session_are_open_to_all(visitor) -> None:
    window = visitor(COMMUNE_OFFICER)
    session = running_session(window)
    parts = [
        "",
        "desk/",
        "names/",
        "hall/",
        "presence/",
        "edit/",
        "copy/",
        "cancel/",
        "volunteers/",
        "history/",
        "sign-sheet/",
    ]
    look_at(window, [session + part for part in parts])


def test_the_pages_of_a_report_are_open_to_all(visitor) -> None:
    window = visitor(COMMUNE_OFFICER)
    report = f"/reports/{COMMUNE}/legal-education/{last_month()}/"
    look_at(window, [report + part for part in ("", "sessions/", "write/", "seal/")])


def test_the_page_of_a_person_is_open_to_all(visitor) -> None:
    window = visitor(FACTORY_CHAIR)
    person = first_link(window.open("/people/"), r"^/people/\d+/$")
    look_at(window, [person + part for part in ("", "edit/", "leave/", "account/")])


def test_checking_in_is_open_to_all(visitor, phone) -> None:
    chair = visitor(FACTORY_CHAIR)
    hall = chair.open(f"{open_session(chair, 'Thử điểm danh cho mọi người')}hall/")
    page = phone().open(scanned_address(hall))
    assert faults(page) == []
    give_name(page, "", "12")
    assert faults(page) == []
    give_name(page, "Trần Thử Mắt", "0900999002")
    assert faults(page) == []
    assert faults(phone().open("/help/worker/")) == []


def look_at(window: Visitor, paths: Iterable[str]) -> None:
    """Open pages one after the other and say at once what is wrong with each."""
    found = [f"{path} at {fault}" for path in paths for fault in faults(window.open(path))]
    assert not found, "\n".join(found)


def faults(page: Page) -> list[str]:
    """Return what axe finds grave, and that the page is too wide, at both widths."""
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        for violation in Axe().run(page, options=AS_A_GUEST).response["violations"]:
            if violation["impact"] in GRAVE:
                nodes = [f"{node['target']} {node['html'][:160]}" for node in violation["nodes"]]
                found.append(f"{size['width']} {violation['id']}: {violation['help']} – {nodes[:4]}")
        if not fits(page):
            found.append(f"{size['width']} the page is wider than the window")
    return found


def test_a_visitor_without_javascript_finds_the_main_paths(visitor) -> None:
    window: Visitor = visitor(COMMUNE_OFFICER, java_script_enabled=False)
    for path in ("/", "/sessions/", "/people/", f"/reach/{COMMUNE}/", "/reports/", "/imports/"):
        assert window.open(path).get_by_role("heading", level=1).inner_text()
