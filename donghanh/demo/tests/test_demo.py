"""The living organisation: its structure, its history, its people and who may sign in."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils.timezone import localdate
from stdnum.vn import mst

from donghanh.core.models import AuditEntry
from donghanh.demo import Summary, demo_logins, generate, is_demo_there
from donghanh.demo.figures import PUBLISHED
from donghanh.demo.generation import MORNING
from donghanh.demo.names import is_made_up
from donghanh.demo.rhythm import moment
from donghanh.demo.tests.conftest import TODAY
from donghanh.gatherings.choices import GradeChoice
from donghanh.gatherings.models import Attendance, Evidence, Headcount, Session, Volunteer
from donghanh.guides.models import BookReport, GuideVersion, Shelf
from donghanh.indicators.models import Figure, WaitingGroup
from donghanh.indicators.services import import_figures
from donghanh.org.choices import DecisionKind, Role, UnitKind
from donghanh.org.models import Area, Grant, Unit, UnitPlacement, User
from donghanh.org.querysets import on_day
from donghanh.people.models import Employment, Enterprise, Membership, Merge, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
FOUNDED = date(2025, 9, 26)
NOW = moment(TODAY, MORNING)


@pytest.fixture
def quang_minh() -> Unit:
    return Unit.objects.get(code="LDLD-01-QUANGMINH")


def test_every_province_has_a_federation_with_units_and_a_social_security_office() -> None:
    provinces = {area.code: area for area in Area.objects.filter(edition__ends_on=None, province=None)}
    assert len(provinces) == 34
    for code, area in provinces.items():
        federation, office = Unit.objects.get(code=f"LDLD-{code}"), Unit.objects.get(code=f"BHXH-{code}")
        assert federation.name.endswith(area.name.removeprefix("Thành phố "))
        assert (federation.kind, office.kind) == (UnitKind.FEDERATION, UnitKind.SOCIAL_SECURITY)
        assert (federation.area, office.area) == (area, area)
        assert Unit.objects.children_of(federation, on=TODAY).exists()
    assert Unit.objects.get(code="LDLD-01").name == "LĐLĐ thành phố Hà Nội"
    assert Unit.objects.get(code="LDLD-56").name == "LĐLĐ tỉnh Khánh Hòa"


def test_the_trees_stand_beside_each_other() -> None:
    roots = UnitPlacement.objects.on(TODAY).filter(parent=None)
    assert {root.unit.code for root in roots} == {"TLD", "BHXH"}


def test_quang_minh_was_founded_by_a_decision(quang_minh) -> None:
    decision = quang_minh.decisions.get(kind=DecisionKind.FOUNDED)
    assert decision.effective_on == decision.issued_on == quang_minh.founded_on == FOUNDED
    assert decision.number
    assert decision.issuer == "LĐLĐ thành phố Hà Nội"
    assert quang_minh.area.code == "08974"


def test_quang_minh_has_41_grassroots_unions_and_2900_members(quang_minh) -> None:
    children = Unit.objects.children_of(quang_minh, on=TODAY)
    assert set(children.values_list("kind", flat=True)) == {UnitKind.GRASSROOTS_UNION}
    assert children.count() == 41
    below = Unit.objects.under(quang_minh, on=TODAY)
    members = Membership.objects.filter(on_day(TODAY), unit__in=below)
    assert members.values("worker").distinct().count() == members.count() == 2_900


def test_the_tree_of_before_is_readable(quang_minh) -> None:
    eve = FOUNDED - timedelta(days=1)
    district = Unit.objects.get(code="LDLD-01-H-MELINH")
    assert quang_minh.path_on(eve) == ""
    for union in Unit.objects.under(quang_minh, on=FOUNDED).exclude(pk=quang_minh.pk):
        assert union.path_on(eve).startswith(district.path_on(eve))
        assert union.path_on(FOUNDED).startswith(quang_minh.path_on(FOUNDED))
    assert district.path_on(TODAY) == ""
    assert district.closed_on == date(2025, 9, 30)
    assert district.successor == Unit.objects.get(code="LDLD-01")


def test_a_merged_union_names_its_successor_which_took_its_people() -> None:
    merged = Unit.objects.get(kind=UnitKind.GRASSROOTS_UNION, successor__isnull=False)
    left = Employment.objects.filter(unit=merged)
    assert merged.closed_on == date(2025, 8, 14)
    assert {employment.ends_on for employment in left} == {merged.closed_on}
    came = Employment.objects.filter(unit=merged.successor, worker__in=left.values("worker"))
    assert came.count() == left.count() > 10
    assert {employment.starts_on for employment in came} == {merged.closed_on + timedelta(days=1)}


def test_nobody_works_or_meets_at_a_union_that_is_not_there() -> None:
    for union in Unit.objects.exclude(closed_on=None):
        assert not union.employments.filter(ends_on__gt=union.closed_on).exists()
        assert not union.hosted_sessions.filter(held_on__gt=union.closed_on).exists()
    assert all(session.host.path_on(session.held_on) for session in Session.objects.select_related("host"))


def test_a_large_union_has_sections_that_people_work_in(quang_minh) -> None:
    sections = Unit.objects.under(quang_minh, on=TODAY).filter(kind=UnitKind.SECTION)
    assert sections.count() == 3
    assert all(Employment.objects.on(TODAY).filter(unit=section).exists() for section in sections)


def test_everybody_and_every_enterprise_is_visibly_made_up() -> None:
    people = [*Worker.objects.values_list("full_name", flat=True)]
    people += User.objects.filter(is_system=False).values_list("full_name", flat=True)
    enterprises = Enterprise.objects.all()
    assert 6_000 < len(people) < 9_000
    assert [name for name in people if not is_made_up(name)] == []
    assert [each.name for each in enterprises if not is_made_up(each.name)] == []
    assert all(mst.is_valid(str(each.tax_code)) for each in enterprises)
    assert {str(each.tax_code)[:2] for each in enterprises} == {"00"}
    assert {phone[:4] for phone in Worker.objects.values_list("phone", flat=True)} == {"0900", ""}


def test_no_presence_lies_in_the_future_or_at_a_cancelled_session() -> None:
    assert not Attendance.objects.filter(checked_in_at__gt=NOW).exists()
    assert not Attendance.objects.filter(recorded_at__gt=NOW).exists()
    assert not Headcount.objects.filter(recorded_at__gt=NOW).exists()
    empty = Session.objects.filter(starts_at__gt=NOW) | Session.objects.exclude(cancelled_at=None)
    assert empty.count() > 15
    assert not Attendance.objects.filter(session_id__in=empty.values("pk")).exists()
    assert not Headcount.objects.filter(session__in=empty).exists()


def test_every_constraint_holds_and_everything_is_folded() -> None:
    connection.check_constraints()
    assert not Session.objects.to_fold().exists()
    sessions = {session.pk: session.host_id for session in Session.objects.all()}
    assert all(sessions[session] == unit for session, unit in Attendance.objects.values_list("session_id", "unit_id"))


def test_eighteen_months_have_sessions_and_law_day_and_workers_month_stand_out() -> None:
    months = Counter(day.replace(day=1) for day in Session.objects.values_list("held_on", flat=True))
    assert {date(2025, month, 1) for month in range(1, 13)} <= set(months)
    busiest = {month.month for month, _count in months.most_common(3)}
    assert busiest == {5, 11}


def test_every_way_of_knowing_who_came_is_there() -> None:
    assert set(Attendance.objects.values_list("grade", flat=True)) == {GradeChoice.A, GradeChoice.B}
    assert set(Headcount.objects.values_list("grade", flat=True)) == {GradeChoice.C, GradeChoice.D}
    with Evidence.objects.earliest("pk").file.open() as sheet:
        assert sheet.read().startswith(b"\x89PNG")
    assert Headcount.objects.exclude(replaced_at=None).exists()
    assert {"direct", "online", "hybrid", "mobile", "integrated"} == set(Session.objects.values_list("form", flat=True))
    assert Session.objects.filter(is_entered_on_behalf=True).exists()
    assert Session.objects.filter(host__kind=UnitKind.SOCIAL_SECURITY, session_units__is_host=False).exists()


def test_mistakes_were_made_and_put_right() -> None:
    assert Attendance.objects.exclude(annulled_at=None).exclude(annul_reason="").exists()
    assert Worker.objects.standing().filter(is_provisional=True).count() > 5
    assert Merge.objects.filter(undone_at=None).count() == 3
    assert Merge.objects.exclude(undone_at=None).count() == 1
    late = [
        row for row in Attendance.objects.filter(source="list") if row.recorded_at - row.checked_in_at > timedelta(10)
    ]
    assert late
    assert AuditEntry.objects.filter(action="retopic_session").exists()


def test_one_session_runs_now_and_another_follows_today() -> None:
    running, later = Session.objects.filter(held_on=TODAY, cancelled_at=None).order_by("starts_at")
    assert running.starts_at < NOW < running.ends_at
    assert running.host.code == "LDLD-01-QUANGMINH"
    assert Attendance.objects.of(running).count() > 20
    assert later.starts_at > NOW
    assert Volunteer.objects.get(session=running).user.username == "tinhnguyen.thu"


def test_each_role_has_a_login_that_works() -> None:
    logins = demo_logins()
    assert {login.role for login in logins} == {str(role.label) for role in Role}
    for login in logins:
        client = Client()
        assert client.login(username=login.username, password=login.password), login
        assert Grant.objects.on(localdate()).filter(user__username=login.username).exists(), login


def test_the_worker_who_signs_in_has_sessions_of_her_own() -> None:
    user = User.objects.get(username="congnhan.chi")
    own = Attendance.objects.filter(worker_id=user.worker_account.worker_id)
    assert own.filter(grade=GradeChoice.A, recorded_by_id=user.pk).count() >= 3


def test_the_published_figures_are_there_and_import_again_without_change(system) -> None:
    document = json.loads(PUBLISHED.read_text("utf-8"))
    before = Figure.objects.count()
    again = import_figures(document, actor=system, at=NOW)
    assert (again.saved, again.changed) == (0, 0)
    assert Figure.objects.count() == before
    assert [waiting.name for waiting in WaitingGroup.objects.waiting()] == ["Ba Dinh Ward Trade Union, Hanoi"]
    assert Figure.objects.standing().filter(unit__code="LDLD-01-QUANGMINH", origin="declared").exists()


def test_the_published_figures_are_the_shared_ones(shared) -> None:
    original = json.loads((shared / "facts" / "published_figures.json").read_text("utf-8"))
    assert json.loads(PUBLISHED.read_text("utf-8"))["figures"] == original["figures"]


def test_bookcases_have_guides_scans_and_a_reader_who_missed_a_book() -> None:
    shelves = list(Shelf.objects.all())
    assert {shelf.kind for shelf in shelves} == {"dormitory", "relaxation_corner", "enterprise"}
    assert all(shelf.scans.exists() and shelf.items.filter(guide__isnull=False).exists() for shelf in shelves)
    assert {report.closed_at is None for report in BookReport.objects.all()} == {True, False}
    assert not GuideVersion.objects.filter(verification="verified").exists()


def test_making_it_again_changes_nothing(demo) -> None:
    entries = AuditEntry.objects.count()
    assert is_demo_there()
    assert generate("demo", seed=2) == demo == Summary.now()
    assert AuditEntry.objects.count() == entries
