"""The whole paper: heading, skeleton of the report, what officers wrote, figures in sentences, annexes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import override

from donghanh.core.documents import (
    Block,
    Document,
    Heading,
    Italic,
    Paragraph,
    Section,
    Signature,
    typed_blocks,
)
from donghanh.kernel.periods import Period
from donghanh.reporting.choices import Part
from donghanh.reporting.reports.paper import sentences
from donghanh.reporting.reports.paper.annexes import annexes
from donghanh.reporting.reports.paper.figures import Figures
from donghanh.reporting.reports.paper.letterhead import Letterhead
from donghanh.reporting.reports.periods import QUARTERS, period_words
from donghanh.reporting.reports.values import Report

SUBJECT = "Kết quả công tác tuyên truyền, phổ biến, giáo dục pháp luật"
LANGUAGE = "vi"
_NOTHING_WRITTEN = "Chưa có nội dung"
_RESULTS = (
    ("Nội dung", Part.CONTENT),
    ("Hình thức", Part.FORMS),
    ("Đội ngũ báo cáo viên, tuyên truyền viên pháp luật", Part.REPORTERS),
    ("Phối hợp liên ngành", Part.COORDINATION),
    ("Kinh phí", Part.FUNDING),
    ("Mô hình mới, cách làm hay", Part.MODELS),
)
_ASSESSMENT = (
    ("Ưu điểm", Part.STRENGTHS),
    ("Tồn tại, hạn chế", Part.LIMITS),
    ("Nguyên nhân", Part.CAUSES),
    ("Bài học kinh nghiệm", Part.LESSONS),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, with the writer who knows which figure each letter in it stands for."""

    document: Document
    figures: Figures


def write_paper(
    report: Report, texts: Mapping[str, str], letterhead: Letterhead, *, sealed_at: datetime | None = None
) -> Paper:
    """Write a report as an official document; ``sealed_at`` is when it was sealed, if it was."""
    with override(LANGUAGE):
        figures = Figures(report)
        blocks = tuple(_body(figures, texts, letterhead))
        document = Document(
            heading=_heading(letterhead),
            kind="Báo cáo",
            subject=_subject(report.period),
            legal_bases=letterhead.legal_bases,
            blocks=blocks,
            signature=Signature(letterhead.authority, letterhead.signer),
            recipients=letterhead.recipients,
            annexes=annexes(figures, prints_distinct_people=letterhead.prints_distinct_people),
            footer=_footer(report, sealed_at),
            signed_at=sealed_at,
        )
    return Paper(document, figures)


def _subject(period: Period) -> tuple[str, ...]:
    """Say what the report is about; days that are no usual period need a line of their own."""
    words, tasks = period_words(period), f"phương hướng, nhiệm vụ {ahead(period)}"
    return (SUBJECT, f"{words};", tasks) if "/" in period.code else (SUBJECT, f"{words}; {tasks}")


def ahead(period: Period) -> str:
    """Name the time after a period, for which tasks are set."""
    year, _dash, part = period.code.partition("-")
    if "/" in period.code:
        return "thời gian tới"
    following = int(year) + 1
    if part in QUARTERS:
        quarters = list(QUARTERS.values())
        place = list(QUARTERS).index(part)
        return f"quý {quarters[place + 1]} năm {year}" if place < 3 else f"quý I năm {following}"
    if part.isdigit():
        return f"tháng {int(part) + 1} năm {year}" if int(part) < 12 else f"tháng 1 năm {following}"
    words = {"": f"năm {following}", "H1": "6 tháng cuối năm", "9M": "3 tháng cuối năm"}
    return words.get(part, f"6 tháng đầu năm {following}")


def _heading(letterhead: Letterhead) -> Heading:
    return Heading(
        parent_body=(letterhead.parent_body,) if letterhead.parent_body else (),
        issuing_body=(letterhead.issuing_body,),
        number=letterhead.number,
        symbol=letterhead.symbol,
        place=letterhead.place,
        issued_on=letterhead.issued_on,
        year=letterhead.year,
    )


COMMITTEES = {"BAN THƯỜNG VỤ": "Ban Thường vụ", "BAN CHẤP HÀNH": "Ban Chấp hành"}
"""How a committee of the signature is written within a sentence."""


def _body(figures: Figures, texts: Mapping[str, str], letterhead: Letterhead) -> Iterator[Block]:
    report = figures.report
    yield Paragraph(f"{_opening(letterhead, report.unit_name)} báo cáo kết quả như sau:")
    yield Section("Công tác lãnh đạo, chỉ đạo")
    yield from _part(Part.LEADERSHIP, figures, texts)
    yield Section("Kết quả thực hiện")
    yield from sentences.completeness(report)
    for title, part in _RESULTS:
        yield Section(title, level=2)
        yield from _part(part, figures, texts)
    yield Section("Đánh giá")
    for title, part in _ASSESSMENT:
        yield Section(title, level=2)
        yield from _part(part, figures, texts)
    yield Section(f"Phương hướng, nhiệm vụ {ahead(report.period)}")
    yield from _part(Part.DIRECTION, figures, texts)
    yield Section("Đề xuất, kiến nghị")
    yield from _part(Part.PROPOSALS, figures, texts)


def _part(part: Part, figures: Figures, texts: Mapping[str, str]) -> list[Block]:
    """Give the sentences of a part and what officers wrote there; a part with neither says so."""
    blocks: list[Block] = [*sentences.of_part(part, figures), *typed_blocks(texts.get(part, ""))]
    return blocks or [Paragraph((Italic(_NOTHING_WRITTEN), "."))]


def _opening(letterhead: Letterhead, unit_name: str) -> str:
    """Name who reports: the committee in whose name it is signed, or the body itself."""
    committee = letterhead.authority[0].partition(". ")[2] if len(letterhead.authority) > 1 else ""
    return f"{COMMITTEES.get(committee, committee)} {unit_name}".strip()


def _footer(report: Report, sealed_at: datetime | None) -> str:
    moment = localtime(sealed_at or report.made_at)
    word = "số liệu chốt" if sealed_at else "số liệu tính"
    return f"{report.unit_name} · {period_words(report.period)} · {word} {moment:%H:%M, %d/%m/%Y}"
