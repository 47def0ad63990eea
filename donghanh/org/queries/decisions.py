"""The papers that made a unit what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donghanh.org.choices import DecisionKind
from donghanh.org.models import Unit

_OWN: dict[str, Promise] = {DecisionKind.MOVED: _("Moved under"), DecisionKind.MERGED: _("Merged into")}
_ABOUT_OTHERS: dict[str, Promise] = {
    DecisionKind.MOVED: _("Moved under it:"),
    DecisionKind.MERGED: _("Merged into it:"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paper as the page of a unit shows it; a paper that concerns many other units is one line."""

    effective_on: date
    what: str | Promise
    about: str
    others: int
    """How many units it concerns beside the one that is named."""
    number: str
    issuer: str
    issued_on: date | None


def decisions_about(unit: Unit) -> list[Line]:
    """Return the papers about a unit and those that brought others to it, the latest first."""
    return sorted([*_own(unit), *_about_others(unit)], key=lambda line: line.effective_on, reverse=True)


def _own(unit: Unit) -> Iterator[Line]:
    for decision in unit.decisions.select_related("other_unit"):
        yield Line(
            effective_on=decision.effective_on,
            what=_OWN.get(decision.kind, decision.get_kind_display()),
            about=str(decision.other_unit or ""),
            others=0,
            number=decision.number,
            issuer=decision.issuer,
            issued_on=decision.issued_on,
        )


def _about_others(unit: Unit) -> Iterator[Line]:
    papers = unit.decisions_about_others.values("kind", "effective_on", "number", "issuer", "issued_on")
    for paper in papers.annotate(name=Min("unit__name"), count=Count("unit", distinct=True)).order_by():
        yield Line(
            effective_on=paper["effective_on"],
            what=_ABOUT_OTHERS.get(paper["kind"], paper["kind"]),
            about=paper["name"],
            others=paper["count"] - 1,
            number=paper["number"],
            issuer=paper["issuer"],
            issued_on=paper["issued_on"],
        )
