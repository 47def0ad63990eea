"""The texts that lie beside the project are understood as their table of sources says, their traps found."""

from datetime import date, datetime
from pathlib import Path

import pytest
from django.utils import timezone

from donghanh.legal.choices import EditionState
from donghanh.legal.imports import origins_in
from donghanh.legal.models import Article, LegalDocument
from donghanh.legal.services.bringing_in import bring_in
from donghanh.legal.services.trying_out import Origin
from donghanh.legal.structure.checking import Claim
from donghanh.legal.structure.model import Reading
from donghanh.legal.structure.reading import read_text
from donghanh.org.models import User

AT = datetime(2026, 11, 1, 9, 0, tzinfo=timezone.get_default_timezone())
RECOVERED = {
    "02-2011-QH13.txt": ["8", "13", "34"],
    "11-2017-QH14.txt": ["3", "4", "13", "24", "27", "29", "34", "35", "37"],
    "28-2015-ND-CP.txt": ["28", "32", "34", "36", "38"],
    "135-2020-ND-CP.txt": ["4"],
    "92-2015-QH13.txt": ["70"],
}
"""Articles that stand inside others, which the count of the table leaves out."""
NOISY = {"145-2020-ND-CP.full.txt", "283-2026-ND-CP.txt", "85-2026-ND-CP.txt"}
FOUND = {
    "283-2026-ND-CP.txt": "dates_contradict",
    "85-2026-ND-CP.txt": "dates_contradict",
    "145-2020-ND-CP.txt": "goes_on_elsewhere",
    "188-2025-ND-CP.txt": "goes_on_elsewhere",
    "38-2013-QH13.txt": "no_closing_article",
    "45-2019-QH14.txt": "consolidated",
    "41-2024-QH15-VBHN.txt": "consolidated",
    "52-2014-QH13.txt": "article_repeated",
    "39-2016-ND-CP.txt": "article_missing",
    "12-2012-QH13.txt": "number_only_claimed",
    "73-2006-QH11.txt": "foreign_article",
}


def read(folder: Path, name: str) -> Reading:
    number = origins_in(folder)[name].number.removesuffix("-VBHN")
    return read_text((folder / name).read_text(encoding="utf-8"), Claim(name, number))


def rows(folder: Path) -> list[list[str]]:
    lines = (folder / "SOURCES.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if ".txt |" in line]
    return [row for row in cells if row[0].endswith(".txt")]


def test_every_text_has_the_articles_that_its_table_counts(shared: Path) -> None:
    folder = shared / "legal" / "texts"
    wrong: list[object] = []
    noisy: set[str] = set()
    for row in rows(folder):
        reading = read(folder, row[0])
        recovered = [article.number for article in reading.articles if article.is_recovered]
        counted = [article.number for article in reading.articles if not article.is_recovered]
        expected = (row[1].removesuffix("-VBHN"), row[-2], row[-1], RECOVERED.get(row[0], []))
        count = str(len(counted)) if row[-2] != "-" else "-"
        got = (reading.facts.number or row[1], count, counted[-1], recovered)
        wrong += [] if got == expected else [(row[0], got, expected)]
        noisy |= {row[0]} if "noisy" in reading.codes else set()
        wrong += [(row[0], FOUND[row[0]])] if row[0] in FOUND and FOUND[row[0]] not in reading.codes else []
    assert (wrong, noisy) == ([], NOISY)


@pytest.mark.django_db
def test_the_fathers_leave_is_the_unamended_one_until_the_last_day_of_june(shared: Path, system: User) -> None:
    folder = shared / "legal" / "texts"
    for name in ("41-2024-QH15-VBHN.txt", "41-2024-QH15.txt"):
        bring_in((folder / name).read_bytes(), name, origins_in(folder)[name], actor=system, at=AT)
    article = Article.objects.filter(document__number="41/2024/QH15", number="53")
    before, after = (article.worded_on(date(2026, month, day)).get() for month, day in ((6, 30), (7, 1)))
    assert ("vợ sinh con thứ hai" in before.text, "vợ sinh con thứ hai" in after.text) == (False, True)
    assert {
        note["number"] for note in Article.objects.in_use().get(number="37", applies_from=date(2026, 3, 1)).notes
    } == {"142/2025/QH15"}


@pytest.mark.django_db
def test_the_law_of_2012_under_the_name_of_2024_waits_as_what_it_is(shared: Path, system: User) -> None:
    data = (shared / "legal" / "texts" / "12-2012-QH13.txt").read_bytes()
    kept = bring_in(data, "50-2024-QH15.txt", Origin("thử", title="Luật Công đoàn 2024"), actor=system, at=AT)[0]
    assert (kept.edition.document.number, kept.edition.state) == ("12/2012/QH13", EditionState.WAITING)
    assert kept.edition.document.expired_on == date(2025, 7, 1)


@pytest.mark.django_db
def test_the_new_decree_on_fines_ends_the_old_one_on_its_own_day(shared: Path, system: User) -> None:
    folder = shared / "legal" / "texts"
    for name in ("12-2022-ND-CP.txt", "283-2026-ND-CP.txt"):
        bring_in((folder / name).read_bytes(), name, origins_in(folder)[name], actor=system, at=AT)
    old, new = (LegalDocument.objects.get(number=number) for number in ("12/2022/NĐ-CP", "283/2026/NĐ-CP"))
    assert (old.expired_on, new.in_force_on) == (date(2026, 9, 10), date(2026, 9, 10))
    assert new.editions.get().state == EditionState.IN_USE
