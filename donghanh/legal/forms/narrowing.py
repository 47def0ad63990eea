"""What narrows a search, as chips that say their value and keep everything else of the address."""

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from donghanh.legal.choices import DocumentKind
from donghanh.legal.forms.asking import STATUSES
from donghanh.legal.models import Topic
from donghanh.legal.queries.asking import Answer
from donghanh.legal.queries.results import law_name
from donghanh.org.filters import Chip, Choice, Option

_NOT_KEPT = ("page", "saved")


def chips_for(answer: Answer, asked: QueryDict) -> list[Chip]:
    """Return the chips above an answer; a chip without a choice is left out."""
    question, found = answer.question, answer.found
    documents = {hit.document.number: law_name(hit.document) for hit in found.hits}
    kinds = dict.fromkeys(hit.document.kind for hit in found.hits)
    topics: list[Choice] = [(topic.code, topic.name) for topic in Topic.objects.in_use()]
    chips = [
        _chip(asked, "topic", _("Topic"), topics, question.topic),
        _chip(asked, "number", _("Document"), list(documents.items()), question.number),
        _chip(asked, "kind", _("Kind"), [(kind, DocumentKind(kind).label) for kind in kinds], question.kind),
    ]
    standing = [_option(asked, "status", choice, question.status) for choice in STATUSES]
    return [chip for chip in chips if len(chip.options) > 1] + [_of("status", _("Validity"), standing)]


def address_with(asked: QueryDict, **changes: str) -> str:
    """Return what was asked with something else in it; an empty value is left out."""
    query = asked.copy()
    for name in _NOT_KEPT:
        query.pop(name, None)
    for name, value in changes.items():
        query[name] = value
        if not value:
            del query[name]
    return query.urlencode()


def _chip(asked: QueryDict, name: str, label: str, choices: list[Choice], current: str) -> Chip:
    """Offer some values and none; a value of the address that is not among them stays to be seen."""
    known = choices if current in {"", *dict(choices)} else [*choices, (current, current)]
    return _of(name, label, [_option(asked, name, choice, current) for choice in [("", _("all")), *known]])


def _option(asked: QueryDict, name: str, choice: Choice, current: str) -> Option:
    value, words = choice
    return Option(capfirst(str(words)), address_with(asked, **{name: value}), is_current=value == current)


def _of(name: str, label: str, options: list[Option]) -> Chip:
    return Chip(name, label, next(option.words for option in options if option.is_current), options)
