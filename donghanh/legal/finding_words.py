"""What the reading of a text found, in sentences: the only home of these words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.legal.structure.checking import GRAVE
from donghanh.legal.structure.model import Finding

WORDS: dict[str, Promise] = {
    "no_structure": gettext_lazy("No article was found. The file may hold only pictures, or no legal text."),
    "no_number": gettext_lazy("The text names no document number. Say which document it is."),
    "number_only_claimed": gettext_lazy("The text names no number; %(claimed)s is what the file goes under."),
    "wrong_document": gettext_lazy(
        "The file goes under %(claimed)s, but its words are another document: inside stands %(inside)s."
    ),
    "title_tells_another_year": gettext_lazy(
        "The file's name or title says %(claimed)s, but the text was issued on %(inside)s. Check which law it is."
    ),
    "dates_contradict": gettext_lazy(
        "A table above the text says in force from %(other)s, but article %(place)s says %(own)s. The article counts."
    ),
    "dates_differ": gettext_lazy("The text says in force from %(own)s, the record of the document says %(other)s."),
    "in_force_before_issue": gettext_lazy("The text says in force from %(own)s, before it was issued on %(issued)s."),
    "article_missing": gettext_lazy("Articles %(place)s to %(to)s are missing (%(count)s)."),
    "article_repeated": gettext_lazy("Article %(place)s stands twice; the first one is kept."),
    "article_out_of_order": gettext_lazy("Article %(place)s comes after article %(after)s."),
    "article_recovered": gettext_lazy("Article %(place)s was glued to another one and was told from it."),
    "article_empty": gettext_lazy("Article %(place)s has neither heading nor words."),
    "foreign_article": gettext_lazy(
        "Words of another document (%(number)s, article %(place)s) stood in between; left out."
    ),
    "clause_missing": gettext_lazy("Article %(place)s: the number of clause %(clauses)s was not found."),
    "heading_glued": gettext_lazy("Article %(place)s: heading and first sentence could not be told apart."),
    "stray_quotation": gettext_lazy("Article %(place)s may hold words of a footnote, near “%(words)s”."),
    "note_without_mark": gettext_lazy("Footnotes whose place in the text was not found: %(place)s."),
    "no_closing_article": gettext_lazy(
        "No article on entry into force was found; the text may end at article %(place)s."
    ),
    "cut_off": gettext_lazy("Article %(place)s ends in the middle: “%(end)s”."),
    "goes_on_elsewhere": gettext_lazy(
        "The text says that it goes on in another issue of the gazette: it is not whole."
    ),
    "noisy": gettext_lazy("A poor scan: %(share)s misread signs in a thousand words (%(count)s in all)."),
    "article_noisy": gettext_lazy("Article %(place)s: %(count)s misread or torn words; compare it with the source."),
    "codified": gettext_lazy("Rebuilt from the codification: without chapters, perhaps without the latest amendments."),
    "consolidated": gettext_lazy("A consolidated text, %(name)s, with %(count)s amending documents."),
    "annexes_left_out": gettext_lazy("%(count)s annexes after the signature are not kept, the first: “%(first)s”."),
    "debris_removed": gettext_lazy("Page numbers, running heads and the like were left out: %(count)s lines."),
    "differs_without_note": gettext_lazy(
        "Article %(place)s reads otherwise than in %(other)s, and no footnote says why."
    ),
    "given_from_another": gettext_lazy(
        "For %(count)s articles readers are given %(other)s instead, which is fuller or clearer."
    ),
    "amended_elsewhere": gettext_lazy(
        "%(number)s amends article %(place)s from %(day)s; these words do not have it yet."
    ),
}
_ONE_MISSING = gettext_lazy("Article %(place)s is missing.")


def stored(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings as a text keeps them: facts, no sentences, so that every reader has his own language."""
    return [{"code": found.code, "place": found.place, "says": dict(found.values)} for found in findings]


def sentence(finding: Mapping[str, Any]) -> str:
    """Say a stored finding in the reader's language."""
    values = {"place": finding["place"], **finding["says"]}
    words = WORDS[finding["code"]]
    if finding["code"] == "article_missing" and values.get("count") == "1":
        words = _ONE_MISSING
    return str(words) % values


def is_grave(finding: Mapping[str, Any]) -> bool:
    """Tell whether a person must look at a finding before readers are given the text."""
    return finding["code"] in GRAVE and not finding["says"].get("settled")


def reason_unreadable(code: str, values: Mapping[str, str]) -> str:
    """Say why a file gave no text."""
    words = {
        "too_large": _("The file has %(size)s MB; at most %(limit)s MB are read. Send a smaller one."),
        "too_long": _("%(name)s is longer than any one law. Split it, one document a file."),
        "empty": _("%(name)s holds no words."),
        "old_word": _("%(name)s is an old Word file (.doc). Save it as .docx and choose that."),
        "unknown_kind": _("%(name)s is of a kind that is not read. Use one of: %(known)s."),
        "not_text": _("%(name)s is no text in Unicode. Save it as UTF-8 and choose it again."),
        "damaged": _("%(name)s is damaged and cannot be opened. Save it anew and choose it again."),
        "locked": _("%(name)s is locked with a password. Save it without one and choose it again."),
        "pdf_without_text": _(
            "%(name)s holds pictures of %(pages)s pages and no text. Find the text, or have the scan recognised first."
        ),
        "bad_line": _("Line %(line)s of %(name)s is no article: law_id, article_id and text are needed."),
    }
    return words[code] % values
