"""Nobody is stored by accident: every column of every table is declared."""

from datetime import date

import pytest

from donghanh.core import personal_data
from donghanh.core.personal_data import Sort
from donghanh.org import policy
from donghanh.privacy.rules import clocks, consent_texts, retention, retentions


def test_every_stored_field_is_declared() -> None:
    assert personal_data.undeclared() == [], "say in the room's personal_data.py whether it is about people"


def test_no_declaration_speaks_of_a_field_that_is_not_there() -> None:
    assert personal_data.unknown() == []


def test_a_field_that_nobody_declared_is_found(monkeypatch) -> None:
    monkeypatch.setattr(personal_data, "_personal", {})
    monkeypatch.setattr(personal_data, "_plain", {("people.Employment", "worker")})
    missing = personal_data.undeclared()
    assert "people.Worker.full_name" in missing
    assert "people.Worker.folded_name" in missing
    assert "people.Employment.worker (leads to a person)" in missing


def test_what_follows_a_name_is_as_personal_as_the_name() -> None:
    fields = {f"{each.model._meta.label}.{each.field.name}": each for each in personal_data.personal_fields()}
    assert fields["people.Worker.name_key"].sort == fields["people.Worker.full_name"].sort == Sort.ORDINARY


def test_every_use_names_a_rule_of_retention_and_things_of_the_matrix() -> None:
    things = {rule.thing for rule in policy.rules()}
    for each in personal_data.personal_fields():
        assert retention(each.use.retention, on=date(2026, 11, 22)).what
        assert set(each.use.seen_by) <= things, each


@pytest.mark.parametrize("table", [clocks, retentions])
def test_every_statement_of_law_says_where_it_stands_and_how_sure_it_is(table) -> None:
    assert all(row.article and row.source and row.certainty in "ABCM" for row in table())


def test_a_text_of_a_consent_is_written_in_both_languages() -> None:
    assert all(text.text_vi and text.text_en and text.version for text in consent_texts())
