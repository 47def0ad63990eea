"""The pages of privacy: An's people can, Bình cannot, Chi sees her own."""

import json

import pytest
from django.urls import reverse
from django.utils.timezone import now

from donghanh.core.models import AuditEntry
from donghanh.privacy import services
from donghanh.privacy.models import Breach, Consent, DataRequest
from donghanh.privacy.tests.conftest import CANARIES


@pytest.fixture
def requested(known_chi, chi) -> DataRequest:
    """Chi asks for erasure from her phone."""
    return services.ask(known_chi, "erasure", actor=chi, at=now(), words="Xóa giúp tôi")


def test_everybody_reads_the_notice_from_the_foot_of_every_page(client, db) -> None:
    page = client.get(reverse("gatherings:check-in"))
    assert reverse("privacy:notice") in page.text
    notice = client.get(reverse("privacy:notice"))
    assert "22/11/2026" in notice.text
    assert client.get(reverse("privacy:notice"), {"version": "2001-01-01"}).status_code == 404


def test_the_notice_names_whom_to_ask_once_a_setting_does(client, db, settings) -> None:
    settings.PRIVACY_CONTACT = "Ban Dữ liệu Thử, 0900 000 000"
    assert "Ban Dữ liệu Thử, 0900 000 000" in client.get(reverse("privacy:notice")).text


def test_chi_sees_and_downloads_everything_held_about_her(client, known_chi, chi) -> None:
    client.force_login(chi)
    page = client.get(reverse("privacy:mine-held"))
    assert all(needle in page.text for needle in (CANARIES[0], CANARIES[2], CANARIES[3], CANARIES[4], CANARIES[5]))
    assert "argon2" not in page.text
    copy = client.get(reverse("privacy:mine-json"))
    assert CANARIES[4] in json.dumps(json.loads(copy.content), ensure_ascii=False)
    assert client.get(reverse("privacy:mine-pdf")).content.startswith(b"%PDF")


def test_chi_agrees_and_takes_it_back_with_one_button_in_one_place(client, known_chi, chi) -> None:
    client.force_login(chi)
    page = client.get(reverse("privacy:mine"))
    assert "checked" not in page.text
    assert not services.has_consent(known_chi, "contact", at=now())
    client.post(reverse("privacy:mine-consent", args=["contact"]), {"says": "yes"})
    assert services.has_consent(known_chi, "contact", at=now())
    client.post(reverse("privacy:mine-consent", args=["contact"]), {"says": "no"})
    assert not services.has_consent(known_chi, "contact", at=now())
    assert list(Consent.objects.values_list("is_given", "method")) == [(False, "click"), (True, "click")]


def test_chi_asks_for_erasure_and_may_take_it_back(client, known_chi, chi) -> None:
    client.force_login(chi)
    client.post(reverse("privacy:mine-ask", args=["erasure"]), {"words": "Tôi nghỉ việc"})
    asked = DataRequest.objects.get()
    assert asked.is_by_person
    assert "Tôi nghỉ việc" not in client.get(reverse("privacy:mine")).text
    client.post(reverse("privacy:mine-take-back", args=[asked.pk]))
    asked.refresh_from_db()
    assert asked.outcome == "taken_back"


def test_chi_reads_who_opened_her_record_by_unit_and_role(client, known_chi, chi, em) -> None:
    client.force_login(em)
    client.get(reverse("people:worker-detail", args=[known_chi.pk]))
    client.force_login(chi)
    page = client.get(reverse("privacy:mine-opened"))
    assert "Công đoàn xã Ví Dụ" in page.text
    assert "Hồ Thử Em" not in page.text


def test_an_officer_walks_an_erasure_through_in_two_steps(client, requested, known_chi, dung) -> None:
    client.force_login(dung)
    page = client.get(reverse("privacy:request-erase", args=[requested.pk]))
    assert page.status_code == 200
    refused = client.post(reverse("privacy:request-erase", args=[requested.pk]), {})
    assert refused.status_code == 422
    known_chi.refresh_from_db()
    assert known_chi.erased_at is None
    client.post(reverse("privacy:request-erase", args=[requested.pk]), {"is_read": "on"})
    known_chi.refresh_from_db()
    assert known_chi.erased_at
    done = client.get(reverse("privacy:request-detail", args=[requested.pk])).text
    assert f"Đã ẩn danh {known_chi.pk}" in done
    assert "chậm nhất" not in done, "An answered request has no receipt to send."
    assert CANARIES[0] not in client.get(reverse("people:worker-list")).text
    assert client.get(reverse("people:worker-edit", args=[known_chi.pk])).status_code == 404


@pytest.mark.parametrize("name", ["request-detail", "request-erase"])
def test_a_neighbour_is_told_that_there_is_no_such_request(client, requested, binh, name) -> None:
    client.force_login(binh)
    assert client.get(reverse(f"privacy:{name}", args=[requested.pk])).status_code == 404
    assert client.post(reverse("privacy:request-erase", args=[requested.pk]), {"is_read": "on"}).status_code == 404


