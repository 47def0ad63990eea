"""The learned ranking: small decision trees, run by numpy.

``ranking.json`` beside this file holds them with how they were made; scripts/train_ranking.py makes it again.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from donghanh.legal.index.arrays import Floats, Ints
from donghanh.legal.index.features import DESCRIBED
from donghanh.legal.index.listing import LISTED

_FILE = Path(__file__).resolve().parent / "ranking.json"


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as arrays of nodes; a leaf leads to itself."""

    roots: Ints
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    depth: int

    def scores(self, features: Floats) -> Floats:
        """Score each row: the sum of what every tree gives it."""
        given = np.ascontiguousarray(features, dtype=np.float32)
        rows = (np.arange(len(given)) * given.shape[1])[:, None]
        flat, children = given.ravel(), np.column_stack([self.right, self.left]).ravel()
        nodes: Ints = np.broadcast_to(self.roots, (len(given), len(self.roots)))
        for _ in range(self.depth):
            goes_left = flat.take(rows + self.feature.take(nodes)) <= self.threshold.take(nodes)
            nodes = children.take(nodes * 2 + goes_left)
        total: Floats = self.value.take(nodes).sum(axis=1)
        return total


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure it is that the best candidate answers, from a few of its features."""

    features: Ints
    weights: Floats
    bias: float
    enough: float
    """Below this, retrieval is called weak."""

    def of(self, best: Floats) -> float:
        """Return the confidence in the best candidate, 0 to 1."""
        return float(1 / (1 + np.exp(-(best[self.features] @ self.weights + self.bias))))


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was learned from questions with known answers."""

    columns: Ints
    """Where the features it knows stand among those that are given."""
    forest: Forest
    adjustment: Floats
    """What each feature adds to the trees' score: what a reader expects whatever the trees have learned."""
    confidence: Confidence

    def scores(self, features: Floats) -> Floats:
        """Score candidates by their features."""
        known = features[:, self.columns]
        total: Floats = self.forest.scores(known) + known @ self.adjustment
        return total


@cache
def ranking() -> Ranking:
    """Read the learned ranking, once."""
    stored = json.loads(_FILE.read_text(encoding="utf-8"))
    trees, sure = stored["trees"], stored["confidence"]
    names, given = stored["features"], (*DESCRIBED, *LISTED)
    forest = Forest(
        roots=np.array(trees["roots"], dtype=np.int32),
        feature=np.array(trees["feature"], dtype=np.int32),
        threshold=np.array(trees["threshold"], dtype=np.float32),
        left=np.array(trees["left"], dtype=np.int32),
        right=np.array(trees["right"], dtype=np.int32),
        value=np.array(trees["value"], dtype=np.float32),
        depth=trees["depth"],
    )
    confidence = Confidence(
        features=np.array([given.index(name) for name in sure["weights"]], dtype=np.int32),
        weights=np.array(list(sure["weights"].values())),
        bias=sure["bias"],
        enough=sure["enough"],
    )
    adjustment = np.array([stored["adjustment"].get(name, 0.0) for name in names])
    columns = np.array([given.index(name) for name in names], dtype=np.int32)
    return Ranking(columns, forest, adjustment, confidence)
