"""The people at hosted sessions, told side by side: the rows of one table.

Who came to a session is an event's number and known by its attendances; the rows keep single
people back, not what could be put together from many tables.
"""

from collections.abc import Sequence

from donghanh.kernel.small_groups import Part, hide, hides_together, is_small
from donghanh.reporting.discretion.verdicts import HostedVerdict
from donghanh.reporting.reach import Hosted

NOBODY_TOLD = HostedVerdict(people=True, grades=True)


def by_themselves(figures: Hosted, *, is_given_away: bool = False) -> HostedVerdict:
    """Return what is kept back of some people, looking at nothing else."""
    if is_given_away or is_small(figures.people):
        return NOBODY_TOLD
    counts = (*figures.people_by_best_grade.values(), figures.provisional)
    return HostedVerdict(grades=hides_together(counts))


def side_by_side(
    total: Hosted, of_total: HostedVerdict, rows: Sequence[tuple[Hosted, HostedVerdict]]
) -> list[HostedVerdict]:
    """Return what is kept back of each row, so that the total and the other rows do not give it away."""
    parts = [Part((figures.people,), is_hidden=verdict.people) for figures, verdict in rows]
    whole = Part((total.people,), is_hidden=of_total.people and not is_small(total.people))
    hidden = hide(whole, parts).rows
    return [NOBODY_TOLD if place in hidden else verdict for place, (_figures, verdict) in enumerate(rows)]
