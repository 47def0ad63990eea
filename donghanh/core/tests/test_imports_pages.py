"""The pages of imports: three steps, seen only by those who may take them."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ
from openpyxl import load_workbook

from donghanh.core.import_models import BatchState, ImportBatch
from donghanh.core.imports import jobs
from donghanh.core.tests.spreadsheets import Lines, xlsx

HEADINGS = ["Họ và tên", "Số thẻ", "Số điện thoại", "Ghi chú"]
GOOD = [[f"Lê Thử {n}", f"DV{n}", f"09{n:08d}", "="] for n in range(1, 4)]
BAD = ["Lê Sai", "DV9", "098765432"]


@pytest.fixture(autouse=True)
def _english(settings) -> None:
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def page(client, dung):
    """Return Dung's browser; she leads the grassroots union."""
    client.force_login(dung)
    return client


def url(name: str, *args: Any) -> str:
    return reverse(f"core:import-{name}", args=args)


def upload(page: Any, lines: Lines, name: str = "danh-sach.xlsx", kind: str = "workers") -> Any:
    file = SimpleUploadedFile(name, xlsx(lines).getvalue())
    return page.post(url("new", kind), {"file": file})


@pytest.fixture
def checked(page) -> ImportBatch:
    """Return an import that was looked through: three good rows and a bad one."""
    upload(page, [HEADINGS, *GOOD, BAD])
    batch: ImportBatch = ImportBatch.objects.get()
    jobs.check(batch.pk)
    return batch


@pytest.fixture
def done(page, checked) -> ImportBatch:
    """Return an import that was written."""
    page.post(url("confirm", checked.pk))
    jobs.run(checked.pk)
    return ImportBatch.objects.get(pk=checked.pk)


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_only_the_lists_that_the_reader_may_take_in_are_offered(page) -> None:
    shown = text(page.get(url("list")))
    assert url("new", "workers") in shown
    assert url("new", "enterprises") in shown
    assert url("new", "units") not in shown


def test_uploading_keeps_the_file_queues_its_reading_and_shows_the_import(page) -> None:
    response = upload(page, [HEADINGS, *GOOD])
    batch = ImportBatch.objects.get()
    assert response.headers["Location"] == url("detail", batch.pk)
    assert OrmQ.objects.count() == 1
    shown = text(page.get(url("detail", batch.pk)))
    assert "hx-trigger" in shown
    assert "Nothing is written" in shown
    with batch.file.open() as kept:
        assert kept.read()[:4] == b"PK\x03\x04"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([["Số thẻ"], ["DV1"]], "lacks these columns: Full name"),
        ([HEADINGS], "has no rows below its headings"),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_in_the_form(page, lines, said) -> None:
    response = upload(page, lines)
    assert response.status_code == 422
    assert said in text(response)
    assert not ImportBatch.objects.exists()


def test_a_form_without_a_file_says_what_to_do(page) -> None:
    response = page.post(url("new", "workers"))
    assert response.status_code == 422
    assert "Choose a file." in text(response)


def test_the_trial_shows_counts_errors_and_a_button_with_its_number(page, checked) -> None:
    shown = text(page.get(url("detail", checked.pk)))
    assert "Import 3 rows" in shown
    assert "1 row cannot be imported." in shown
    assert "098765432" in shown
    assert "Columns not read: Ghi chú" in shown
    assert "hx-trigger" not in shown
    assert not apps.get_model("people", "Worker").objects.exists()


def test_only_the_first_errors_are_listed_and_the_rest_counted(page) -> None:
    upload(page, [HEADINGS, *([BAD] * 53)])
    batch = ImportBatch.objects.get()
    jobs.check(batch.pk)
    shown = text(page.get(url("detail", batch.pk)))
    assert shown.count("dh-typed") == 50
    assert f"and {batch.problems.count() - 50} more errors" in shown


def test_confirming_writes_and_the_page_follows(page, checked) -> None:
    assert page.post(url("confirm", checked.pk)).headers["Location"] == url("detail", checked.pk)
    running = text(page.get(url("detail", checked.pk)))
    assert "hx-trigger" in running
    assert url("stop", checked.pk) in running
    jobs.run(checked.pk)
    finished = text(page.get(url("detail", checked.pk)))
    assert "hx-trigger" not in finished
    assert url("undo", checked.pk) in finished
    assert apps.get_model("people", "Worker").objects.count() == 3


def test_htmx_gets_only_the_part_that_moves(page, checked) -> None:
    part = page.get(url("detail", checked.pk), headers={"HX-Request": "true"})
    assert part.content.decode().strip().startswith('<section class="dh-sheet" id="import"')
    assert "<html" not in text(part)


def test_a_stopped_import_offers_to_go_on(page, checked) -> None:
    page.post(url("confirm", checked.pk))
    page.post(url("stop", checked.pk))
    assert "Go on importing" in text(page.get(url("detail", checked.pk)))


def test_a_second_confirmation_is_answered_with_a_notice(page, done) -> None:
    assert page.post(url("confirm", done.pk)).status_code == 409


def test_taking_back_is_offered_until_its_day_and_done(page, done) -> None:
    page.post(url("undo", done.pk))
    jobs.undo(done.pk)
    assert "everything is as it was before" in text(page.get(url("detail", done.pk)))
    assert not apps.get_model("people", "Worker").objects.exists()


def test_rows_that_could_not_be_taken_back_are_named(page, done) -> None:
    apps.get_model("people", "Worker").objects.filter(member_no="DV2").update(phone="0911111111")
    page.post(url("undo", done.pk))
    jobs.undo(done.pk)
    shown = text(page.get(url("detail", done.pk)))
    assert "Lê Thử 2" in shown
    assert "changed since" in shown


