"""Numbers of documents, such as 145/2020/NĐ-CP: how they are compared, completed and put into addresses."""

import re

from donghanh.kernel.text import fold

_LETTERS = r"[a-z][a-z]+\d{0,2}(?:-[a-z]+\d{0,2})*"
_WITHOUT_YEAR = r"(?:qd|nq|ct|vbhn|hd|kl|cv|kh|tb|cd)-[a-z]+(?:-[a-z]+)*"
NUMBER = rf"\d{{1,5}}/(?:(?:19|20)\d\d/{_LETTERS}|{_WITHOUT_YEAR})(?![\w/])"
"""A whole number in folded letters."""
SERIAL = r"\d{1,5}/(?:19|20)\d\d(?![\w/])"
"""A number without the letters behind it."""
_PRINTED = {
    "nd": "NĐ", "qd": "QĐ", "cd": "CĐ", "hd": "HĐ", "tld": "TLĐ", "ldld": "LĐLĐ", "ttg": "TTg",
    "bldtbxh": "BLĐTBXH", "ldtbxh": "LĐTBXH",
}  # fmt: skip
_ENDINGS = {"decree": "nd-cp"}
_LAW = re.compile(r"qh\d+")


def number_key(number: str) -> str:
    """Return what tells two numbers apart, however they are typed: “02/2011/QH13” is “2/2011/qh13”."""
    return fold(number).replace(" ", "").lstrip("0")


def proper_number(key: str) -> str:
    """Write a number that no known document has as it is printed, from its folded letters."""
    *serial, letters = key.split("/")
    written = "-".join(_PRINTED.get(part, part.upper()) for part in letters.split("-"))
    return "/".join([*serial, written])


def whole_number(serial: str, kind: str) -> str:
    """Complete “145/2020” where the kind of document leaves one way to do so; else return ""."""
    return f"{serial}/{_ENDINGS[kind]}" if kind in _ENDINGS else ""


def kind_of(number: str) -> str:
    """Tell from its number what sort of document it is, as far as the words of a citation tell it."""
    letters = number_key(number).rpartition("/")[2]
    if _LAW.fullmatch(letters):
        return "law"
    return {"nd": "decree", "tt": "circular", "qd": "decision", "nq": "resolution"}.get(letters.split("-")[0], "")


def slug_of(number: str) -> str:
    """Return a number in plain letters for addresses: “145-2020-ND-CP”."""
    return re.sub(r"[^0-9A-Z]+", "-", fold(number).upper()).strip("-")
