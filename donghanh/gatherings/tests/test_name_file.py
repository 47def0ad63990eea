"""A name list from a spreadsheet: looked through first, then recorded, all of it or nothing."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from donghanh.gatherings.imports import MOST
from donghanh.gatherings.models import Attendance, Session
from donghanh.gatherings.querysets import AttendanceQuerySet
from donghanh.people.models import Worker

pytestmark = pytest.mark.usefixtures("clock")
HEAD = "STT,Họ và tên,Số thẻ,Số điện thoại,Số cuối"


@pytest.fixture
def look(client, session, dung):
    """Choose a file as Dung and look at what it comes to."""
    client.force_login(dung)

    def looked(*rows, name="danh-sach.csv"):
        text = "\n".join([HEAD, *rows]).encode()
        file = SimpleUploadedFile(name, text)
        return client.post(reverse("gatherings:session-names", args=[session.pk]), {"file": file, "audience": "worker"})

    return looked


@pytest.fixture
def record(client, session):
    """Record what was looked at."""

    def recorded(looked, **changed):
        data = {"sealed": looked.context["sealed"].initial["sealed"], "audience": "worker", **changed}
        return client.post(reverse("gatherings:names-record", args=[session.pk]), data)

    return recorded


def standing(session: Session) -> AttendanceQuerySet:
    return Attendance.objects.of(session).standing()


def test_looking_writes_nothing(look, session, chi_worker) -> None:
    names = look("1,Lê Thị Ví Dụ Chi,,0900000001,", "2,Hồ Mẫu Lạ,,0977000111,").context["names"]
    assert list(names.workers) == [chi_worker.pk]
    assert list(names.strangers.values()) == ["Hồ Mẫu Lạ"]
    assert not standing(session).exists()
    assert not Worker.objects.filter(is_provisional=True).exists()


def test_a_list_is_recorded_at_grade_b(look, record, session, chi_worker, workmate) -> None:
    looked = look("1,LE THI VI DU CHI,,0900000001,", "2,Đỗ Văn Mẫu Ánh,0104000002,,", "3,Hồ Mẫu Lạ,,0977 000 111,")
    record(looked)
    rows = list(standing(session))
    assert {(row.grade, row.source) for row in rows} == {("B", "list")}
    assert {row.worker_id for row in rows} >= {chi_worker.pk, workmate.pk}
    assert Worker.objects.get(is_provisional=True).full_name == "Hồ Mẫu Lạ"


def test_the_same_file_twice_records_nobody_twice(look, record, session, chi_worker) -> None:
    rows = ("1,Lê Thị Ví Dụ Chi,,0900000001,", "2,Hồ Mẫu Lạ,,0977000111,")
    looked = look(*rows)
    record(looked)
    record(looked)
    again = look(*rows).context["names"]
    assert (again.present, again.to_record) == (2, 0)
    assert standing(session).count() == 2


def test_a_name_with_its_last_digits_finds_one_of_the_own_people(look, chi_worker) -> None:
    assert list(look("1,Lê Thị Ví Dụ Chi,,,0001").context["names"].workers) == [chi_worker.pk]


@pytest.mark.parametrize(
    "row",
    [
        "1,Lê Thị Ví Dụ Chi,,,",  # a name alone
        "1,Lê Thị Ví Dụ Chi,,,9999",  # digits that do not fit
        "1,Người Khác,0104000002,,",  # the card of somebody else
        "1,,,0900000001,",  # no name
        "1,Hồ Mẫu Lạ,,12345,",  # no phone number
    ],
)
def test_a_row_that_identifies_nobody_is_refused_by_its_number(look, chi_worker, workmate, row) -> None:
    names = look(row).context["names"]
    assert names.to_record == 0
    assert [problem.row for problem in names.problems] == [2]
    assert names.problems[0].sentence
    assert names.problems[0].hint


def test_a_repeated_row_is_named(look, chi_worker) -> None:
    row = "1,Lê Thị Ví Dụ Chi,,0900000001,"
    names = look(row, row).context["names"]
    assert (len(names.workers), names.refused) == (1, {3})


@pytest.mark.parametrize(("rows", "status"), [(MOST, 200), (MOST + 1, 422)])
def test_a_list_is_one_hall_of_people(look, rows, status) -> None:
    looked = look(*(f"{number},Người Thử,,09{number:08d}," for number in range(rows)))
    assert looked.status_code == status


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2", b"\xd0\xcf\x11\xe0old"])
def test_a_file_that_is_no_name_list_is_refused(client, session, dung, content) -> None:
    client.force_login(dung)
    answer = client.post(
        reverse("gatherings:session-names", args=[session.pk]),
        {"file": SimpleUploadedFile("a.csv", content), "audience": "worker"},
    )
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_the_empty_list_can_be_filled_in_and_read_back(client, session, dung, look) -> None:
    from openpyxl import load_workbook

    client.force_login(dung)
    file = client.get(reverse("gatherings:names-template", args=[session.pk]))
    book = load_workbook(BytesIO(b"".join(file.streaming_content)))
    book.worksheets[0].append(["Hồ Mẫu Lạ", None, "0977000111", None])
    filled = BytesIO()
    book.save(filled)
    answer = client.post(
        reverse("gatherings:session-names", args=[session.pk]),
        {"file": SimpleUploadedFile("a.xlsx", filled.getvalue()), "audience": "worker"},
    )
    assert answer.context["names"].to_record == 1


def test_a_list_serves_one_officer_at_one_session_for_an_hour(
    client, look, plan, em, session, clock, chi_worker
) -> None:
    sealed = {"sealed": look("1,Lê Thị Ví Dụ Chi,,0900000001,").context["sealed"].initial["sealed"]}
    other = reverse("gatherings:names-record", args=[plan("Buổi khác").pk])
    assert client.post(other, sealed).status_code == 409
    here = reverse("gatherings:names-record", args=[session.pk])
    assert client.post(here, {"sealed": "x"}).status_code == 409
    client.force_login(em)
    assert client.post(here, sealed).status_code == 409
    clock.shift(3601)
    assert client.post(here, sealed).status_code == 409
    assert not standing(session).exists()


def test_the_first_page_of_the_upload_carries_the_audience_of_the_desk(client, session, dung) -> None:
    client.force_login(dung)
    address = reverse("gatherings:session-names", args=[session.pk])
    assert 'name="audience" value="worker"' in client.get(address).content.decode()
    assert 'name="audience" value="member"' in client.get(address, {"as": "member"}).content.decode()


def test_only_officers_of_the_host_upload_lists(client, session, an, binh, viewer, volunteer) -> None:
    for reader in (an, binh, viewer, volunteer):
        client.force_login(reader)
        assert client.get(reverse("gatherings:session-names", args=[session.pk])).status_code == 404