def test_the_list_shows_what_is_under_way_and_what_can_be_taken_back(page, done) -> None:
    shown = text(page.get(url("list")))
    assert "3 rows imported" in shown
    assert "can be taken back until" in shown
    ImportBatch.objects.update(finished_at=timezone.now() - timedelta(days=99))
    assert "can be taken back until" not in text(page.get(url("list")))


def test_the_marked_file_holds_every_row_and_says_what_is_wrong(page, checked) -> None:
    content = b"".join(page.get(url("errors", checked.pk)))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert rows[0] == [*HEADINGS, "Error"]
    assert rows[1][:4] == GOOD[0]
    assert str(rows[4][4]).startswith("Phone number: A phone number has 10 digits")
    assert sheet["C5"].fill.fgColor.rgb.endswith("FDEFED")


def test_the_marked_file_can_be_mended_and_uploaded_again(page, done) -> None:
    content = b"".join(page.get(url("errors", done.pk)))
    book = load_workbook(BytesIO(content))
    book.worksheets[0]["C5"] = "0987654321"
    mended = BytesIO()
    book.save(mended)
    page.post(url("new", "workers"), {"file": SimpleUploadedFile("sua.xlsx", mended.getvalue())})
    batch = ImportBatch.objects.latest("pk")
    jobs.check(batch.pk)
    batch.refresh_from_db()
    assert (batch.new_count, batch.same_count, batch.bad_count) == (1, 3, 0)
    assert batch.unknown_columns == ["Ghi chú"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_template_is_accepted_as_it_is_handed_out(page, settings, language) -> None:
    settings.LANGUAGE_CODE = language
    content = b"".join(page.get(url("template", "workers")))
    book = load_workbook(BytesIO(content))
    assert len(book.sheetnames) == 2
    examples = [line[3].value for line in book.worksheets[1].iter_rows(min_row=2, max_row=12)]
    book.worksheets[0].append(examples)
    filled = BytesIO()
    book.save(filled)
    page.post(url("new", "workers"), {"file": SimpleUploadedFile("mau.xlsx", filled.getvalue())})
    batch = ImportBatch.objects.get()
    assert batch.unknown_columns == []


def test_a_stranger_finds_nothing(client, checked, binh, chi) -> None:
    gets = [
        url("list"),
        url("new", "workers"),
        url("template", "workers"),
        *(url(name, checked.pk) for name in ("detail", "errors")),
    ]
    posts = [url("new", "workers"), *(url(name, checked.pk) for name in ("confirm", "stop", "undo"))]
    client.force_login(chi)
    assert {client.get(address).status_code for address in gets} == {404}
    assert {client.post(address).status_code for address in posts} == {404}
    client.force_login(binh)
    theirs = [address for address in gets + posts if str(checked.pk) in address]
    assert {client.get(address).status_code for address in gets if address in theirs} == {404}
    assert {client.post(address).status_code for address in posts if address in theirs} == {404}
    client.logout()
    assert {client.get(address).status_code for address in gets} == {302}
    checked.refresh_from_db()
    assert checked.state == BatchState.CHECKED


def test_an_unknown_kind_is_not_there(page) -> None:
    assert page.get(url("new", "ducks")).status_code == 404
    assert page.get(url("template", "ducks")).status_code == 404


@pytest.mark.parametrize("name", ["list", "detail"])
def test_a_page_asks_the_database_a_bounded_number_of_times(page, done, name, django_assert_max_num_queries) -> None:
    for number in range(8):
        upload(page, [HEADINGS, [f"Lê Thử Thêm {number}"]])
    args = [done.pk] if name == "detail" else []
    with django_assert_max_num_queries(17):
        page.get(url(name, *args))


def test_past_imports_are_found_by_their_kind_and_state(page, done) -> None:
    upload(page, [["Tên doanh nghiệp"], ["Công ty Thử"]], "doanh-nghiep.xlsx", kind="enterprises")
    for address, found in [
        ({}, {"danh-sach.xlsx", "doanh-nghiep.xlsx"}),
        ({"kind": "workers"}, {"danh-sach.xlsx"}),
        ({"state": "uploaded"}, {"doanh-nghiep.xlsx"}),
        ({"kind": "workers", "state": "undone"}, set()),
        ({"kind": "ducks"}, set()),
    ]:
        rows = page.get(url("list"), address).context["work"]
        assert {row["batch"].file_name for row in rows} == found
    assert "No import of this kind in this state" in text(page.get(url("list"), {"kind": "ducks"}))


def test_older_imports_stand_on_the_next_page(page) -> None:
    for number in range(13):
        upload(page, [HEADINGS, [f"Lê Thử {number}"]], f"tep-{number}.xlsx")
    first = page.get(url("list")).context
    assert len(first["work"]) == 12
    second = page.get(url("list"), {"after": first["page"].next_token}).context
    assert [row["batch"].file_name for row in second["work"]] == ["tep-0.xlsx"]


def test_how_a_file_was_read_is_told_before_anything_is_written(page) -> None:
    upload(page, [["Hä vµ tªn", "M· ®oµn viªn"], ["NguyÔn ThÞ VÝ Dô", "DV1"]])
    batch = ImportBatch.objects.get()
    jobs.check(batch.pk)
    shown = text(page.get(url("detail", batch.pk)))
    assert "TCVN3 (ABC) font" in shown
    page.post(url("confirm", batch.pk))
    jobs.run(batch.pk)
    assert apps.get_model("people", "Worker").objects.get().full_name == "Nguyễn Thị Ví Dụ"
