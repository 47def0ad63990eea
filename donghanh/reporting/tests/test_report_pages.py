"""The pages of reports: who may open, write and seal them, and what they show."""

import re

import pytest
from django.urls import reverse

from donghanh.org.models import Unit
from donghanh.org.services import create_user, grant_role
from donghanh.reporting.choices import Part
from donghanh.reporting.models import NothingToReport, ReportDraft, Snapshot
from donghanh.reporting.reports.drafts import current_draft
from donghanh.reporting.services import Issue, declare_nothing, save_draft, seal_report
from donghanh.reporting.tests.report_samples import KIND, NINE_MONTHS, declare, hold, moment

AT = moment("2026-10-05", 16)


@pytest.fixture
def held(commune, system):
    return hold(commune, "2026-08-03", system, headcount=10, form="online")


def address(name: str, unit: Unit, *more: str) -> str:
    return reverse(f"reporting:{name}", args=[unit.code, KIND, NINE_MONTHS, *more])


READ = [("report-detail", ()), ("report-file", ("json",)), ("report-file", ("docx",)), ("report-sessions", ())]
WRITE = [("report-write", ()), ("report-seal", ())]


@pytest.mark.parametrize(("name", "more"), [*READ, *WRITE])
def test_an_opens_every_page_of_her_report(client, province, held, an, name, more) -> None:
    client.force_login(an)
    assert client.get(address(name, province, *more)).status_code == 200


@pytest.mark.parametrize(("name", "more"), [*READ, *WRITE])
@pytest.mark.parametrize("stranger", ["binh", "chi"])
def test_a_stranger_finds_no_report(client, province, held, name, more, stranger, request) -> None:
    client.force_login(request.getfixturevalue(stranger))
    assert client.get(address(name, province, *more)).status_code == 404


@pytest.mark.parametrize(("name", "more"), READ)
def test_whoever_stands_above_reads(client, commune, held, an, name, more) -> None:
    client.force_login(an)
    assert client.get(address(name, commune, *more)).status_code == 200


@pytest.mark.parametrize("name", ["report-write", "report-seal", "report-nothing"])
def test_whoever_stands_above_writes_nothing(client, commune, an, name) -> None:
    client.force_login(an)
    assert client.post(address(name, commune)).status_code == 404
    assert not NothingToReport.objects.exists()


def test_a_viewer_reads_and_writes_nothing(client, province, held, system) -> None:
    viewer = create_user("xem", "Võ Mẫu Xem", actor=system, unit=province, password="mat-khau-thu")
    grant_role(viewer, "viewer", province, actor=system, starts_on=moment("2024-01-01").date())
    client.force_login(viewer)
    page = client.get(address("report-detail", province))
    assert page.status_code == 200
    assert address("report-seal", province) not in page.content.decode()
    assert page.context["page"].chosen.url.startswith(reverse("reporting:reach-home"))
    assert client.get(address("report-write", province)).status_code == 404


def test_who_may_not_open_declared_figures_is_led_to_what_they_count(client, province, system) -> None:
    declare(province, "printed_items", "2026-9M", system, value=400)
    viewer = create_user("xem", "Võ Mẫu Xem", actor=system, unit=province, password="mat-khau-thu")
    grant_role(viewer, "viewer", province, actor=system, starts_on=moment("2024-01-01").date())
    definition = reverse("indicators:indicator-detail", args=["printed_items"])
    for reader, url in ((viewer, definition), (system, reverse("indicators:figure-list"))):
        client.force_login(reader)
        chosen = client.get(address("report-detail", province)).context["page"].chosen
        assert chosen.url.startswith(url)
        assert client.get(chosen.url).status_code == 200


def test_nobody_reads_a_report_without_signing_in(client, province, held) -> None:
    assert client.get(address("report-detail", province)).status_code == 302


@pytest.mark.parametrize("period", ["2026-13", "2026-9X", "2026-05-01/2026-01-01"])
def test_a_period_that_does_not_exist_is_no_page(client, province, an, period) -> None:
    client.force_login(an)
    assert client.get(f"/reports/{province.code}/{KIND}/{period}/").status_code == 404


