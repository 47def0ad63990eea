"""Every page about people: a stranger finds nothing, a neighbour finds nothing, those it is for find it."""

from datetime import date

import pytest
from django.urls import reverse

from donghanh.org.models import User
from donghanh.people.models import Employment, Enterprise, Worker
from donghanh.people.services import merge_workers, register_worker

FIRST_DAY = date(2024, 1, 1)
QUERIES = 18
LISTS = ["worker-list", "worker-create", "duplicate-list", "merge-list", "enterprise-list", "enterprise-create"]
# Pages of one person; the officer of the union above reads the page and changes nothing.
READING = ["worker-detail"]
CHANGING = [
    "worker-edit", "worker-employ", "worker-transfer", "worker-leave", "worker-admit", "worker-place",
    "worker-account",
]  # fmt: skip
ENTERPRISE_READING = ["enterprise-detail"]
ENTERPRISE_CHANGING = ["enterprise-edit"]


@pytest.fixture
def cast(an: User, binh: User, chi: User, dung: User, em: User) -> dict[str, User]:
    return {"an": an, "binh": binh, "chi": chi, "dung": dung, "em": em}


def address(page: str, subject: Worker | Enterprise) -> str:
    if page == "worker-place":
        return reverse("people:worker-place", args=[subject.pk, Employment.objects.get(worker=subject.pk).pk])
    return reverse(f"people:{page}", args=[subject.pk])


@pytest.mark.django_db
@pytest.mark.parametrize("page", LISTS)
def test_a_list_asks_a_stranger_to_sign_in(page, client) -> None:
    answer = client.get(reverse(f"people:{page}"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("page", LISTS)
def test_a_list_does_not_exist_for_a_worker(page, client, chi) -> None:
    client.force_login(chi)
    assert client.get(reverse(f"people:{page}")).status_code == 404


@pytest.mark.parametrize("page", LISTS)
def test_a_list_opens_for_an_officer(page, client, dung) -> None:
    client.force_login(dung)
    assert client.get(reverse(f"people:{page}")).status_code == 200


@pytest.mark.parametrize("page", READING + CHANGING)
@pytest.mark.parametrize("name", ["an", "binh", "chi", "dung", "em"])
def test_a_page_of_a_person_opens_for_his_own_union_and_reads_for_the_one_above(
    page, name, client, cast, phuc, section
) -> None:
    allowed = {"dung", "em"} if page in READING else {"dung"}
    client.force_login(cast[name])
    assert client.get(address(page, phuc)).status_code == (200 if name in allowed else 404)


@pytest.mark.parametrize("page", READING + CHANGING)
def test_a_page_of_a_person_asks_a_stranger_to_sign_in(page, client, phuc) -> None:
    assert client.get(address(page, phuc)).status_code == 302


@pytest.mark.parametrize("page", ENTERPRISE_READING + ENTERPRISE_CHANGING)
@pytest.mark.parametrize("name", ["an", "binh", "chi", "dung", "em"])
def test_a_page_of_an_enterprise_opens_for_its_union_and_reads_for_those_above(
    page, name, client, cast, enterprise
) -> None:
    allowed = {"an", "dung", "em"} if page in ENTERPRISE_READING else {"dung"}
    client.force_login(cast[name])
    assert client.get(address(page, enterprise)).status_code == (200 if name in allowed else 404)


@pytest.mark.parametrize("name", ["an", "binh", "chi", "em"])
@pytest.mark.parametrize("page", CHANGING)
def test_nobody_else_changes_anything_by_sending_the_form(page, name, client, cast, phuc) -> None:
    before = list(Worker.objects.values()), list(Employment.objects.values()), User.objects.count()
    client.force_login(cast[name])
    assert client.post(address(page, phuc), {"full_name": "Khác"}).status_code == 404
    assert (list(Worker.objects.values()), list(Employment.objects.values()), User.objects.count()) == before


@pytest.mark.parametrize("name", ["an", "binh", "chi", "em"])
def test_nobody_else_merges_or_undoes(name, client, cast, phuc, chi_worker, system, nine) -> None:
    client.force_login(cast[name])
    assert client.post(reverse("people:worker-merge", args=[phuc.pk, chi_worker.pk])).status_code == 404
    merge = merge_workers(phuc, chi_worker, actor=system, at=nine)
    assert client.post(reverse("people:merge-undo", args=[merge.pk])).status_code == 404
    merge.refresh_from_db()
    assert merge.undone_at is None


@pytest.mark.parametrize("name", ["dung", "em"])
@pytest.mark.parametrize("page", ["worker-list", "worker-detail", "enterprise-list"])
def test_a_page_asks_the_database_little_however_many_people_there_are(
    page, name, client, cast, factory_union, phuc, enterprise, system, django_assert_max_num_queries
) -> None:
    for number in range(40):
        register_worker(
            f"Người Thử {number}", factory_union, actor=system, starts_on=FIRST_DAY, enterprise=enterprise,
            department=f"Chuyền {number % 3}",
        )  # fmt: skip
    client.force_login(cast[name])
    place = address(page, phuc) if page == "worker-detail" else reverse(f"people:{page}")
    with django_assert_max_num_queries(QUERIES):
        assert client.get(place).status_code == 200
