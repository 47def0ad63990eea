"""The figures of a report in sentences; what nothing is known of is not mentioned."""

from collections.abc import Iterable

from donghanh.core.documents import Inline, Paragraph
from donghanh.indicators.choices import Origin
from donghanh.kernel.text import grouped
from donghanh.org.choices import GRASSROOTS_KINDS, UnitKind
from donghanh.reporting.choices import ARRIVED, Part
from donghanh.reporting.reports.paper.amounts import NBSP, cut_words
from donghanh.reporting.reports.paper.clauses import CLAUSES, Clause
from donghanh.reporting.reports.paper.figures import Figures, Side
from donghanh.reporting.reports.periods import year_words
from donghanh.reporting.reports.values import Absence, Report, Row

SESSIONS, ATTENDANCES = "legal_education_sessions", "legal_education_attendances"
NAMED_MISSING = 5
"""How many units without a report are named; more are counted only."""
Runs = tuple[Inline, ...]


def of_part(part: Part, figures: Figures) -> list[Paragraph]:
    """Write the sentences that stand before what officers wrote under a heading."""
    found = {Part.CONTENT: _content, Part.FORMS: _sessions}.get(part, _nothing)(figures)
    clauses = [each for each in CLAUSES if each.part == part]
    done = [words for each in clauses if (words := _done(each, figures))]
    if done:
        found.append(Paragraph(("Trong kỳ đã ", *_joined(done, "; "), ".")))
    moved = [words for each in clauses if (words := _only_moved(each, figures))]
    if moved:
        before = year_words(figures.report.before)
        found.append(Paragraph((f"So với cùng kỳ năm {before}: ", *_joined(moved, "; "), ".")))
    return found


def completeness(report: Report) -> list[Paragraph]:
    """Say whose reports are still missing, and what that means for the figures."""
    missing = [unit.name for unit in report.below if unit.state not in ARRIVED]
    if not report.below:
        return []
    there = f"{len(report.below) - len(missing):02d}/{len(report.below):02d}"
    if not missing:
        return [Paragraph(f"Báo cáo tổng hợp từ {there} đơn vị trực thuộc.")]
    names = f" ({'; '.join(missing)})" if len(missing) <= NAMED_MISSING else ""
    return [
        Paragraph(
            f"Đến khi lập báo cáo, {there} đơn vị trực thuộc đã gửi báo cáo; "
            f"{len(missing):02d} đơn vị chưa gửi{names}, số của các đơn vị này có thể chưa đủ."
        )
    ]


def _nothing(figures: Figures) -> list[Paragraph]:
    return []


def _sessions(figures: Figures) -> list[Paragraph]:
    counted, declared = _held(figures, Side.COUNTED), _held(figures, Side.DECLARED)
    who, told = _who(figures.report), _by_whose_word(figures.report)
    found = []
    if counted:
        found.append(Paragraph((f"{who[0].upper()}{who[1:]} ", *counted, ".")))
        found.extend(_compared(figures))
    if declared and counted:
        found.append(Paragraph((f"{told}: ", *declared, "; đứng riêng, không cộng vào số trên.")))
    elif declared:
        found.append(Paragraph((f"{told}, {who} ", *declared, ".")))
    return found


def _held(figures: Figures, side: Side) -> Runs:
    """Say how many sessions were held, with how many attendances, as one side knows it."""
    sessions = _amounts(SESSIONS, "cuộc", "tuyên truyền, phổ biến, giáo dục pháp luật", figures, side)
    attendances = _amounts(ATTENDANCES, "lượt người", "tham dự", figures, side)
    if not sessions:
        return ("đã thu hút ", *attendances) if attendances else ()
    return ("đã tổ chức ", *sessions, *(("; với ", *attendances) if attendances else ()))


