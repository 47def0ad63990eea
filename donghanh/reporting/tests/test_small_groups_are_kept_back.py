"""What a reader without names is told at each door: pages, files, programs, reports."""

import json
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client

from donghanh.core.documents import outline
from donghanh.gatherings.services import plan_session, record_names
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, found_unit, grant_role
from donghanh.people.services import register_worker
from donghanh.reporting.answers import answer_reach
from donghanh.reporting.errors import OnlyNamedPeriods, OnlyOneSlice, OnlyWholeMonths
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.files import as_xlsx, version_now, version_to_send
from donghanh.reporting.services import Issue, seal_report
from donghanh.web.home import desk_grant, today

TODAY = "2026-07-20T12:00+07:00"
pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(TODAY, tick=False)]
YEAR = Period.parse("2026")
KIND = "legal-education"


@pytest.fixture
def watcher(province, system) -> User:
    """Somebody who may see numbers of the province and nothing else."""
    user = create_user("xem", "Vũ Thử Xem", actor=system, unit=province)
    grant_role(user, "viewer", province, actor=system, starts_on=province.founded_on)
    return user


@pytest.fixture
def unions(commune, factory_union, system, nine) -> list[Unit]:
    """Three unions of one commune: 4 of 14 reached, 12 of 24, 20 of 40."""
    others = [
        found_unit(f"CS-0{number}", f"CĐCS Mẫu {number}", "grassroots_union", actor=system, parent=commune,
                   on=commune.founded_on)
        for number in (2, 3)
    ]  # fmt: skip
    units = [factory_union, *others]
    for unit, rolls, reached in zip(units, (14, 24, 40), (4, 12, 20), strict=True):
        people = [
            register_worker(f"Thử {unit.code} {number}", unit, actor=system, starts_on=unit.founded_on)
            for number in range(rolls)
        ]
        session = plan_session(
            f"Buổi của {unit.code}", unit, topics=Topic.objects.filter(code="wages"), starts_at=nine,
            ends_at=nine.replace(hour=11), actor=system, at=nine,
        )  # fmt: skip
        record_names(session, people[:reached], actor=system, at=nine)
    return units


def answered(unit: Unit, reader: User, at: datetime, by: str | None = None) -> dict[str, Any]:
    return answer_reach(unit, YEAR, actor=reader, at=at, by=by)


def test_programs_get_null_and_the_word_suppressed_for_a_small_group(unions, watcher, nine) -> None:
    found = answered(unions[0], watcher, nine.replace(day=20))
    people = ("on_rolls", "reached", "not_reached_count", "reached_by_best_grade", "not_reached")
    assert {found["home"][name] for name in people} == {None}
    assert (found["hosted"]["people"], found["hosted"]["attendances"]) == (None, 4)
    assert found["home"]["suppressed"]
    assert found["hosted"]["suppressed"]


def test_a_second_unit_is_hidden_so_that_the_commune_gives_nothing_away(unions, commune, watcher, nine) -> None:
    at = nine.replace(day=20)
    rows = {row["key"]: row["home"]["reached"] for row in answered(commune, watcher, at, by="grassroots_union")["by"]}
    assert rows == {"CS-01": None, "CS-02": None, "CS-03": 20}
    assert answered(commune, watcher, at)["home"]["reached"] == 36
    assert answered(unions[1], watcher, at)["home"]["reached"] is None
    assert answered(unions[2], watcher, at)["home"]["reached"] == 20


def test_those_who_may_read_the_names_are_told_everything(unions, commune, system, nine) -> None:
    above = create_user("xa", "Cao Thử Xã", actor=system, unit=commune)
    grant_role(above, "officer", commune, actor=system, starts_on=commune.founded_on)
    found = answered(commune, above, nine.replace(day=20), by="grassroots_union")
    assert [row["home"]["reached"] for row in found["by"]] == [4, 12, 20]
    assert len(found["home"]["not_reached"]) == 42
    assert not found["home"]["suppressed"]


def test_an_officer_far_above_is_given_no_names_by_programs(unions, province, an, nine) -> None:
    assert answered(province, an, nine.replace(day=20))["home"]["not_reached"] is None


def test_the_page_shows_hidden_units_as_one_row_without_their_numbers(unions, commune, watcher) -> None:
    client = signed_in(watcher)
    page = client.get(f"/reach/{commune.code}/?period=2026").content.decode()
    assert "Gộp 2 đơn vị nhỏ" in page
    assert "CĐCS Mẫu 2" not in page
    assert 'data-figure="reached" data-value="20"' in page
    assert 'data-value="4"' not in page
    own = client.get("/reach/CS-01/?period=2026").content.decode()
    assert 'data-state="small-group"' in own
    assert 'data-figure="reached"' not in own
    assert "trên tổng" not in own


@pytest.mark.parametrize("what", ["people", "reached", "not-reached", "rolls"])
def test_the_records_behind_a_hidden_number_say_nothing(unions, watcher, what) -> None:
    client = signed_in(watcher)
    page = client.get(f"/reach/CS-01/records/{what}/?period=2026").content.decode()
    assert "nhóm nhỏ, không nêu" in page
    assert "data-rows" not in page
    file = client.get(f"/reach/CS-01/records/{what}/?period=2026&export=csv").getvalue().decode()
    assert file.splitlines()[1].endswith(",,,có")


