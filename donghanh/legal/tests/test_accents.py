"""Accents a reader left out are guessed from the library's texts, and only where they leave little doubt."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.legal.index.engine import LawIndex
from donghanh.legal.index.query import Query
from donghanh.legal.tests.index_cases import CODE, passage

TEXTS = ("Trợ cấp thôi việc khi nghỉ việc.", "Người lao động ốm được trợ cấp.", "Thời giờ lao động ban đêm.")
Read = Callable[[str], Query]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Return how a small index reads a question."""
    folder: Path = tmp_path_factory.mktemp("index")
    index = LawIndex(folder)
    index.build([passage(CODE, str(n), "Thử", TEXTS[n % len(TEXTS)]) for n in range(1, 31)])
    return index.understood


def test_words_typed_without_accents_are_read_as_the_texts_write_them(read: Read) -> None:
    assert {"trợ", "cấp", "thôi", "việc"} <= set(read("tro cap thoi viec").guessed)


def test_what_was_typed_with_accents_is_not_guessed_anew(read: Read) -> None:
    assert read("trợ cấp thôi việc").guessed == ()
    assert read("trợ cấp thôi việc").exact_forms["tro"] == {"trợ"}


def test_words_that_no_text_holds_are_left_open(read: Read) -> None:
    query = read("tro cap xyz")
    assert "xyz" not in query.exact_forms
    assert query.exact_forms["tro"] == {"trợ"}


def test_a_syllable_that_may_be_two_words_is_left_open(tmp_path: Path) -> None:
    index = LawIndex(tmp_path)
    index.build([passage(CODE, str(n), "Thử", text) for n, text in enumerate(("bản mẫu", "bạn mẫu"), start=1)])
    assert "ban" not in index.understood("ban").exact_forms


def test_an_empty_index_guesses_nothing(tmp_path: Path) -> None:
    index = LawIndex(tmp_path)
    index.build([])
    assert index.understood("tro cap").guessed == ()


@given(st.text(max_size=40))
def test_any_text_can_be_guessed_at(read: Read, text: str) -> None:
    assert all(form == form.lower() for form in read(text).guessed)
