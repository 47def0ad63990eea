"""Who is on the rolls of a unit on a day, as cohorts; the only home of how merges apply to cohorts."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from donghanh.kernel.cohorts import Cohort
from donghanh.org.models import Unit
from donghanh.people.models import Employment, Worker


@dataclass(frozen=True)
class Merges:
    """Which records stand for which, chains followed, as of now; read once for all that is counted together."""

    standing: dict[int, int]
    gone: Cohort

    @classmethod
    def now(cls) -> Self:
        """Read the merges that stand."""
        merged = Worker.objects.exclude(merged_into=None).values_list("pk", "merged_into_id")
        into = {gone: kept for gone, kept in merged if kept is not None}
        standing = {}
        for worker_id in into:
            kept = worker_id
            while kept in into:
                kept = into[kept]
            standing[worker_id] = kept
        return cls(standing=standing, gone=Cohort(standing))

    def apply(self, cohort: Cohort) -> Cohort:
        """Count each person once, under the record that stands for him."""
        return cohort.mapped(self.standing, self.gone)

    @cached_property
    def provisional(self) -> Cohort:
        """The provisional persons who were not merged into somebody on record."""
        found = Worker.objects.standing().filter(is_provisional=True).values_list("pk", flat=True)
        return Cohort(found.iterator(chunk_size=20_000))


def rolls_by_unit(unit: Unit, *, on: date, merges: Merges) -> dict[int, Cohort]:
    """Return the cohorts of the people employed on a day, by the unit at or below ``unit`` they work at."""
    members: dict[int, list[int]] = defaultdict(list)
    rows = Employment.objects.under(unit, on=on).values_list("unit_id", "worker_id")
    for unit_id, worker_id in rows.iterator(chunk_size=20_000):
        members[unit_id].append(worker_id)
    return {unit_id: merges.apply(Cohort(ids)) for unit_id, ids in members.items()}
