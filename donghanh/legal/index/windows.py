"""Windows: an article cut into pieces of a clause's size, so that one fitting clause of a long article counts."""

import re

LONGEST = 150
_NEW_CLAUSE = re.compile(r"\s*\d{1,3}[a-zđ]?[.)]\s")


def paragraphs(text: str) -> list[tuple[str, bool]]:
    """Split a text into paragraphs, each with whether it opens a numbered clause."""
    return [(line, _NEW_CLAUSE.match(line) is not None) for line in text.split("\n") if line.strip()]


def window_starts(lengths: list[tuple[int, bool]]) -> list[int]:
    """Say where windows begin in a text of paragraphs of these lengths; the flag marks a new clause."""
    starts: list[int] = [0]
    place = 0
    for length, opens in lengths:
        if place > starts[-1] and (opens or place + length - starts[-1] > LONGEST):
            starts.append(place)
        while place + length - starts[-1] > LONGEST + LONGEST // 2:
            starts.append(starts[-1] + LONGEST)
        place += length
    return starts
