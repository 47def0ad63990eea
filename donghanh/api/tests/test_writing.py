"""Programs change what the pages change, through the same services."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from donghanh.conftest import FIRST_DAY
from donghanh.core.imports.jobs import check, run, undo
from donghanh.gatherings.models import Attendance, Session
from donghanh.indicators.models import Figure
from donghanh.people.models import Worker
from donghanh.people.services import register_worker

PLAN = {
    "title": "Bảo hiểm xã hội một lần",
    "host": "CS-01",
    "starts_at": "2026-07-02T09:00:00+07:00",
    "ends_at": "2026-07-02T10:00:00+07:00",
    "topics": ["wages"],
    "speakers": ["Bà Thử", "Ông Mẫu"],
}
FIGURE = {
    "unit": "CS-01",
    "indicator": "printed_items",
    "starts_on": "2026-01-01",
    "ends_on": "2026-06-30",
    "value": 1200,
    "source": "Sổ theo dõi tờ rơi",
}


def test_a_session_is_planned_corrected_and_called_off(program, clock, dung) -> None:
    knock = program(dung)
    planned = knock.post("/sessions/", PLAN)
    assert planned.status_code == 201
    told = planned.json()
    assert (told["state"], told["speakers"]) == ("planned", ["Bà Thử", "Ông Mẫu"])
    path = f"/sessions/{told['id']}/"
    revised = knock.patch(path, {"title": "Bảo hiểm thất nghiệp", "expected_count": 80}).json()
    assert (revised["title"], revised["expected_count"], revised["topics"]) == ("Bảo hiểm thất nghiệp", 80, ["wages"])
    cancelled = knock.post(f"{path}cancel/", {"reason": "mưa bão"})
    assert (cancelled.json()["state"], cancelled.json()["cancel_reason"]) == ("cancelled", "mưa bão")
    again = knock.post(f"{path}cancel/", {"reason": "mưa bão"})
    assert (again.status_code, again.json()["code"]) == (409, "session_cancelled")


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"title": ""}, 422, "body.title"),
        ({"topics": []}, 422, "body.topics"),
        ({"topics": ["khong-co"]}, 422, "body.topics"),
        ({"co_hosts": ["KHONG-CO"]}, 422, "body.co_hosts"),
        ({"ends_at": "2026-07-02T08:00:00+07:00"}, 422, "body.ends_at"),
        ({"starts_at": "2026-07-02T09:00:00"}, 422, "body.starts_at"),
        ({"starts_at": 1751421600}, 422, "body.starts_at"),
        ({"tile": "viết sai"}, 422, "body.tile"),
        ({"host": "LDLD-56"}, 404, None),
    ],
)
def test_a_session_that_cannot_be_is_refused_where_it_is_wrong(
    program, clock, dung, neighbour, change, status, field
) -> None:
    answer = program(dung).post("/sessions/", {**PLAN, **change})
    assert answer.status_code == status
    assert [fault["field"] for fault in answer.json()["errors"]] == ([field] if field else [])
    assert not Session.objects.exists()


def test_strangers_and_readers_change_no_session(program, session, binh, viewer) -> None:
    for user in (binh, viewer):
        assert program(user).patch(f"/sessions/{session.pk}/", {"title": "x"}).status_code == 404
        assert program(user).post("/sessions/", PLAN).status_code == 404
    session.refresh_from_db()
    assert session.title == "Tiền làm thêm giờ"


def test_presence_is_recorded_by_card_by_name_and_by_phone(program, clock, session, dung, chi_worker, workmate) -> None:
    knock, path = program(dung), f"/sessions/{session.pk}/presence/"
    card = knock.post(path, {"by": "card", "member_no": "0104000002"}).json()
    assert (card["grade"], card["was_there_already"]) == ("A", False)
    name = knock.post(path, {"by": "worker", "worker": chi_worker.pk}).json()
    assert (name["grade"], name["source"]) == ("B", "typed")
    phone = knock.post(path, {"by": "phone", "phone": "0911000111", "full_name": "Trần Thử Khách"})
    assert phone.status_code == 201
    assert Attendance.objects.of(session).count() == 3
    assert Worker.objects.filter(is_provisional=True).count() == 1
    clock.shift(60)
    again = knock.post(path, {"by": "card", "member_no": "0104000002"}).json()
    assert (again["id"], again["was_there_already"]) == (card["id"], True)


def test_presence_is_annulled_with_a_reason(program, clock, session, dung, chi_worker) -> None:
    knock, path = program(dung), f"/sessions/{session.pk}/presence/"
    recorded = knock.post(path, {"by": "worker", "worker": chi_worker.pk}).json()
    assert knock.post(f"{path}{recorded['id']}/annul/", {}).status_code == 422
    assert knock.post(f"{path}{recorded['id']}/annul/", {"reason": "nhầm người"}).status_code == 200
    assert not Attendance.objects.of(session).standing().exists()


def test_nobody_from_elsewhere_is_put_on_a_list(program, clock, session, dung, binh, neighbour, system) -> None:
    stranger = register_worker("Lý Thị Mẫu Xa", neighbour, actor=system, starts_on=FIRST_DAY)
    path = f"/sessions/{session.pk}/presence/"
    assert program(dung).post(path, {"by": "worker", "worker": stranger.pk}).status_code == 404
    assert program(binh).post(path, {"by": "worker", "worker": stranger.pk}).status_code == 404
    assert not Attendance.objects.exists()


def test_a_figure_is_declared_corrected_and_withdrawn(program, clock, dung, binh) -> None:
    knock = program(dung)
    declared = knock.post("/figures/", FIGURE)
    assert (declared.status_code, declared.json()["period"]) == (201, "2026-H1")
    twice = knock.post("/figures/", FIGURE)
    assert (twice.status_code, twice.json()["code"]) == (409, "figure_already_stands")
    path = f"/figures/{declared.json()['id']}/"
    correction = {**FIGURE, "value": 1300, "reason": "đếm lại"}
    del correction["unit"]
    fresh = knock.post(f"{path}correct/", correction).json()
    assert (fresh["value"], fresh["replaces"]) == (1300, declared.json()["id"])
    assert knock.post(f"/figures/{fresh['id']}/withdraw/", {"reason": "nhầm đơn vị"}).status_code == 200
    assert not Figure.objects.standing().exists()
    assert len(knock.get("/figures/", unit="CS-01", state="withdrawn").json()["items"]) == 2
    assert program(binh).get(path).status_code == 404
    assert [each["code"] for each in knock.get("/indicators/").json()][:1] == ["legal_education_sessions"]


def test_a_list_is_sent_looked_at_written_and_taken_back(program, dung, binh, factory_union) -> None:
    knock = program(dung)
    content = "Họ tên;Số điện thoại\nVõ Thị Mẫu Một;0900000011\nVõ Thị Mẫu Hai;12\n".encode()
    fields = {"kind": "workers", "file": SimpleUploadedFile("ds.csv", content)}
    sent = knock.upload("/imports/", fields)
    assert sent.status_code == 201, sent.content
    batch = sent.json()["id"]
    check(batch)
    read = knock.get(f"/imports/{batch}/").json()
    assert (read["state"], read["new"], read["left_out"]) == ("checked", 1, 1)
    problems = knock.get(f"/imports/{batch}/problems/").json()["items"]
    assert [(each["row"], each["typed"]) for each in problems] == [(3, "12")]
    assert knock.post(f"/imports/{batch}/confirm/").json()["state"] == "running"
    run(batch)
    assert Worker.objects.filter(full_name="Võ Thị Mẫu Một").exists()
    assert knock.post(f"/imports/{batch}/undo/").json()["state"] == "undoing"
    undo(batch)
    assert not Worker.objects.filter(full_name="Võ Thị Mẫu Một").exists()
    assert program(binh).get(f"/imports/{batch}/").status_code == 404
    assert [each["id"] for each in knock.get("/imports/").json()["items"]] == [batch]
