"""Programs read what the pages show, and nothing else: An can, Bình cannot, Chi sees her own."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import now

from donghanh.core.models import AuditEntry
from donghanh.gatherings.services import record_names
from donghanh.org.services import end_role
from donghanh.people.services import register_enterprise


@pytest.fixture
def recorded(session, chi_worker, dung, nine):
    record_names(session, [chi_worker], actor=dung, at=nine)
    return session


def test_a_unit_is_read_by_those_above_it_and_does_not_exist_for_strangers(
    program, an, binh, chi, factory_union
) -> None:
    told = program(an).get("/units/CS-01/").json()
    assert (told["name"], told["parent"], told["founded_on"]) == (factory_union.name, "XA-01", "2024-01-01")
    for stranger in (binh, chi):
        answer = program(stranger).get("/units/CS-01/")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
        assert answer.content == program(stranger).get("/units/NONE/").content


def test_a_list_of_units_goes_on_page_by_page(program, an, factory_union, commune, province) -> None:
    first = program(an).get("/units/", limit=2).json()
    assert [unit["code"] for unit in first["items"]] == ["CS-01", "LDLD-01"]
    rest = program(an).get(first["next"].removeprefix("/api/v1")).json()
    assert ([unit["code"] for unit in rest["items"]], rest["next"]) == (["XA-01"], None)


def test_a_list_of_units_is_narrowed(program, an, factory_union, commune) -> None:
    knock = program(an)
    assert [unit["code"] for unit in knock.get("/units/", under="XA-01").json()["items"]] == ["CS-01", "XA-01"]
    assert [unit["code"] for unit in knock.get("/units/", kind="superior_union").json()["items"]] == ["XA-01"]
    assert [unit["code"] for unit in knock.get("/units/", q="may vi du").json()["items"]] == ["CS-01"]
    assert knock.get("/units/", state="closed").json()["items"] == []


def test_a_token_of_pages_that_cannot_be_read_is_refused(program, an) -> None:
    answer = program(an).get("/units/", after="khong-phai-dau-trang")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "query.after")


def test_people_are_read_with_hidden_numbers_by_their_own_union_only(program, dung, an, chi_worker) -> None:
    told = program(dung).get("/workers/").json()["items"]
    assert [(worker["full_name"], worker["phone"]) for worker in told] == [("Lê Thị Ví Dụ Chi", "••••••••01")]
    assert told[0]["works_at"][0]["unit"] == "CS-01"
    assert program(an).get("/workers/").json()["items"] == []
    assert program(an).get(f"/workers/{chi_worker.pk}/").status_code == 404


def test_looking_at_people_of_a_unit_below_leaves_a_trace(program, em, chi_worker, factory_union) -> None:
    assert program(em).get(f"/workers/{chi_worker.pk}/").status_code == 200
    assert program(em).get("/workers/").status_code == 200
    actions = AuditEntry.objects.filter(actor_id=em.pk).values_list("action", flat=True)
    assert {"view_worker", "list_workers"} <= set(actions)


def test_people_of_others_are_not_found_by_their_digits(program, em, dung, chi_worker) -> None:
    assert program(em).get("/workers/", q="0001").json()["items"] == []
    assert len(program(dung).get("/workers/", q="0001").json()["items"]) == 1


def test_enterprises_are_read_by_their_union(program, dung, binh, factory_union, system) -> None:
    enterprise = register_enterprise("Công ty May Ví Dụ", factory_union, actor=system)
    assert program(dung).get("/enterprises/", q="may").json()["items"][0]["unit"] == "CS-01"
    assert program(dung).get(f"/enterprises/{enterprise.pk}/").json()["name"] == "Công ty May Ví Dụ"
    assert program(binh).get("/enterprises/").json()["items"] == []
    assert program(binh).get(f"/enterprises/{enterprise.pk}/").status_code == 404


def test_who_was_present_is_read_by_name_or_not_at_all(program, recorded, dung, viewer, an, binh) -> None:
    path = f"/sessions/{recorded.pk}/presence/"
    assert [each["full_name"] for each in program(dung).get(path).json()["items"]] == ["Lê Thị Ví Dụ Chi"]
    for reader in (viewer, an, binh):
        assert program(reader).get(path).status_code == 404
    counted = [{"audience": "worker", "attendances": 1}]
    assert program(viewer).get(f"{path}audiences/").json() == counted
    assert program(binh).get(f"{path}audiences/").status_code == 404


def test_sessions_of_a_period_are_listed(program, clock, recorded, an, binh) -> None:
    told = program(an).get("/sessions/", period="2026-07", unit="XA-01", topic="wages", state="held").json()["items"]
    assert [(each["title"], each["attendances"], each["state"]) for each in told] == [("Tiền làm thêm giờ", 1, "open")]
    assert told[0]["starts_at"] == "2026-07-01T09:00:00+07:00"
    assert program(an).get("/sessions/", period="2026-06").json()["items"] == []
    assert program(binh).get("/sessions/", period="2026-07").json()["items"] == []


def test_reach_is_what_the_command_line_answers(program, clock, recorded, an, binh) -> None:
    told = program(an).get("/reach/CS-01/", period="2026-07", by="topic").json()
    assert (told["unit"], told["hosted"]["sessions"], told["hosted"]["attendances"]) == ("CS-01", 1, 1)
    assert program(binh).get("/reach/CS-01/").status_code == 404


def test_reports_are_read_as_values_and_as_files(program, clock, recorded, dung, binh) -> None:
    values = program(dung).get("/reports/CS-01/legal-education/", period="2026-07").json()
    assert (values["unit"], values["period"]) == ("CS-01", "2026-07")
    file = program(dung).get("/reports/CS-01/legal-education/file/", period="2026-07", format="docx")
    assert file.content.startswith(b"PK")
    assert "bao-cao" in file["Content-Disposition"]
    assert program(binh).get("/reports/CS-01/legal-education/", period="2026-07").status_code == 404
    assert program(dung).get("/reports/").json() == {"items": [], "next": None}


def test_a_period_that_cannot_be_read_is_named(program, an) -> None:
    answer = program(an).get("/sessions/", period="2026-13")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "query.period")


def test_what_is_open_to_all_needs_no_token(program, plan) -> None:
    plan("Buổi mở", is_public=True, starts_at=_soon())
    plan("Buổi kín", starts_at=_soon())
    anybody = program()
    told = anybody.get("/public/sessions/").json()["items"]
    assert [each["title"] for each in told] == ["Buổi mở"]
    assert set(told[0]) == {"title", "host", "place", "starts_at", "ends_at"}
    assert anybody.get("/topics/").json()[0]["name_vi"]
    assert anybody.get("/areas/", kind="city").status_code == 200
    assert anybody.get("/health/").json()["status"] == "ok"


def test_a_worker_reads_her_own_sessions(program, recorded, chi) -> None:
    knock = program(chi)
    assert [each["title"] for each in knock.get("/me/sessions/").json()["items"]] == ["Tiền làm thêm giờ"]
    assert knock.get("/me/").json()["username"] == "chi"
    assert knock.get("/workers/").status_code == 404


def test_a_role_that_ended_opens_nothing(program, an, province, factory_union, system) -> None:
    knock = program(an)
    assert knock.get("/units/CS-01/").status_code == 200
    end_role(an.grants.get(unit=province), actor=system, on=date(2024, 6, 1))
    assert knock.get("/units/CS-01/").status_code == 404


def _soon() -> datetime:
    return now() + timedelta(days=1)
