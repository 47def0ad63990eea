"""The chain over the trail: entries are sealed in batches, each seal hashed together with the one before."""

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from operator import attrgetter

from django.db import transaction
from django.db.models import Max, Min
from django.utils.timezone import now

from donghanh.core import audit
from donghanh.core.models import AuditEntry, AuditSeal

BATCH = 2_000
"""How many entries one seal covers at most; so many are hashed well within 200 ms."""
BEGINNING = "0" * 64
"""Stands for the link before the first."""
FINGERPRINT = 8
"""How many bytes of each entry's hash a seal keeps, to name the entry that was touched."""
ORDER = ("seal", "id", "unit_id")

log = logging.getLogger("donghanh.security")


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit in the chain, at the first place where it does not."""

    seal: int
    what: str
    entry: str = ""

    def __str__(self) -> str:
        return f"seal {self.seal}: {self.what}{f' ({self.entry})' if self.entry else ''}"


def seal_waiting() -> int:
    """Seal every entry that waits, batch by batch; safe to repeat, run once a minute."""
    sealed = 0
    while count := _seal_batch():
        sealed += count
    return sealed


def line_of(entry: AuditEntry) -> str:
    """Return an entry as the one line that is hashed and exported, the same from every database."""
    facts = {
        "id": str(entry.id),
        "unit": entry.unit_id,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor_id,
        "action": entry.action,
        "kind": entry.subject_kind,
        "record": entry.subject_id,
        "on_behalf": entry.on_behalf,
        "details": entry.details,
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def first_fault() -> Fault | None:
    """Return the first place where the trail is not what was sealed, or nothing."""
    last = last_seal()
    batches = _batches_up_to(last.number if last else 0)
    number, before = 0, BEGINNING
    batch = next(batches, None)
    for seal in AuditSeal.objects.order_by("number").iterator():
        if seal.number != number + 1:
            return Fault(number + 1, "the seal is gone")
        if seal.previous != before:
            return Fault(seal.number, "it does not follow the seal before")
        entries: Sequence[AuditEntry] = ()
        if batch and batch[0] == seal.number:
            entries, batch = batch[1], next(batches, None)
        fault = _fault_in(seal, entries)
        if fault:
            return fault
        number, before = seal.number, seal.hash
        if last and number == last.number:
            break
    return _fault_past(number)


def last_seal() -> AuditSeal | None:
    """Return the newest link; its number and hash, kept elsewhere, prove everything up to it."""
    return AuditSeal.objects.order_by("-number").first()


def holds(digest: str) -> bool:
    """Tell whether a hash that was noted earlier is still a link of the chain."""
    return AuditSeal.objects.filter(hash=digest).exists()


def exported_lines(after: int) -> Iterator[tuple[int, str]]:
    """Give what was sealed after a seal, line by line: the entries of a batch as they were hashed, then its seal."""
    for seal in AuditSeal.objects.filter(number__gt=after).order_by("number").iterator():
        for entry in AuditEntry.objects.filter(seal=seal.number).order_by(*ORDER):
            yield seal.number, line_of(entry)
        facts = {"seal": seal.number, "entries": seal.entry_count, "previous": seal.previous, "hash": seal.hash}
        yield seal.number, json.dumps(facts)


def remove_entries(before: datetime, *, actor: audit.Actor) -> int:
    """Remove the sealed entries from the beginning up to ``before``, whose time is up; their seals stay as anchors.

    Safe to repeat: each batch goes in a transaction of its own.
    """
    ripe = AuditSeal.objects.filter(last_at__lt=before, emptied_at__isnull=True)
    kept = AuditSeal.objects.filter(last_at__gte=before).aggregate(first=Min("number"))["first"]
    if kept is not None:
        ripe = ripe.filter(number__lt=kept)
    removed, anchor = 0, None
    for anchor in ripe.order_by("number").defer("fingerprints"):
        with transaction.atomic():
            AuditSeal.objects.filter(pk=anchor.pk).update(emptied_at=now())
            removed += AuditEntry.objects.filter(seal=anchor.number).delete()[0]
    if anchor:
        audit.record(actor, "remove_audit_entries", anchor, count=removed, before=before.date().isoformat())
    return removed


@transaction.atomic
def _seal_batch() -> int:
    """Seal one batch; two processes at once make the same number, and the second is refused."""
    before = last_seal()
    number = before.number + 1 if before else 1
    previous = before.hash if before else BEGINNING
    waiting = AuditEntry.objects.filter(seal__isnull=True)
    ids = list(waiting.order_by("id").values_list("id", flat=True)[:BATCH])
    if not ids or not waiting.filter(id__in=ids).update(seal=number):
        return 0
    entries = list(AuditEntry.objects.filter(seal=number).order_by(*ORDER))
    lines = [line_of(entry) for entry in entries]
    times = [entry.at for entry in entries]
    made = AuditSeal.objects.create(
        number=number,
        sealed_at=now(),
        entry_count=len(entries),
        first_at=min(times),
        last_at=max(times),
        previous=previous,
        hash=_hash_of(number, previous, lines),
        fingerprints=b"".join(_fingerprint(line) for line in lines),
    )
    transaction.on_commit(lambda: log.info("audit sealed", extra={"seal": number, "hash": made.hash}))
    return len(entries)


def _hash_of(number: int, previous: str, lines: Sequence[str]) -> str:
    return sha256("\n".join([previous, str(number), str(len(lines)), *lines]).encode()).hexdigest()


def _fingerprint(line: str) -> bytes:
    return sha256(line.encode()).digest()[:FINGERPRINT]


def _batches_up_to(last: int) -> Iterator[tuple[int, list[AuditEntry]]]:
    entries = AuditEntry.objects.filter(seal__lte=last).order_by(*ORDER).iterator(chunk_size=BATCH)
    for number, batch in groupby(entries, key=attrgetter("seal")):
        yield number, list(batch)


def _fault_in(seal: AuditSeal, entries: Sequence[AuditEntry]) -> Fault | None:
    if seal.emptied_at:
        return Fault(seal.number, "entries stand where they were removed", str(entries[0].id)) if entries else None
    lines = [line_of(entry) for entry in entries]
    if _hash_of(seal.number, seal.previous, lines) == seal.hash:
        return None
    return _name_fault(seal, entries, lines)


def _name_fault(seal: AuditSeal, entries: Sequence[AuditEntry], lines: Sequence[str]) -> Fault:
    """Say which entry was touched, by comparing fingerprints place by place."""
    kept = bytes(seal.fingerprints)
    wanted = [kept[start : start + FINGERPRINT] for start in range(0, len(kept), FINGERPRINT)]
    there = [_fingerprint(line) for line in lines]
    for place, (expected, found) in enumerate(zip(wanted, there, strict=False)):
        if expected != found:
            entry = str(entries[place].id)
            if found in wanted[place:]:
                return Fault(seal.number, f"entry {place + 1} of {len(wanted)} was removed, before this one", entry)
            if expected in there[place:]:
                return Fault(seal.number, "an entry was put in", entry)
            return Fault(seal.number, "an entry was changed", entry)
    if len(there) < len(wanted):
        return Fault(seal.number, f"entry {len(there) + 1} of {len(wanted)} was removed")
    if len(there) > len(wanted):
        return Fault(seal.number, "an entry was put in", str(entries[len(wanted)].id))
    return Fault(seal.number, "the seal itself was changed")


def _fault_past(last: int) -> Fault | None:
    """Find entries that name a seal which is not there."""
    numbers = AuditSeal.objects.values("number")
    beyond = AuditEntry.objects.filter(seal__gt=last).exclude(seal__in=numbers)
    lost = beyond.aggregate(number=Max("seal"))["number"]
    return Fault(lost, "the seal is gone") if lost is not None else None
