"""What stays in a browser: nothing about people, and nothing at all after signing out."""

import pytest

from donghanh.tests.journeys.browsing import say
from donghanh.tests.journeys.doors import first_link, give_name, open_session, scanned_address
from donghanh.tests.journeys.site import COMMUNE_OFFICER, FACTORY_CHAIR, WORKER, WORKER_NAME

pytestmark = pytest.mark.journey
# htmx notes the path of the page that is open, and nothing of what is on it.
KEPT = """async () => JSON.stringify({
    local: {...localStorage},
    session: Object.entries(sessionStorage).filter(([name, value]) =>
        name !== "htmx-current-path-for-history" || value !== location.pathname + location.search),
    caches: await caches.keys(), databases: (await indexedDB.databases()).map(each => each.name),
})"""
NOTHING = '{"local":{},"session":[],"caches":[],"databases":[]}'
PAGES = {
    WORKER: ["/", "/me/sessions/"],
    FACTORY_CHAIR: ["/", "/people/", "/sessions/", "/search/?q=chi"],
    COMMUNE_OFFICER: ["/", "/people/", "/reports/", "/imports/"],
}


@pytest.mark.parametrize("username", PAGES)
def test_the_browser_keeps_nothing_of_what_a_reader_saw(visitor, username) -> None:
    """SECURITY 28."""
    window = visitor(username)
    for path in PAGES[username]:
        window.open(path)
    person = first_link(window.open("/people/"), r"^/people/\d+/$") if username == FACTORY_CHAIR else "/"
    assert window.open(person).evaluate(KEPT) == NOTHING


def test_a_page_of_people_does_not_come_back_after_signing_out(visitor) -> None:
    window = visitor(FACTORY_CHAIR)
    page = window.open("/people/")
    assert page.get_by_text(WORKER_NAME).count() > 0
    window.open("/accounts/logout/").get_by_role("button", name=say("Sign out")).first.click()
    page.wait_for_load_state()
    page.go_back()
    page.go_back()
    page.wait_for_load_state()
    assert page.get_by_text(WORKER_NAME).count() == 0


def test_checking_in_leaves_nothing_on_the_phone(visitor, phone) -> None:
    chair = visitor(FACTORY_CHAIR)
    hall = chair.open(f"{open_session(chair, 'Thử không để lại gì')}hall/")
    page = phone().open(scanned_address(hall))
    give_name(page, "Trần Thử Vết", "0900999003")
    assert page.evaluate(KEPT) == NOTHING
