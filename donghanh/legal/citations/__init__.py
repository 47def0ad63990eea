"""Citations of Vietnamese law as people and texts write them: found, understood, written out; plain Python."""

from donghanh.legal.citations.finding import find_citations, parse_citation
from donghanh.legal.citations.names import Name, Names, shipped_names
from donghanh.legal.citations.numbers import number_key, slug_of
from donghanh.legal.citations.reference import CitationFound, Reference

__all__ = [
    "CitationFound",
    "Name",
    "Names",
    "Reference",
    "find_citations",
    "number_key",
    "parse_citation",
    "shipped_names",
    "slug_of",
]
