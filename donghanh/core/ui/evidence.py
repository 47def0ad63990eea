"""The geometry of the evidence bar: where each grade lies and where its letter is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

GRADES = "ABCD"
THINNEST = 1.5
"""The least width of a segment, in per cent: a share of 0,1 % must still be seen."""
LABEL_WIDTH = 19.0
"""The room a letter with its percentage needs on the narrowest bar, in per cent."""
END = 100.0


@dataclass(frozen=True, slots=True)
class Segment:
    """One grade's part of the bar; ``start``, ``width`` and ``label_at`` are per cent of the bar."""

    grade: str
    share: float
    start: float
    width: float
    label_at: float

    @property
    def end(self) -> float:
        """Return where the segment ends."""
        return round(self.start + self.width, 2)

    @property
    def label_ends(self) -> bool:
        """Tell whether the label ends at its place instead of beginning there."""
        return self.label_at == END


def segments(shares: Mapping[str, float]) -> list[Segment]:
    """Lay out the grades that have a share, best first, over the whole bar."""
    present = [(grade, float(shares[grade])) for grade in GRADES if shares.get(grade)]
    if not present:
        return []
    visible = [max(share, THINNEST) for _, share in present]
    widths = [round(width * END / sum(visible), 2) for width in visible]
    starts = [round(start, 2) for start in accumulate(widths[:-1], initial=0.0)]
    laid_out = zip(present, starts, widths, _label_places(starts), strict=True)
    return [Segment(grade, share, start, width, at) for (grade, share), start, width, at in laid_out]


def _label_places(starts: Sequence[float]) -> list[float]:
    """Move labels apart until none covers the next; a crowded last one is written up to the end."""
    places: list[float] = []
    for start in starts:
        places.append(max(start, places[-1] + LABEL_WIDTH) if places else start)
    latest = END
    for index in reversed(range(len(places))):
        latest -= LABEL_WIDTH
        places[index] = round(min(places[index], latest), 2)
    if len(starts) > 1 and starts[-1] > END - LABEL_WIDTH:
        places[-1] = END
    return places
