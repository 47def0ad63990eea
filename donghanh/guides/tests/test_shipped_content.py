"""The guides that come with the site: they keep the format, lead nowhere empty, and cite what there is."""

import re
from functools import cache
from pathlib import Path

import pytest

from donghanh.guides.content_files import FOLDER, read_shipped
from donghanh.guides.matching import Matcher
from donghanh.guides.queries.known import fields_of
from donghanh.kernel.text import fold

_ARTICLE = re.compile(r"^[\W_]*(?:Điều|Ðiều)\s+(\d+[a-zđ]?)\b", re.MULTILINE | re.IGNORECASE)
FEWEST = 30


@pytest.mark.django_db
def test_every_file_keeps_the_format_and_names_only_what_is_there() -> None:
    shipped = read_shipped()
    assert [str(fault) for fault in shipped.faults] == []
    assert len(shipped.contents) == len(list(FOLDER.glob("*.toml"))) >= FEWEST


@pytest.mark.django_db
def test_no_two_guides_have_one_title() -> None:
    for language in ("vi", "en"):
        titles = [fold(content.said_in(language).title) for content in read_shipped().contents]
        assert len(titles) == len(set(titles))


@pytest.mark.django_db
def test_an_article_said_to_be_read_stands_in_the_stored_texts(shared: Path) -> None:
    missing = [
        f"{content.slug}: {cite.document} {cite.article}"
        for content in read_shipped().contents
        for cite in content.cites
        if cite.certainty.is_sure and cite.article not in _articles(shared / "legal" / "texts", cite.document)
    ]
    assert missing == []


@pytest.mark.django_db
def test_a_guide_is_found_by_its_own_question_with_and_without_accents() -> None:
    """Whatever a worker types that the guide itself names leads to it before most others."""
    contents = {content.slug: content for content in read_shipped().contents}
    matcher = Matcher.of(
        {slug: fields_of(content) for slug, content in contents.items()},
        {slug: content.words for slug, content in contents.items()},
    )
    lost = [
        (slug, question)
        for slug, content in contents.items()
        for question in (content.vi.question, fold(content.vi.question))
        if slug not in [key for key, _score in matcher.fitting(question)[:3]]
    ]
    assert lost == []


@cache
def _articles(folder: Path, number: str) -> set[str]:
    """Return the numbers of the articles in every stored text of a document."""
    stem = re.sub(r"[^0-9A-Z]+", "-", fold(number).upper())
    texts = [path.read_text("utf-8") for path in folder.glob("*.txt") if path.name.upper().startswith(stem)]
    return {article for text in texts for article in _ARTICLE.findall(text)}