def test_the_page_shows_the_paper_and_the_chosen_figure_in_full(client, commune, held, system) -> None:
    client.force_login(system)
    page = client.get(address("report-detail", commune))
    text = page.content.decode()
    assert "CÔNG ĐOÀN XÃ VÍ DỤ" in text
    chosen = page.context["page"]
    assert (chosen.chosen.code, chosen.chosen.value) == ("legal_education_attendances", 10)
    assert f'href="?f={chosen.letter}#chosen"' in text
    assert reverse("reporting:reach-records", args=[commune.code, "attendances"]) in text


def test_a_letter_chooses_its_figure(client, commune, held, system) -> None:
    client.force_login(system)
    first = client.get(address("report-detail", commune), {"f": "a"}).context["page"]
    assert (first.letter, first.chosen.code) == ("a", "legal_education_sessions")


def test_a_code_from_paper_leads_to_its_figure(client, commune, held, system) -> None:
    declare(commune, "printed_items", "2026-9M", system, value=400)
    client.force_login(system)
    page = client.get("/s/XA-01-2026-9M-PB06/", follow=True)
    assert page.status_code == 200
    assert (page.context["page"].chosen.code, page.context["page"].chosen.value) == ("declared_printed_items", 400)


def test_a_code_from_paper_tells_a_stranger_nothing(client, commune, held, binh) -> None:
    client.force_login(binh)
    assert client.get("/s/XA-01-2026-9M-PB02/", follow=True).status_code == 404
    assert client.get("/s/nonsense/").status_code == 404


def test_the_records_of_a_form_are_as_many_as_its_figure(client, commune, held, system) -> None:
    hold(commune, "2026-08-04", system)
    client.force_login(system)
    page = client.get(address("report-sessions", commune), {"form": "online"}).content.decode()
    assert 'data-records="1"' in page
    assert page.count('data-rows="1"') == 1


def test_writing_saves_a_draft_and_leads_back_to_the_paper(client, province, an) -> None:
    client.force_login(an)
    answer = client.post(address("report-write", province), {"based_on": 0, Part.STRENGTHS: "Số cuộc tăng."})
    assert answer.status_code == 302
    assert "Số cuộc tăng." in client.get(answer.url).content.decode()


