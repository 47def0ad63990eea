"""Random histories: the fast count, the slow count and the records behind the figures agree."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils.timezone import make_aware
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from donghanh.gatherings.models import Session
from donghanh.gatherings.services import fold_session, fold_waiting
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.reporting import records
from donghanh.reporting.history import import_history
from donghanh.reporting.reach import Question, home, hosted
from donghanh.reporting.reach.breakdowns import by_month, by_unit_level
from donghanh.reporting.tests.brute_force import PlainHistory

AS_OF = "2026-10-01"
MOMENT = make_aware(datetime.fromisoformat(f"{AS_OF}T12:00"))
TOPICS = ["labour_code", "osh", "trade_union_law"]
WORKERS = [f"w{number}" for number in range(1, 7)]
GRASSROOTS, HOSTS = ["G1", "G2", "G3"], ["F", "S1", "S2", "G1", "G2", "G3", "V"]


def days(first: str = "2026-01-01", last: str = "2026-11-30") -> st.SearchStrategy[str]:
    return st.dates(date.fromisoformat(first), date.fromisoformat(last)).map(date.isoformat)


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


@st.composite
def units(draw: Any) -> list[dict[str, Any]]:
    def place(parent: str | None, first: str = "2020-01-01", last: str | None = None) -> dict[str, Any]:
        return {"parent": parent, "from": first, "to": last}

    fixed = {"F": None, "S1": "F", "S2": "F", "G1": "S1", "G3": "S2", "V": None}
    kinds = {"F": "federation", "V": "social_security", "S": "superior_union", "G": "grassroots_union"}
    rows = [{"code": code, "kind": kinds[code[0]], "parents": [place(parent)]} for code, parent in fixed.items()]
    moved_on = draw(days() | st.none())
    places = [place("S1")]
    if moved_on:
        places = [place("S1", last=day_before(moved_on)), place("S2", moved_on)]
    rows.insert(4, {"code": "G2", "kind": "grassroots_union", "parents": places})
    return rows


@st.composite
def employments(draw: Any) -> list[dict[str, Any]]:
    rows = []
    for worker in WORKERS:
        first_unit = draw(st.sampled_from(GRASSROOTS))
        left_on = draw(st.none() | days())
        rows.append(
            {
                "worker": worker, "unit": first_unit, "from": "2024-01-01",
                "to": day_before(left_on) if left_on else None,
            }
        )  # fmt: skip
        if left_on and draw(st.booleans()):
            rows.append({"worker": worker, "unit": draw(st.sampled_from(GRASSROOTS)), "from": left_on, "to": None})
    return rows


@st.composite
def sessions(draw: Any) -> list[dict[str, Any]]:
    rows = []
    for number in range(draw(st.integers(1, 6))):
        host, on = draw(st.sampled_from(HOSTS)), draw(days())
        row = {
            "id": f"s{number}",
            "on": on,
            "host": host,
            "co_hosts": draw(st.lists(st.sampled_from([h for h in HOSTS if h != host]), unique=True, max_size=2)),
            "topics": draw(st.lists(st.sampled_from(TOPICS), unique=True, min_size=1, max_size=2)),
            "named": [],
            "headcounts": [],
        }
        entered_on = on
        if draw(st.booleans()):
            entered_on = (date.fromisoformat(on) + timedelta(days=draw(st.integers(0, 60)))).isoformat()
            row["entered_on"] = entered_on
        if on <= AS_OF and draw(st.integers(0, 9)) > 0:
            names = draw(st.lists(st.sampled_from(WORKERS), unique=True, max_size=6))
            row["named"] = [[name, draw(st.sampled_from("AB"))] for name in names]
            row["annulled"] = [name for name in names if draw(st.integers(0, 4)) == 0]
            audiences = draw(st.lists(st.sampled_from(["worker", "employer", "official"]), unique=True, max_size=2))
            row["headcounts"] = [
                {"audience": audience, "count": draw(st.integers(0, 8)), "grade": draw(st.sampled_from("CD"))}
                for audience in audiences
            ]
            if draw(st.booleans()):
                row["topics_before"] = draw(st.lists(st.sampled_from(TOPICS), unique=True, min_size=1, max_size=2))
                row["retopiced_on"] = entered_on
        else:
            row["cancelled_on"] = day_before(on)
            row.pop("entered_on", None)
        rows.append(row)
    return rows


@st.composite
def merges(draw: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    into: dict[str, str] = {}
    for number in range(draw(st.integers(0, 4))):
        on = (date(2026, 2, 1) + timedelta(days=40 * number)).isoformat()
        if into and draw(st.booleans()):
            gone = draw(st.sampled_from(sorted(into)))
            rows.append({"on": on, "undone": [into.pop(gone), gone]})
            continue
        free = [worker for worker in WORKERS if worker not in into]
        kept, gone = draw(st.permutations(free))[:2]
        into[gone] = kept
        rows.append({"on": on, "kept": kept, "gone": gone})
    return rows


@st.composite
def histories(draw: Any) -> dict[str, Any]:
    return {
        "units": draw(units()),
        "employments": draw(employments()),
        "sessions": draw(sessions()),
        "merges": draw(merges()),
    }


def as_data(question: Question, names: dict[int, str | None]) -> tuple[dict[str, Any], dict[str, Any]]:
    was_hosted, at_home = hosted(question), home(question)
    return (
        {
            "sessions": was_hosted.sessions,
            "attendances": was_hosted.attendances,
            "attendances_by_grade": {grade.value: n for grade, n in sorted(was_hosted.attendances_by_grade.items())},
            "people": was_hosted.people,
            "people_by_best_grade": {grade.value: n for grade, n in sorted(was_hosted.people_by_best_grade.items())},
        },
        {
            "on_rolls": len(at_home.on_rolls),
            "reached": len(at_home.reached),
            "not_reached": sorted(str(names[pk]) for pk in at_home.not_reached),
        },
    )


def check_records(question: Question) -> None:
    """Compare every figure with the number of rows behind it, which plain SQL lists."""
    was_hosted, at_home = hosted(question), home(question)
    beyond = sum(row.count for row in records.beyond_names(question))
    assert records.named_attendances(question).count() + beyond == was_hosted.attendances
    assert records.present_at_hosted(question).count() == was_hosted.people
    assert records.employed(question).count() == len(at_home.on_rolls)
    assert records.reached(question).count() == len(at_home.reached)
    assert records.not_reached(question).count() == len(at_home.not_reached)


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # Shrinking replays hundreds of histories; a failure is short enough.
)
@given(
    history=histories(),
    ends=st.lists(days(last="2026-12-31"), min_size=2, max_size=2),
    topic=st.sampled_from(TOPICS),
    folded=st.sampled_from(["none", "some", "all"]),
)
def test_reach_of_any_history_equals_the_brute_force(history, ends, topic, folded) -> None:
    first, last = sorted(ends)
    with transaction.atomic():
        import_history(history, actor=User.objects.system())
        fold(folded)
        plain, names = PlainHistory(history, AS_OF), dict(Worker.objects.values_list("pk", "member_no"))
        for unit in Unit.objects.all():
            for asked in (None, topic):
                question = Question(unit, Period.parse(f"{first}/{last}"), at=MOMENT, topics=(asked,) if asked else ())
                expected = (plain.hosted(unit.code, first, last, asked), plain.home(unit.code, first, last, asked))
                assert as_data(question, names) == expected, (unit.code, asked)
            check_records(question)
        check_breakdowns(Question(Unit.objects.get(code="F"), question.period, at=MOMENT), plain)
        transaction.set_rollback(True)


def fold(how_many: str) -> None:
    if how_many == "all":
        fold_waiting()
    elif how_many == "some":
        fold_session(Session.objects.order_by("pk").values_list("pk", flat=True)[0])


def check_breakdowns(question: Question, plain: PlainHistory) -> None:
    """Compare the rows by month with the months themselves, and the rows by unit with their records."""
    code = question.unit.code
    for row in by_month(question):
        month = Period.parse(row.key)
        first, last = str(month.starts_on), str(month.ends_on)
        assert row.hosted.people == plain.hosted(code, first, last, None)["people"]
        assert len(row.home.reached) == plain.home(code, first, last, None)["reached"]
    for row in by_unit_level(question, "grassroots_union"):
        branch = Unit.objects.get(code=row.key)
        part = Question(question.unit, question.period, at=question.at, branch=branch)
        assert (hosted(part).people, len(home(part).reached)) == (row.hosted.people, len(row.home.reached))
        check_records(part)
