"""The library from the inside: open to those who keep the law, to others it does not exist."""

from collections.abc import Iterator
from functools import partial

from donghanh.legal.choices import EditionState, RelationKind
from donghanh.legal.models import Edition, Relation
from donghanh.legal.tests.factories import make_changed_article, make_document, make_edition
from donghanh.tests.doors.needs import Target, keeps_law
from donghanh.tests.doors.register.door import BOTH, POST, Args, Door, no, nowhere
from donghanh.tests.doors.scenery import Scenery


def _text(_scenery: Scenery) -> Iterator[Target]:
    """Yield a text that is in the library, with a relation; the scenery has none."""
    edition = Edition.objects.filter(state=EditionState.IN_USE).first()
    if edition is None:
        edition = make_edition(make_document())
        make_changed_article(edition)
    Relation.objects.get_or_create(document=edition.document, kind=RelationKind.GUIDES, number="1/2000/QH10")
    yield Target("", edition)


_EDITION: Args = lambda edition: [edition.pk]  # noqa: E731 - a table of short functions
_DOCUMENT: Args = lambda edition: [edition.document.slug]  # noqa: E731
_RELATION: Args = lambda edition: [edition.document.relations.filter(number="1/2000/QH10").get().pk]  # noqa: E731
_kept = partial(Door, "law", keeps_law)
LAW_DESK: dict[str, Door] = {
    "legal:desk": _kept(nowhere, no),
    "legal:desk-import": _kept(nowhere, no, BOTH),
    "legal:desk-trial": _kept(nowhere, lambda _: ["x"]),
    "legal:desk-trial-keep": _kept(nowhere, lambda _: ["x"], POST),
    "legal:desk-document": _kept(_text, _DOCUMENT),
    "legal:desk-document-verify": _kept(_text, _DOCUMENT, POST),
    "legal:desk-document-edit": _kept(_text, _DOCUMENT, BOTH),
    "legal:desk-relation-add": _kept(_text, _DOCUMENT, BOTH),
    "legal:desk-relation-remove": _kept(_text, _RELATION, POST, leads_elsewhere=True),
    "legal:desk-text-verify": _kept(_text, _EDITION, POST),
    "legal:desk-text-give": _kept(_text, _EDITION, BOTH, data={"reason": "Thử"}),
    "legal:desk-text-withdraw": _kept(_text, _EDITION, BOTH),
}
