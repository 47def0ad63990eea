"""Looking at what stands on law when the law moves, and settling what was found."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.guides.choices import Settlement
from donghanh.guides.errors import AlreadySettled
from donghanh.guides.findings import Finding, compared_with, findings
from donghanh.guides.models import Comparison, Guide, StaleMark
from donghanh.guides.watching import GUIDE, Standing, Watch, watch_of, watches
from donghanh.guides.wordings import Wordings
from donghanh.legal.access import authorize_keeper
from donghanh.org.models import User


@transaction.atomic
def look_again(*, actor: User, at: datetime, numbers: Iterable[str] | None = None) -> int:
    """Mark what the law made stale, and take marks away whose reason is gone; return how many are new.

    With ``numbers`` only what cites one of these documents is looked at. Safe to repeat.
    """
    unit_id = authorize_keeper(actor)
    chosen = None if numbers is None else set(numbers)
    new = 0
    for watch in watches():
        standings = [one for one in watch.standings() if chosen is None or _cites(one, chosen)]
        new += _look(watch, standings, actor, at, unit_id)
    return new


def remember_words() -> None:
    """Keep the hashes of the words that things were compared with, of those for which none are kept yet.

    Done by the clock and not while texts are brought in: half of an import is not the law of any day.
    """
    for watch in watches():
        standings = list(watch.standings())
        wordings = _wordings(standings)
        Comparison.objects.bulk_create(
            [row for standing in standings for row in _comparisons(watch.kind, standing, wordings)],
            ignore_conflicts=True,
        )


@transaction.atomic
def confirm_still_right(mark: StaleMark, *, actor: User, at: datetime, note: str = "") -> None:
    """Say that a thing is right under the words of today; from now on it counts as compared with these."""
    unit_id = authorize_keeper(actor)
    settled = StaleMark.objects.filter(pk=mark.pk, settled_at=None).update(
        settled_at=at, settled_by=actor, settlement=Settlement.STILL_RIGHT, note=note
    )
    if not settled:
        raise AlreadySettled
    watch = watch_of(mark.kind)
    if mark.new_sha256:
        Comparison.objects.update_or_create(
            kind=mark.kind, key=mark.key, document=mark.document, article=mark.article,
            defaults={"sha256": mark.new_sha256, "compared_on": localdate(at)},
        )  # fmt: skip
    if not StaleMark.objects.filter(kind=mark.kind, key=mark.key, settled_at=None).exists():
        watch.renewed(mark.key, localdate(at), actor=actor)
    _tell_readers(mark.kind, [mark.key], at)
    audit.record(actor, "confirm_still_right", mark, unit_id=unit_id, thing=f"{mark.kind} {mark.key}")


def compared_anew(kind: str, standing: Standing, *, actor: User, at: datetime) -> None:
    """Note that a thing was written anew: its marks are settled, and the words of today are what it stands on."""
    unit_id = authorize_keeper(actor)
    marks = StaleMark.objects.filter(kind=kind, key=standing.key, settled_at=None)
    for mark in marks:
        audit.record(actor, "settle_stale_mark", mark, unit_id=unit_id, thing=f"{kind} {standing.key}")
    marks.update(settled_at=at, settled_by=actor, settlement=Settlement.EDITED)
    Comparison.objects.filter(kind=kind, key=standing.key).delete()
    Comparison.objects.bulk_create(_comparisons(kind, standing, _wordings([standing])))


def _look(watch: Watch, standings: list[Standing], actor: User, at: datetime, unit_id: int) -> int:
    wordings, today = _wordings(standings), localdate(at)
    keys = [standing.key for standing in standings]
    compared, standing_marks, settled = _compared(watch.kind, keys), _open(watch.kind, keys), _settled(watch.kind, keys)
    moved, new = set(), 0
    for standing in standings:
        found = {one.key: one for one in findings(standing, wordings, compared[standing.key], on=today)}
        known = standing_marks[standing.key]
        fresh = [one for key, one in found.items() if key not in known and (standing.key, *_what(one)) not in settled]
        for one in fresh:
            _mark(watch.kind, standing.key, one, actor, at, unit_id)
        gone = [known[key].pk for key in known.keys() - found.keys()]
        StaleMark.objects.filter(pk__in=gone).update(settled_at=at, settlement=Settlement.WENT_AWAY)
        new += len(fresh)
        if fresh or gone:
            moved.add(standing.key)
    _tell_readers(watch.kind, moved, at)
    return new


def _compared(kind: str, keys: list[str]) -> dict[str, dict[tuple[str, str], str]]:
    found: dict[str, dict[tuple[str, str], str]] = {key: {} for key in keys}
    for row in Comparison.objects.filter(kind=kind, key__in=keys):
        found[row.key][row.document, row.article] = row.sha256
    return found


def _open(kind: str, keys: list[str]) -> dict[str, dict[tuple[str, str, str], StaleMark]]:
    found: dict[str, dict[tuple[str, str, str], StaleMark]] = {key: {} for key in keys}
    for mark in StaleMark.objects.filter(kind=kind, key__in=keys, settled_at=None):
        found[mark.key][mark.reason, mark.document, mark.article] = mark
    return found


def _settled(kind: str, keys: list[str]) -> set[tuple[object, ...]]:
    """Return what officers found still right: they are not asked the same again."""
    marks = StaleMark.objects.filter(kind=kind, key__in=keys, settlement=Settlement.STILL_RIGHT)
    return {(mark.key, *_what(mark)) for mark in marks}


def _what(one: Finding | StaleMark) -> tuple[object, ...]:
    return (str(one.reason), one.document, one.article, one.new_sha256, one.since)


def _tell_readers(kind: str, keys: Iterable[str], at: datetime) -> None:
    """Let every process read guides anew whose marks came or went."""
    if kind == GUIDE:
        Guide.objects.filter(slug__in=list(keys)).update(changed_at=at)


def _mark(kind: str, key: str, found: Finding, actor: User, at: datetime, unit_id: int) -> None:
    mark = StaleMark.objects.create(
        kind=kind, key=key, reason=found.reason, document=found.document, article=found.article,
        old_sha256=found.old_sha256, new_sha256=found.new_sha256, since=found.since, found_at=at,
    )  # fmt: skip
    audit.record(actor, "mark_stale", mark, unit_id=unit_id, thing=f"{kind} {key}", reason=found.reason)


def _cites(standing: Standing, numbers: set[str]) -> bool:
    return any(cited.document in numbers for cited in standing.cites)


def _wordings(standings: Iterable[Standing]) -> Wordings:
    return Wordings.of((cited.document, cited.article) for one in standings for cited in one.cites)


def _comparisons(kind: str, standing: Standing, wordings: Wordings) -> list[Comparison]:
    return [
        Comparison(
            kind=kind, key=standing.key, document=document, article=article, sha256=sha256,
            compared_on=standing.compared_on,
        )
        for (document, article), sha256 in compared_with(standing, wordings).items()
    ]  # fmt: skip
