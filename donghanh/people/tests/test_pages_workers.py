"""The list of people and a person's page: found without diacritics, hidden numbers, a trail of reading."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse

from donghanh.core.models import AuditEntry
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.people.services import admit_member, place_at_work, register_worker

FIRST_DAY = date(2024, 1, 1)
LIST = "people:worker-list"


@pytest.fixture
def rolls(factory_union: Unit, chi_worker: Worker, phuc: Worker, system: User) -> None:
    """Three more people with numbers, departments and membership."""
    for full_name, member_no, department in (
        ("Đặng Thử Ánh", "79-000123", "Chuyền 1"),
        ("Đặng Thử Anh", "79-000456", "Chuyền 2"),
        ("Bùi Ví Dụ Đạt", "79-000789", "Chuyền 2"),
    ):
        worker = register_worker(
            full_name, factory_union, actor=system, starts_on=FIRST_DAY, member_no=member_no, department=department,
            id_number="001094000111",
        )  # fmt: skip
        admit_member(worker, factory_union, actor=system, on=FIRST_DAY)


@pytest.fixture
def names(client, rolls):
    """Return the names in the list, in order, as a reader sees it with some filters."""

    def read(reader: User, **query: str) -> list[str]:
        client.force_login(reader)
        table = client.get(reverse(LIST), query).context["table"]
        return [str(row.record) for row in table.rows]

    return read


def test_people_are_sorted_by_given_name_as_vietnamese_sorts(names, dung) -> None:
    assert names(dung) == ["Đặng Thử Anh", "Đặng Thử Ánh", "Lê Thị Ví Dụ Chi", "Bùi Ví Dụ Đạt", "Ngô Mẫu Phúc"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dang thu", {"Đặng Thử Anh", "Đặng Thử Ánh"}),
        ("ĐẠT", {"Bùi Ví Dụ Đạt"}),
        ("79-000456", {"Đặng Thử Anh"}),
        ("0789", {"Bùi Ví Dụ Đạt"}),
        ("0900000001", {"Lê Thị Ví Dụ Chi"}),
        ("khong co ai", set()),
    ],
)
def test_people_are_found_by_words_without_diacritics_and_by_last_digits(names, dung, typed, found) -> None:
    assert set(names(dung, q=typed)) == found


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"department": "Chuyền 2"}, 2),
        ({"member": "yes"}, 3),
        ({"member": "no"}, 2),
        ({"member": "no", "q": "chi"}, 1),
        ({"unit": "CS-01"}, 5),
        ({"unit": "no-such-unit"}, 5),
        ({"department": "no-such-department"}, 5),
    ],
)
def test_people_are_filtered_by_what_the_address_says(names, dung, query, count) -> None:
    assert len(names(dung, **query)) == count


def test_the_union_right_above_reads_the_names_and_the_province_does_not(names, em, an) -> None:
    assert len(names(em)) == 5
    assert names(an) == []


def test_a_long_list_is_read_page_by_page_with_its_filters(client, dung, factory_union, system) -> None:
    for number in range(60):
        register_worker(f"Người Thử {number:02d}", factory_union, actor=system, starts_on=FIRST_DAY)
    client.force_login(dung)
    first = client.get(reverse(LIST), {"q": "nguoi thu"})
    assert len(first.context["page"].rows) == 50
    token = first.context["page"].next_token
    second = client.get(reverse(LIST), {"q": "nguoi thu", "after": token})
    assert len(second.context["page"].rows) == 10
    assert "q=nguoi+thu" in first.content.decode().split("dh-pager", 1)[1]


def test_phone_and_identity_number_are_hidden_everywhere(client, dung, factory_union, system) -> None:
    worker = register_worker(
        "Hồ Thử Kín", factory_union, actor=system, starts_on=FIRST_DAY, phone="0912345678", id_number="001094000111"
    )
    client.force_login(dung)
    pages = [
        reverse(LIST),
        reverse("people:worker-detail", args=[worker.pk]),
        reverse("people:worker-edit", args=[worker.pk]),
        reverse("people:worker-account", args=[worker.pk]),
    ]
    for page in pages:
        shown = client.get(page).content.decode()
        assert "0912345678" not in shown
        assert "001094000111" not in shown


def test_a_list_taken_away_hides_the_phone_and_holds_no_formula(client, dung, factory_union, system) -> None:
    register_worker("=Thử Công Thức", factory_union, actor=system, starts_on=FIRST_DAY, phone="0912345678")
    client.force_login(dung)
    answer = client.get(reverse(LIST), {"export": "csv"})
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[1][0] == "'=Thử Công Thức"
    assert rows[1][-1] == "••••••••78"
    entry = AuditEntry.objects.get(action="export_workers")
    assert (entry.actor_id, entry.details) == (dung.pk, {"count": 1})


def test_a_look_at_people_of_a_unit_below_is_written_down_and_at_ones_own_is_not(
    client, dung, em, rolls, factory_union, phuc
) -> None:
    client.force_login(dung)
    client.get(reverse(LIST))
    client.get(reverse("people:worker-detail", args=[phuc.pk]))
    assert not AuditEntry.objects.filter(actor_id=dung.pk).exists()
    client.force_login(em)
    client.get(reverse(LIST), {"unit": factory_union.code})
    client.get(reverse("people:worker-detail", args=[phuc.pk]))
    listed, looked = AuditEntry.objects.filter(actor_id=em.pk).order_by("at")
    assert (listed.action, listed.unit_id) == ("list_workers", factory_union.pk)
    assert listed.details == {"count": 5, "units": [factory_union.pk]}
    assert (looked.action, looked.subject_id) == ("view_worker", str(phuc.pk))


def test_the_union_above_sees_no_buttons_that_change(client, em, phuc) -> None:
    client.force_login(em)
    shown = client.get(reverse("people:worker-detail", args=[phuc.pk])).content.decode()
    assert reverse("people:worker-edit", args=[phuc.pk]) not in shown
    assert reverse("people:worker-account", args=[phuc.pk]) not in shown


def test_a_person_is_put_on_record_with_work_and_membership(client, dung, factory_union, enterprise) -> None:
    client.force_login(dung)
    typed = {
        "full_name": "  Trần  Thử Mới ", "birth_year": "1994", "member_no": "79-9", "phone": "84 912 345 679",
        "unit": factory_union.code, "starts_on": "01/07/2026", "enterprise": str(enterprise.pk),
        "department": "Chuyền 9", "member_since": "02/07/2026",
    }  # fmt: skip
    answer = client.post(reverse("people:worker-create"), typed)
    worker = Worker.objects.get(member_no="79-9")
    assert answer.url == reverse("people:worker-detail", args=[worker.pk])
    assert (worker.full_name, worker.phone, worker.birth_year) == ("Trần Thử Mới", "0912345679", 1994)
    employment = worker.employments.get()
    assert (employment.enterprise, employment.department) == (enterprise, "Chuyền 9")
    assert worker.memberships.get().starts_on == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("full_name", ""), ("birth_year", "94"), ("birth_year", "1.994"), ("member_no", "79-1"), ("phone", "12345"),
        ("id_number", "123"), ("unit", "LDLD-56"), ("starts_on", "31/02/2026"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_refused_in_place_and_the_rest_is_kept(
    client, dung, factory_union, neighbour, system, field, typed
) -> None:
    register_worker("Đã Có", factory_union, actor=system, starts_on=FIRST_DAY, member_no="79-1")
    client.force_login(dung)
    good = {"full_name": "Trần Thử Mới", "unit": factory_union.code, "starts_on": "01/07/2026", "department": "Tổ 7"}
    answer = client.post(reverse("people:worker-create"), {**good, field: typed})
    assert answer.status_code == 422
    assert 'value="Tổ 7"' in answer.content.decode()
    assert Worker.objects.count() == 1


def test_a_hidden_number_that_is_left_empty_stays(client, dung, phuc) -> None:
    client.force_login(dung)
    client.post(reverse("people:worker-edit", args=[phuc.pk]), {"full_name": "Ngô Mẫu Phúc Sửa", "phone": ""})
    phuc.refresh_from_db()
    assert (phuc.full_name, phuc.phone) == ("Ngô Mẫu Phúc Sửa", "0900000002")


def test_the_place_of_work_is_corrected(client, dung, phuc, enterprise) -> None:
    client.force_login(dung)
    employment = phuc.employments.get()
    address = reverse("people:worker-place", args=[phuc.pk, employment.pk])
    client.post(address, {"enterprise": str(enterprise.pk), "department": "Kho"})
    employment.refresh_from_db()
    assert (employment.enterprise, employment.department) == (enterprise, "Kho")


def test_departments_of_units_out_of_reach_are_not_offered(client, dung, phuc, neighbour, system) -> None:
    other = register_worker("Người Khác", neighbour, actor=system, starts_on=FIRST_DAY)
    place_at_work(other.employments.get(), actor=system, enterprise=None, department="Phòng Kín")
    client.force_login(dung)
    assert "Phòng Kín" not in client.get(reverse(LIST)).content.decode()
