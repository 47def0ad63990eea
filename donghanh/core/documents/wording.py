"""What official paper says around the words it is given: fixed lines, dates, numbers, closing marks.

The layout rules are those of Decree 30/2020/NĐ-CP, Appendix I.
"""

import re
from dataclasses import replace
from zoneinfo import ZoneInfo

from donghanh.core.documents.model import Block, BulletList, Document, Heading, Paragraph, Section
from donghanh.core.documents.words import Inline, Words, inline_text, inlines, printable

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
END = "./."
_HERE = ZoneInfo("Asia/Ho_Chi_Minh")
_BLANK_NUMBER = "\u00a0" * 7
_WIDEST = 29  # Bold capitals that fit on a line beside the name of the country.
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LONE_DIGIT = re.compile(r"^(?=\d(?!\d))")


def title(document: Document) -> str:
    """Name the document as a list of files would."""
    return printable(" ".join(filter(None, (document.kind, *document.subject)))).strip()


def capitals(text: str) -> str:
    """Return a line as it stands in capitals."""
    return printable(text).strip().upper()


def body_lines(lines: tuple[str, ...]) -> list[str]:
    """Write the names of bodies in capitals; a name too long for its line is broken near its middle."""
    return [part for line in lines for part in _halves(capitals(line))]


def roman(number: int) -> str:
    """Write a number from 1 to 89 in Roman digits."""
    written = ""
    for value, digits in _ROMAN:
        times, number = divmod(number, value)
        written += digits * times
    return written


def date_words(heading: Heading) -> str:
    """Write the day of issue; days below 10 and the first two months get a zero before them."""
    day = heading.issued_on
    if day is None:
        return f"ngày ... tháng ... năm {heading.year or '...'}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def number_and_symbol(heading: Heading) -> str:
    """Write number and symbol, "05/BC-CĐ", or a blank before the symbol when the number is not given yet."""
    if not heading.symbol:
        return ""
    given = _LONE_DIGIT.sub("0", printable(heading.number).strip())
    return f"{given or _BLANK_NUMBER}/{printable(heading.symbol).strip()}"


def number_line(heading: Heading) -> str:
    """Write the line of number and symbol."""
    return f"Số: {number_and_symbol(heading)}" if heading.symbol else ""


def place_line(heading: Heading) -> str:
    """Write the line of place and date."""
    return f"{printable(heading.place).strip()}, {date_words(heading)}" if heading.place else ""


def subject_lines(document: Document) -> tuple[str, ...]:
    """Write what the document is about; that of an official letter begins with "V/v"."""
    lines = [printable(line).strip() for line in document.subject]
    if lines and not document.kind:
        lines[0] = f"V/v {lines[0]}"
    return tuple(lines)


def legal_base_lines(document: Document) -> tuple[str, ...]:
    """Write the legal bases, each closed by a semicolon and the last by a full stop."""
    return _listed(document.legal_bases, before="")


def addressee_lines(document: Document) -> tuple[str, ...]:
    """Write whom the document is addressed to: one on the same line, several below with a dash each."""
    if len(document.addressees) == 1:
        return (f"Kính gửi: {printable(document.addressees[0]).strip()}",)
    return ("Kính gửi:", *_listed(document.addressees, before="- ")) if document.addressees else ()


def recipient_lines(document: Document) -> tuple[str, ...]:
    """Write who receives a copy, each after a dash; the last one is the archive."""
    return _listed(document.recipients, before="- ")


def annex_label(document: Document, position: int) -> str:
    """Name an annex by its place; an only annex carries no number."""
    return f"Phụ lục {roman(position + 1)}" if len(document.annexes) > 1 else "Phụ lục"


def attachment_line(document: Document) -> str:
    """Say under an annex's title which document it belongs to."""
    heading = document.heading
    told = [document.kind or "Công văn"]
    if heading.symbol:
        told.append(f"số {number_and_symbol(heading)}")
    if heading.place:
        told.append(date_words(heading))
    told.append(f"của {' '.join(heading.issuing_body)}")
    return f"(Kèm theo {printable(' '.join(told))})"


def signing_line(document: Document) -> str:
    """Write number and moment of the electronic signature, as annexes carry it at the top right."""
    if document.signed_at is None:
        return ""
    moment = document.signed_at.astimezone(_HERE).isoformat(timespec="seconds")
    return "; ".join(filter(None, (number_and_symbol(document.heading), moment)))


def numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give every section its number, and the first level its capitals."""
    counts = [0, 0, 0]
    written: list[Block] = []
    for block in blocks:
        if isinstance(block, Section):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (3 - block.level)
            written.append(replace(block, title=_section_title(block, counts[block.level - 1])))
        else:
            written.append(block)
    return tuple(written)


def closed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put "./." after the last sentence; a document that ends in a table needs none."""
    if not blocks:
        return blocks
    last = blocks[-1]
    if isinstance(last, Paragraph):
        last = replace(last, words=_ended(last.words))
    elif isinstance(last, BulletList) and last.items:
        last = replace(last, items=(*last.items[:-1], _ended(last.items[-1])))
    return (*blocks[:-1], last)


def body(document: Document) -> tuple[Block, ...]:
    """Return the document's blocks as they are printed."""
    return numbered(closed(document.blocks))


def _halves(line: str) -> list[str]:
    gaps = [place for place, letter in enumerate(line) if letter == " "]
    if len(line) <= _WIDEST or not gaps:
        return [line]
    middle = min(gaps, key=lambda gap: abs(2 * gap - len(line)))
    return [*_halves(line[:middle]), *_halves(line[middle + 1 :])]


def _section_title(section: Section, number: int) -> str:
    named = printable(section.title).strip()
    match section.level:
        case 1:
            return f"{roman(number)}. {named.upper()}"
        case 2:
            return f"{number}. {named}"
        case 3:
            return f"{_LETTERS[number - 1]}) {named}"


def _ended(words: Words) -> Words:
    runs: tuple[Inline, ...] = inlines(words)
    if runs and isinstance(runs[-1], str):
        text = inline_text(runs[-1]).rstrip()
        return (*runs[:-1], text if text.endswith(END) else text.rstrip(".") + END)
    return (*runs, END)


def _listed(lines: tuple[str, ...], *, before: str) -> tuple[str, ...]:
    bare = [printable(line).strip().rstrip(";.") for line in lines]
    return tuple(
        f"{before}{line}{'.' if position == len(bare) else ';'}" for position, line in enumerate(bare, start=1)
    )
