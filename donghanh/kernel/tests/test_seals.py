"""A seal hides a text, keeps equality, and opens with its key alone."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.kernel.seals import BadKey, Sealer, UnreadableSeal, is_sealed, mark_of, sealed_length


def _key(letter: str) -> str:
    return base64.urlsafe_b64encode(letter.encode() * 64).decode()


OLD, NEW = _key("a"), _key("b")
digits = st.text("0123456789", min_size=1, max_size=12)


@given(digits)
def test_what_is_sealed_opens_again_and_shows_nothing(text) -> None:
    sealed = Sealer([OLD]).seal(text, "phone")
    assert Sealer([OLD]).open(sealed, "phone") == text
    assert is_sealed(sealed)
    assert len(sealed) == sealed_length(len(text))
    assert len(text) < 6 or text not in sealed


@given(digits, digits)
def test_seals_are_equal_exactly_when_texts_are(one, other) -> None:
    sealer = Sealer([OLD])
    assert (sealer.seal(one, "phone") == sealer.seal(other, "phone")) is (one == other)


@given(digits)
def test_the_same_text_in_another_domain_has_another_seal_and_does_not_open_there(text) -> None:
    sealer = Sealer([OLD])
    sealed = sealer.seal(text, "phone")
    assert sealed != sealer.seal(text, "id")
    with pytest.raises(UnreadableSeal):
        sealer.open(sealed, "id")


@given(digits)
def test_with_two_keys_old_seals_open_and_new_ones_are_under_the_first(text) -> None:
    old, both = Sealer([OLD]), Sealer([NEW, OLD])
    assert both.open(old.seal(text, "phone"), "phone") == text
    assert both.seal(text, "phone").startswith(mark_of(NEW))
    assert set(both.seals(text, "phone")) == {old.seal(text, "phone"), Sealer([NEW]).seal(text, "phone")}


def test_an_empty_text_stays_empty() -> None:
    sealer = Sealer([OLD])
    assert (sealer.seal("", "phone"), sealer.open("", "phone"), sealer.seals("", "phone")) == ("", "", [""])


@pytest.mark.parametrize(
    "damaged", ["0900000001", "~", f"{mark_of(OLD)}AAAA", f"{mark_of(NEW)}AAAA", f"{mark_of(OLD)}%%"]
)
def test_what_no_key_opens_is_named_as_such(damaged) -> None:
    with pytest.raises(UnreadableSeal):
        Sealer([OLD]).open(damaged, "phone")


@pytest.mark.parametrize("key", ["short", base64.urlsafe_b64encode(b"x" * 32).decode(), "%"])
def test_a_bad_key_is_refused(key) -> None:
    with pytest.raises(BadKey):
        Sealer([key])


def test_without_a_key_nothing_is_sealed_in_the_open() -> None:
    with pytest.raises(BadKey, match="DONGHANH_FIELD_KEYS"):
        Sealer([])
