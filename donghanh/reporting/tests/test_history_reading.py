"""What a history file may not hold: each is named with its place before anything is written."""

from typing import Any

import pytest

from donghanh.org.models import Unit
from donghanh.reporting.history import import_history
from donghanh.reporting.history.reading import BadHistory


def history(
    *, on: object = "2026-03-05", count: object = 40, name: object = "Thử", until: object = None
) -> dict[str, Any]:
    """Return a history of one unit, one worker and one session."""
    place = {"parent": None, "from": "2020-01-01"}
    headcount = {"audience": "worker", "count": count, "grade": "C"}
    return {
        "units": [{"code": "THU-9", "name": name, "kind": "federation", "parents": [place]}],
        "employments": [{"worker": "w1", "unit": "THU-9", "from": "2024-01-01", "to": until}],
        "sessions": [{"id": "s1", "on": on, "host": "THU-9", "topics": ["labour_code"], "headcounts": [headcount]}],
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"on": "9999-12-31"}, "sessions[0].on"),
        ({"on": "0001-01-01"}, "sessions[0].on"),
        ({"until": "9999-12-31"}, "employments[0].to"),
        ({"count": 2**63}, "sessions[0].headcounts[0].count"),
        ({"count": -1}, "sessions[0].headcounts[0].count"),
        ({"name": "\ud800"}, "history"),
        ({"name": "Thử\0"}, "history"),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused_with_its_place(system, wrong, place) -> None:
    with pytest.raises(BadHistory) as refusal:
        import_history(history(**wrong), actor=system)
    assert str(refusal.value).startswith(f"{place}: ")
    assert not Unit.objects.filter(code="THU-9").exists()


def test_the_same_history_without_the_fault_is_taken_in(system) -> None:
    assert import_history(history(), actor=system).sessions == 1
