"""The sheet to sign: on screen, as .docx and as PDF."""

import pytest
from django.urls import reverse

from donghanh.core.documents import plain_text
from donghanh.gatherings.sign_sheet import on_the_rolls, row_count, sign_sheet

pytestmark = pytest.mark.usefixtures("clock")


@pytest.mark.parametrize(
    ("typed", "expected", "rows"),
    [
        ("", 120, 120),
        ("", None, 30),
        ("45", 120, 45),
        ("3", None, 10),
        ("999", None, 500),
        ("99999", None, 30),
        ("x", 60, 60),
    ],
)
def test_the_sheet_has_as_many_rows_as_asked_or_expected(plan, typed, expected, rows) -> None:
    assert row_count(plan(expected_count=expected), typed) == rows


def test_the_sheet_names_session_unit_and_place(plan) -> None:
    sheet = plain_text(sign_sheet(plan(place="Nhà ăn 2", speakers="Phạm Thử A"), 10))
    for words in ("Tiền làm thêm giờ", "Nhà ăn 2", "09:00", "01/07/2026", "Phạm Thử A", "Họ và tên", "Ký tên"):
        assert words in sheet


def test_names_from_the_rolls_show_last_digits_only(session, chi_worker, workmate) -> None:
    sheet = plain_text(sign_sheet(session, 10, on_the_rolls(session)))
    assert sheet.index("Đỗ Văn Mẫu Ánh") < sheet.index("Lê Thị Ví Dụ Chi")
    assert "0001" in sheet
    assert "0900000001" not in sheet


def test_the_page_shows_the_rolls_only_when_asked(client, session, dung, chi_worker) -> None:
    client.force_login(dung)
    address = reverse("gatherings:session-sign-sheet", args=[session.pk])
    assert chi_worker.full_name not in client.get(address).content.decode()
    assert chi_worker.full_name in client.get(address, {"rolls": "1"}).content.decode()


@pytest.mark.parametrize(("extension", "starts"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_sheet_is_handed_out_as_a_file(client, session, dung, extension, starts) -> None:
    client.force_login(dung)
    file = client.get(reverse("gatherings:sign-sheet-file", args=[session.pk, extension]))
    assert file.content.startswith(starts)
    assert f".{extension}" in file["Content-Disposition"]


def test_other_kinds_of_file_and_other_readers_get_nothing(client, session, dung, an) -> None:
    client.force_login(dung)
    assert client.get(reverse("gatherings:sign-sheet-file", args=[session.pk, "exe"])).status_code == 404
    client.force_login(an)
    assert client.get(reverse("gatherings:session-sign-sheet", args=[session.pk])).status_code == 404
