"""Typing slips: what an unknown syllable was meant to be."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST = 3
_SYLLABLE = re.compile(
    "(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|r|s|t|th|tr|v|x|)"
    "(?:a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|i|ia|ich|iec|iem|ien|ieng|iep|iet|"
    "ieu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oan|oang|oanh|oat|oay|oc|oe|oen|oet|oi|om|on|ong|oong|op|ot|u|ua|uan|"
    "uang|uat|uay|uc|ue|uech|uen|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|"
    "uynh|uyt|uyu|y|yem|yen|yet|yeu)|qu(?:a|ac|ach|ai|an|ang|anh|ao|at|ay|e|en|eo|et|i|it|oc|oi|on|ot|y|yen|yet|ynh|yt)"
)
"""What can be a Vietnamese syllable, accents left out: such a one is no slip, only not in the library."""
_LONGEST = 24


class Speller:
    """Knows the syllables of the library and how often each stands there."""

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts = counts
        common = [word for word, count in counts.items() if count >= 5 and word.isalpha()]
        self._syllables = {word for word in common if len(word) <= 7 and counts[word] >= 20}
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for word in common:
            self._by_letter[word[0]].append(word)

    def is_known(self, word: str) -> bool:
        """Tell whether a syllable without accents stands in the library, could stand elsewhere, or is a number."""
        return word in self._counts or not word.isalpha() or _SYLLABLE.fullmatch(word) is not None

    def corrected(self, word: str) -> tuple[str, ...]:
        """Return what an unknown syllable was meant to be; itself when nothing is near."""
        if self.is_known(word) or len(word) > _LONGEST:
            return (word,)
        return self._unglued(word) or self._nearest(word) or (word,)

    def _unglued(self, word: str) -> tuple[str, ...]:
        """Take syllables written without a space apart: “nghiviec”."""
        best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for begin in range(max(0, end - 7), end):
                before, part = best[begin], word[begin:end]
                if before is None or part not in self._syllables or len(part) == 1:
                    continue
                cost = before[0] + 1 + 1 / self._counts[part]
                known = best[end]
                if known is None or cost < known[0]:
                    best[end] = (cost, (*before[1], part))
        found = best[-1]
        return found[1] if found and len(found[1]) > 1 else ()

    def _nearest(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST:
            return ()
        allowed = 1 if len(word) < 6 else 2
        begun_alike = self._by_letter.get(word[0], [])
        near = process.extract(word, begun_alike, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=8)
        ranked = sorted(near, key=lambda found: (found[1], -self._counts[found[0]]))
        return (ranked[0][0],) if ranked else ()


Correct = Callable[[str], Sequence[str]]
"""Turns a syllable without accents into the one or more that were meant."""
