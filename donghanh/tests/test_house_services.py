"""Every change goes through a service that asks for the right to act and leaves a trace."""

import ast

import pytest

from donghanh.tests.services import Calls
from donghanh.tests.source import modules

# A person checks himself in: his ticket is his right, and the attendance itself says who and when.
WITH_A_TICKET = {"donghanh.gatherings.services.check_in.check_in_by_account"}
# Everybody's own affair: these touch nothing but what belongs to the actor.
ABOUT_ONESELF = {
    "donghanh.accounts.services.contact.change_contact",
    "donghanh.accounts.services.sessions.end_own_sessions",
    "donghanh.accounts.services.sessions.end_session",
    "donghanh.api.services.tokens.make_token",
    "donghanh.api.services.tokens.revoke_token",
    "donghanh.legal.services.searches.keep_search",
    "donghanh.legal.services.searches.remove_search",
    "donghanh.legal.services.searches.rename_search",
    "donghanh.legal.services.searches.restore_search",
    "donghanh.org.services.saved_views.choose_columns",
    "donghanh.org.services.saved_views.keep_view",
    "donghanh.org.services.saved_views.open_with_view",
}
WITHOUT_ACTOR = {
    # The same for a person who is not signed in.
    "donghanh.gatherings.services.check_in.check_in_by_phone",
    "donghanh.people.services.identity.person_for",
    # Somebody at the door who is not signed in yet; the trail says what came of it.
    "donghanh.accounts.services.throttle.count_attempt",
    "donghanh.accounts.services.throttle.count_second_step",
    "donghanh.accounts.services.throttle.forgive",
    "donghanh.accounts.services.throttle.note_sign_in",
    "donghanh.accounts.services.throttle.note_failure",
    "donghanh.accounts.services.codes.ask_for_code",
    "donghanh.accounts.services.codes.redeem_code",
    "donghanh.accounts.services.joining.join",
    # The owner of the account acts with a code that two officers gave him.
    "donghanh.accounts.services.reset.set_password_by_code",
    "donghanh.accounts.services.reset.drop_factors_by_code",
    "donghanh.accounts.services.reset.tell_owner",
    # What has no more use is deleted by the clock.
    "donghanh.accounts.services.codes.forget_codes",
    "donghanh.accounts.services.joining.forget_joiners",
    "donghanh.legal.services.searches.forget_removed_searches",
    # A reader opens a guide or a shelf, or says that a book is missing: who he is, nobody asks.
    "donghanh.guides.services.counting.count_open",
    "donghanh.guides.services.counting.count_scan",
    "donghanh.guides.services.shelves.report_book",
    # Nothing new is said: a cache is rebuilt from rows.
    "donghanh.guides.services.staleness.remember_words",
    "donghanh.legal.services.searches.note_new",
    "donghanh.legal.services.searches.note_seen",
    "donghanh.gatherings.services.folding.fold_session",
    "donghanh.gatherings.services.folding.fold_waiting",
}


@pytest.fixture(scope="module")
def house() -> Calls:
    return Calls(modules())


def test_every_service_with_an_actor_authorizes(house) -> None:
    assert set(_without_asking(house)) == WITH_A_TICKET | ABOUT_ONESELF


def test_every_service_that_writes_knows_its_actor(house) -> None:
    assert set(_without_actor(house)) == WITHOUT_ACTOR


def test_every_service_that_writes_leaves_a_trace(house) -> None:
    assert set(_without_trace(house)) == WITH_A_TICKET


def test_a_service_that_forgets_is_found() -> None:
    source = """
from donghanh.core import audit
from donghanh.org import access
from donghanh.org.access import authorize

def asks(*, actor):
    authorize(actor, "units", at=None)
    audit.record(actor, "asked", None)
    Unit.objects.filter(pk=1).update(name="")

def asks_by_helper(unit, *, actor):
    _ask(actor, unit)

def delegates(unit, *, actor):
    asks(actor=actor)

def reads(unit):
    {}.update(unit=unit)

def forgets_to_ask(unit, *, actor):
    unit.save()
    audit.record(actor, "forgot", None)

def forgets_the_trace(unit, *, actor):
    access.authorize(actor, "units", at=unit)
    unit.save()

def asks_for_another(unit, *, actor):
    asks(actor=SYSTEM)

def forgets_the_actor(unit):
    _write(unit)

def _ask(actor, unit):
    authorize(actor, "units", at=unit)

def _write(unit):
    unit.delete()
"""
    house = Calls([("donghanh.room.services", ast.parse(source))])
    assert [_last(name) for name in _without_asking(house)] == ["forgets_to_ask", "asks_for_another"]
    assert [_last(name) for name in _without_actor(house)] == ["forgets_the_actor"]
    assert [_last(name) for name in _without_trace(house)] == ["forgets_the_trace", "asks_for_another"]


def _without_asking(house: Calls) -> list[str]:
    return [name for name, service in house.services() if "actor" in service.parameters and not house.asks(name)]


def _without_actor(house: Calls) -> list[str]:
    return [name for name, service in house.services() if "actor" not in service.parameters and house.writes(name)]


def _without_trace(house: Calls) -> list[str]:
    return [
        name
        for name, service in house.services()
        if "actor" in service.parameters and house.writes(name) and not house.records(name)
    ]


def _last(name: str) -> str:
    return name.rpartition(".")[2]
