"""On which days each wording of an article stood, over all texts of a document that readers are given."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from donghanh.legal.choices import EditionKind, EditionState, RelationKind
from donghanh.legal.models import Article, Edition, LegalDocument, Relation

_ONE_DAY = timedelta(days=1)
_TRUST = {EditionKind.ORIGINAL: 2, EditionKind.CONSOLIDATED: 1, EditionKind.CODIFIED: 0}
_OF_ARRANGING = frozenset({"differs_without_note", "given_from_another", "amended_elsewhere"})
_Days = tuple[date | None, date | None, bool]


@dataclass(slots=True)
class _Wording:
    article: Article
    edition: Edition
    starts_on: date | None
    changes: frozenset[date]
    """The days on which amendments that these words hold took effect."""
    before: _Days
    """What is on record so far."""

    @property
    def trust(self) -> tuple[bool, bool, bool, int, int]:
        """Order texts that tell the same days: amended words, then clear, whole, close to the source, late ones."""
        return (
            bool(self.changes),
            not _is_noisy(self.edition),
            self.edition.is_whole,
            _TRUST[EditionKind(self.edition.kind)],
            self.edition.pk,
        )


def arrange_wordings(document: LegalDocument) -> None:
    """Give every wording its days, and mark those that readers are given.

    Safe to repeat. Words that a later text repeats run on in the earlier one; words that an amendment changed begin
    on its day. Where two texts tell the same days the better one is given, and the other one's findings say so.
    """
    editions = {one.pk: one for one in document.editions.filter(state=EditionState.IN_USE)}
    found: dict[str, list[_Wording]] = defaultdict(list)
    for article in document.articles.filter(edition__in=editions).order_by("pk"):
        found[article.number].append(_wording(article, editions[article.edition_id], document))
    amendments = list(
        Relation.objects.filter(number=document.number, kind=RelationKind.AMENDS)
        .exclude(starts_on=None)
        .select_related("document")
        .order_by("starts_on", "pk")
    )
    notes: dict[int, list[dict[str, Any]]] = defaultdict(list)
    beaten: Counter[tuple[int, str]] = Counter()
    for number, wordings in list(found.items()):
        if len({one.edition.pk for one in wordings}) < len(wordings):
            del found[number]  # One text tells several wordings with days of their own: they stay as they are.
            continue
        for winner, loser in _arrange(_place_codified(wordings, amendments)):
            other = winner.edition.file_name
            beaten[loser.edition.pk, other] += 1
            if _differ_without_reason(winner, loser):
                notes[loser.edition.pk].append(_finding("differs_without_note", loser.article.number, other=other))
    for (edition_id, other), count in beaten.items():
        notes[edition_id].append(_finding("given_from_another", count=str(count), other=other))
    _note_later_amendments(amendments, found, notes)
    _save(found, editions.values(), notes)


def _wording(article: Article, edition: Edition, document: LegalDocument) -> _Wording:
    base = document.in_force_on or (edition.applies_from if edition.kind == EditionKind.ORIGINAL else None)
    days = [date.fromisoformat(note["starts_on"]) for note in article.notes if note["number"] and note["starts_on"]]
    latest = max([day for day in (*days, base) if day], default=None)
    return _Wording(article, edition, latest, frozenset(days), _days(article))


def _differ_without_reason(winner: _Wording, loser: _Wording) -> bool:
    """Tell whether two clear prints of the same days differ although no footnote says why."""
    clear = not _is_noisy(winner.edition) and not _is_noisy(loser.edition)
    return clear and not winner.changes and loser.edition.kind != EditionKind.CODIFIED


def _place_codified(wordings: list[_Wording], amendments: list[Relation]) -> list[_Wording]:
    """Keep words of unknown day only where they must have stood: before the one change that an article went through.

    They begin at the last amendment of the document before that; of an article that changed more often nobody can
    say which of its wordings they are.
    """
    kept: list[_Wording] = []
    for one in wordings:
        changes = {day for other in wordings if other is not one for day in other.changes}
        if one.edition.kind != EditionKind.CODIFIED or one.changes or not changes:
            kept.append(one)
        elif len(changes) == 1:
            before = [day for amendment in amendments if (day := amendment.starts_on) and day < min(changes)]
            one.starts_on = max([day for day in (one.starts_on, *before) if day], default=None)
            kept.append(one)
        else:
            one.article.is_given = False
    return kept


def _arrange(wordings: list[_Wording]) -> Iterator[tuple[_Wording, _Wording]]:
    """Set the days of one article's wordings; yield each pair of a wording that is given and one that lost to it."""
    by_start: dict[date | None, list[_Wording]] = defaultdict(list)
    for one in wordings:
        one.article.is_given = False
        one.article.applies_from = one.starts_on
        one.article.applies_to = None
        by_start[one.starts_on].append(one)
    running: _Wording | None = None
    for start in sorted(by_start, key=lambda day: day or date.min):
        best = max(by_start[start], key=lambda one: one.trust)
        yield from ((best, one) for one in by_start[start] if one.article.sha256 != best.article.sha256)
        if running is not None and running.article.sha256 == best.article.sha256:
            continue
        if running is not None and start is not None:
            begins = running.article.applies_from
            end = min(day for day in (start, *best.changes) if begins is None or day > begins)
            running.article.applies_to = end - _ONE_DAY
        best.article.is_given = True
        running = best


def _note_later_amendments(
    amendments: list[Relation], found: dict[str, list[_Wording]], notes: dict[int, list[dict[str, Any]]]
) -> None:
    """Say which articles another document amended from a day whose words are not in the library."""
    held: dict[int, set[str]] = defaultdict(set)
    for one in (one for wordings in found.values() for one in wordings):
        held[one.edition.pk] |= {note["number"] for note in one.article.notes}
    for amendment in amendments:
        given = [one for one in found.get(amendment.article, []) if one.article.is_given]
        last = max(given, key=lambda one: one.starts_on or date.min, default=None)
        number, day = amendment.document.number, amendment.starts_on
        if last is None or day is None or number in held[last.edition.pk]:
            continue
        if last.starts_on is None or last.starts_on < day:
            notes[last.edition.pk].append(
                _finding("amended_elsewhere", amendment.article, number=number, day=f"{day:%d/%m/%Y}")
            )


def _save(
    found: dict[str, list[_Wording]], editions: Iterable[Edition], notes: dict[int, list[dict[str, Any]]]
) -> None:
    """Write what is different from before, and nothing else."""
    wordings = (one for wordings in found.values() for one in wordings)
    changed = [one.article for one in wordings if _days(one.article) != one.before]
    Article.objects.bulk_update(changed, ["applies_from", "applies_to", "is_given"], batch_size=500)
    for edition in editions:
        kept = [finding for finding in edition.findings if finding["code"] not in _OF_ARRANGING]
        fresh = kept + notes[edition.pk]
        if fresh != edition.findings:
            edition.findings = fresh
            edition.save(update_fields=["findings"])


def _days(article: Article) -> _Days:
    return article.applies_from, article.applies_to, article.is_given


def _is_noisy(edition: Edition) -> bool:
    return any(finding["code"] == "noisy" for finding in edition.findings)


def _finding(code: str, place: str = "", **says: str) -> dict[str, Any]:
    return {"code": code, "place": place, "says": says}
