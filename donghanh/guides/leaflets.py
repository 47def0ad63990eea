"""What a leaflet of a guide says, and the short card for a message; every word is the guide's own."""

import re
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from donghanh.core.documents import typeset
from donghanh.guides.addresses import in_words, square
from donghanh.guides.choices import LeafletSize
from donghanh.guides.content_format import MARK, Cite, Content, Words, sentences
from donghanh.guides.queries.known import KnownGuide
from donghanh.guides.queries.reading import law_name
from donghanh.org.models import Unit

_LAYOUT = Path(__file__).with_name("leaflet.typ")
LONGEST_CARD = 300
"""Letters of a card, the address included: what a group chat shows without folding."""


def leaflet(
    guide: KnownGuide, language: str, size: LeafletSize, *, unit: Unit | None, address: str, made_at: datetime
) -> bytes:
    """Print a guide as PDF, headed by a unit when one is given."""
    with override(language):
        words = {
            "size": size.value,
            "language": language,
            **_heading(unit),
            **_body(guide.content, language),
            **_foot(guide, unit, address, made_at.date()),
        }
    return typeset(_LAYOUT, words, made_at=made_at)


def card_text(words: Words, address: str) -> str:
    """Return a message of at most 300 letters: the title, as much of the answer as fits, the address."""
    room = LONGEST_CARD - len(address) - 1
    text = f"{words.title}."
    for sentence in sentences(words.answer):
        if len(text) + 1 + len(sentence) > room:
            break
        text = f"{text} {sentence}"
    return f"{_cut(text, room)}\n{address}"


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1].rsplit(' ', 1)[0]}…"


def _heading(unit: Unit | None) -> dict[str, Any]:
    settings = getattr(unit, "document_settings", None) if unit else None
    return {
        "above": settings.parent_heading if settings else "",
        "unit": (settings.heading if settings and settings.heading else unit.name) if unit else "",
        "contact": " · ".join(filter(None, [unit.address, unit.phone])) if unit else "",
    }


def _body(content: Content, language: str) -> dict[str, Any]:
    words, unsure = content.said_in(language), {cite.id for cite in content.cites if not cite.certainty.is_sure}

    def plain(text: str) -> str:
        """Return a text with its marks, those of what is not sure in words."""
        return _plain(text, unsure)

    return {
        "title": words.title,
        "question": words.question,
        "answer": plain(words.answer),
        "steps": [plain(step) for step in words.steps],
        "deadlines": [[plain(one.what), plain(one.when)] for one in words.deadlines],
        "papers": [plain(paper) for paper in words.papers],
        "call": [[plain(one.who), plain(one.how)] for one in words.call],
        "traps": [plain(trap) for trap in words.traps],
        "cites": _cites(content, language),
        "labels": {
            "steps": _("What you do now"),
            "deadlines": _("Deadlines"),
            "papers": _("Papers to bring"),
            "call": _("Whom to ask"),
            "traps": _("Easily mistaken"),
            "cites": _("What this stands on"),
        },
    }


def _foot(guide: KnownGuide, unit: Unit | None, address: str, today: date) -> dict[str, Any]:
    facts = {"compared": f"{guide.compared_on:%d/%m/%Y}", "review": f"{guide.review_by:%d/%m/%Y}"}
    checked = (
        _("Checked by an officer on %(day)s.") % {"day": f"{guide.checked_on:%d/%m/%Y}"}
        if guide.checked_on
        else _("No officer has checked it yet.")
    )
    return {
        "square": square(address),
        "address": in_words(address),
        "scan": _("Scan for the newest version and the calculators"),
        "source": _("Compared with the stored texts on %(compared)s; to be looked at again by %(review)s.") % facts,
        "checked": checked,
        "warning": _("Under review: the law it stands on may have changed.") if guide.flags else "",
        "printed": _("Printed %(day)s. It explains the law and does not replace it.") % {"day": f"{today:%d/%m/%Y}"},
    }


def _plain(text: str, unsure: set[int]) -> str:
    def written(found: re.Match[str]) -> str:
        ids = [int(one) for one in found.group(1).split(",")]
        return f" [{', '.join(f'{one}?' if one in unsure else str(one) for one in ids)}]"

    return MARK.sub(written, text)


def _cites(content: Content, language: str) -> list[list[str]]:
    """Return what the guide stands on, law by law: its name and day, then the places in it."""
    laws: dict[tuple[str, date], list[str]] = defaultdict(list)
    for cite in content.cites:
        laws[cite.document, cite.starts_on].append(_place(cite))
    return [
        [
            " ".join(filter(None, [law_name(number, language), number])),
            _("from %(day)s") % {"day": f"{starts_on:%d/%m/%Y}"},
            "; ".join(places),
        ]
        for (number, starts_on), places in laws.items()
    ]


def _place(cite: Cite) -> str:
    named = (
        (pgettext("law", "Article"), cite.article), (pgettext("law", "clause"), cite.clause),
        (pgettext("law", "point"), cite.point),
    )  # fmt: skip
    place = " ".join(f"{word} {value}" for word, value in named if value)
    doubt = "" if cite.certainty.is_sure else f"({_('to be verified')})"
    return " ".join(filter(None, [f"[{cite.id}]", place, doubt]))
