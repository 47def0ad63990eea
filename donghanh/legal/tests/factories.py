"""Documents, texts and wordings for tests; their words are made up."""

from datetime import date
from hashlib import sha256
from typing import Any

from donghanh.legal.choices import DocumentKind, EditionKind, EditionState
from donghanh.legal.citations import slug_of
from donghanh.legal.models import Article, Edition, LegalDocument
from donghanh.org.models import User

CODE, DECREE, OLD_CODE = "45/2019/QH14", "145/2020/NĐ-CP", "10/2012/QH13"
CHANGED_ON = date(2026, 7, 1)


def make_document(number: str = CODE, **given: Any) -> LegalDocument:
    """Make a document that is in force since 2021."""
    facts: dict[str, Any] = {
        "slug": slug_of(number),
        "kind": DocumentKind.CODE,
        "title": "Bộ luật Lao động",
        "issuer": "Quốc hội",
        "issued_on": date(2019, 11, 20),
        "in_force_on": date(2021, 1, 1),
    }
    return LegalDocument.objects.create(number=number, **facts | given)


def make_edition(document: LegalDocument, **given: Any) -> Edition:
    """Make a text of a document that readers are given."""
    facts: dict[str, Any] = {
        "kind": EditionKind.ORIGINAL,
        "state": EditionState.IN_USE,
        "source": "Công báo thử",
        "file_name": "thu.txt",
        "sha256": f"{document.editions.count():064d}",
        "read_on": date(2026, 11, 1),
        "read_by": User.objects.system(),
    }
    return Edition.objects.create(document=document, **facts | given)


def clause(number: str, text: str, *points: str, tail: str = "") -> dict[str, Any]:
    """Make a clause; its points are lettered a, b, c."""
    lettered = [{"number": letter, "text": point} for letter, point in zip("abcdđeg", points, strict=False)]
    return {"number": number, "text": text, "points": lettered, "tail": tail}


def make_article(edition: Edition, number: str, heading: str, *clauses: dict[str, Any], **given: Any) -> Article:
    """Make a wording of an article."""
    words = "\n".join(_lines(clauses))
    facts: dict[str, Any] = {
        "document": edition.document,
        "position": int("".join(letter for letter in number if letter.isdigit())) * 10,
        "heading": heading,
        "clauses": list(clauses),
        "text": words,
        "sha256": sha256(words.encode()).hexdigest(),
    }
    return Article.objects.create(edition=edition, number=number, **facts | given)


def make_changed_article(edition: Edition, number: str = "36") -> tuple[Article, Article]:
    """Make an article whose first clause changed on a day."""
    heading, kept = "Quyền thử của người thử", clause("2", "Việc báo trước theo khoản 1 Điều này và Điều 35 Luật này.")
    chapter = {"path": [{"kind": "chapter", "number": "III", "title": "HỢP ĐỒNG THỬ"}]}
    until = date(2026, 6, 30)
    old = make_article(
        edition, number, heading, clause("1", "Báo trước 30 ngày", "ốm", "nghỉ"), kept, applies_to=until, **chapter
    )
    new = make_article(
        edition, number, heading, clause("1", "Báo trước 45 ngày", "ốm đau", "nghỉ"), kept, applies_from=CHANGED_ON,
        **chapter,
    )  # fmt: skip
    return old, new


def _lines(clauses: tuple[dict[str, Any], ...]) -> list[str]:
    lines = []
    for one in clauses:
        lines.append(f"{one['number']}. {one['text']}" if one["number"] else one["text"])
        lines += [f"{point['number']}) {point['text']}" for point in one["points"]]
        lines += [one["tail"]] if one["tail"] else []
    return lines
