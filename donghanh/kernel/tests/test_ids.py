"""Identifiers: ordered by time, different every time, and true to their cause."""

from donghanh.kernel.ids import is_for, uuid7, uuid7_for


def test_identifiers_are_of_version_seven_and_differ() -> None:
    made = {uuid7() for _ in range(1000)}
    assert len(made) == 1000
    assert {(identifier.version, identifier.variant) for identifier in made} == {(7, uuid7().variant)}


def test_a_later_identifier_sorts_after_an_earlier_one() -> None:
    early, late = uuid7(), uuid7()
    assert early.int >> 80 <= late.int >> 80


def test_an_identifier_remembers_its_cause_whenever_it_was_made() -> None:
    first, second = uuid7_for("scan 1"), uuid7_for("scan 1")
    assert first.version == 7
    assert is_for(first, "scan 1")
    assert is_for(second, "scan 1")
    assert not is_for(first, "scan 2")
    assert not is_for(uuid7(), "scan 1")
