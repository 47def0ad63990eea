"""No input, however spoilt, ends otherwise than in an answer (SECURITY 38)."""

import pytest

from donghanh.bench.fuzz import fuzzed
from donghanh.org.models import Unit, User

INPUTS = 2_000


@pytest.mark.django_db
@pytest.mark.usefixtures("system", "factory_union")
def test_two_thousand_spoilt_inputs_end_in_an_answer_and_change_nothing(tmp_path) -> None:
    before = Unit.objects.count(), User.objects.count()
    tallies = fuzzed(INPUTS, seed=2, folder=tmp_path)
    crashes = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.txt"))]
    assert not crashes, crashes[0]
    assert sum(tally.inputs for tally in tallies) >= INPUTS
    assert all(tally.read + tally.refused == tally.inputs for tally in tallies)
    assert any(tally.read for tally in tallies)
    assert (Unit.objects.count(), User.objects.count()) == before


@pytest.mark.django_db
@pytest.mark.usefixtures("system", "factory_union")
def test_the_same_dice_give_the_same_inputs(tmp_path) -> None:
    first, second = (fuzzed(60, seed=3, folder=tmp_path / name) for name in ("one", "two"))
    assert [(tally.parser, tally.read) for tally in first] == [(tally.parser, tally.read) for tally in second]
