"""Make donghanh/legal/index/ranking.json again: learn the ranking and its confidence from questions with answers.

    python scripts/train_ranking.py CORPUS QUESTIONS [CORPUS QUESTIONS …] [--write]

Needs lightgbm and scikit-learn beside the project's own packages; the product needs neither. Every question is asked
as it stands, without diacritics, and with the usual abbreviations. What is printed is cross-validated: each question
is ranked by trees that never saw it.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from sklearn.linear_model import LogisticRegression

from donghanh.kernel.text import fold
from donghanh.legal.index.engine import LawIndex
from donghanh.legal.index.evaluation import abbreviated, read_corpus, read_questions
from donghanh.legal.index.features import DESCRIBED
from donghanh.legal.index.listing import LISTED

HERE = Path(__file__).resolve().parent
RANKING = HERE.parent / "donghanh" / "legal" / "index" / "ranking.json"
FOLDS, ROUNDS = 5, 250
FEATURES = [*DESCRIBED, *LISTED]
BETTER_WHEN_MORE = {
    "body_bm25", "heading_bm25", "body_pairs_bm25", "heading_cover", "heading_precision", "heading_pairs_cover",
    "body_cover", "body_pairs_cover", "triples_cover", "any_cover", "any_pairs_cover", "window_words", "window_pairs",
    "window_both", "window_cover", "added_heading", "added_body", "added_pairs", "added_heading_pairs", "exact_cover",
    "exact_pairs_cover",
    "number_cover", "named", "article_named", "name_cover", "about_cover", "year", "s1_rel", "s1_abs", "doc_best",
    "doc_share",
}  # fmt: skip
BETTER_WHEN_LESS = {"heading_extra", "rarest_missing", "other_named", "log_rank", "lookalike"}
SETTINGS: dict[str, Any] = {
    "objective": "lambdarank", "metric": "None", "learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 60,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1, "seed": 1,
    "lambdarank_truncation_level": 20, "max_bin": 63, "num_threads": 2,
    "monotone_constraints": [(n in BETTER_WHEN_MORE) - (n in BETTER_WHEN_LESS) for n in FEATURES],
}  # fmt: skip
CONFIDENT = (
    "any_cover", "any_pairs_cover", "s1_abs", "window_cover", "triples_cover", "heading_cover", "heading_precision",
    "added_pairs", "added_body", "unknown_share", "said_in_law", "exact_cover", "query_length",
)  # fmt: skip
ADJUSTMENT = {"lookalike": -2.0, "named": 2.0, "other_named": -2.0, "article_named": 1.0}
"""Added to the trees' score: what a reader expects, though too few questions show it for trees to learn."""
WEAK_AMONG_GOOD = 0.03
ADJUSTING = np.array([ADJUSTMENT.get(name, 0.0) for name in FEATURES])


@dataclass
class Example:
    """One way of asking a question: its candidates and which of them answer it."""

    place: int
    variant: str
    fold: int
    features: np.ndarray
    answers: np.ndarray
    relevant: int


def main() -> None:
    """Learn, print what cross-validation says, and write the file when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    pairs = list(zip(given.files[::2], given.files[1::2], strict=True))
    lists = [
        (HERE / f"{name}_questions.txt").read_text(encoding="utf-8").splitlines() for name in ("related", "unrelated")
    ]
    examples, relatives, strangers = gathered(pairs, *lists)
    scored = cross_validated(examples)
    measured = [report(examples, scored, place, pair[1].name) for place, pair in enumerate(pairs)]
    booster = learned(examples)
    trees = flattened(booster)
    confidence = sureness(examples, scored, relatives, strangers, booster)
    print(json.dumps(confidence, indent=1))
    if given.write:
        made = {
            "by": "scripts/train_ranking.py", "rounds": ROUNDS,
            "questions": sum(example.variant == "typed" for example in examples), "cross_validated": measured,
            "settings": {key: value for key, value in SETTINGS.items() if key != "monotone_constraints"},
        }  # fmt: skip
        stored = {
            "made": made,
            "features": FEATURES,
            "adjustment": ADJUSTMENT,
            "confidence": confidence,
            "trees": trees,
        }
        RANKING.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def lines_of(name: str) -> list[str]:
    """Read a list of questions that stand beside this file."""
    return (HERE / f"{name}_questions.txt").read_text(encoding="utf-8").splitlines()


def gathered(
    pairs: list[tuple[Path, Path]], related: list[str], unrelated: list[str]
) -> tuple[list[Example], list[np.ndarray], list[np.ndarray]]:
    """Ask every question in every way; return the candidates, and those of questions law does and does not answer.

    The corpus of most laws on work is the one that the related questions fit: the last but one.
    """
    examples: list[Example] = []
    relatives: list[np.ndarray] = []
    strangers: list[np.ndarray] = []
    for place, (corpus, questions) in enumerate(pairs):
        with tempfile.TemporaryDirectory() as folder:
            index = LawIndex(Path(folder))
            index.build(read_corpus(corpus))
            for asked in read_questions(questions):
                ways = {"typed": asked.text, "stripped": fold(asked.text), "abbreviated": abbreviated(asked.text)}
                if ways["abbreviated"] == ways["typed"]:
                    del ways["abbreviated"]
                part = int(hashlib.sha256(asked.id.encode()).hexdigest(), 16) % FOLDS
                for variant, text in ways.items():
                    found = index.candidates(index.understood(text))
                    answers = np.array([key in asked.relevant for key in found.keys])
                    examples.append(Example(place, variant, part, found.features, answers, len(asked.relevant)))
            for lines, kept in ((related, relatives), (unrelated, strangers)):
                for text in [form for line in lines for form in (line, fold(line))]:
                    found = index.candidates(index.understood(text))
                    if found.keys and (kept is strangers or place == len(pairs) - 2):
                        kept.append(found.features)
    return examples, relatives, strangers


def learned(examples: list[Example]) -> lightgbm.Booster:
    """Grow the trees; small sets count more, so that no kind of question is lost among the others."""
    useful = [example for example in examples if len(example.answers) and example.answers.any()]
    sizes = np.bincount([example.place for example in useful])
    weight = np.clip((sizes.max() / np.maximum(sizes, 1)) ** 0.35, 1, 2)
    kept = [_telling(example) for example in useful]
    data = lightgbm.Dataset(
        np.vstack([example.features[rows] for example, rows in zip(useful, kept, strict=True)]),
        np.concatenate([example.answers[rows] for example, rows in zip(useful, kept, strict=True)]).astype(int),
        group=[int(rows.sum()) for rows in kept],
        weight=np.concatenate([np.full(rows.sum(), weight[e.place]) for e, rows in zip(useful, kept, strict=True)]),
        feature_name=FEATURES,
    )
    return lightgbm.train(SETTINGS, data, ROUNDS)


def _telling(example: Example) -> np.ndarray:
    """Keep what teaches most: the answers, what comes near them, and one in four of the rest."""
    places = np.arange(len(example.answers))
    kept: np.ndarray = example.answers | (places < 40) | (places % 4 == 0)
    return kept


def cross_validated(examples: list[Example]) -> list[np.ndarray]:
    """Score each example's candidates by trees that never saw its question."""
    scores: list[np.ndarray] = [np.zeros(0)] * len(examples)
    for part in range(FOLDS):
        booster = learned([example for example in examples if example.fold != part])
        for place, example in enumerate(examples):
            if example.fold == part and len(example.answers):
                scores[place] = booster.predict(example.features) + example.features @ ADJUSTING
    return scores


