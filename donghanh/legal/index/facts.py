"""What is known of an article before any question: its document's rank and age, its own kind and weight."""

import re

import numpy as np

from donghanh.legal.index.arrays import Floats, Ints
from donghanh.legal.index.words import folded

FACTS = (
    "rank", "year", "is_definitions", "is_scope", "is_penalty", "is_ban", "is_duties", "is_closing", "log_length",
    "log_mentions", "log_cited", "is_headless",
)  # fmt: skip
"""The columns, in order."""

_RANKS = (("QH", 1), ("UBTVQH", 2), ("ND", 3), ("QD", 4), ("TTLT", 5), ("TT", 5), ("NQ", 4))
_YEAR = re.compile(r"/(\d{4})/")
_SIGN = re.compile(r"/([a-z]+)", re.ASCII)


def number_facts(number: str) -> tuple[float, float]:
    """Read the rank (1 a law … 5 a circular) and the year off a document's number; 0 for what it does not say."""
    plain = folded(number)
    year = _YEAR.search(number)
    sign = _SIGN.search(plain)
    rank = 0.0
    if sign:
        rank = next((float(rank) for start, rank in _RANKS if sign.group(1).startswith(start.lower())), 6.0)
    elif plain.startswith(("luat", "bo luat", "hien phap")):
        rank = 1.0
    return rank, float(year.group(1)) if year else 0.0


def article_facts(heading: str, text: str) -> tuple[float, ...]:
    """Tell what kind of article it is by what its heading and first words say."""
    title = folded(heading)
    opening = folded(text[:400])
    return (
        float("giai thich tu ngu" in title or "duoc hieu nhu sau" in opening or "tu ngu duoi day" in opening),
        float("pham vi dieu chinh" in title or "doi tuong ap dung" in title or opening[:60].find("nay quy dinh") >= 0),
        float("phat tien" in opening or "bi phat" in opening or title.startswith(("hanh vi vi pham", "vi pham"))),
        float("cam" in title.split() or "nghiem cam" in opening),
        float(title.startswith(("quyen", "nghia vu", "trach nhiem", "nhiem vu"))),
        float("hieu luc thi hanh" in title or "chuyen tiep" in title or "trach nhiem thi hanh" in title),
    )


def cited_within(tokens: Ints, articles: Ints, documents: Ints, article_word: int, numbers: dict[int, str],
                 places: dict[tuple[int, str], int]) -> Floats:  # fmt: skip
    """Count, for each article, how often other articles of its document name it (“Điều 36”)."""
    counts = np.zeros(len(documents), dtype=np.float32)
    if article_word < 0:
        return counts
    at = np.flatnonzero(tokens[:-1] == article_word)
    for owner, following in zip(articles[at].tolist(), tokens[at + 1].tolist(), strict=True):
        target = places.get((int(documents[owner]), numbers.get(following, "")))
        if target is not None and target != owner:
            counts[target] += 1
    return counts
