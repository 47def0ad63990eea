"""The clocks of the law run as dated rules say, in working days where the law says so."""

from datetime import datetime, timedelta

import pytest
from django.utils.timezone import get_default_timezone, localtime, now

from donghanh.core.errors import NotForYou
from donghanh.privacy import services
from donghanh.privacy.clocks import timed_request
from donghanh.privacy.errors import AlreadyAnswered, AlreadyAsked, ErasureNeedsItsOwnDoor, PaperNotNamed
from donghanh.privacy.models import Consent
from donghanh.privacy.rules import ConsentText, clock, consent_texts

ZONE = get_default_timezone()
FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("kind", "answer_by"),
    [
        ("access", "2026-11-30"), ("correction", "2026-11-30"), ("restriction", "2026-12-05"),
        ("objection", "2026-12-05"), ("withdrawal", "2026-12-05"), ("erasure", "2026-12-10"),
    ],
)  # fmt: skip
def test_a_request_is_acknowledged_and_answered_in_the_time_of_the_law(known_chi, chi, kind, answer_by) -> None:
    asked = services.ask(known_chi, kind, actor=chi, at=FRIDAY)
    # Monday and Wednesday: the 24th of November is a holiday.
    assert localtime(asked.acknowledge_by).date().isoformat() == "2026-11-25"
    assert localtime(asked.due_at).date().isoformat() == answer_by


def test_more_time_is_taken_once_and_moves_the_last_day(known_chi, chi, dung) -> None:
    asked = services.ask(known_chi, "withdrawal", actor=chi, at=FRIDAY)
    longer = services.extend(asked, actor=dung, at=FRIDAY, reason="Chờ bên nhắn tin")
    assert longer.due_at - asked.due_at == timedelta(days=15)


def test_seventy_two_hours_are_counted_by_the_hour() -> None:
    assert clock("breach", on=FRIDAY.date()).due(FRIDAY) - FRIDAY == timedelta(hours=72)


def test_a_late_request_says_so(known_chi, chi, dung) -> None:
    asked = services.ask(known_chi, "correction", actor=chi, at=FRIDAY)
    assert timed_request(asked, at=FRIDAY + timedelta(days=6)).due.state == "late"
    asked = services.acknowledge(asked, actor=dung, at=FRIDAY)
    assert timed_request(asked, at=FRIDAY + timedelta(days=6)).due.state == "far"


def test_the_same_thing_is_asked_once_at_a_time(known_chi, chi) -> None:
    services.ask(known_chi, "correction", actor=chi, at=FRIDAY)
    with pytest.raises(AlreadyAsked, match="30/11/2026"):
        services.ask(known_chi, "correction", actor=chi, at=FRIDAY)


def test_an_officer_names_the_paper_that_a_request_or_a_yes_rests_on(known_chi, dung) -> None:
    with pytest.raises(PaperNotNamed):
        services.ask(known_chi, "correction", actor=dung, at=FRIDAY)
    with pytest.raises(PaperNotNamed):
        services.give_consent(known_chi, "contact", actor=dung, at=FRIDAY)
    services.withdraw_consent(known_chi, "contact", actor=dung, at=FRIDAY)


def test_an_erasure_is_not_answered_in_words_and_nothing_is_answered_twice(known_chi, chi, dung) -> None:
    asked = services.ask(known_chi, "erasure", actor=chi, at=FRIDAY)
    with pytest.raises(ErasureNeedsItsOwnDoor):
        services.answer(asked, actor=dung, at=FRIDAY, outcome="done", words="Xong")
    services.answer(asked, actor=dung, at=FRIDAY, outcome="refused", words="Còn là đoàn viên")
    with pytest.raises(AlreadyAnswered):
        services.answer(asked, actor=dung, at=FRIDAY, outcome="refused", words="Lại")


@pytest.mark.parametrize("stranger", ["binh", "an"])
def test_a_stranger_neither_asks_nor_agrees_for_her(known_chi, stranger, request) -> None:
    user = request.getfixturevalue(stranger)
    with pytest.raises(NotForYou):
        services.ask(known_chi, "correction", actor=user, at=FRIDAY, evidence="Tủ 1")
    with pytest.raises(NotForYou):
        services.give_consent(known_chi, "contact", actor=user, at=FRIDAY, evidence="Tủ 1")


def test_silence_is_no_consent_and_the_latest_word_holds(known_chi, chi) -> None:
    assert not services.has_consent(known_chi, "contact", at=now())
    services.give_consent(known_chi, "contact", actor=chi, at=FRIDAY)
    services.withdraw_consent(known_chi, "contact", actor=chi, at=FRIDAY + timedelta(hours=1))
    assert not services.has_consent(known_chi, "contact", at=FRIDAY - timedelta(hours=1))
    assert services.has_consent(known_chi, "contact", at=FRIDAY + timedelta(minutes=30))
    assert not services.has_consent(known_chi, "contact", at=FRIDAY + timedelta(hours=2))
    assert Consent.objects.count() == 2


def test_a_yes_to_an_older_text_does_not_cover_a_newer_one(known_chi, chi, monkeypatch) -> None:
    services.give_consent(known_chi, "contact", actor=chi, at=FRIDAY)
    newer = ConsentText("contact", 2, FRIDAY.date() + timedelta(days=10), "Nội dung mới", "New text")
    texts = (*consent_texts(), newer)
    monkeypatch.setattr("donghanh.privacy.rules.consent_texts", lambda: texts)
    assert services.has_consent(known_chi, "contact", at=FRIDAY + timedelta(days=9))
    assert not services.has_consent(known_chi, "contact", at=FRIDAY + timedelta(days=11))


def test_taking_back_by_request_takes_the_consent_back(known_chi, dung) -> None:
    services.give_consent(known_chi, "contact", actor=dung, at=FRIDAY, evidence="Tủ 1")
    asked = services.ask(known_chi, "withdrawal", actor=dung, at=FRIDAY, evidence="Tủ 2")
    services.answer(asked, actor=dung, at=FRIDAY + timedelta(hours=1), outcome="done", words="Đã rút")
    assert not services.has_consent(known_chi, "contact", at=FRIDAY + timedelta(hours=2))
