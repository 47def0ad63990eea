"""Employers: a tax code that fits, filters, and who works there for those who may read names."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse

from donghanh.org.models import Area, Unit, User
from donghanh.org.services import create_user, found_unit, grant_role
from donghanh.people.models import Enterprise
from donghanh.people.services import register_enterprise, register_worker

FIRST_DAY = date(2024, 1, 1)
LIST = "people:enterprise-list"
GOOD_TAX_CODE, BAD_TAX_CODE = "0100109106", "0100109107"


@pytest.fixture
def employers(factory_union: Unit, system: User) -> None:
    hanoi = Area.objects.get(code="01")
    for name, sector, ownership, area in (
        ("Công ty Dệt Thử", "Dệt may", "private", hanoi),
        ("Công ty Điện tử Ví Dụ", "Điện tử", "foreign", None),
    ):
        register_enterprise(name, factory_union, actor=system, sector=sector, ownership=ownership, area=area)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"Công ty Dệt Thử", "Công ty Điện tử Ví Dụ"}),
        ({"q": "dien tu"}, {"Công ty Điện tử Ví Dụ"}),
        ({"sector": "Dệt may"}, {"Công ty Dệt Thử"}),
        ({"ownership": "foreign"}, {"Công ty Điện tử Ví Dụ"}),
        ({"q": "khong co"}, set()),
    ],
)
def test_employers_are_found_and_filtered(client, dung, employers, query, found) -> None:
    client.force_login(dung)
    assert {str(row) for row in client.get(reverse(LIST), query).context["page"].rows} == found


def test_employers_are_filtered_by_province(client, dung, employers) -> None:
    client.force_login(dung)
    query = {"province": str(Area.objects.get(code="01").pk)}
    assert [str(row) for row in client.get(reverse(LIST), query).context["page"].rows] == ["Công ty Dệt Thử"]


def test_the_list_is_taken_away_as_a_file(client, dung, employers) -> None:
    client.force_login(dung)
    answer = client.get(reverse(LIST), {"export": "csv", "q": "det"})
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["Công ty Dệt Thử"]


def test_an_employer_is_put_on_record_and_corrected(client, dung, factory_union) -> None:
    client.force_login(dung)
    area = Area.objects.get(name="Phường Ba Đình", province__code="01")
    typed = {"name": "Công ty Thử", "tax_code": "0100 109106", "unit": factory_union.code, "area": area.code}
    client.post(reverse("people:enterprise-create"), typed)
    enterprise = Enterprise.objects.get(name="Công ty Thử")
    assert (enterprise.tax_code, enterprise.area) == (GOOD_TAX_CODE, area)
    client.post(reverse("people:enterprise-edit", args=[enterprise.pk]), {"name": "Công ty Thử Hai", "tax_code": ""})
    enterprise.refresh_from_db()
    assert (enterprise.name, enterprise.tax_code) == ("Công ty Thử Hai", None)


@pytest.mark.parametrize("tax_code", [BAD_TAX_CODE, "123", GOOD_TAX_CODE])
def test_a_tax_code_that_does_not_fit_or_is_taken_is_refused_in_place(
    client, dung, factory_union, neighbour, system, tax_code
) -> None:
    register_enterprise("Công ty Đã Có", neighbour, actor=system, tax_code=GOOD_TAX_CODE)
    client.force_login(dung)
    typed = {"name": "Công ty Thử", "tax_code": tax_code, "unit": factory_union.code}
    answer = client.post(reverse("people:enterprise-create"), typed)
    assert answer.status_code == 422
    assert Enterprise.objects.count() == 1


def test_who_works_there_is_counted_for_those_who_read_names(
    client, dung, an, enterprise, factory_union, system
) -> None:
    for name in ("Người Một", "Người Hai"):
        register_worker(name, factory_union, actor=system, starts_on=FIRST_DAY, enterprise=enterprise)
    address = reverse("people:enterprise-detail", args=[enterprise.pk])
    client.force_login(dung)
    assert client.get(address).context["total"] == 2
    client.force_login(an)
    assert client.get(address).context["total"] == 0


def test_a_social_security_officer_reads_employers_of_every_union_and_nobodys_name(
    client, enterprise, phuc, system
) -> None:
    office = found_unit("BHXH-01", "BHXH tỉnh Ví Dụ", "social_security", actor=system, parent=None, on=FIRST_DAY)
    user = create_user("bao", "Tạ Mẫu Bảo", actor=system, unit=office, password="mat-khau-thu")
    grant_role(user, "social_security_officer", office, actor=system, starts_on=FIRST_DAY)
    client.force_login(user)
    assert enterprise in client.get(reverse(LIST)).context["page"].rows
    assert client.get(reverse("people:enterprise-detail", args=[enterprise.pk])).status_code == 200
    assert client.get(reverse("people:enterprise-edit", args=[enterprise.pk])).status_code == 404
    assert client.get(reverse("people:worker-list")).status_code == 404
