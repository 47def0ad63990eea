"""The second look, second half: what the ranking is told of each candidate."""

import numpy as np

from donghanh.legal.index.arrays import Floats, Ints
from donghanh.legal.index.candidates import Rarity
from donghanh.legal.index.facts import FACTS
from donghanh.legal.index.matching import Matches, matches
from donghanh.legal.index.naming import document_features
from donghanh.legal.index.query import Query
from donghanh.legal.index.segment import Segment

MATCHED = (
    "body_bm25", "heading_bm25", "body_pairs_bm25", "heading_cover", "heading_precision", "heading_pairs_cover",
    "body_cover", "body_pairs_cover", "triples_cover", "any_cover", "any_pairs_cover", "window_words", "window_pairs",
    "window_both", "window_cover", "added_heading", "added_body", "added_pairs", "exact_cover", "exact_pairs_cover",
    "heading_extra", "number_cover", "rarest_missing", "first_words_cover", "last_words_cover", "windows_good",
    "lookalike", "added_heading_pairs",
)  # fmt: skip
ASKED = ("penalty", "meaning", "judgement", "how_much", "ban", "papers")
NAMED = ("named", "other_named", "article_named", "name_cover", "name_precision", "about_cover", "about_pairs", "order")
QUESTION = ("query_length", "query_rarity", "unknown_share", "said_in_law")
DESCRIBED = (*MATCHED, *NAMED, *FACTS, *ASKED, *QUESTION)
_K = 1.2


def features(segment: Segment, query: Query, rare: Rarity, rows: Ints, named: set[int], *, any_named: bool) -> Floats:
    """Describe candidates of a segment: articles × DESCRIBED; ``named`` are the documents the question names."""
    found = matches(segment, query, rows)
    asked = [np.full(len(rows), float(kind in query.kinds)) for kind in ASKED]
    question = [np.full(len(rows), value) for value in _of_question(query, rare)]
    return np.column_stack(
        [
            *_matched(segment, query, rare, rows, found),
            *document_features(segment, query, rare, rows, named, any_named=any_named),
            segment.facts[rows].reshape(len(rows), len(FACTS)),
            *asked, *question,
        ]
    ).astype(np.float32)  # fmt: skip


def _of_question(query: Query, rare: Rarity) -> tuple[float, ...]:
    """Describe the question: its length, how rare its words are, how much of it no article holds, how it was read."""
    own, _ = _weights(list(query.terms.values()), rare.words)
    unknown = own[rare.word_counts == 0].sum() / (own.sum() or 1.0)
    length = sum(weight == 1 for weight, _ in query.terms.values())
    return float(length), float(rare.words.mean()), float(unknown), float(len(query.expanded))


def _matched(segment: Segment, query: Query, rare: Rarity, rows: Ints, found: Matches) -> list[Floats]:
    own, added = _weights(list(query.terms.values()), rare.words)
    own_pairs, added_pairs = _weights(list(query.pairs.values()), rare.pairs)
    total, total_pairs = own.sum() or 1.0, own_pairs.sum() or 1.0
    lengths = (segment.starts[rows + 1] - segment.bodies[rows]).astype(np.float32)
    norms = (_K * (0.3 + 0.7 * lengths / 300))[:, None]
    body, heading = np.minimum(found.body, 1), np.minimum(found.heading, 1)
    either = np.maximum(body, heading)
    body_pairs, heading_pairs = np.minimum(found.body_pairs, 1), np.minimum(found.heading_pairs, 1)
    either_pairs = np.maximum(body_pairs, heading_pairs)
    heading_idf, heading_total = _heading_rarity(segment, found, len(rows), query, rare)
    windows = _window_features(found, own / total, own_pairs / total_pairs, len(rows))
    numbers = own * np.array([word.isdigit() for word in query.terms], dtype=np.float32)
    exact, exact_pairs = np.minimum(found.exact, 1), np.minimum(found.exact_pairs, 1)
    places = np.arange(len(own))
    core = own > 0
    halves = places < (core.sum() / 2)
    first, last = own * halves, own * ~halves
    heaviest = int(own.argmax()) if len(own) else 0
    return [
        (found.body / (found.body + norms)) @ own / total,
        (found.heading / (found.heading + 0.5)) @ own / total,
        (found.body_pairs / (found.body_pairs + norms)) @ own_pairs / total_pairs,
        heading @ own / total,
        heading_idf / heading_total,
        heading_pairs @ own_pairs / total_pairs,
        body @ own / total,
        body_pairs @ own_pairs / total_pairs,
        found.triples.mean(axis=1) if found.triples.shape[1] else np.zeros(len(rows)),
        either @ own / total,
        either_pairs @ own_pairs / total_pairs,
        *windows[:4],
        heading @ added, body @ added, either_pairs @ added_pairs,
        exact @ own / total, exact_pairs @ own_pairs / total_pairs,
        heading_total - heading_idf,
        either @ numbers / (numbers.sum() or 1.0),
        1 - either[:, heaviest] if len(own) else np.zeros(len(rows)),
        either @ first / (first.sum() or 1.0), either @ last / (last.sum() or 1.0),
        windows[4], (either - exact) @ own / total, heading_pairs @ added_pairs,
    ]  # fmt: skip


def _weights(kinds: list[tuple[float, bool]], rarity: Floats) -> tuple[Floats, Floats]:
    """Return what each word counts when it is the reader's own, and when it is only added."""
    if not kinds:
        return np.zeros(0), np.zeros(0)
    weight: Floats = np.array([weight for weight, _ in kinds]) * rarity
    is_added = np.array([is_added for _, is_added in kinds])
    return np.where(is_added, 0.0, weight), np.where(is_added, weight, 0.0)


def _heading_rarity(segment: Segment, found: Matches, count: int, query: Query, rare: Rarity) -> tuple[Floats, Floats]:
    """Return the rarity of a heading's words that the query has, and of all its words."""
    words, owners = found.heading_words
    postings = segment.word_counts
    rarity = np.log1p((len(segment) - postings[words] + 0.5) / (postings[words] + 0.5))
    asked = np.zeros(len(segment.plain), dtype=np.bool_)
    asked[[segment.plain_places[word] for word in query.terms if word in segment.plain_places]] = True
    total = _sums(owners, rarity, count)
    shared = _sums(owners, rarity * asked[words], count)
    return shared, np.maximum(total, 1e-6)


def _window_features(found: Matches, own: Floats, own_pairs: Floats, count: int) -> list[Floats]:
    """Return what the best window of each article reaches, and how many windows come near it."""
    norms = (_K * (0.4 + 0.6 * found.window_lengths / 80))[:, None]
    words = (found.windows / (found.windows + norms)) @ own if len(own) else np.zeros(len(found.window_owners))
    pairs = (found.window_pairs / (found.window_pairs + norms)) @ own_pairs if len(own_pairs) else np.zeros(len(words))
    cover = np.minimum(found.windows, 1) @ own if len(own) else np.zeros(len(words))
    best = [_best(values, found.window_owners, count) for values in (words, pairs, words + pairs, cover)]
    near = (words + pairs) > 0.7 * best[2][found.window_owners]
    return [*best, np.log1p(np.bincount(found.window_owners[near], minlength=count))]


def _best(values: Floats, owners: Ints, count: int) -> Floats:
    best = np.zeros(count)
    np.maximum.at(best, owners, values)
    return best


def _sums(owners: Ints, values: Floats, count: int) -> Floats:
    sums: Floats = np.bincount(owners, weights=values, minlength=count).astype(np.float64)
    return sums
