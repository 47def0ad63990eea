"""What does not fit in a reading: gaps, doubles, days and numbers that contradict each other, noise, cut ends."""

import re
from dataclasses import dataclass

from donghanh.kernel.syllables import is_syllable
from donghanh.legal.structure.clauses import clauses_of
from donghanh.legal.structure.model import Article, Reading
from donghanh.legal.structure.numbers import year_of

GRAVE = frozenset({"wrong_document", "dates_contradict", "no_structure", "no_number"})
"""Findings for which a person must look before readers are given a text."""
INCOMPLETE = frozenset({"article_missing", "goes_on_elsewhere", "no_closing_article"})
"""Findings that say that words of the document are not in the text."""
NOISY = 1.3
"""Specks and impossible words in a thousand, from which on a text is a bad scan; clean ones have less than a half."""
NOISY_ARTICLE = 30.0
_SPECK = re.compile(
    r"[ˆ¡¿°®©`~^_\\{}|<>=¬¢£¥§¶›‹»«Ƒ#$@†‡]|(?<=[^\W\d_])['\"](?=[^\W\d_])|[^\W\d_]\d[^\W\d_]"
    r"|(?<=\s)[,;:.'](?=\s)|\bĐiêu \d"
)
_LEGISLATURE = {"XI": "QH11", "XII": "QH12", "XIII": "QH13", "XIV": "QH14", "XV": "QH15", "XVI": "QH16"}
_TERM = re.compile(r"khóa ([XVI]+), kỳ họp")
_ADDRESS = re.compile(r"\S+@\S+|\b\S+\.(?:vn|com|org|net|gov)\b\S*")
_FEW_SPECKS, _SPECKS_OF_AN_ARTICLE = 20, 10
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSES = re.compile(
    r"hiệu lực|thi hành|chuyển tiếp|trách nhiệm|tổ chức thực hiện|hướng dẫn|quy định chi tiết", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What people say that a file is: its name, the number and title it goes under."""

    file_name: str = ""
    number: str = ""
    title: str = ""


def check(reading: Reading, claim: Claim, tail: list[str]) -> None:
    """Add the findings that only the whole text shows."""
    if not reading.articles:
        reading.find("no_structure")
    _check_run(reading)
    _check_end(reading)
    _check_identity(reading, claim, tail)
    _check_days(reading)
    _check_noise(reading)
    _check_headings(reading)
    _check_clauses(reading)
    if reading.facts.consolidation:
        reading.find("consolidated", name=reading.facts.consolidation, count=len(reading.facts.amendments))
    if reading.facts.is_codified:
        reading.find("codified")


def _check_run(reading: Reading) -> None:
    present = {article.number for article in reading.articles}
    last = max([int(digits[0]) for number in present if (digits := _DIGITS.match(number))], default=0)
    missing = [number for number in range(1, last) if str(number) not in present]
    for first, end in _runs(missing):
        reading.find("article_missing", str(first), to=end, count=end - first + 1)
    for article in reading.articles:
        if article.is_recovered:
            reading.find("article_recovered", article.number)
        if not article.paragraphs and not article.heading:
            reading.find("article_empty", article.number)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _check_end(reading: Reading) -> None:
    last = reading.articles[-1] if reading.articles else None
    if (
        last
        and len(reading.articles) > 2
        and not any(
            _CLOSES.search(article.heading) or any("hiệu lực" in line for line in article.paragraphs)
            for article in reading.articles[-3:]
        )
    ):
        reading.find("no_closing_article", last.number)
    if last and last.paragraphs and re.search(r"[^\W\d_]$", last.paragraphs[-1]) and not reading.annexes:
        reading.find("cut_off", last.number, end=last.paragraphs[-1][-60:])


def _check_identity(reading: Reading, claim: Claim, tail: list[str]) -> None:
    """Compare the document that the words are with the one they are said to be."""
    inside = reading.facts.number
    if inside and claim.number and inside != claim.number:
        reading.find("wrong_document", inside=inside, claimed=claim.number)
        return
    number = inside or claim.number
    if not number:
        reading.find("no_number")
        return
    year, issued = year_of(number), reading.facts.issued_on
    term = _TERM.search(
        "\n".join([*tail[:4], *(line for article in reading.articles[-1:] for line in article.paragraphs)])
    )
    legislature = _LEGISLATURE.get(term[1], "") if term else ""
    if year and issued and issued.year != year:
        reading.find("wrong_document", inside=f"{issued:%d/%m/%Y}", claimed=number)
    elif legislature and number.split("/")[-1].startswith("QH") and legislature != number.split("/")[-1]:
        reading.find("wrong_document", inside=legislature, claimed=number)
    elif not inside:
        reading.find("number_only_claimed", claimed=claim.number)
    if (
        issued
        and not reading.facts.consolidation
        and (years := _claimed_years(claim, number))
        and issued.year not in years
    ):
        reading.find(
            "title_tells_another_year", inside=f"{issued:%d/%m/%Y}", claimed=" / ".join(map(str, sorted(years)))
        )


def _claimed_years(claim: Claim, number: str) -> set[int]:
    """Return the years that a file's name or title puts behind the document's own name."""
    words = claim.file_name.replace(number.replace("/", "-"), "")
    bare = re.sub(r"\d+-(\d{4})-", "", words)
    return {int(found) for found in _YEAR.findall(f"{bare} {claim.title}")}


def _check_days(reading: Reading) -> None:
    facts = reading.facts
    own, table = facts.in_force_on, facts.table_in_force_on
    if own and table and own != table:
        reading.find(
            "dates_contradict", facts.in_force_place, own=f"{own:%d/%m/%Y}", other=f"{table:%d/%m/%Y}"
        )  # fmt: skip
    if own and facts.issued_on and own < facts.issued_on:
        reading.find(
            "in_force_before_issue", facts.in_force_place, own=f"{own:%d/%m/%Y}", issued=f"{facts.issued_on:%d/%m/%Y}"
        )


def _check_noise(reading: Reading) -> None:
    """Tell a poor scan; where a text is clear as a whole, name the articles that are not."""
    noise = {article.number: _noise_in(article) for article in reading.articles}
    specks, words = (sum(pair[place] for pair in noise.values()) for place in (0, 1))
    if specks >= _FEW_SPECKS and specks * 1000 >= NOISY * words:
        reading.find("noisy", share=f"{specks * 1000 / words:.1f}", count=specks)
        return
    for number, (found, length) in noise.items():
        if found >= _SPECKS_OF_AN_ARTICLE and found * 1000 >= NOISY_ARTICLE * length:
            reading.find("article_noisy", number, count=found)


def _noise_in(article: Article) -> tuple[int, int]:
    """Count the specks and impossible words of an article, and its words."""
    text = _ADDRESS.sub(" ", article.text)
    words = _WORD.findall(text)
    strange = sum(len(word) > 1 and word.islower() and not is_syllable(word) for word in words)
    return strange + len(_SPECK.findall(text)), len(words)


def _check_headings(reading: Reading) -> None:
    for article in reading.articles:
        if (
            not article.heading
            and article.paragraphs
            and len(article.paragraphs[0]) > 90
            and _mostly_headed(reading.articles)
        ):
            reading.find("heading_glued", article.number)
        for paragraph in article.paragraphs:
            if paragraph.count("”") > paragraph.count("“") and not any("“" in line for line in article.paragraphs):
                reading.find("stray_quotation", article.number, words=paragraph[-60:])
                break


def _check_clauses(reading: Reading) -> None:
    """Name the clauses whose numbers are not there: lost by a scan, or repealed without a trace."""
    for article in reading.articles:
        numbers = [
            int(found[0]) for clause in clauses_of(article.paragraphs) if (found := _DIGITS.match(clause["number"]))
        ]
        missing = sorted(set(range(1, max(numbers, default=0))) - set(numbers))
        if missing:
            reading.find("clause_missing", article.number, clauses=", ".join(map(str, missing)))


def _mostly_headed(articles: list[Article]) -> bool:
    return sum(bool(article.heading) for article in articles) > len(articles) * 0.7
