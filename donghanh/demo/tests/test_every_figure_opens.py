"""Every figure that a page shows leads to its records, and there are as many of them as it says."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from donghanh.demo import Summary, demo_logins, generate
from donghanh.demo.logins import ACCOUNTS
from donghanh.demo.tests.conftest import SMALL, TODAY
from donghanh.demo.tests.walking import Page, declarations_behind, is_declared, kind_of, rows_behind, walk

DESK = sorted(username for username, _, role, _ in ACCOUNTS if role != "volunteer")
pytestmark = pytest.mark.django_db
WITHOUT_FIGURES = {username for username, _, role, _ in ACCOUNTS if role == "administrator"}
MUST_SHOW_FIGURES = {"reporting:reach-detail", "gatherings:session-detail"}
NOON = f"{TODAY}T12:00+07:00"


@pytest.fixture(scope="module")
def organisation(django_db_setup: None, django_db_blocker) -> Iterator[Summary]:
    """Make a small living organisation once, and take it back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield generate(SMALL, today=TODAY)
        transaction.set_rollback(True)


@pytest.mark.parametrize("username", DESK)
def test_every_figure_opens_to_as_many_records_as_it_says(organisation, username) -> None:
    with time_machine.travel(NOON, tick=False):
        client = signed_in(username)
        pages = list(walk(client, "/", depth=2))
        assert_figures_have_links(pages)
        opened: dict[str, tuple[int, int | None]] = {}
        for page in pages:
            for figure in page.figures:
                if is_declared(figure.url):
                    stated = declarations_behind(client, figure.url)
                    assert figure.value in {*stated, sum(stated)}, figure
                    continue
                if figure.url not in opened:
                    opened[figure.url] = rows_behind(client, figure.url)
                assert opened[figure.url] == (figure.value, figure.value), figure
        assert opened or username in WITHOUT_FIGURES


def signed_in(username: str) -> Client:
    login = next(login for login in demo_logins() if login.username == username)
    client = Client()
    assert client.login(username=login.username, password=login.password)
    return client


def assert_figures_have_links(pages: list[Page]) -> None:
    for page in pages:
        assert not page.unlinked, f"{page.url}: a figure without a link"
        if kind_of(page.url) in MUST_SHOW_FIGURES:
            assert page.shown, f"{page.url}: a page without figures"