def test_nobody_but_her_union_opens_a_persons_page(client, known_chi, dung, em, an, binh, chi) -> None:
    address = reverse("privacy:person", args=[known_chi.pk])
    answers = {}
    for user in (dung, em, an, binh, chi):
        client.force_login(user)
        answers[user.username] = client.get(address).status_code
    assert answers == {"dung": 200, "em": 200, "an": 404, "binh": 404, chi.username: 404}


def test_a_copy_is_handed_out_only_while_the_person_asks_for_one(client, known_chi, dung) -> None:
    client.force_login(dung)
    address = reverse("privacy:person-json", args=[known_chi.pk])
    assert client.get(address).status_code == 404
    client.post(reverse("privacy:person-ask", args=[known_chi.pk]), {"kind": "access", "evidence": "Tủ 1"})
    assert CANARIES[4] in client.get(address).text
    assert AuditEntry.objects.filter(action="open_person_data", subject_id=str(known_chi.pk)).count() == 1


def test_numbers_are_whole_only_of_those_who_agreed(client, known_chi, chi, workmate, dung, factory_union) -> None:
    services.give_consent(known_chi, "contact", actor=chi, at=now())
    client.force_login(dung)
    assert CANARIES[2] not in client.get(reverse("privacy:contacts")).text
    page = client.post(reverse("privacy:contacts"), {"unit": factory_union.code})
    assert CANARIES[2] in page.text
    assert workmate.phone not in page.text
    client.force_login(chi)
    assert AuditEntry.objects.filter(action="read_phone", subject_id=str(known_chi.pk)).exists()


def test_a_request_is_acknowledged_extended_once_and_answered(client, known_chi, chi, dung) -> None:
    asked = services.ask(known_chi, "correction", actor=chi, at=now(), words="Sai năm sinh")
    client.force_login(dung)
    client.post(reverse("privacy:request-acknowledge", args=[asked.pk]))
    empty = client.post(reverse("privacy:request-extend", args=[asked.pk]), {"reason": ""})
    assert empty.status_code == 422
    client.post(reverse("privacy:request-extend", args=[asked.pk]), {"reason": "Chờ giấy tờ"})
    assert client.post(reverse("privacy:request-extend", args=[asked.pk]), {"reason": "Nữa"}).status_code == 409
    client.post(reverse("privacy:request-answer", args=[asked.pk]), {"outcome": "done", "words": "Đã sửa"})
    asked.refresh_from_db()
    assert (asked.outcome, asked.answer) == ("done", "Đã sửa")
    client.force_login(chi)
    assert "Đã sửa" in client.get(reverse("privacy:mine")).text


def test_a_breach_is_recorded_worked_on_and_noticed(client, dung, chi, binh, an, factory_union) -> None:
    client.force_login(dung)
    facts = {
        "unit": factory_union.code, "found_on": "20/11/2026", "found_time": "08:30", "title": "Gửi nhầm danh sách",
        "happened": "Gửi nhầm tệp", "data_kinds": "Họ tên, số điện thoại", "people_count": "12",
        "consequences": "Bị gọi làm phiền", "measures": "",
    }  # fmt: skip
    client.post(reverse("privacy:breach-record"), facts)
    breach = Breach.objects.get()
    assert (breach.notify_by - breach.found_at).total_seconds() == 72 * 3600
    client.post(reverse("privacy:breach-step", args=[breach.pk]), {"step": "authority", "words": "Đã gửi"})
    breach.refresh_from_db()
    assert breach.authority_told_at
    paper = client.get(reverse("privacy:breach-notice", args=[breach.pk, "authority", "pdf"]))
    assert paper.content.startswith(b"%PDF")
    assert client.get(reverse("privacy:breach-notice", args=[breach.pk, "people", "docx"])).status_code == 200
    for stranger in (binh, chi):
        client.force_login(stranger)
        assert client.get(reverse("privacy:breach-detail", args=[breach.pk])).status_code == 404
    client.force_login(an)
    assert client.get(reverse("privacy:breach-detail", args=[breach.pk])).status_code == 200
    assert client.post(reverse("privacy:breach-step", args=[breach.pk]), {"step": "note"}).status_code == 404


def test_the_map_is_for_administrators_and_can_be_taken_away(client, system, province, an) -> None:
    from donghanh.org.services import create_user, grant_role

    admin = create_user("quantri", "Quản Trị Mẫu", actor=system, unit=province, password="mat-khau-thu")
    grant_role(admin, "administrator", province, actor=system, starts_on=province.founded_on)
    client.force_login(an)
    assert client.get(reverse("privacy:map")).status_code == 404
    client.force_login(admin)
    assert "people.Worker" not in client.get(reverse("privacy:map")).text
    assert client.get(reverse("privacy:retention")).status_code == 200
    file = client.get(reverse("privacy:map"), {"export": "xlsx"})
    assert b"".join(file.streaming_content).startswith(b"PK")
    file.close()
