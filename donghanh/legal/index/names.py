"""What documents and articles are called, learnt from the texts that cite them.

A library brought in as bare articles knows documents by number only; readers know them by name (“Luật Chứng khoán số
54/2019/QH14”). Articles may come without their headings; others name them (“Điều 171 (tội cướp giật tài sản)”).
"""

import re
from collections import Counter, defaultdict

_LAW = re.compile(
    r"((?:Bộ luật|Luật|Pháp lệnh) (?!số\b)[^\d,;:.()\n]{2,80}?) (?:số |\()?(?:số )?(\d+/\d{4}/[A-ZĐ]{2,7}\d*)"
)
_LOWER = re.compile(
    r"(Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Nghị quyết) số (\d+/\d{4}/[A-ZĐƯ]+(?:-[A-ZĐƯ]+)*) "
    r"ngày \d+ (?:tháng )?\d* ?(?:năm )?\d* của [^;:.\n]{3,80}? "
    r"((?:quy định|về|hướng dẫn|sửa đổi|ban hành)[^;.\n()]{5,160})"
)
_OFFENCE = re.compile(r"[Đđ]iều (\d+[a-zđ]?) \((tội [^()]{4,120})\)")
_NUMBER = re.compile(r"\b\d+/\d{4}/[A-ZĐƯ]{2,}(?:-[A-ZĐƯ]+)*\d*")


class NamesInTexts:
    """Names and mentions of documents, gathered while texts go by."""

    def __init__(self) -> None:
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.mentions: Counter[str] = Counter()
        """How many articles name a document's number."""
        self.offences: dict[tuple[str, str], str] = {}
        """What articles are called by others of their document, by its number and theirs."""

    def read(self, text: str, home: str) -> None:
        """Take in what one article of a document says of others."""
        if "(tội" in text:
            self.offences |= {(home, article): name for article, name in _OFFENCE.findall(text)}
        if "/" not in text:
            return
        self.mentions.update({number.upper() for number in _NUMBER.findall(text)})
        for name, number in _LAW.findall(text):
            self._names[number.upper()][name] += 1
        for kind, number, about in _LOWER.findall(text):
            self._names[number.upper()][f"{kind} {about.strip()}"] += 1

    def name_of(self, number: str) -> str:
        """Return the name most texts give a document, "" when none does."""
        names = self._names.get(number.upper())
        return names.most_common(1)[0][0] if names else ""
