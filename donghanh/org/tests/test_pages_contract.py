"""Every page of the organisation: a stranger finds nothing, a neighbour finds nothing, those it is for find it."""

from datetime import date

import pytest
from django.urls import reverse

from donghanh.org.models import User
from donghanh.org.services import found_unit

# The page, and who of the cast it opens for: an administrator may open every one of them.
UNIT_PAGES = {
    "org:unit-detail": {"an", "root"},
    "org:unit-tree": {"an", "root"},
    "org:unit-visibility": {"an", "root"},
    "org:unit-edit": {"root"},
    "org:unit-found": {"root"},
    "org:unit-move": {"root"},
    "org:unit-merge": {"root"},
    "org:unit-close": {"root"},
    "org:unit-documents": {"an"},
    "org:user-list": {"an", "root"},
    "org:user-create": {"an", "root"},
}
PUBLIC = ["org:area-list"]
QUERIES = 15


@pytest.fixture
def cast(an: User, binh: User, chi: User, root: User) -> dict[str, User]:
    return {"an": an, "binh": binh, "chi": chi, "root": root}


@pytest.mark.parametrize("page", UNIT_PAGES)
def test_a_unit_page_asks_a_stranger_to_sign_in(page, client, province) -> None:
    answer = client.get(reverse(page, args=[province.code]))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["an", "binh", "chi", "root"])
@pytest.mark.parametrize("page", UNIT_PAGES)
def test_a_unit_page_opens_for_those_the_matrix_names_and_for_nobody_else(page, name, client, province, cast) -> None:
    client.force_login(cast[name])
    answer = client.get(reverse(page, args=[province.code]))
    assert answer.status_code == (200 if name in UNIT_PAGES[page] else 404)


@pytest.mark.parametrize("page", UNIT_PAGES)
def test_a_unit_page_of_a_code_that_does_not_exist_is_not_found(page, client, cast) -> None:
    client.force_login(cast["root"])
    assert client.get(reverse(page, args=["KHONG-CO"])).status_code == 404


@pytest.mark.parametrize("page", UNIT_PAGES)
def test_a_unit_page_asks_the_database_little_however_much_hangs_below(
    page, client, province, cast, system, django_assert_max_num_queries
) -> None:
    for number in range(30):
        found_unit(
            f"XA-{number:03d}", f"Công đoàn xã Thử {number}", "superior_union", actor=system, parent=province,
            on=date(2024, 1, 1),
        )  # fmt: skip
    name = min(UNIT_PAGES[page])
    client.force_login(cast[name])
    with django_assert_max_num_queries(QUERIES):
        assert client.get(reverse(page, args=[province.code])).status_code == 200


def test_the_list_of_units_holds_those_the_reader_may_open(client, cast, commune, neighbour) -> None:
    client.force_login(cast["an"])
    shown = client.get(reverse("org:unit-list")).content.decode()
    assert commune.name in shown
    assert neighbour.name not in shown


def test_the_list_of_units_does_not_exist_for_a_worker(client, chi) -> None:
    client.force_login(chi)
    assert client.get(reverse("org:unit-list")).status_code == 404


def test_everybody_signed_in_has_an_account_page(client, cast) -> None:
    for user in cast.values():
        client.force_login(user)
        assert user.full_name in client.get(reverse("org:account")).content.decode()
    client.logout()
    assert client.get(reverse("org:account")).status_code == 302


@pytest.mark.django_db
def test_the_map_is_open_to_everybody(client) -> None:
    assert "Hà Nội" in client.get(reverse("org:area-list")).content.decode()
    assert client.get(reverse("org:area-list"), {"q": "phuong ba dinh"}).status_code == 200
    assert client.get(reverse("org:area-detail", args=["01"])).status_code == 200
    assert client.get(reverse("org:area-detail", args=["99999"])).status_code == 404


@pytest.mark.parametrize("page", ["user-detail", "role-end"])
@pytest.mark.parametrize("name", ["binh", "chi"])
def test_a_page_about_an_account_does_not_exist_for_others(page, name, client, province, cast) -> None:
    subject = cast["an"] if page.startswith("user") else cast["an"].grants.get()
    client.force_login(cast[name])
    address = reverse(f"org:{page}", args=[province.code, subject.pk])
    assert client.post(address, {"on": "01/01/2026"}).status_code == 404
    assert cast["an"].grants.get().ends_on.year == 9999
