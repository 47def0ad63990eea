"""Which shorter periods make up a longer one exactly: plain dates, no database."""

from collections.abc import Iterable

from donghanh.kernel.periods import Period


def exact_cover(whole: Period, parts: Iterable[Period]) -> list[Period] | None:
    """Return the fewest of ``parts`` that cover ``whole`` without gap or overlap, in order, or None.

    Where both quarters and months would do, the quarters are taken: fewer sums, fewer slips.
    """
    # The shortest chain known that ends the day before; a day is its ordinal, so the last one has a next.
    chains: dict[int, list[Period]] = {whole.starts_on.toordinal(): []}
    for part in sorted({part for part in parts if whole.covers(part)}):
        before = chains.get(part.starts_on.toordinal())
        if before is None:
            continue
        next_day = part.ends_on.toordinal() + 1
        known = chains.get(next_day)
        if known is None or len(before) + 1 < len(known):
            chains[next_day] = [*before, part]
    return chains.get(whole.ends_on.toordinal() + 1)
