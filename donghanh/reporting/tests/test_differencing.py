"""A reader without names collects every number of people that he is told, and finds no small group by subtraction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from donghanh.gatherings.models import Attendance, Session
from donghanh.kernel.periods import Period
from donghanh.kernel.small_groups import is_small
from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, grant_role
from donghanh.reporting.asking import Asked, ask
from donghanh.reporting.discretion.shown import HomeShown
from donghanh.reporting.history import import_history
from donghanh.reporting.pages import figures
from donghanh.reporting.pages.parts import breakdown
from donghanh.reporting.reach import home
from donghanh.reporting.tests.test_random_histories import MOMENT
from donghanh.reporting.told import told_rows

TREE = {"F": ["S1", "S2"], "S1": ["G1", "G2", "G3"], "S2": ["G4", "G5"]}
PARENT = {child: parent for parent, children in TREE.items() for child in children}
UNITS = ["F", *PARENT]
GRASSROOTS = [unit for unit in UNITS if unit not in TREE]
TOPICS, AUDIENCES = ["labour_code", "osh"], ["worker", "member"]
DAYS = ["2026-01-10", "2026-02-10", "2026-03-10"]
PERIODS = ["2026-01", "2026-02", "2026-03", "2026-Q1", "2026"]
WHOLE = ("", "")
SLICES = [WHOLE, *((topic, "") for topic in TOPICS), *(("", audience) for audience in AUDIENCES)]
Key = tuple[str, str, tuple[str, str]]
"""A unit, a period, a slice."""


@dataclass(frozen=True)
class Meeting:
    """A session, with the people of each unit who came: so many from one place on."""

    on: str
    topics: tuple[str, ...]
    came: dict[str, range]
    members: bool


@st.composite
def histories(draw: Any) -> tuple[dict[str, int], list[Meeting]]:
    sizes = {unit: draw(st.sampled_from([0, 4, 12, 25])) for unit in GRASSROOTS}
    meetings = []
    for _ in range(draw(st.integers(1, 5))):
        came = {}
        for unit, size in sizes.items():
            first = draw(st.sampled_from([0, 0, 5, 12]))
            came[unit] = range(min(first, size), min(first + draw(st.sampled_from([0, 3, 11, 25])), size))
        topics = tuple(draw(st.sampled_from([TOPICS, TOPICS[:1], TOPICS[1:]])))
        meetings.append(Meeting(draw(st.sampled_from(DAYS)), topics, came, draw(st.booleans())))
    return sizes, meetings


def document(sizes: dict[str, int], meetings: list[Meeting]) -> dict[str, Any]:
    kinds = {"F": "federation", "S": "superior_union", "G": "grassroots_union"}
    since = "2020-01-01"
    return {
        "units": [
            {"code": code, "kind": kinds[code[0]], "parents": [{"parent": PARENT.get(code), "from": since, "to": None}]}
            for code in UNITS
        ],
        "employments": [
            {"worker": f"{unit}-{number}", "unit": unit, "from": since, "to": None}
            for unit, size in sizes.items()
            for number in range(size)
        ],
        "sessions": [
            {
                "id": f"s{place}",
                "on": meeting.on,
                "host": "F",
                "co_hosts": [],
                "topics": list(meeting.topics),
                "named": [[name, "AB"[sum(map(ord, name)) % 2]] for name in people(meeting)],
                "headcounts": [],
            }
            for place, meeting in enumerate(meetings)
        ],
        "merges": [],
    }


def people(meeting: Meeting) -> list[str]:
    return [f"{unit}-{number}" for unit, numbers in meeting.came.items() for number in numbers]


def below(unit: str) -> set[str]:
    return {unit}.union(*(below(child) for child in TREE.get(unit, [])))


@dataclass
class Truth:
    """Who really is behind each question."""

    sizes: dict[str, int]
    meetings: list[Meeting]

    def rolls(self, unit: str) -> set[str]:
        return {f"{each}-{number}" for each in below(unit) & self.sizes.keys() for number in range(self.sizes[each])}

    def reached(self, key: Key) -> set[str]:
        unit, period, (topic, audience) = key
        days = Period.parse(period)
        came: set[str] = set()
        for meeting in self.meetings:
            is_about = not topic or topic in meeting.topics
            is_for = not audience or (audience == "member") == meeting.members
            if is_about and is_for and date.fromisoformat(meeting.on) in days:
                came.update(people(meeting))
        return came & self.rolls(unit)


@pytest.mark.django_db
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(history=histories())
def test_no_subtraction_of_told_numbers_finds_a_small_group(history) -> None:
    sizes, meetings = history
    with transaction.atomic():
        import_history(document(sizes, meetings), actor=User.objects.system())
        came_as_members = [f"s{place}" for place, meeting in enumerate(meetings) if meeting.members]
        sessions = Session.objects.filter(title__in=came_as_members)
        Attendance.objects.filter(session_id__in=sessions.values("pk")).update(audience="member")
        told = dict(everything_told(viewer()))
        transaction.set_rollback(True)
    truth = Truth(sizes, meetings)
    assert_true(told, truth)
    learn_from_sums(told)
    assert_nothing_small(told, truth)


def viewer() -> User:
    system, top = User.objects.system(), Unit.objects.get(code="F")
    reader = create_user("xem", "Vũ Thử Xem", actor=system, unit=top)
    grant_role(reader, "viewer", top, actor=system, starts_on=top.founded_on)
    return reader


def everything_told(reader: User) -> Iterator[tuple[tuple[Key, str], int]]:
    """Ask everything that may be asked, by page and by program; the same question is told the same each time."""
    units = {unit.code: unit for unit in Unit.objects.all()}
    told: dict[tuple[Key, str], int | None] = {}

    def note(key: Key, what: str, value: int | None) -> None:
        assert told.setdefault((key, what), value) == value, (key, what, value)

    for unit, period, (topic, audience) in product(UNITS, PERIODS, SLICES):
        query = QueryDict(f"period={period}&topic={topic}&audience={audience}")
        asked = ask(reader, units[unit], query, at=MOMENT)
        for code, at_home in [(unit, asked.home(home(asked.question))), *told_by_program(asked)]:
            assert not any(is_small(count) for count in (at_home.reached_by_best_grade or {}).values())
            for what in ("on_rolls", "reached", "not_reached"):
                note((code, period, (topic, audience)), what, getattr(at_home, what))
        for url, value in told_by_pages(asked):
            note(*question_of(url), value)
    yield from ((key, value) for key, value in told.items() if value is not None)


def told_by_program(asked: Asked) -> Iterator[tuple[str, HomeShown]]:
    if asked.question.unit.code not in TREE:
        return
    for row in told_rows(asked, "grassroots_union"):
        assert row.home is not None
        yield row.row.key, row.home


def told_by_pages(asked: Asked) -> Iterator[tuple[str, int]]:
    is_whole = not (asked.question.topics or asked.question.audience)
    for by in ("unit", "topic", "audience") if is_whole else ("unit",):
        for row in breakdown(asked, by, all_units=True)[0]:
            for figure in (row.rolls, row.reached, row.not_reached) if row.opens else ():
                if figure is not None and figure.value is not None:
                    yield figure.url, int(figure.value)


def question_of(url: str) -> tuple[Key, str]:
    """Read the question from the address behind a figure."""
    path, _, query = url.partition("?")
    _reach, unit, _records, what = path.strip("/").split("/")
    asked = QueryDict(query)
    key = (asked.get("branch") or unit, asked["period"], (asked.get("topic", ""), asked.get("audience", "")))
    return key, {figures.ROLLS: "on_rolls", figures.REACHED: "reached", figures.NOT_REACHED: "not_reached"}[what]


Told = dict[tuple[Key, str], int]


def learn_from_sums(told: Told) -> None:
    """Work out what a sum leaves: the parts of a unit add up to it, the reached and the others to the rolls."""
    known_before = -1
    while len(told) > known_before:
        known_before = len(told)
        for unit, period, part in product(UNITS, PERIODS, SLICES):
            rolls = told.get(((unit, period, part), "on_rolls"))
            for each in product(PERIODS, SLICES):  # The rolls of this history never change.
                if rolls is not None:
                    told[(unit, *each), "on_rolls"] = rolls
            halves = [((unit, period, part), "reached"), ((unit, period, part), "not_reached")]
            learn_last(told, ((unit, period, part), "on_rolls"), halves)
            for what in ("on_rolls", "reached", "not_reached"):
                if unit in TREE:
                    learn_last(
                        told,
                        ((unit, period, part), what),
                        [((child, period, part), what) for child in TREE[unit]],
                    )


def learn_last(told: Told, whole: tuple[Key, str], parts: list[tuple[Key, str]]) -> None:
    unknown = [each for each in (whole, *parts) if each not in told]
    if len(unknown) != 1:
        return
    known = sum(told[each] for each in parts if each in told)
    told[unknown[0]] = known if unknown[0] == whole else told[whole] - known


def assert_true(told: Told, truth: Truth) -> None:
    for (key, what), value in told.items():
        assert value == len(behind(truth, key, what)), (key, what)


def behind(truth: Truth, key: Key, what: str) -> set[str]:
    rolls, reached = truth.rolls(key[0]), truth.reached(key)
    return {"on_rolls": rolls, "reached": reached, "not_reached": rolls - reached}[what]


def assert_nothing_small(told: Told, truth: Truth) -> None:
    """Look at every number and at every pair of which one group lies within the other."""
    groups = {each: behind(truth, *each) for each in told}
    assert {each: len(group) for each, group in groups.items()} == told
    for each, group in groups.items():
        assert not is_small(len(group)), (each, len(group))
    for (inner, inside), (outer, outside) in product(groups.items(), repeat=2):
        if contains(outer, inner):
            assert not is_small(len(outside) - len(inside)), (outer, inner, len(outside), len(inside))


def contains(outer: tuple[Key, str], inner: tuple[Key, str]) -> bool:
    """Tell whether one question contains the other by what is asked, not by chance."""
    ((unit, period, part), what), ((unit_in, period_in, part_in), what_in) = outer, inner
    if unit_in not in below(unit):
        return False
    if what_in != what:
        return what == "on_rolls"
    is_wider = Period.parse(period).covers(Period.parse(period_in)) and part in (part_in, WHOLE)
    return what == "on_rolls" or (is_wider if what == "reached" else (period, part) == (period_in, part_in))
