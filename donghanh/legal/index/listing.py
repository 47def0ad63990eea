"""What the ranking is told of a candidate beside the others of its list."""

import numpy as np

from donghanh.legal.index.arrays import Floats, Ints

LISTED = ("s1_rel", "s1_abs", "log_rank", "doc_best", "doc_share", "doc_rank", "in_rank", "doc_count")
_SHARPNESS = 6.0
_TOP = 50


def listed(scores: Floats, documents: Ints, highest: float) -> Floats:
    """Describe candidates, sorted by their first score: candidates × LISTED.

    ``highest`` is what an article that held every word and pair of the query could reach.
    """
    count = len(scores)
    if not count:
        return np.zeros((0, len(LISTED)))
    top = float(scores[0]) or 1.0
    _, whose = np.unique(documents, return_inverse=True)
    best = np.zeros(whose.max() + 1)
    np.maximum.at(best, whose, scores)
    near = np.exp((scores / top - 1) * _SHARPNESS)
    share = np.bincount(whose, weights=near) / near.sum()
    rank = np.empty(len(best))
    rank[np.argsort(-best, kind="stable")] = np.arange(len(best))
    within = np.array([np.count_nonzero(whose[:place] == whose[place]) for place in range(count)])
    among = np.bincount(whose[:_TOP], minlength=len(best))
    return np.column_stack(
        [
            scores / top, scores / (highest or 1.0), np.log1p(np.arange(count)), best[whose] / top, share[whose],
            np.log1p(rank[whose]), np.log1p(within), among[whose],
        ]
    )  # fmt: skip
