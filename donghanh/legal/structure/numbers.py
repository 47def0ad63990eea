"""How the numbers and days of legal documents are written: the only home of these patterns."""

import re
from datetime import date

NUMBER = r"\d{1,4}/(?:\d{4}/)?[A-ZĐ]{2,}[A-ZĐ0-9]*(?:-[A-ZĐ0-9]+g?)*"
"""“41/2024/QH15”, “145/2020/NĐ-CP”, “19/VBHN-VPQH”."""
ANY_NUMBER = re.compile(rf"\b{NUMBER}")
KINDS = r"Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư"
NAMED = re.compile(rf"\b(?P<name>(?:{KINDS})\b[^;:.()“”]*?)\s+số(?:\s*:)?\s+(?P<number>{NUMBER})")
_TORN = re.compile(r"(?<=/\d{4}/)(NĐ|QĐ|NQ)(?:\s?-[\s-]*|)(?=CP\b|TTg\b)")
DAY_IN_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
DAY_IN_FIGURES = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_FILE_NAME = re.compile(r"(\d{1,4})[-_.](\d{4})[-_.]([A-Za-zĐđ]+\d*)(?:[-_.]([A-Za-z]{2,7}))?(?=[-_.\s]|$)")
_ISSUERS = {
    "QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "CP": "Chính phủ", "TTG": "Thủ tướng Chính phủ",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam",
}  # fmt: skip
_KINDS = {
    "NĐ": "decree", "NQ": "resolution", "PL": "ordinance", "QĐ": "decision", "TT": "circular", "TTLT": "circular",
    "HD": "guidance",
}  # fmt: skip


def mend_numbers(text: str) -> str:
    """Put back the hyphen that the edge of a page tore out of a number: “28/2020/NĐCP”, “135/2020/NĐ- CP”."""
    return _TORN.sub(r"\1-", text)


def day_in(text: str) -> date | None:
    """Return the first day that a text names; None when it names none that a calendar knows."""
    found = [match for pattern in (DAY_IN_WORDS, DAY_IN_FIGURES) if (match := pattern.search(text))]
    if not found:
        return None
    day, month, year = (int(part) for part in min(found, key=lambda match: match.start()).groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def number_in_file_name(name: str) -> str:
    """Return the number that a file's name claims: “145-2020-ND-CP.full.txt” claims 145/2020/NĐ-CP."""
    match = _FILE_NAME.match(name)
    if match is None:
        return ""
    number, year, symbol, issuer = match.groups()
    symbol = symbol.upper()
    if symbol.startswith(("QH", "UBTVQH")):
        return f"{number}/{year}/{symbol}"
    issuer = (issuer or "").upper()
    if not issuer:
        return ""
    symbol = {"ND": "NĐ", "QD": "QĐ"}.get(symbol, symbol)
    issuer = {"TTG": "TTg", "TLD": "TLĐ"}.get(issuer, issuer)
    return f"{number}/{year}/{symbol}-{issuer}"


def year_of(number: str) -> int | None:
    """Return the year within a document's number."""
    parts = number.split("/")
    return int(parts[1]) if len(parts) == 3 and parts[1].isdigit() else None


def kind_of(number: str, title: str) -> str:
    """Return what sort of document bears a number and a title, in the words of legal.choices.DocumentKind."""
    symbol = number.rsplit("/", 1)[-1]
    for word, kind in (
        ("bộ luật", "code"),
        ("nghị quyết", "resolution"),
        ("luật", "law"),
        ("hiến pháp", "constitution"),
    ):
        if symbol.startswith("QH") and title.casefold().startswith(word):
            return kind
    if symbol.startswith("QH"):
        return "law"
    return _KINDS.get(symbol.split("-")[0], "other")


def issuer_of(number: str) -> str:
    """Return who issues documents of such a number, as far as the number tells."""
    symbol = number.rsplit("/", 1)[-1]
    body = symbol.rsplit("-", 1)[-1].rstrip("0123456789").upper()
    return _ISSUERS.get(body, "")
