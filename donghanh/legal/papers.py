"""Law on paper: one article, or all documents of a topic; every fixed word on it is Vietnamese."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.utils.formats import date_format
from django.utils.translation import override

from donghanh.core.documents import typeset
from donghanh.core.documents.words import printable
from donghanh.legal.choices import Verification
from donghanh.legal.comparison import Line, lines_of
from donghanh.legal.models import Article, LegalDocument, Topic
from donghanh.legal.queries.packs import PackedDocument
from donghanh.legal.queries.reading import ArticlePage, chapters
from donghanh.legal.queries.standing import Force, force_on

LANGUAGE = "vi"
_LAYOUT = Path(__file__).with_name("law.typ")
_QUIET_ZONE = 4
"""In modules; on paper nothing else keeps it free."""
_KINDS = {"part": "Phần", "chapter": "Chương", "section": "Mục", "subsection": "Tiểu mục"}


def square(place: str) -> bytes:
    """Draw an address as a QR code in SVG that survives a crease."""
    drawn = BytesIO()
    segno.make(place, error="q", micro=False).save(drawn, kind="svg", border=_QUIET_ZONE, scale=8)
    return drawn.getvalue()


def article_paper(page: ArticlePage, *, place: str, made_at: datetime) -> bytes:
    """Print an article as it stood on a day."""
    document = page.document
    with override(LANGUAGE):
        words = {
            "title": f"Điều {page.article.number}",
            "with_contents": False,
            "documents": [_document(document, [page.article], page.on)],
            **_foot(place, made_at),
        }
        return typeset(_LAYOUT, words, made_at=made_at)


def topic_paper(topic: Topic, packed: list[PackedDocument], *, on: date, place: str, made_at: datetime) -> bytes:
    """Print all documents of a topic that are law on a day."""
    with override(LANGUAGE):
        words = {
            "title": topic.name_vi,
            "with_contents": True,
            "documents": [_document(one.document, one.articles, on) for one in packed],
            **_foot(place, made_at),
        }
        return typeset(_LAYOUT, words, made_at=made_at)


def facts(document: LegalDocument, on: date) -> list[str]:
    """Say in Vietnamese how a document stands on a day, and who has checked it."""
    issued = f"{document.issuer} ban hành" if document.issuer else "Ban hành"
    lines = [f"{issued} ngày {_day(document.issued_on)}"] if document.issued_on else []
    match force_on(document, on):
        case Force.IN_FORCE:
            lines.append(f"Ngày {_day(on)}: đang có hiệu lực, từ ngày {_day(document.in_force_on)}")
        case Force.COMING:
            lines.append(f"Chưa có hiệu lực: áp dụng từ ngày {_day(document.in_force_on)}")
        case Force.ENDED:
            lines.append(f"Không còn hiệu lực từ ngày {_day(document.expired_on)}")
        case Force.UNKNOWN:
            lines.append("Chưa biết ngày có hiệu lực")
    is_verified = document.verification == Verification.VERIFIED
    lines.append(f"Cán bộ đã kiểm tra ngày {_day(document.checked_on)}" if is_verified else "Chưa có cán bộ kiểm tra")
    return lines


def _document(document: LegalDocument, articles: list[Article], on: date) -> dict[str, Any]:
    return {
        "title": printable(document.title),
        "number": document.number,
        "facts": facts(document, on),
        "chapters": [
            {
                "headings": [_heading(part) for part in chapter.headings],
                "articles": list(map(_article, chapter.articles)),
            }
            for chapter in chapters(articles)
        ],
    }


def _article(article: Article) -> dict[str, Any]:
    lines = lines_of(article)[1 if article.heading else 0 :]
    return {
        "title": f"Điều {article.number}. {printable(article.heading)}".strip(),
        "lines": [written for line in lines for written in _written(line)],
        "notes": [f"[{note['mark']}] {printable(note['text'])}" for note in article.notes],
    }


def _written(line: Line) -> Iterator[dict[str, Any]]:
    """Write a paragraph; words on a new line begin a paragraph of their own, without its number."""
    for place, words in enumerate(line.text.split("\n")):
        mark = "" if place else line.mark
        yield {"is_point": bool(line.point), "text": f"{mark} {printable(words)}".strip()}


def _heading(part: dict[str, str]) -> str:
    return ". ".join(
        filter(None, (f"{_KINDS.get(part['kind'], '')} {part['number']}".strip(), printable(part["title"])))
    )


def _foot(place: str, made_at: datetime) -> dict[str, Any]:
    return {
        "place": place,
        "square": square(place).decode(),
        "scan": "Quét mã để đọc bản mới nhất trên mạng.",
        "footer": f"Đồng Hành · in {date_format(made_at, 'H:i, d/m/Y')} · chỉ để tham khảo, không thay bản công báo",
    }


def _day(day: date | None) -> str:
    return date_format(day, "d/m/Y") if day else "…"