def report(examples: list[Example], scored: list[np.ndarray], place: int, name: str) -> dict[str, object]:
    """Print and return R@10 and MRR@10 of one set of questions, for each way of asking."""
    result: dict[str, object] = {"questions": name}
    for variant in ("typed", "stripped", "abbreviated"):
        recall, ranks = [], []
        for example, scores in zip(examples, scored, strict=True):
            if (example.place, example.variant) == (place, variant):
                top = example.answers[np.argsort(-scores, kind="stable")][:10]
                recall.append(top.sum() / example.relevant)
                ranks.append(1 / (1 + top.argmax()) if top.any() else 0)
        if recall:
            result[variant] = [round(float(np.mean(recall)), 4), round(float(np.mean(ranks)), 4), len(recall)]
    print(result, file=sys.stderr)
    return result


def sureness(
    examples: list[Example],
    scored: list[np.ndarray],
    relatives: list[np.ndarray],
    strangers: list[np.ndarray],
    booster: lightgbm.Booster,
) -> dict[str, object]:
    """Learn to tell a question of law from any other by its best candidate."""
    columns = [FEATURES.index(name) for name in CONFIDENT]
    asked = np.array([e.features[s.argmax()][columns] for e, s in zip(examples, scored, strict=True) if len(s)])
    spoken, foreign = (
        np.array([rows[(booster.predict(rows) + rows @ ADJUSTING).argmax()][columns] for rows in group])
        for group in (relatives, strangers)
    )
    known = np.vstack([asked, spoken])
    regression = LogisticRegression(C=10, max_iter=2000)
    weight = np.r_[np.full(len(asked), 1 / len(asked)), np.full(len(spoken), 0.6 / len(spoken))]
    regression.fit(
        np.vstack([known, foreign]),
        np.r_[np.ones(len(known)), np.zeros(len(foreign))],
        sample_weight=1000 * np.r_[weight, np.full(len(foreign), 1.6 / len(foreign))],
    )
    sure = [regression.predict_proba(rows)[:, 1] for rows in (asked, spoken, foreign)]
    enough = min(float(np.quantile(sure[0], WEAK_AMONG_GOOD)), float(np.quantile(sure[1], WEAK_AMONG_GOOD)))
    told = [float((part < enough).mean()) for part in sure]
    print(
        f"called weak: questions {told[0]:.1%}, workers' talk {told[1]:.1%}, unrelated {told[2]:.1%}", file=sys.stderr
    )
    weights = dict(zip(CONFIDENT, np.round(regression.coef_[0].astype(float), 4).tolist(), strict=True))
    return {"weights": weights, "bias": round(float(regression.intercept_[0]), 4), "enough": round(enough, 4)}


def flattened(booster: lightgbm.Booster) -> dict[str, object]:
    """Write all trees as arrays of nodes; a leaf leads to itself."""
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    deepest = 0

    def add(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        deepest = max(deepest, depth)
        place = len(feature)
        is_leaf = "leaf_value" in node
        feature.append(0 if is_leaf else node["split_feature"])
        threshold.append(0.0 if is_leaf else float(f"{node['threshold']:.7g}"))
        value.append(round(node["leaf_value"], 5) if is_leaf else 0.0)
        left.append(place)
        right.append(place)
        if not is_leaf:
            left[place] = add(node["left_child"], depth + 1)
            right[place] = add(node["right_child"], depth + 1)
        return place

    roots = [add(tree["tree_structure"], 0) for tree in booster.dump_model()["tree_info"]]
    return {
        "roots": roots, "feature": feature, "threshold": threshold, "left": left, "right": right, "value": value,
        "depth": deepest,
    }  # fmt: skip


if __name__ == "__main__":
    main()
