"""The library of the law: open to everybody, but for the searches that a person keeps."""

from collections.abc import Iterator

from donghanh.legal.models import Article
from donghanh.legal.tests.factories import make_changed_article, make_document, make_edition
from donghanh.tests.doors.needs import Target, either, everybody, whoever_signs_in
from donghanh.tests.doors.register.door import POST, Args, Door, no, nowhere, own, public
from donghanh.tests.doors.scenery import Scenery

_NO_SUCH = either()  # Only its owner finds a saved search; the tests of saved searches show that.
_DAYS = ("", "?on=2026-06-30")


def _article(_scenery: Scenery) -> Iterator[Target]:
    """Yield an article that is in the library; the scenery has none."""
    article = Article.objects.first() or make_changed_article(make_edition(make_document()))[1]
    yield Target("", [article.document.slug, article.number])


_READ: Args = lambda address: address  # noqa: E731 - a table of short functions
_READ_DOCUMENT: Args = lambda address: address[:1]  # noqa: E731
_TOPIC: Args = lambda _: ["labour_code"]  # noqa: E731
_READING: dict[str, Door] = {
    "legal:document-list": Door("", everybody, nowhere, no, queries=("", "?q=lao dong&kind=code&force=in_force")),
    "legal:topic": Door("", everybody, nowhere, _TOPIC),
    "legal:pack": Door("", everybody, nowhere, _TOPIC),
    "legal:pack-print": Door("", everybody, nowhere, _TOPIC),
    "legal:new": public(),
    "legal:new-atom": public(),
    "legal:new-json": public(),
    "legal:cite": public(),
    "legal:document": Door("", everybody, _article, _READ_DOCUMENT, queries=_DAYS),
    "legal:document-compare": Door("", everybody, _article, _READ_DOCUMENT, queries=("", "?from=2026-06-30&to=x")),
    "legal:article": Door("", everybody, _article, _READ, queries=_DAYS),
    "legal:compare": Door("", everybody, _article, _READ, queries=("", "?from=2026-06-30&to=x")),
    "legal:article-print": Door("", everybody, _article, _READ, queries=_DAYS),
    "legal:qr": Door("", everybody, _article, _READ),
}
LEGAL: dict[str, Door] = {
    **_READING,
    "legal:ask": Door("", everybody, nowhere, no, queries=("", "?q=luong", "?q=luong&on=2025-01-01&page=2")),
    "legal:suggest": public(),
    "legal:ask-person": Door("", everybody, nowhere, no, queries=("", "?q=luong&province=01")),
    "legal:search-list": own(),
    "legal:search-keep": Door("", whoever_signs_in, nowhere, no, POST, data={"q": "lương", "name": "Thử"}),
    **{
        f"legal:search-{verb}": Door("", _NO_SUCH, nowhere, lambda _: [0], POST, data={"name": "Khác"})
        for verb in ("rename", "remove", "restore")
    },
}
