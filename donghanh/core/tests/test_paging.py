"""Lists by keyset: every row once, forwards and backwards, whatever token the address holds."""

import json
from base64 import urlsafe_b64encode

import pytest
from django.contrib.auth import get_user_model
from django.template import Context, Template
from django.test import RequestFactory

from donghanh.core.paging import keyset_page

User = get_user_model()
pytestmark = pytest.mark.django_db
ORDERS = [("full_name", "pk"), ("-full_name", "pk"), ("-joined_at", "-pk"), ("pk",)]


@pytest.fixture
def people() -> None:
    User.objects.bulk_create(User(username=f"u{n}", full_name=f"Mẫu {n % 4}") for n in range(11))


def walk(order: tuple[str, ...], size: int) -> list[list[int]]:
    """Follow the next page until the end."""
    pages: list[list[int]] = []
    after = ""
    while not pages or after:
        page = keyset_page(User.objects.all(), order=order, after=after, size=size)
        pages.append([row.pk for row in page.rows])
        after = page.next_token
    return pages


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 3, 11, 20])
def test_each_row_stands_on_one_page_in_order(people, order, size) -> None:
    wanted = list(User.objects.order_by(*order).values_list("pk", flat=True))
    assert [pk for page in walk(order, size) for pk in page] == wanted


@pytest.mark.parametrize("order", ORDERS)
def test_the_way_back_shows_the_same_pages(people, order) -> None:
    there = walk(order, 3)
    page = keyset_page(User.objects.all(), order=order, after=token_of_last_page(order), size=3)
    back = [[row.pk for row in page.rows]]
    while page.previous_token:
        page = keyset_page(User.objects.all(), order=order, after=page.previous_token, size=3)
        back.insert(0, [row.pk for row in page.rows])
    assert back == there


def token_of_last_page(order: tuple[str, ...]) -> str:
    token, after = "", ""
    while not token or after:
        page = keyset_page(User.objects.all(), order=order, after=after, size=3)
        token, after = after or token, page.next_token
    return token


@pytest.mark.parametrize(
    "token",
    [
        "!", "đ", "bnVsbA", "W10", urlsafe_b64encode(json.dumps(["after", "x"]).encode()).decode(),
        urlsafe_b64encode(json.dumps(["beside", "x", "1"]).encode()).decode(),
        urlsafe_b64encode(json.dumps([[], "x", "1"]).encode()).decode(),
        urlsafe_b64encode(json.dumps(["after", "x\0", "1"]).encode()).decode(),
        urlsafe_b64encode(json.dumps(["after", None, "1"]).encode()).decode(),
        urlsafe_b64encode(json.dumps(["after", "\ud800", "1"]).encode()).decode(),
        urlsafe_b64encode(b'["after", "x", Infinity]').decode(),
        urlsafe_b64encode(b"[" * 3000).decode(),
    ],
)  # fmt: skip
def test_an_unreadable_token_shows_the_first_page(people, token) -> None:
    page = keyset_page(User.objects.all(), order=("full_name", "pk"), after=token, size=3)
    assert [row.pk for row in page.rows] == walk(("full_name", "pk"), 3)[0]


def test_a_token_behind_the_last_row_shows_the_first_page(people) -> None:
    token = urlsafe_b64encode(json.dumps(["after", "Z", str(2**70)]).encode()).decode()
    page = keyset_page(User.objects.all(), order=("full_name", "pk"), after=token, size=3)
    assert [row.pk for row in page.rows] == walk(("full_name", "pk"), 3)[0]


def test_a_page_is_one_query_and_counts_nothing(people, django_assert_num_queries) -> None:
    with django_assert_num_queries(1) as asked:
        keyset_page(User.objects.all(), order=("full_name", "pk"), size=3)
    assert "COUNT" not in asked.captured_queries[0]["sql"].upper()


def test_the_links_keep_the_filters_of_the_address(people) -> None:
    page = keyset_page(User.objects.all(), order=("pk",), size=3)
    request = RequestFactory().get("/", {"q": "mẫu", "after": "old"})
    html = Template("{% load paging %}{% pager page %}").render(Context({"request": request, "page": page}))
    assert f"q=m%E1%BA%ABu&amp;after={page.next_token}" in html
    assert "old" not in html
