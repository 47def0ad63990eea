"""Sets of data: the same again by the same seed, exact in size, never mixed with other data."""

import hashlib
from collections.abc import Iterable
from datetime import date, time, timedelta
from random import Random

import pytest
from django.db import transaction
from django.db.models import Model

from donghanh.demo import generate, is_demo_there
from donghanh.demo.errors import DatabaseNotEmpty, TooEarly, UnknownScale
from donghanh.demo.rhythm import later_on, moment, running_at
from donghanh.demo.scales import Scale
from donghanh.demo.sheets import sign_sheet
from donghanh.demo.tests.conftest import CROWD, SMALL, TODAY
from donghanh.gatherings.models import Attendance, Headcount, Session
from donghanh.indicators.models import Figure
from donghanh.org.models import Unit, UnitPlacement, User
from donghanh.people.models import Employment, Enterprise, Membership, Merge, Worker

FACTS: dict[type[Model], tuple[str, ...]] = {
    Unit: ("code", "name", "founded_on", "closed_on", "successor__code"),
    UnitPlacement: ("unit__code", "parent__code", "starts_on", "ends_on", "decision__number"),
    User: ("username", "full_name"),
    Enterprise: ("name", "tax_code", "unit__code"),
    Worker: ("full_name", "phone", "member_no", "birth_year", "is_provisional", "merged_into__full_name"),
    Employment: ("worker__full_name", "unit__code", "starts_on", "ends_on"),
    Membership: ("worker__full_name", "unit__code", "starts_on", "ends_on"),
    Merge: ("kept__full_name", "gone__full_name", "merged_at", "undone_at"),
    Session: ("code", "title", "host__code", "starts_at", "cancelled_at", "entered_by__username", "is_public"),
    Headcount: ("session__code", "audience", "count", "grade", "evidence__sha256", "recorded_at"),
    Figure: ("unit__code", "indicator__code", "starts_on", "value"),
}


def digest() -> str:
    """Say in one line everything that a seed decides; row numbers and random keys are not among it."""
    found = hashlib.sha256()
    for model, names in FACTS.items():
        _add(found, model._default_manager.values_list(*names))
    sessions = dict(Session.objects.values_list("pk", "code"))
    people = dict(Worker.objects.values_list("pk", "full_name"))
    rows = Attendance.objects.values_list("session_id", "worker_id", "grade", "checked_in_at", "annulled_at")
    _add(found, [(sessions[session], people[worker], *rest) for session, worker, *rest in rows])
    return found.hexdigest()


def _add(found: "hashlib._Hash", rows: Iterable[object]) -> None:
    for row in sorted(map(repr, rows)):
        found.update(row.encode())


def made(scale: Scale, seed: int, today: date = TODAY) -> str:
    """Make a set of data, take it back, and return its digest."""
    with transaction.atomic():
        generate(scale, seed=seed, today=today)
        found = digest()
        transaction.set_rollback(True)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("scale", [SMALL, CROWD], ids=lambda scale: scale.name)
def test_one_seed_and_one_day_give_one_set_of_data(scale) -> None:
    assert made(scale, seed=7) == made(scale, seed=7)


@pytest.mark.django_db
def test_another_seed_or_another_day_gives_other_data() -> None:
    found = {made(CROWD, 7), made(CROWD, 8), made(CROWD, 7, TODAY + timedelta(days=1))}
    assert len(found) == 3


@pytest.mark.django_db
def test_a_province_has_as_many_people_and_attendances_as_asked_for() -> None:
    summary = generate(CROWD, today=TODAY)
    assert summary.workers == pytest.approx(CROWD.workers, rel=0.02)
    assert summary.sessions == CROWD.sessions
    assert summary.attendances == pytest.approx(CROWD.attendances, rel=0.1)
    assert Unit.objects.filter(kind="grassroots_union").count() == CROWD.grassroots_unions
    assert not Session.objects.to_fold().exists()
    assert not is_demo_there()


@pytest.mark.django_db
@pytest.mark.parametrize("today", [date(2025, 10, 1), date(2026, 2, 28), date(2029, 12, 31)])
def test_the_living_organisation_can_end_on_any_day_since_it_exists(today) -> None:
    assert generate(SMALL, today=today).attendances > 100
    assert Session.objects.filter(held_on=today).count() == 2


@pytest.mark.django_db
def test_it_cannot_end_before_the_commune_union_has_its_people() -> None:
    with pytest.raises(TooEarly, match=r"30/09/2025.*01/10/2025"):
        generate(SMALL, today=date(2025, 9, 30))
    assert not Unit.objects.exists()


def test_other_data_is_never_touched(province) -> None:
    with pytest.raises(DatabaseNotEmpty, match="2"):
        generate(SMALL, today=TODAY)
    assert Unit.objects.count() == 2
    assert not is_demo_there()


@pytest.mark.django_db
def test_another_scale_is_not_added_to_the_first() -> None:
    generate(CROWD, today=TODAY)
    with pytest.raises(DatabaseNotEmpty):
        generate("demo", today=TODAY)


@pytest.mark.django_db
def test_an_unknown_scale_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownScale, match=r"moon.*demo, bench, province"):
        generate("moon", today=TODAY)


@pytest.mark.django_db
def test_whoever_stops_half_way_finds_the_database_empty_again() -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        generate(CROWD, today=TODAY, progress=stop)
    assert not Unit.objects.exists()


@pytest.mark.django_db
def test_progress_grows_to_the_end() -> None:
    told: list[int] = []
    generate(CROWD, today=TODAY, progress=lambda done, total: told.append(done * 100 // total))
    assert told == sorted(told)
    assert told[-1] == 100
    assert len(told) > 20


@pytest.mark.parametrize("hour", range(24))
def test_the_sessions_of_today_begin_today_at_any_hour(hour) -> None:
    for minute in (0, 29, 30, 59):
        now = moment(TODAY, time(hour, minute))
        starts_at, ends_at = running_at(now)
        assert starts_at <= now < ends_at
        assert starts_at.date() == later_on(now)[0].date() == now.date()


def test_a_sign_sheet_is_a_picture() -> None:
    sheet = sign_sheet(Random(1), 12)
    assert sheet.startswith(b"\x89PNG\r\n\x1a\n")
    assert sheet.endswith(b"IEND\xaeB`\x82")
    assert len(sheet) < 20_000
