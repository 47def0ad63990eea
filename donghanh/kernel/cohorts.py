"""Cohorts: sets of people by dense worker id, with exact set algebra."""

from collections.abc import Iterable, Iterator, Mapping

from pyroaring import BitMap, FrozenBitMap


class Cohort:
    """A frozen set of worker ids that can be united, crossed, subtracted and stored."""

    __slots__ = ("_members",)

    def __init__(self, members: Iterable[int] = ()) -> None:
        self._members = members if isinstance(members, FrozenBitMap) else FrozenBitMap(members)

    @classmethod
    def union(cls, cohorts: Iterable["Cohort"]) -> "Cohort":
        """Unite any number of cohorts at once, which is far quicker than one by one."""
        parts = [cohort._members for cohort in cohorts]
        return cls(FrozenBitMap.union(*parts)) if parts else EMPTY

    @classmethod
    def from_bytes(cls, stored: bytes | memoryview) -> "Cohort":
        """Read a cohort stored with :meth:`to_bytes`."""
        return cls(FrozenBitMap.deserialize(bytes(stored)))

    def to_bytes(self) -> bytes:
        """Return the portable roaring format."""
        stored: bytes = self._members.serialize()
        return stored

    def mapped(self, replacements: Mapping[int, int], gone: "Cohort") -> "Cohort":
        """Replace the members that were merged away; ``gone`` holds the keys of ``replacements``."""
        touched = self & gone
        if not touched:
            return self
        changed = BitMap(self._members - gone._members)
        changed.update(replacements[member] for member in touched)
        return Cohort(changed)

    def page(self, *, after: int = -1, size: int) -> list[int]:
        """Return up to ``size`` members larger than ``after``, in order of id."""
        start = self._members.rank(after) if after >= 0 else 0
        return list(self._members[start : start + size])

    def __and__(self, other: "Cohort") -> "Cohort":
        return Cohort(self._members & other._members)

    def __or__(self, other: "Cohort") -> "Cohort":
        return Cohort(self._members | other._members)

    def __sub__(self, other: "Cohort") -> "Cohort":
        return Cohort(self._members - other._members)

    def __contains__(self, worker_id: int) -> bool:
        return worker_id in self._members

    def __iter__(self) -> Iterator[int]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cohort) and self._members == other._members

    def __hash__(self) -> int:
        return hash(self._members)

    def __repr__(self) -> str:
        return f"Cohort({list(self._members)[:10]}{'…' if len(self) > 10 else ''})"


EMPTY = Cohort()
