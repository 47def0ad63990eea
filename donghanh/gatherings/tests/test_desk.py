"""The secretary's desk: cards, names, walk-ins, numbers; with htmx and without."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from donghanh.core.models import AuditEntry
from donghanh.gatherings import services
from donghanh.gatherings.models import Attendance

pytestmark = pytest.mark.usefixtures("clock")
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def desk(client, session, dung):
    """Send something to the desk of the session as Dung."""
    client.force_login(dung)

    def send(name, data=None, **headers):
        return client.post(reverse(f"gatherings:desk-{name}", args=[session.pk]), data or {}, **headers)

    return send


@pytest.fixture
def suggested(client, session):
    """Return the names that the desk suggests to somebody."""

    def names(user, text):
        client.force_login(user)
        answer = client.get(reverse("gatherings:desk-people", args=[session.pk]), {"q": text}, **HTMX)
        return [found.worker.full_name for found in answer.context["candidates"]]

    return names


def grades(session) -> list[str]:
    return sorted(Attendance.objects.of(session).standing().values_list("grade", flat=True))


def test_a_scanned_member_number_is_grade_a(desk, session, workmate) -> None:
    answer = desk("scan", {"number": "0104000002", "audience": "worker"}, **HTMX)
    assert "Đỗ Văn Mẫu Ánh" in answer.content.decode()
    assert grades(session) == ["A"]


def test_a_number_that_nobody_has_says_what_to_do(desk, session) -> None:
    answer = desk("scan", {"number": "999", "audience": "worker"}, **HTMX)
    assert answer.status_code == 422
    assert "999" in answer.context["outcome"].words
    assert grades(session) == []


def test_a_card_seen_twice_says_since_when(desk, session, workmate, clock) -> None:
    desk("scan", {"number": "0104000002", "audience": "worker"}, **HTMX)
    clock.shift(300)
    answer = desk("scan", {"number": "0104000002", "audience": "worker"}, **HTMX)
    assert answer.context["outcome"].kind == "advice"
    assert "09:00" in answer.context["outcome"].words
    assert grades(session) == ["A"]


def test_a_chosen_name_is_grade_b_in_the_audience_of_the_desk(desk, session, chi_worker) -> None:
    answer = desk("name", {"worker": chi_worker.pk, "audience": "member"})
    assert answer.url.endswith("?as=member")
    assert Attendance.objects.of(session).get().audience == "member"
    assert grades(session) == ["B"]


@pytest.mark.parametrize("text", ["vi du chi", "Chi Lê", "0900000001", "0001"])
def test_people_are_found_without_diacritics_and_by_last_digits(suggested, chi_worker, dung, text) -> None:
    assert suggested(dung, text) == ["Lê Thị Ví Dụ Chi"]


@pytest.mark.parametrize("text", ["", "c", "người không có"])
def test_too_little_or_nobody_finds_nobody(suggested, chi_worker, dung, text) -> None:
    assert suggested(dung, text) == []


def test_the_search_works_without_javascript(client, session, dung, chi_worker) -> None:
    client.force_login(dung)
    page = client.get(reverse("gatherings:session-desk", args=[session.pk]), {"q": "chi"}).content.decode()
    assert "Lê Thị Ví Dụ Chi" in page


def test_people_of_other_provinces_are_neither_suggested_nor_recorded(
    desk, suggested, neighbour, dung, system, nine
) -> None:
    from donghanh.org.services import found_unit
    from donghanh.people.services import register_worker

    elsewhere = found_unit(
        "CS-56", "CĐCS Láng Giềng", "grassroots_union", actor=system, parent=neighbour, on=nine.date()
    )
    stranger = register_worker("Cao Thị Láng Giềng", elsewhere, actor=system, starts_on=nine.date())
    assert suggested(dung, "lang gieng") == []
    assert desk("name", {"worker": stranger.pk, "audience": "worker"}).status_code == 404


def test_a_walk_in_is_recorded_by_name_and_phone(desk, session) -> None:
    desk("walk-in", {"full_name": "Hồ Mẫu Lạ", "phone": "0977 000 111", "audience": "worker"})
    assert grades(session) == ["B"]


@pytest.mark.parametrize("htmx", [{}, HTMX])
def test_a_walk_in_without_a_phone_is_refused(desk, session, htmx) -> None:
    answer = desk("walk-in", {"full_name": "Hồ Mẫu Lạ", "phone": "", "audience": "worker"}, **htmx)
    assert answer.status_code == 422
    assert grades(session) == []


def test_numbers_rest_on_the_uploaded_sheet(client, desk, session, dung) -> None:
    sheet = SimpleUploadedFile("bang-ky.pdf", b"%PDF-1.7 sheet")
    desk("numbers", {"count_worker": "40", "count_official": "3", "file": sheet, "kind": "sign_sheet"})
    assert {(line.audience, line.grade) for line in session.headcounts.standing()} == {
        ("worker", "C"), ("official", "C"),
    }  # fmt: skip
    evidence = session.evidence.get()
    file = client.get(reverse("gatherings:evidence-file", args=[session.pk, evidence.pk]))
    assert b"".join(file.streaming_content) == b"%PDF-1.7 sheet"
    assert (file["Content-Type"], file["Content-Security-Policy"]) == ("application/pdf", "sandbox; default-src 'none'")
    assert AuditEntry.objects.filter(action="read_evidence", subject_id=str(evidence.pk)).count() == 1


def test_a_later_number_may_rest_on_a_file_that_is_there(desk, session) -> None:
    sheet = SimpleUploadedFile("bang-ky.pdf", b"%PDF-1.7 sheet")
    desk("numbers", {"count_worker": "40", "file": sheet, "kind": "sign_sheet"})
    desk("numbers", {"count_employer": "2", "kind": "sign_sheet", "known": session.evidence.get().pk})
    assert session.headcounts.standing().get(audience="employer").grade == "C"


@pytest.mark.parametrize(
    ("name", "content"), [("virus.exe", b"MZ\x90\x00"), ("anh.jpg", b"<script>"), ("trong.pdf", b"")]
)
def test_a_file_that_is_no_photo_and_no_pdf_is_refused(desk, session, name, content) -> None:
    answer = desk("numbers", {"count_worker": "40", "file": SimpleUploadedFile(name, content), "kind": "photo"})
    assert answer.status_code == 422
    assert "file" in answer.context["numbers_form"].errors
    assert not session.headcounts.exists()


@pytest.mark.parametrize("data", [{}, {"count_worker": "nhiều"}, {"count_worker": "-1"}])
def test_numbers_that_are_none_are_refused(desk, session, data) -> None:
    assert desk("numbers", {**data, "kind": "photo"}).status_code == 422
    assert not session.headcounts.exists()


def test_evidence_is_not_handed_to_readers_of_numbers(client, desk, session, an) -> None:
    desk("numbers", {"count_worker": "40", "file": SimpleUploadedFile("a.pdf", b"%PDF-1.7"), "kind": "photo"})
    client.force_login(an)
    address = reverse("gatherings:evidence-file", args=[session.pk, session.evidence.get().pk])
    assert client.get(address).status_code == 404


def test_a_presence_is_annulled_with_a_reason(client, session, dung, chi_worker, nine) -> None:
    row = services.record_names(session, [chi_worker], actor=dung, at=nine)[0]
    client.force_login(dung)
    address = reverse("gatherings:attendance-annul", args=[session.pk, row.id])
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "ghi nhầm"}).status_code == 302
    assert grades(session) == []


def test_a_volunteer_sees_masked_people_of_the_host_and_no_numbers(
    client, session, dung, volunteer, chi_worker, suggested
) -> None:
    services.set_volunteers(session, [volunteer], actor=dung)
    assert suggested(volunteer, "vi du chi") == ["Lê Thị Ví Dụ Chi"]
    page = client.get(reverse("gatherings:session-desk", args=[session.pk]), {"q": "chi"}).content.decode()
    assert "0900000001" not in page
    assert "numbers" not in page
    sent = client.post(reverse("gatherings:desk-numbers", args=[session.pk]), {"count_worker": "40"})
    assert sent.status_code == 404


def test_a_volunteer_has_no_desk_before_it_opens(client, session, dung, volunteer, clock) -> None:
    services.set_volunteers(session, [volunteer], actor=dung)
    client.force_login(volunteer)
    clock.shift(-2 * 3600)
    assert client.get(reverse("gatherings:session-desk", args=[session.pk])).status_code == 404


def test_before_it_opens_the_desk_says_when(client, session, dung, clock) -> None:
    clock.shift(-2 * 3600)
    client.force_login(dung)
    page = client.get(reverse("gatherings:session-desk", args=[session.pk])).content.decode()
    assert "08:00 01/07/2026" in page
    assert 'id="q"' not in page


def test_after_it_closes_the_desk_takes_names_and_no_cards(client, session, dung, clock) -> None:
    clock.shift(24 * 3600)
    client.force_login(dung)
    page = client.get(reverse("gatherings:session-desk", args=[session.pk])).content.decode()
    assert 'id="q"' in page
    assert "scan_number" not in page
