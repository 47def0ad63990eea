"""Two provinces live side by side at random; what happens in one, the readers of the other do not notice."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from donghanh.conftest import FIRST_DAY
from donghanh.gatherings import services as gatherings
from donghanh.gatherings.models import Session
from donghanh.indicators.amounts import Amount
from donghanh.indicators.services import Statement, declare_figure
from donghanh.kernel.errors import DomainError
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.models import Grant, Unit, User
from donghanh.org.services import create_user, end_role, found_unit, grant_role, merge_unit, move_unit
from donghanh.people.models import Worker
from donghanh.people.services import register_worker
from donghanh.tests.doors.answers import knock
from donghanh.tests.doors.readers import Reader, signed_in
from donghanh.tests.doors.scenery import KIND, NOW

EAST, WEST = "zqdong", "zqtay"
"""Every name and code of a province carries its word."""
ROLES = ("viewer", "officer", "leader", "administrator", "volunteer")
PAGES = (
    ("web:home", ""), ("web:search", "?q=Zq"), ("org:unit-list", ""), ("org:unit-suggestions", "?field=a&a=Zq"),
    ("gatherings:co-host-suggestions", "?field=a&a=Zq"), ("people:worker-list", ""),
    ("people:worker-list", "?export=csv"), ("gatherings:session-new", ""), ("core:import-list", ""),
    ("people:enterprise-list", ""), ("people:duplicate-list", ""), ("gatherings:session-list", "?period=2026"),
    ("gatherings:session-list", "?export=xlsx&period=2026"), ("gatherings:session-week", ""),
    ("indicators:figure-list", ""), ("indicators:waiting-list", ""), ("reporting:report-list", ""),
)  # fmt: skip
ABOUT_A_UNIT = ("org:unit-detail", "org:unit-tree", "org:user-list", "org:unit-visibility", "reporting:reach-detail")
ABOUT_A_WORKER = ("people:worker-detail", "people:worker-edit", "gatherings:worker-attendances")
ABOUT_A_SESSION = ("gatherings:session-detail", "gatherings:session-presence", "gatherings:session-desk")
NO_ID, NO_CODE = 987_654, "KHONG-CO"
WATCHED = 5


@dataclass
class Province:
    """One province as it has become, and those who read in it."""

    word: str
    federation: Unit
    communes: list[Unit]
    unions: list[Unit]
    readers: list[Reader]
    workers: list[Worker] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    made: int = 0
    watched: list[tuple[Reader, str]] = field(default_factory=list)
    seen: list[list[str]] = field(default_factory=list)
    """What the watched pages showed last, as long as nothing happened here since."""

    def name(self, what: str) -> str:
        """Return a name that tells the province, and sorts anywhere in a list."""
        self.made += 1
        return f"{what} {chr(ord('A') + self.made * 7 % 26)}{self.made} {self.word}"


def founded(word: str, root: Unit, system: User) -> Province:
    """Found a province with two communes, two grassroots unions, and a reader at each level."""
    federation = found_unit(
        f"{word}-F".upper(), f"Liên đoàn {word}", "federation", actor=system, parent=root, on=FIRST_DAY
    )
    communes = [
        found_unit(
            f"{word}-C{n}".upper(), f"Xã {n} {word}", "superior_union", actor=system, parent=federation, on=FIRST_DAY
        )
        for n in (1, 2)
    ]
    unions = [
        found_unit(
            f"{word}-G{n}".upper(), f"CĐCS {n} {word}", "grassroots_union", actor=system, parent=commune, on=FIRST_DAY
        )
        for n, commune in enumerate(communes)
    ]
    readers = []
    for role, unit in (
        ("leader", federation),
        ("administrator", federation),
        ("officer", communes[0]),
        ("viewer", unions[0]),
    ):
        user = create_user(f"{word}.{role}", f"Ví Dụ {word}", actor=system, unit=unit)
        grant_role(user, role, unit, actor=system, starts_on=FIRST_DAY)
        readers.append(signed_in(f"{role} of {word}", role, unit.code, user))
    return Province(word, federation, communes, unions, readers)


class TwoProvinces(RuleBasedStateMachine):
    """Do one thing after another in either province, and look at the other through the eyes of its readers."""

    def __init__(self) -> None:
        super().__init__()
        self._undo = ExitStack()
        self._undo.enter_context(transaction.atomic())
        self.system = User.objects.system()
        root = found_unit("ZQ-GOC", "Tổng Liên đoàn", "confederation", actor=self.system, parent=None, on=FIRST_DAY)
        self.provinces = {word: founded(word, root, self.system) for word in (EAST, WEST)}

    def teardown(self) -> None:
        """Give the database back as it was found."""
        transaction.set_rollback(True)
        self._undo.close()

    @initialize(reader=st.integers(0, 3), page=st.integers(0, 99))
    def choose(self, reader: int, page: int) -> None:
        """Choose whose eyes to look through this time, and at which pages."""
        for province in self.provinces.values():
            code = province.federation.code
            own = [reverse("reporting:reach-detail", args=[code]), reverse("org:unit-detail", args=[code])]
            urls = [*(reverse(name) + query for name, query in PAGES), *own]
            province.watched = [
                (_one(province.readers, reader), _one(urls, page * WATCHED + n)) for n in range(WATCHED)
            ]

    def happen(self, province: Province, deed: Callable[[], Any]) -> None:
        """Let something happen in a province, if the rules allow it: the watched pages of the other stay."""
        other = next(each for each in self.provinces.values() if each is not province)
        before = other.seen or [seen(reader, url, province.word) for reader, url in other.watched]
        with suppress(DomainError), transaction.atomic():
            deed()
        province.seen = []
        other.seen = [seen(reader, url, province.word) for reader, url in other.watched]
        assert other.seen == before, f"{other.word} noticed what happened in {province.word}"

    @rule(where=st.sampled_from((EAST, WEST)), role=st.sampled_from(ROLES), pick=st.integers(0, 9))
    def grant(self, where: str, role: str, pick: int) -> None:
        """Give one of the readers another role in his province."""
        province = self.provinces[where]
        user, unit = _one(province.readers, pick).user, _one(_units(province), pick)
        assert user is not None
        self.happen(province, lambda: grant_role(user, role, unit, actor=self.system, starts_on=FIRST_DAY))

    @rule(where=st.sampled_from((EAST, WEST)), pick=st.integers(0, 9))
    def end(self, where: str, pick: int) -> None:
        """Take a role away."""
        province = self.provinces[where]
        grants = list(Grant.objects.filter(unit__in=_units(province)).order_by("pk"))
        if grants:
            self.happen(province, lambda: end_role(_one(grants, pick), actor=self.system, on=NOW.date()))

    @rule(where=st.sampled_from((EAST, WEST)), pick=st.integers(0, 9))
    def found(self, where: str, pick: int) -> None:
        """Found a grassroots union."""
        province = self.provinces[where]
        parent, name = _one(province.communes, pick), province.name("CĐCS")

        def deed() -> None:
            code = f"{where}-{province.made}".upper()
            province.unions.append(
                found_unit(code, name, "grassroots_union", actor=self.system, parent=parent, on=FIRST_DAY)
            )

        self.happen(province, deed)

    @rule(where=st.sampled_from((EAST, WEST)), pick=st.integers(0, 9), merges=st.booleans())
    def move_or_merge(self, where: str, pick: int, merges: bool) -> None:
        """Hang a union elsewhere in its province, or merge it into another."""
        province = self.provinces[where]
        unit, other, commune = (
            _one(province.unions, pick),
            _one(province.unions, pick + 1),
            _one(province.communes, pick),
        )
        if merges:
            self.happen(province, lambda: merge_unit(unit, other, actor=self.system, on=NOW.date()))
        else:
            self.happen(province, lambda: move_unit(unit, commune, actor=self.system, on=NOW.date()))

    @rule(where=st.sampled_from((EAST, WEST)), pick=st.integers(0, 9))
    def register(self, where: str, pick: int) -> None:
        """Put somebody on the rolls of a union."""
        province = self.provinces[where]
        unit, name = _one(province.unions, pick), province.name("Ví Dụ")
        phone = f"09{'1' if where == EAST else '2'}{province.made:07d}"

        def deed() -> None:
            worker = register_worker(name, unit, actor=self.system, starts_on=FIRST_DAY, phone=phone)
            province.workers.append(worker)

        self.happen(province, deed)

    @rule(where=st.sampled_from((EAST, WEST)), pick=st.integers(0, 9))
    def plan(self, where: str, pick: int) -> None:
        """Plan a session that runs now, alone or with another unit of the province."""
        province = self.provinces[where]
        units = _units(province)
        host, beside, title = _one(units, pick), _one(units, pick + 2), province.name("Chuyên đề")

        def deed() -> None:
            session = gatherings.plan_session(
                title, host, topics=Topic.objects.filter(code="wages"), starts_at=NOW - timedelta(hours=1),
                ends_at=NOW + timedelta(hours=1), actor=self.system, at=NOW - timedelta(days=1),
                co_hosts=[beside] if pick % 2 and beside != host else [],
            )  # fmt: skip
            province.sessions.append(session)

        self.happen(province, deed)

    @rule(where=st.sampled_from((EAST, WEST)), pick=st.integers(0, 9))
    def check_in(self, where: str, pick: int) -> None:
        """Let somebody come to a session of his province."""
        province = self.provinces[where]
        if province.workers and province.sessions:
            worker, session = _one(province.workers, pick), _one(province.sessions, pick)
            self.happen(province, lambda: gatherings.record_names(session, [worker], actor=self.system, at=NOW))

    @rule(where=st.sampled_from((EAST, WEST)), pick=st.integers(0, 9))
    def declare(self, where: str, pick: int) -> None:
        """Declare a figure of a unit."""
        province = self.provinces[where]
        unit = _one(_units(province), pick)
        statement = Statement(
            indicator="legal_education_sessions", period=Period.parse(f"2026-0{pick % 6 + 1}"),
            amount=Amount(value=100 + pick), source=f"Sổ {where}",
        )  # fmt: skip
        self.happen(province, lambda: declare_figure(unit, statement, actor=self.system, at=NOW))

    @rule(pick=st.integers(0, 10_000))
    def pry(self, pick: int) -> None:
        """Ask for something of the other province: it is answered as what never was."""
        for here, there in ((EAST, WEST), (WEST, EAST)):
            reader, others = _one(self.provinces[here].readers, pick), self.provinces[there]
            for name, theirs, nothing in _addresses(others, pick):
                real, none = reverse(name, args=theirs), reverse(name, args=nothing)
                assert knock(reader, "GET", real).shape(real) == knock(reader, "GET", none).shape(none), name


def seen(reader: Reader, url: str, other: str) -> list[str]:
    """Return what a reader is shown, which never speaks of the other province."""
    answer = knock(reader, "GET", url)
    assert other not in answer.text, f"{reader.name} reads of {other} at {url}"
    return answer.shape()


def _one(things: Any, pick: int) -> Any:
    return things[pick % len(things)]


def _units(province: Province) -> list[Unit]:
    return [province.federation, *province.communes, *province.unions]


def _addresses(others: Province, pick: int) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Return an address of each kind about the other province, and the same about nothing."""
    yield _one(ABOUT_A_UNIT, pick), [_one(_units(others), pick).code], [NO_CODE]
    yield "reporting:report-detail", [_one(_units(others), pick).code, KIND, _YEAR], [NO_CODE, KIND, _YEAR]
    if others.workers:
        yield _one(ABOUT_A_WORKER, pick), [_one(others.workers, pick).pk], [NO_ID]
    if others.sessions:
        yield _one(ABOUT_A_SESSION, pick), [_one(others.sessions, pick).pk], [NO_ID]


_YEAR = Period.parse("2026")


@pytest.mark.usefixtures("db")
def test_nothing_of_one_province_ever_shows_to_the_other() -> None:
    """Answer for SECURITY 4: bodies, counts, order, files, error texts, statuses and heads alike."""
    quietly = settings(
        max_examples=9, stateful_step_count=20, deadline=None, derandomize=True, database=None,
        phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    with time_machine.travel(NOW, tick=False):
        run_state_machine_as_test(TwoProvinces, settings=quietly)
