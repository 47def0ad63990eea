"""The second look, first half: where in some articles the words of a query stand."""

from dataclasses import dataclass

import numpy as np

from donghanh.legal.index.arrays import Flags, Floats, Ints, spread
from donghanh.legal.index.query import Query
from donghanh.legal.index.segment import Segment

_LONGEST = 3000
"""Syllables of an article that are looked at; what stands behind them is an annex in all but name."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Counts of a query's words, pairs and triples in each of some articles, and in their windows."""

    body: Floats
    """Articles × words."""
    heading: Floats
    exact: Floats
    """Only with the accents that were typed."""
    body_pairs: Floats
    """Articles × pairs."""
    heading_pairs: Floats
    exact_pairs: Floats
    triples: Floats
    """Articles × triples, 0 or 1."""
    windows: Floats
    """Windows × words."""
    window_pairs: Floats
    window_lengths: Floats
    window_owners: Ints
    """The article of each window, as its place among the rows."""
    heading_words: tuple[Ints, Ints]
    """Every syllable of the headings, and whose it is."""


@dataclass(frozen=True, slots=True)
class _Lookup:
    """The words of a query as a segment numbers them."""

    term_of: Ints
    """By syllable without accents; −1 for the others."""
    is_exact: Flags
    """By syllable with accents: whether it is written as it was typed."""
    is_open: Flags
    """By word of the query: whether it was typed without telling its accents."""
    pair_of: Ints
    triple_codes: Ints


def matches(segment: Segment, query: Query, rows: Ints) -> Matches:
    """Find a query's words in these articles of a segment."""
    known = _lookup(segment, query)
    terms, pairs, triples = len(query.terms), len(query.pairs), len(query.triples)
    starts = segment.starts
    places, owners = spread(starts, rows)
    within = places - starts[rows][owners] < _LONGEST
    places, owners = places[within], owners[within]
    tokens = segment.tokens[places]
    found = known.term_of[segment.folded_of[tokens]]
    hits = np.flatnonzero(found >= 0)
    term, owner, place = found[hits], owners[hits], places[hits]
    exact = known.is_exact[tokens[hits]] | known.is_open[term]
    in_body = place >= segment.bodies[rows][owner]
    in_heading = ~in_body & (place >= segment.headings[rows][owner])
    count = len(rows)
    neighbours = np.flatnonzero((np.diff(hits) == 1) & (owner[:-1] == owner[1:]))
    pair = known.pair_of[term[neighbours], term[neighbours + 1]]
    neighbours, pair = neighbours[pair >= 0], pair[pair >= 0]
    pair_owner = owner[neighbours]
    pair_exact = exact[neighbours] & exact[neighbours + 1]
    window, window_of, window_count, window_owner = _windows(segment, place, owner, in_body)
    pair_in_body = in_body[neighbours]
    heading_hits = (places >= segment.headings[rows][owners]) & (places < segment.bodies[rows][owners])
    return Matches(
        body=_table(owner[in_body], term[in_body], count, terms),
        heading=_table(owner[in_heading], term[in_heading], count, terms),
        exact=_table(owner[exact], term[exact], count, terms),
        body_pairs=_table(pair_owner[pair_in_body], pair[pair_in_body], count, pairs),
        heading_pairs=_table(pair_owner[in_heading[neighbours]], pair[in_heading[neighbours]], count, pairs),
        exact_pairs=_table(pair_owner[pair_exact], pair[pair_exact], count, pairs),
        triples=_triples(known, term, neighbours, owner, count, triples),
        windows=_table(window_of[in_body], term[in_body], window_count, terms),
        window_pairs=_table(window_of[neighbours][pair_in_body], pair[pair_in_body], window_count, pairs),
        window_lengths=_window_lengths(segment, window),
        window_owners=window_owner,
        heading_words=(segment.folded_of[tokens[heading_hits]], owners[heading_hits]),
    )


def _lookup(segment: Segment, query: Query) -> _Lookup:
    term_of = np.full(len(segment.plain), -1, dtype=np.int32)
    places = {}
    for number, word in enumerate(query.terms):
        if word in segment.plain_places:
            term_of[segment.plain_places[word]] = number
        places[word] = number
    is_exact = np.zeros(len(segment.words), dtype=np.bool_)
    forms = {form for typed in query.exact_forms.values() for form in typed}
    is_exact[[segment.word_places[form] for form in forms if form in segment.word_places]] = True
    is_open = np.array([word not in query.exact_forms for word in query.terms], dtype=np.bool_)
    count = max(len(places), 1)
    pair_of = np.full((count, count), -1, dtype=np.int32)
    for number, (first, second) in enumerate(query.pairs):
        pair_of[places[first], places[second]] = number
    codes = sorted((places[a] * count + places[b]) * count + places[c] for a, b, c in query.triples)
    return _Lookup(term_of, is_exact, is_open, pair_of, np.array(codes, dtype=np.int64))


def _table(rows: Ints, columns: Ints, height: int, width: int) -> Floats:
    """Count how often each column occurs in each row."""
    if not width:
        return np.zeros((height, 0), dtype=np.float32)
    counted = np.bincount(rows * width + columns, minlength=height * width)
    return counted.reshape(height, width).astype(np.float32)


def _triples(known: _Lookup, term: Ints, neighbours: Ints, owner: Ints, count: int, triples: int) -> Floats:
    """Mark which triples of the query stand in which articles."""
    if not triples or len(neighbours) < 2:
        return np.zeros((count, triples), dtype=np.float32)
    chained = neighbours[:-1][np.diff(neighbours) == 1]
    size = len(known.pair_of)
    codes = (term[chained].astype(np.int64) * size + term[chained + 1]) * size + term[chained + 2]
    place = np.minimum(np.searchsorted(known.triple_codes, codes), triples - 1)
    right = known.triple_codes[place] == codes
    return np.minimum(_table(owner[chained][right], place[right], count, triples), 1)


def _windows(segment: Segment, place: Ints, owner: Ints, in_body: Flags) -> tuple[Ints, Ints, int, Ints]:
    """Say in which window each hit stands: the windows, each hit's among them, how many, and whose they are."""
    window = np.searchsorted(segment.windows, place, side="right") - 1
    distinct, firsts, inverse = np.unique(window[in_body], return_index=True, return_inverse=True)
    window_of = np.zeros(len(place), dtype=np.int64)
    window_of[in_body] = inverse
    return distinct, window_of, len(distinct), owner[in_body][firsts]


def _window_lengths(segment: Segment, window: Ints) -> Floats:
    following = np.minimum(window + 1, len(segment.windows) - 1)
    lengths = np.abs(segment.windows[following] - segment.windows[window]).astype(np.float32)
    clipped: Floats = np.clip(lengths, 1, 300)
    return clipped
