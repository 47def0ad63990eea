"""No page ever shows a half-translated line."""

import pytest

from donghanh.core import catalogue


@pytest.mark.parametrize("room", catalogue.room_names())
def test_the_vietnamese_of_a_room_is_complete(room) -> None:
    found = list(catalogue.problems(room))
    assert not found, "\n".join(found)


def test_two_rooms_translate_the_same_words_alike() -> None:
    found = list(catalogue.contradictions(catalogue.room_names()))
    assert not found, "\n".join(found)
