"""Every address, asked for by every role from every place: it opens for those the matrix names, and for nobody else."""

import pytest
from django.urls import reverse

from donghanh.tests.doors.answers import Answer, knock
from donghanh.tests.doors.readers import Reader
from donghanh.tests.doors.register import DOORS
from donghanh.tests.doors.register.door import Door
from donghanh.tests.doors.scenery import Scenery


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("name", DOORS)
def test_a_door_opens_for_those_the_matrix_names_and_shows_them_nothing_else(name: str, scenery: Scenery) -> None:
    """Answer for SECURITY 1, 3 and 5."""
    door, wrong = DOORS[name], []
    for target in door.where(scenery):
        url = reverse(name, args=door.args(target.records))
        for reader in scenery.knocking_at(target):
            may = door.needs(reader, target)
            for query in door.asked_by(reader, may):
                answer = knock(
                    reader, door.methods[0], url + query, door.sends(target) if door.methods[0] != "GET" else None
                )
                wrong += [f"{reader.name} at {url}{query}: {fault}" for fault in faults(answer, door, reader, may)]
                wrong += [
                    f"{reader.name} at {url}{query}: reads {fact}" for fact in betrayed(answer, scenery, reader, door)
                ]
    assert not wrong, "\n".join(wrong)


def betrayed(answer: Answer, scenery: Scenery, reader: Reader, door: Door) -> list[str]:
    """Return the facts that an answer shows and its reader may not read."""
    return [
        mark.fact
        for mark in scenery.marks.all
        if answer.betrays(mark)
        and not mark.may_be_read_by(reader.name, reader.role, reader.held_at)
        and not (door.hands_all_out and mark.is_hidden_number)
    ]


def faults(answer: Answer, door: Door, reader: Reader, may: bool) -> list[str]:
    """Return what is wrong with the status of an answer."""
    if answer.status >= 500:
        return [f"broke with {answer.status}"]
    if not may and answer.written:
        return [f"wrote {sorted(answer.written)}"]
    if door.leads_elsewhere:
        return []
    if not may and not reader.is_signed_in:
        return [] if answer.asks_to_sign_in else [f"was not asked to sign in but got {answer.status}"]
    if may == answer.is_refusal or answer.asks_to_sign_in:
        return [f"should {'open' if may else 'not exist'}, got {answer.status}"]
    return []