def _compared(figures: Figures) -> list[Paragraph]:
    report = figures.report
    if report.before_absent == Absence.FOUNDED_LATER:
        day = report.founded_on
        return [
            Paragraph(
                f"Không so sánh với cùng kỳ năm {year_words(report.before)}: "
                f"đơn vị lập ngày {day.day:02d}/{day.month:02d}/{day.year}."
            )
        ]
    changes: list[Runs] = [
        (f"{words} ", figures.change_said(row, row.change, noun))
        for code, words, noun in ((SESSIONS, "số cuộc", "cuộc"), (ATTENDANCES, "số lượt người", "lượt người"))
        if (row := report.row(code)).counted_before is not None and row.change
    ]
    if not changes:
        return []
    return [Paragraph((f"So với cùng kỳ năm {year_words(report.before)}: ", *_joined(changes, "; "), "."))]


def _content(figures: Figures) -> list[Paragraph]:
    report, found = figures.report, []
    if report.by_topic:
        topics = "; ".join(f"{each.label} ({grouped(each.sessions)}{NBSP}cuộc)" for each in report.by_topic)
        found.append(Paragraph(f"Nội dung tuyên truyền: {topics}. Cuộc có nhiều chủ đề được kể ở từng chủ đề."))
    if report.documents:
        found.append(Paragraph(f"Đã phổ biến {len(report.documents):02d}{NBSP}văn bản (danh mục tại phụ lục)."))
    return found


def _done(clause: Clause, figures: Figures) -> Runs:
    """Say how much was done, and how that compares."""
    row = figures.report.row(clause.code)
    amounts = _amounts(clause.code, clause.noun, clause.after, figures, Side.DECLARED)
    if not amounts:
        return ()
    words: Runs = (f"{clause.before} ", *amounts)
    if row.change:
        before = year_words(figures.report.before)
        words = (*words, ", ", figures.change_said(row, row.change, clause.noun), f" so với cùng kỳ năm {before}")
    return words


def _only_moved(clause: Clause, figures: Figures) -> Runs:
    """Say how something changed of which nobody said how much it is."""
    row = figures.report.row(clause.code)
    if row.change is None or row.declared or figures.report.parts(clause.code):
        return ()
    return f"{row.name[0].lower()}{row.name[1:]} ", figures.change_said(row, row.change, clause.noun)


def _amounts(code: str, noun: str, after: str, figures: Figures, side: Side) -> Runs:
    """Write the whole, then its parts; the parts alone where nobody gave the whole."""
    whole = figures.report.row(code)
    parts = [part for part in figures.report.parts(code) if _has(part, side)]
    after = f" {after}" if after else ""
    if not _has(whole, side):
        named = (_part(part, noun, "" if place else after, figures, side) for place, part in enumerate(parts))
        return _joined(named, ", ")
    ref = figures.said(whole, side, noun)
    listed = _joined((_part(part, noun, "", figures, side) for part in parts), ", ")
    return (ref, f"{after}, trong đó ", *listed) if listed else (ref, after)


def _part(row: Row, noun: str, after: str, figures: Figures, side: Side) -> Runs:
    return figures.said(row, side, noun), f"{after} ({cut_words(row.cut)})"


def _has(row: Row, side: Side) -> bool:
    return bool(row.counted) if side is Side.COUNTED else row.declared is not None


def _joined(parts: Iterable[Runs], between: str) -> Runs:
    words: list[Inline] = []
    for part in parts:
        words += [between, *part] if words else part
    return tuple(words)


def _who(report: Report) -> str:
    if report.unit_kind == UnitKind.SOCIAL_SECURITY:
        return "cơ quan bảo hiểm xã hội các cấp" if report.below else report.unit_name
    return report.unit_name if report.unit_kind in GRASSROOTS_KINDS or not report.below else "các cấp công đoàn"


def _by_whose_word(report: Report) -> str:
    origins = {row.declared.origin for row in report.rows if row.code in {SESSIONS, ATTENDANCES} and row.declared}
    return "Theo số liệu đã công bố" if origins == {Origin.PUBLISHED} else "Theo số liệu kê khai"