def test_the_second_of_two_officers_is_told_and_sees_both_texts(client, province, an, system) -> None:
    save_draft(province, KIND, NINE_MONTHS, {Part.STRENGTHS: "Bản của hệ thống."}, based_on=0, actor=system, at=AT)
    client.force_login(an)
    mine = {"based_on": 0, Part.STRENGTHS: "Bản của An."}
    answer = client.post(address("report-write", province), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Hệ thống đã lưu bản mới hơn lúc 16:00, 05/10/2026." in page
    assert "Bản của hệ thống." in page
    assert "Bản của An." in page
    based_on = re.search(r'name="based_on" value="(\d+)"', page)
    assert based_on
    client.post(address("report-write", province), {**mine, "based_on": based_on[1]})
    current = current_draft(province, KIND, NINE_MONTHS)
    assert current
    assert current.texts == {"strengths": "Bản của An."}
    assert ReportDraft.objects.count() == 3


def test_a_save_in_passing_answers_with_its_state_and_stays_behind_until_both_were_seen(
    client, province, an, system
) -> None:
    client.force_login(an)
    passing = {"HTTP_HX_REQUEST": "true"}
    typed = {"based_on": 0, Part.STRENGTHS: "Một."}
    answer = client.post(address("report-write", province), typed, **passing)
    assert answer.status_code == 200
    assert 'name="based_on" value="1"' in answer.content.decode()
    save_draft(province, KIND, NINE_MONTHS, {Part.STRENGTHS: "Khác."}, based_on=1, actor=system, at=AT)
    answer = client.post(address("report-write", province), {"based_on": 1, Part.STRENGTHS: "Hai."}, **passing)
    assert answer.status_code == 409
    assert 'name="based_on" value="1"' in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_part_that_is_too_long_is_refused_and_kept_on_screen(client, province, an) -> None:
    client.force_login(an)
    answer = client.post(address("report-write", province), {"based_on": 0, Part.LIMITS: "a" * 20_001})
    assert answer.status_code == 422
    assert "a" * 20_001 in answer.content.decode()
    assert not ReportDraft.objects.exists()


def test_sealing_from_the_page(client, province, commune, held, an, system) -> None:
    client.force_login(an)
    form = client.get(address("report-seal", province)).context["form"]
    facts = {"number": "15", "issued_on": "2026-10-05", "place": "Ví Dụ", "signer": "Lê Thị Ví Dụ"}
    answer = client.post(address("report-seal", province), {**facts, "seen": form.initial["seen"]})
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert "Số: 15/BC-LĐLĐ" in page
    assert "Ví Dụ, ngày 05 tháng 10 năm 2026" in page
    assert "Từ khi niêm phong, không con số nào thay đổi." in page
    hold(commune, "2026-09-01", system, headcount=12)
    page = client.get(answer.url)
    assert [(line.then, line.now, line.step) for line in page.context["page"].moved if "Lượt" in line.name] == [
        ("10", "22", "+12"),
        ("10", "22", "+12"),
    ]
    assert page.context["page"].chosen.value == 10


def test_figures_that_moved_while_one_looked_are_not_sealed(client, province, commune, held, an, system) -> None:
    client.force_login(an)
    seen = client.get(address("report-seal", province)).context["form"].initial["seen"]
    hold(commune, "2026-09-01", system, headcount=12)
    answer = client.post(address("report-seal", province), {"issued_on": "2026-10-05", "seen": seen})
    assert answer.status_code == 409
    assert not Snapshot.objects.exists()


def test_a_broken_seal_is_said_on_the_page(client, province, held, an) -> None:
    snapshot = seal_report(province, KIND, NINE_MONTHS, Issue(issued_on=AT.date()), actor=an, at=AT)
    Snapshot.objects.filter(pk=snapshot.pk).update(sha256="0" * 64)
    client.force_login(an)
    assert "Dấu niêm phong không còn khớp." in client.get(address("report-detail", province)).content.decode()


def test_an_earlier_seal_stays_readable_and_says_that_it_was_replaced(client, province, held, an) -> None:
    issue = Issue(issued_on=AT.date(), number="15")
    first = seal_report(province, KIND, NINE_MONTHS, issue, actor=an, at=AT)
    seal_report(province, KIND, NINE_MONTHS, issue, actor=an, at=moment("2026-10-06"))
    client.force_login(an)
    page = client.get(address("report-detail", province), {"version": first.pk}).content.decode()
    assert "Bản này đã được thay bằng bản niêm phong sau." in page


def test_nothing_to_report_is_one_button_where_nothing_was_held(client, province, an) -> None:
    client.force_login(an)
    assert address("report-nothing", province) in client.get(address("report-detail", province)).content.decode()
    assert client.post(address("report-nothing", province)).status_code == 302
    assert NothingToReport.objects.get().declared_by == an


def test_the_list_says_who_has_sent_and_who_has_not(client, province, commune, an, system) -> None:
    declare_nothing(commune, KIND, NINE_MONTHS, actor=system, at=AT)
    client.force_login(an)
    page = client.get(reverse("reporting:report-list"), {"period": "2026-9M"})
    assert "1/1 đơn vị đã gửi" in page.content.decode()
    page = client.get(reverse("reporting:report-list"), {"period": "2026-H1"})
    assert "0/1 đơn vị đã gửi" in page.content.decode()


@pytest.mark.parametrize(("state", "codes"), [("nothing", ["XA-01"]), ("missing", []), ("sealed", [])])
def test_the_list_is_narrowed_by_state(client, province, commune, an, system, state, codes) -> None:
    declare_nothing(commune, KIND, NINE_MONTHS, actor=system, at=AT)
    client.force_login(an)
    page = client.get(reverse("reporting:report-list"), {"period": "2026-9M", "state": state})
    assert [line.unit.code for line in page.context["overview"].lines] == codes


def test_the_list_of_another_province_does_not_exist(client, province, binh) -> None:
    client.force_login(binh)
    assert client.get(reverse("reporting:report-list"), {"unit": province.code}).status_code == 404


def test_a_report_page_reads_few_rows_more_for_many_units(
    client, province, commune, held, an, system, django_assert_max_num_queries
) -> None:
    client.force_login(an)
    with django_assert_max_num_queries(55):
        client.get(address("report-detail", province))
    with django_assert_max_num_queries(25):
        client.get(reverse("reporting:report-list"))
