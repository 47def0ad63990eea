"""Numbers as official Vietnamese papers write them."""

from decimal import Decimal

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import CUTS, Qualifier
from donghanh.kernel.text import grouped

UNKNOWN = "chưa có"
NO_DATA = "chưa có số liệu"
KEPT_BACK = "không nêu"
"""Stands for a number of few people, on the paper of a reader without names."""
NBSP = "\N{NO-BREAK SPACE}"
_QUALIFIERS = {Qualifier.EXACT: "", Qualifier.OVER: f"trên{NBSP}", Qualifier.NEARLY: f"gần{NBSP}"}


def amount_text(amount: Amount) -> str:
    """Write how much is declared: "trên 875.000", "50.000.000–90.000.000"."""
    word = _QUALIFIERS[amount.qualifier]
    if amount.value is not None:
        return word + grouped(amount.value)
    if amount.minimum is None:
        return f"{word}đến{NBSP}{grouped(amount.maximum or 0)}"
    if amount.maximum is None:
        return f"{word}từ{NBSP}{grouped(amount.minimum)}"
    return f"{word}{grouped(amount.minimum)}–{grouped(amount.maximum)}"


def in_sentence(amount: Amount, noun: str) -> str:
    """Write an amount with what it counts; whole numbers below ten get a zero before them."""
    small = amount.value is not None and amount.value < 10
    text = f"{_QUALIFIERS[amount.qualifier]}{amount.value:02d}" if small else amount_text(amount)
    if amount.minimum is not None and amount.maximum is not None:
        text = f"từ {grouped(amount.minimum)} đến {grouped(amount.maximum)}"
    return f"{text}{NBSP}{noun}"


def percent_text(value: Decimal) -> str:
    """Write a percentage: "5", "−2,5"."""
    plain = f"{abs(value).normalize():f}".replace(".", ",")
    return f"−{plain}" if value < 0 else plain


def signed(value: int) -> str:
    """Write a change with its sign; no change is plain 0."""
    sign = {-1: "−", 0: "", 1: "+"}[(value > 0) - (value < 0)]
    return sign + grouped(abs(value))


def change_cells(amount: Amount | None) -> tuple[str, str]:
    """Write a change as its two cells: the difference, the percentage."""
    if amount is None:
        return UNKNOWN, UNKNOWN
    word = _QUALIFIERS[amount.qualifier]
    number = word + signed(amount.change) if amount.change is not None else ""
    percent = amount.change_percent
    sign = "+" if percent is not None and percent > 0 else ""
    return number, f"{word}{sign}{percent_text(percent)}" if percent is not None else ""


def change_words(amount: Amount, noun: str) -> str:
    """Say a change in words: "tăng 12 cuộc (8,5 %)", "gần như không đổi"."""
    percent = amount.change_percent
    step = amount.change if amount.change is not None else percent or 0
    if step == 0:
        return "không đổi" if amount.qualifier == Qualifier.EXACT else "gần như không đổi"
    verb = f"{'tăng' if step > 0 else 'giảm'}{NBSP}{_QUALIFIERS[amount.qualifier]}"
    share = f"{percent_text(abs(percent))}{NBSP}%" if percent is not None else ""
    if amount.change is None:
        return verb + share
    number = f"{verb}{grouped(abs(amount.change))}{NBSP}{noun}"
    return f"{number} ({share})" if share else number


def cut_words(cut: dict[str, str]) -> str:
    """Name a part of an indicator: "trực tuyến", "người lao động"."""
    return ", ".join(str(CUTS[name](value).label) for name, value in sorted(cut.items()))
