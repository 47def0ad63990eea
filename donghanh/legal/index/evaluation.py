"""How good the answers are: questions with known answers, asked of an index made by the product's own pipeline."""

import gzip
import json
import re
import resource
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from donghanh.kernel.text import fold
from donghanh.legal.index.engine import LawIndex
from donghanh.legal.index.passages import Passage

_DEPTH = 20
_WARM_UP = 20
_USUAL_ABBREVIATIONS = (
    ("bảo hiểm xã hội", "BHXH"), ("bảo hiểm y tế", "BHYT"), ("bảo hiểm thất nghiệp", "BHTN"),
    ("hợp đồng lao động", "HĐLĐ"), ("người sử dụng lao động", "NSDLĐ"), ("người lao động", "NLĐ"),
    ("tai nạn lao động", "TNLĐ"), ("an toàn, vệ sinh lao động", "ATVSLĐ"), ("doanh nghiệp", "DN"), ("công đoàn", "CĐ"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the articles that answer it."""

    id: str
    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """What an evaluation found; the names are those of ``donghanh law evaluate --json``."""

    r_at_1: float
    r_at_5: float
    r_at_10: float
    r_at_20: float
    mrr_at_10: float
    weak: float
    """The share of questions for which retrieval was called weak."""
    p50_ms: float
    p95_ms: float
    index_s: float
    peak_mb: float
    articles: int
    questions: int


def key_of(document: str, article: str) -> str:
    """Return the key of an article in an evaluation."""
    return f"{document}\n{article}"


def read_corpus(path: Path) -> Iterator[Passage]:
    """Read articles, one JSON object a line; ids that are no article numbers give way to the position."""
    for row in _rows(path):
        document, article = str(row["law_id"]), str(row["article_id"])
        yield Passage(
            key=key_of(document, article),
            number=document,
            title_of_document=str(row.get("law_title") or document),
            article=article if article[:1].isdigit() else str(row.get("position", article)),
            heading=str(row.get("title") or ""),
            text=str(row.get("text") or ""),
        )


def read_questions(path: Path) -> list[Asked]:
    """Read questions with the articles that answer them."""
    return [
        Asked(
            str(row["qid"]), row["question"],
            frozenset(key_of(str(one["law_id"]), str(one["article_id"])) for one in row["relevant"]),
        )
        for row in _rows(path)
    ]  # fmt: skip


def abbreviated(question: str) -> str:
    """Write the usual abbreviations for what they stand for."""
    for words, short in _USUAL_ABBREVIATIONS:
        question = re.sub(words, short, question, flags=re.IGNORECASE)
    return question


def evaluate(corpus: Path, questions: Path, *, strip_diacritics: bool, abbreviate: bool) -> Measured:
    """Index a corpus, ask it the questions, and measure the answers."""
    with tempfile.TemporaryDirectory() as folder:
        index = LawIndex(Path(folder))
        began = perf_counter()
        index.build(read_corpus(corpus))
        took = perf_counter() - began
        asked = read_questions(questions)
        typed = [abbreviated(one.text) if abbreviate else one.text for one in asked]
        typed = [fold(text) for text in typed] if strip_diacritics else typed
        for text in typed[:_WARM_UP]:
            index.search(text, _DEPTH)
        found, times, weak = [], [], 0
        for text in typed:
            began = perf_counter()
            answer = index.search(text, _DEPTH)
            times.append(perf_counter() - began)
            found.append([hit.key for hit in answer.hits])
            weak += answer.is_weak
        recall = {depth: _recall(asked, found, depth) for depth in (1, 5, 10, 20)}
        return Measured(
            r_at_1=recall[1], r_at_5=recall[5], r_at_10=recall[10], r_at_20=recall[20],
            mrr_at_10=_mean([_first(one.relevant, keys[:10]) for one, keys in zip(asked, found, strict=True)]),
            weak=round(weak / max(len(asked), 1), 4),
            p50_ms=_milliseconds(times, 50), p95_ms=_milliseconds(times, 95), index_s=round(took, 2),
            peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
            articles=len(index), questions=len(asked),
        )  # fmt: skip


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _recall(asked: list[Asked], found: list[list[str]], depth: int) -> float:
    """Return the mean share of a question's articles that stand among its first results."""
    return _mean(
        [len(one.relevant & set(keys[:depth])) / len(one.relevant) for one, keys in zip(asked, found, strict=True)]
    )


def _first(relevant: frozenset[str], keys: list[str]) -> float:
    return next((1 / place for place, key in enumerate(keys, start=1) if key in relevant), 0.0)


def _mean(values: list[float]) -> float:
    return round(sum(values) / max(len(values), 1), 4)


def _milliseconds(times: list[float], percent: int) -> float:
    return round(float(np.percentile(times, percent)) * 1000, 2) if times else 0.0
