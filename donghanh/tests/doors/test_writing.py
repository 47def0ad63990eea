"""Whoever a door is closed to changes nothing by knocking, whatever he sends."""

import pytest
from django.urls import reverse

from donghanh.tests.doors.answers import knock
from donghanh.tests.doors.register import DOORS
from donghanh.tests.doors.register.door import BOTH
from donghanh.tests.doors.scenery import Scenery

WRITING = {name: door for name, door in DOORS.items() if door.thing and door.methods == BOTH}
"""The forms: a door that only takes what is sent was knocked at in that way already."""


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("name", WRITING)
def test_what_is_sent_to_a_closed_door_is_not_written(name: str, scenery: Scenery) -> None:
    """Answer for SECURITY 1 and 5: the same sheet is sent by everybody, and counts for those the matrix names only."""
    door, wrong = WRITING[name], []
    for target in door.where(scenery):
        url = reverse(name, args=door.args(target.records))
        for reader in scenery.knocking_at(target):
            may = door.needs(reader, target)
            if may and not reader.is_thorough:
                continue
            answer = knock(reader, "POST", url, door.sends(target))
            closed = answer.is_refusal or answer.asks_to_sign_in
            if answer.status >= 500 or may == closed or (not may and answer.written):
                wrong.append(f"{reader.name} at {url}: got {answer.status}, wrote {sorted(answer.written)}")
    assert not wrong, "\n".join(wrong)
