"""Codes of the hall screen, and the tickets that browsers get for them."""

from datetime import timedelta

import pytest

from donghanh.gatherings.errors import CodeTooOld, NothingOpen, TicketMissing
from donghanh.gatherings.models import Session
from donghanh.gatherings.tickets import STEP, Ticket, code_at, exchange, redeem, seconds_left


@pytest.mark.parametrize(
    ("age", "accepted"),
    [
        (timedelta(0), True),
        (timedelta(seconds=29), True),
        (STEP, True),
        (timedelta(seconds=59), True),
        (2 * STEP, False),
        (timedelta(hours=1), False),
    ],
)
def test_the_codes_of_the_last_two_steps_are_accepted(session, nine, age, accepted) -> None:
    shown = code_at(session, nine)
    if accepted:
        assert exchange(session, shown, at=nine + age).session_id == session.pk
    else:
        with pytest.raises(CodeTooOld):
            exchange(session, shown, at=nine + age)


def test_a_code_of_the_next_step_is_not_accepted_yet(session, nine) -> None:
    with pytest.raises(CodeTooOld):
        exchange(session, code_at(session, nine + STEP), at=nine)


def test_the_code_of_one_session_opens_no_other(session, plan, nine) -> None:
    with pytest.raises(CodeTooOld):
        exchange(plan("Buổi khác"), code_at(session, nine), at=nine)


def test_a_code_may_be_typed_in_capitals(session, nine) -> None:
    assert exchange(session, code_at(session, nine).upper(), at=nine)


@pytest.mark.parametrize(
    ("age", "is_good"),
    [
        (timedelta(0), True),
        (timedelta(minutes=9, seconds=59), True),
        (timedelta(minutes=10), False),
        (timedelta(minutes=11), False),
    ],
)
def test_a_ticket_lasts_ten_minutes(session, nine, age, is_good) -> None:
    ticket = exchange(session, code_at(session, nine), at=nine)
    if is_good:
        ticket.require_for(session, nine + age)
        assert ticket.expires_at > nine + age
    else:
        with pytest.raises(TicketMissing):
            ticket.require_for(session, nine + age)


def test_a_ticket_is_for_one_session(session, plan, nine) -> None:
    other = plan("Buổi khác")
    with pytest.raises(TicketMissing):
        Ticket(session.pk, nine + timedelta(minutes=10)).require_for(other, nine)


def test_two_sessions_may_share_their_six_digits(session, plan, nine) -> None:
    other = plan("Buổi khác")
    Session.objects.filter(pk=other.pk).update(code=session.code)
    other.refresh_from_db()
    assert redeem(session.code, code_at(session, nine), at=nine).session_id == session.pk
    assert redeem(session.code, code_at(other, nine), at=nine).session_id == other.pk


@pytest.mark.parametrize(("minutes", "is_open"), [(-61, False), (-60, True), (119, True), (120, False)])
def test_six_digits_mean_a_session_only_while_it_is_open(session, nine, minutes, is_open) -> None:
    at = nine + timedelta(minutes=minutes)
    if is_open:
        assert redeem(session.code, code_at(session, at), at=at).session_id == session.pk
    else:
        with pytest.raises(NothingOpen, match=session.code):
            redeem(session.code, code_at(session, at), at=at)


@pytest.mark.parametrize(("seconds", "left"), [(0, 30), (1, 29), (29, 1), (30, 30)])
def test_the_screen_knows_when_its_code_changes(nine, seconds, left) -> None:
    assert seconds_left(nine + timedelta(seconds=seconds)) == left
