"""The search index of this site's library: where it lies, what goes into it, how it follows the library.

It can always be made again from the database, which alone counts: a result that the database does not give on the
day asked for is no result.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from donghanh.legal.index.engine import LawIndex
from donghanh.legal.index.passages import Passage
from donghanh.legal.models import Article

MOST_PARTS = 8
"""An index of more parts than this is made anew in one, so that searches stay quick."""
_HASH = 12


def site_index() -> LawIndex:
    """Return the index, made first when there is none."""
    index = _index()
    if not index.exists():
        index.build(_passages())
    return index


def rebuild() -> int:
    """Make the index anew from the database; return how many wordings it holds."""
    index = _index()
    index.build(_passages())
    return len(index)


def follow(numbers: Iterable[str]) -> None:
    """Take in what became of these documents. Safe to repeat."""
    changed = sorted(set(numbers))
    index = _index()
    if not index.exists() or len(changed) + index.segment_count() > MOST_PARTS:
        index.build(_passages())
        return
    for number in changed:
        passages = list(_passages(number))
        if passages:
            index.put_document(number, passages)
        else:
            index.remove_document(number)


def is_right() -> bool:
    """Tell whether the index holds exactly the wordings that readers are given."""
    index = _index()
    if not index.exists():
        return False
    return index.keys() == {key_of(*row) for row in Article.objects.in_use().values_list("pk", "sha256")}


def key_of(pk: int, sha256: str) -> str:
    """Return what the index knows a wording by: changed words are another key."""
    return f"{pk}-{sha256[:_HASH]}"


def pk_of(key: str) -> int:
    """Return the wording that a key of the index means."""
    return int(key.partition("-")[0])


def _passages(number: str = "") -> Iterator[Passage]:
    rows = Article.objects.in_use().select_related("document").order_by("document_id", "position", "pk")
    for article in (rows.filter(document__number=number) if number else rows).iterator(chunk_size=500):
        yield Passage(
            key=key_of(article.pk, article.sha256),
            number=article.document.number,
            title_of_document=article.document.title,
            article=article.number,
            heading=article.heading,
            text=article.text,
            context=". ".join(part["title"] for part in article.path if part.get("title")),
        )


def _index() -> LawIndex:
    return _index_in(settings.DATA / "law_index")


@lru_cache(maxsize=2)
def _index_in(folder: Path) -> LawIndex:
    return LawIndex(folder)
