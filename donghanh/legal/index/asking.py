"""Turn a typed question into a query: abbreviations and lay words spelt out, slips mended, mere asking set aside."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from donghanh.kernel.text import fold
from donghanh.legal.index.lexicon import Lexicon, lexicon
from donghanh.legal.index.query import Named, Query, Run
from donghanh.legal.index.slips import Correct
from donghanh.legal.index.words import folded, one_spelling, syllables

Guess = Callable[[Sequence[str]], list[str | None]]
ASKING_WEIGHT = 0.3
ADDED_WEIGHT = 0.5
_FEW_ACCENTS = 3
"""With accents on less than one word in three, a question is taken to be typed without them."""
_LONGEST_QUESTION = 120
_NUMBER = re.compile(r"\b(\d{1,4}/\d{4}(?:/[A-ZĐƯa-zđư]{1,6}\d{0,2}(?:-[A-ZĐƯa-zđư]{1,10}){0,3})?)", re.IGNORECASE)
_BARE_NUMBER = re.compile(
    r"\b(luat|nghi dinh|nd|thong tu|tt|quyet dinh|qd|nghi quyet|nq) (?:so )?(\d{1,4})\b(?![/.,]\d)"
)
_ARTICLE = re.compile(r"\bdieu (?:so )?(\d{1,3}[a-z]?)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\b\d{1,2}([/ .-])\d{1,2}\b|\bngay \d{1,2} thang \d")
_KINDS = ("luat", "bo luat", "nghi dinh", "thong tu", "phap lenh", "hien phap")
_KIND_NAMES = {"nd": "nghi dinh", "tt": "thong tu", "qd": "quyet dinh", "nq": "nghi quyet"}
_ASKED = {
    "penalty": (
        "bi phat", "xu phat", "muc phat", "phat bao nhieu", "bi xu ly", "xu ly the nao", "phat tien", "phat nhu",
    ),
    "meaning": ("la gi", "la sao", "nghia la", "khai niem", "duoc hieu", "hieu nhu the nao", "dinh nghia", "la cay gi"),
    "judgement": ("dung hay sai", "dung khong", "dung hay khong", "co dung"),
    "how_much": ("bao nhieu", "muc", "bao lau", "may ngay", "thoi han", "thoi gian"),
    "ban": ("nghiem cam", "bi cam", "cam"),
    "papers": ("ho so", "giay to", "thu tuc", "trinh tu"),
}  # fmt: skip


def as_typed(question: str) -> Query:
    """Turn a question into a query for its very words."""
    words = [one_spelling(word) for word in syllables(question)[:_LONGEST_QUESTION]]
    return Query(runs=(Run(tuple(words), 1.0),) if words else ())


def understood(question: str, correct: Correct, guess: Guess) -> Query:
    """Turn a question into a query."""
    text = unicodedata.normalize("NFC", question)
    plain = fold(text)
    known = lexicon()
    words, expanded, corrected = _spelt_out(text, known, correct)
    runs = _runs(words, known)
    added, meant = _added(words, known)
    kinds = _asked(plain)
    if "meaning" in kinds:
        added += [Run((*run.words[-2:], "là"), ADDED_WEIGHT, is_added=True) for run in runs if run.weight == 1]
    if _DAY.search(plain) and " nghi " in f" {plain} ":
        added.append(Run(("nghỉ", "lễ", "tết"), ADDED_WEIGHT, is_added=True))
    return Query(
        runs=(*runs, *added),
        named=tuple(_named(text, words, known)),
        articles=tuple(_ARTICLE.findall(" ".join(map(folded, words)))),
        kinds=kinds,
        corrected=tuple(corrected),
        guessed=tuple(_guessed(text, words, known, guess)),
        expanded=(*expanded, *meant),
    )  # fmt: skip


def _guessed(text: str, words: list[str], known: Lexicon, guess: Guess) -> Iterator[str]:
    """Say how the words of a question typed with few accents or none are most likely written; known phrases help."""
    typed = syllables(text)
    if sum(word != folded(word) for word in typed) * _FEW_ACCENTS > len(typed):
        return
    spelt = list(words)
    for phrases in (known.asking, known.lay):
        for place, phrase, _ in phrases.all_in(words):
            spelt[place : place + len(phrase)] = phrase
    for word, form in zip(words, guess(spelt), strict=True):
        if word == folded(word) and form is not None:
            yield form


def _asked(plain: str) -> frozenset[str]:
    """Tell what a question is after, by the phrases in it."""
    line = f" {' '.join(syllables(plain))} "
    return frozenset(kind for kind, signs in _ASKED.items() if any(f" {sign} " in line for sign in signs))


def _spelt_out(
    text: str, known: Lexicon, correct: Correct
) -> tuple[list[str], list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the words of a question with abbreviations and slips replaced, and what was replaced."""
    words: list[str] = []
    expanded: list[tuple[str, str]] = []
    corrected: list[tuple[str, str]] = []
    for typed in syllables(text)[:_LONGEST_QUESTION]:
        if meaning := known.abbreviations.get(typed):
            words += meaning
            expanded.append((typed, " ".join(meaning)))
            continue
        meant = tuple(correct(folded(typed)))
        if meant == (folded(typed),):
            words.append(one_spelling(typed))
        else:
            words += meant
            corrected.append((typed, " ".join(meant)))
    return words, expanded, corrected


def _runs(words: list[str], known: Lexicon) -> list[Run]:
    """Cut a question where it merely asks."""
    runs: list[Run] = []
    current: list[str] = []
    place = 0
    while place < len(words):
        if found := known.asking.at(words, place):
            runs += [Run(tuple(current), 1.0)] if current else []
            runs.append(Run(tuple(words[place : place + len(found[0])]), ASKING_WEIGHT))
            current = []
            place += len(found[0])
        else:
            current.append(words[place])
            place += 1
    runs += [Run(tuple(current), 1.0)] if current else []
    if all(run.weight < 1 for run in runs):
        return [Run(tuple(words), 1.0)] if words else []
    return runs


def _added(words: list[str], known: Lexicon) -> tuple[list[Run], list[tuple[str, str]]]:
    """Say in the law's words what was said in the reader's."""
    runs: list[Run] = []
    meant: list[tuple[str, str]] = []
    for _, phrase, meanings in known.lay.all_in(words):
        runs += [Run(meaning, ADDED_WEIGHT, is_added=True) for meaning in meanings]
        meant.append((" ".join(phrase), ", ".join(" ".join(meaning) for meaning in meanings)))
    return runs, meant


def _named(text: str, words: list[str], known: Lexicon) -> list[Named]:
    """Find the documents a question names by number, short name or full name."""
    named = [Named(number=number.upper()) for number in _NUMBER.findall(text)]
    plain = [folded(word) for word in words]
    line = " ".join(plain)
    if not named:
        named += [Named(number=number, kind=_KIND_NAMES.get(kind, kind)) for kind, number in _BARE_NUMBER.findall(line)]
    for begin in range(len(plain)):
        if " ".join(plain[begin : begin + 2]).startswith(_KINDS):
            named += [_called(plain[begin:end], known) for end in range(len(plain), begin + 1, -1)]
    return named


def _called(words: list[str], known: Lexicon) -> Named:
    """Return the documents known by a name; a year at its end tells which of them is meant."""
    numbers = known.documents.get(" ".join(words), ())
    if not numbers and _YEAR.fullmatch(words[-1]):
        older = known.documents.get(" ".join(words[:-1]), ())
        numbers = tuple(number for number in older if f"/{words[-1]}/" in number)
    return Named(name=" ".join(words), numbers=numbers)
