"""What exists elsewhere and what does not exist are answered alike: the same status, the same words, the same heads."""

from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from donghanh.tests.doors.answers import Answer, knock
from donghanh.tests.doors.readers import Reader
from donghanh.tests.doors.register import DOORS
from donghanh.tests.doors.scenery import Scenery

STRANGERS = ("leader@P2", "volunteer@P", "worker@G2")
NO_ID, NO_CODE, NO_UUID, NO_WORD = 987_654, "KHONG-CO", UUID(int=1), "Zqzzzq"
ABOUT_SOMETHING = [name for name, door in DOORS.items() if door.thing]


def nowhere(argument: Any) -> Any:
    """Return something of the same kind that does not exist."""
    if isinstance(argument, UUID):
        return NO_UUID
    if isinstance(argument, int):
        return NO_ID
    return NO_CODE if isinstance(argument, str) and argument.startswith("DV-") else argument


@pytest.mark.parametrize("name", ABOUT_SOMETHING)
def test_a_record_of_others_answers_as_one_that_never_was(name: str, scenery: Scenery) -> None:
    """Answer for SECURITY 3."""
    door = DOORS[name]
    for target in door.where(scenery):
        there = door.args(target.records)
        for reader in (scenery.readers[stranger] for stranger in STRANGERS):
            if door.needs(reader, target):
                continue
            for method in door.methods:
                answers = [_asked(reader, method, name, args) for args in (there, [nowhere(each) for each in there])]
                assert answers[0] == answers[1], f"{reader.name}: {method} {name}"


def _asked(reader: Reader, method: str, name: str, args: list[Any]) -> list[str]:
    url = reverse(name, args=args)
    return knock(reader, method, url).shape(url)


WORDS = {
    "web:search": "?q={}",
    "people:worker-list": "?q={}",
    "people:enterprise-list": "?q={}",
    "org:unit-list": "?q={}",
    "org:unit-suggestions": "?field=a&a={}",
    "gatherings:co-host-suggestions": "?field=a&a={}",
    "gatherings:session-list": "?period=2026&q={}",
    "indicators:figure-list": "?q={}",
}
SOUGHT = {
    "name of worker of G2", "phone of worker of G2", "member number of worker of G2", "title of session of G2",
    "enterprise of G2", "tax code at G2", "name of unit G2", "source of the figure of G2",
}  # fmt: skip
ASKERS = ("leader@P", "officer@G", "viewer@P", "administrator@P", "social_security_officer@B1", "volunteer@G")


@pytest.mark.parametrize("name", WORDS)
def test_a_search_for_what_is_elsewhere_finds_as_little_as_one_for_nothing(name: str, scenery: Scenery) -> None:
    marks = [mark for mark in scenery.marks.all if mark.fact in SOUGHT]
    assert len(marks) == len(SOUGHT)
    for asker in ASKERS:
        reader = scenery.readers[asker]
        nothing = _searched(reader, name, NO_WORD).shape(NO_WORD)
        for mark in marks:
            if not mark.may_be_read_by(reader.name, reader.role, reader.held_at):
                word = mark.word
                assert _searched(reader, name, word).shape(word) == nothing, f"{asker}: {mark.fact}"


def _searched(reader: Reader, name: str, word: str) -> Answer:
    return knock(reader, "GET", reverse(name) + WORDS[name].format(word))


NARROWED = {
    "gatherings:session-list": "?period=2026&unit={}",
    "gatherings:session-new": "?unit={}",
    "people:worker-list": "?unit={}",
    "indicators:figure-list": "?unit={}",
    "reporting:report-list": "?unit={}",
    "web:home": "?unit={}",
}


@pytest.mark.parametrize("code", ["DV-G2", "DV-P2"])
@pytest.mark.parametrize("name", NARROWED)
def test_a_list_narrowed_to_a_unit_elsewhere_is_that_of_no_unit(name: str, code: str, scenery: Scenery) -> None:
    for asker in ASKERS:
        reader = scenery.readers[asker]
        there, nowhere = (
            knock(reader, "GET", reverse(name) + NARROWED[name].format(each)).shape(each) for each in (code, NO_CODE)
        )
        assert there == nowhere, asker


@pytest.mark.parametrize("asker", ["leader@P", "officer@G", "viewer@P"])
@pytest.mark.parametrize("name", ["reporting:reach-detail", "reporting:reach-records"])
def test_a_part_that_hangs_elsewhere_is_no_part_of_a_unit(name: str, asker: str, scenery: Scenery) -> None:
    reader = scenery.readers[asker]
    args = [scenery.units["G"].code, *(["not_reached"] if name.endswith("records") else [])]
    for code in ("DV-G2", "DV-N", NO_CODE):
        assert knock(reader, "GET", f"{reverse(name, args=args)}?branch={code}").status == 404


def test_a_phone_asks_for_a_session_that_never_was_as_for_one_it_holds_no_ticket_for(scenery: Scenery) -> None:
    nobody = scenery.readers["anonymous"]
    for page in ("gatherings:check-in-session", "gatherings:check-in-done"):
        for method in ("GET", "POST") if page.endswith("session") else ("GET",):
            assert _asked(nobody, method, page, [scenery.sites["G"].session.pk]) == _asked(
                nobody, method, page, [NO_ID]
            )