def test_files_leave_the_cell_empty_and_say_so_beside_it(unions, commune, watcher) -> None:
    answer = signed_in(watcher).get(f"/reach/{commune.code}/?period=2026&export=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.getvalue())).worksheets[0]
    heads, *rows = sheet.iter_rows(values_only=True)
    table = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [row["Đã dự (người)"] for row in table] == [20, 16]
    assert [row["Không nêu, nhóm nhỏ"] for row in table] == [None, None]
    answer = signed_in(watcher).get("/reach/CS-01/?period=2026&by=topic&export=csv")
    (row,) = answer.getvalue().decode().splitlines()[1:]
    assert row.endswith(",,4,1,,có")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=2026-07-01&to=2026-07-15", "01/07/2026–15/07/2026"),
        ("from=2025-07-01&to=2026-06-30", "30/06/2026"),
        ("from=2026-05-01&to=2026-06-30", "CĐCS Công ty May Ví Dụ"),
        ("topic=wages&topic=osh", "wages, osh"),
        ("topic=wages&audience=worker", "wages, worker"),
    ],
)
def test_a_question_that_would_tell_people_apart_is_refused(unions, watcher, query, words) -> None:
    answer = signed_in(watcher).get(f"/reach/CS-01/?{query}")
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert signed_in(watcher).get(f"/reach/CS-01/records/attendances/?{query}").status_code == 200


@pytest.mark.parametrize(
    ("period", "topics", "refusal"),
    [
        ("2026-07-01/2026-07-15", (), OnlyWholeMonths),
        ("2026-05-01/2026-06-30", (), OnlyNamedPeriods),
        ("2026", ("wages", "osh"), OnlyOneSlice),
    ],
)
def test_programs_are_refused_alike(unions, watcher, nine, period, topics, refusal) -> None:
    with pytest.raises(refusal):
        answer_reach(unions[0], Period.parse(period), actor=watcher, at=nine, topics=topics)


def test_the_day_page_keeps_small_groups_back(unions, system, nine) -> None:
    user = create_user("xem.coso", "Vũ Thử Cơ Sở", actor=system, unit=unions[0])
    grant_role(user, "viewer", unions[0], actor=system, starts_on=unions[0].founded_on)
    grant = desk_grant(user)
    assert grant is not None
    shown = today(user, grant, at=nine.replace(day=20))
    assert shown.gap is not None
    assert shown.silent is not None
    assert (shown.gap.value, shown.silent.value) == (None, None)
    assert not shown.gap.shares
    assert "14" not in str(shown.gap.caption)
    assert shown.done[0].value == 4


def test_planning_for_those_not_reached_tells_no_number(unions, watcher) -> None:
    answer = signed_in(watcher).get("/reach/CS-01/plan/?period=2026")
    assert "expected_count" not in answer["Location"]


def test_a_report_keeps_few_people_back(unions, watcher, system, nine) -> None:
    at = nine.replace(day=20)
    told = version_now(unions[0], KIND, YEAR, actor=watcher, at=at)
    row = told.report.row("distinct_people")
    assert (row.counted, row.suppressed) == (None, True)
    assert told.report.evidence.people == {}
    assert told.report.row("legal_education_attendances").counted == 4
    assert version_now(unions[0], KIND, YEAR, actor=system, at=at).report.row("distinct_people").counted == 4


def test_a_paper_that_prints_people_says_that_few_are_not_told(unions, watcher, nine) -> None:
    told = version_now(unions[0], KIND, YEAR, actor=watcher, at=nine.replace(day=20))
    printed = replace(told, letterhead=replace(told.letterhead, prints_distinct_people=True))
    heads, *rows = list(openpyxl.load_workbook(BytesIO(as_xlsx(printed))).worksheets[0].iter_rows(values_only=True))[2:]
    (people,) = [dict(zip(heads, row, strict=True)) for row in rows if row[0] == "PB03"]
    assert (people["Thống kê"], people["Đã ẩn, nhóm nhỏ"]) == (None, "có")
    paper = json.dumps(outline(printed.paper().document), ensure_ascii=False, default=str)
    assert "Không nêu: nhóm dưới 10 người" in paper


def test_a_sealed_report_holds_everything_and_tells_each_reader_his_part(unions, watcher, system, nine) -> None:
    at = nine.replace(day=20)
    sealed = seal_report(unions[0], KIND, YEAR, Issue(issued_on=at.date()), actor=system, at=at)
    assert version_to_send(unions[0], KIND, YEAR, actor=system, at=at).report.row("distinct_people").counted == 4
    client = signed_in(watcher)
    data = json.loads(client.get(f"/reports/CS-01/{KIND}/2026/file.json").content)
    (people,) = [row for row in data["indicators"] if row["code"] == "distinct_people"]
    assert (people["counted"], people["suppressed"]) == (None, True)
    assert (data["evidence"]["people"], data["evidence"]["provisional"]) == (None, None)
    page = client.get(f"/reports/CS-01/{KIND}/2026/").content.decode()
    assert "04 người" not in page
    assert "4 người khác nhau" not in page
    assert '"salt":' in Snapshot.objects.get(pk=sealed.pk).canonical


def test_two_seals_of_the_same_report_have_different_hashes(unions, system, nine) -> None:
    at = nine.replace(day=20)
    seals = [seal_report(unions[0], KIND, YEAR, Issue(issued_on=at.date()), actor=system, at=at) for _ in range(2)]
    assert seals[0].sha256 != seals[1].sha256


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
