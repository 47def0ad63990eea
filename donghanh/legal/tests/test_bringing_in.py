"""Texts are taken into the library once, unverified, with the days on which each wording stood."""

from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.legal.choices import EditionState, RelationKind, Verification
from donghanh.legal.citing import texts_changed
from donghanh.legal.errors import NoDocumentNumber, UnreadableText
from donghanh.legal.models import Article, Citation, Edition, LegalDocument, Relation
from donghanh.legal.services.bringing_in import BroughtIn, bring_in, words_hash
from donghanh.legal.services.trying_out import Origin
from donghanh.legal.tests.texts import CODIFIED, CONSOLIDATED, LAW
from donghanh.org.models import User

NUMBER = "7/2024/QH15"
AT = datetime(2026, 11, 1, 9, 0, tzinfo=timezone.get_default_timezone())
LAST_DAY, FIRST_DAY = date(2026, 6, 30), date(2026, 7, 1)
ORIGIN = Origin("Công báo thử")


def take(text: str, actor: User, name: str = "luat.txt", origin: Origin = ORIGIN) -> BroughtIn:
    return bring_in(text.encode(), name, origin, actor=actor, at=AT)[0]


def wording(number: str, day: date) -> Article:
    return Article.objects.filter(document__number=NUMBER, number=number).worded_on(day).get()


def test_a_text_becomes_a_document_an_edition_articles_and_citations(system: User) -> None:
    edition = take(LAW, system).edition
    document = edition.document
    assert (document.number, document.slug, document.kind, document.title) == (
        NUMBER, "7-2024-QH15", "law", "Luật Thử nghiệm",
    )  # fmt: skip
    assert (document.in_force_on, document.verification, edition.verification) == (date(2025, 7, 1), "draft", "draft")
    assert [article.number for article in document.articles.order_by("position")] == ["1", "2", "2a", "3"]
    cited = Citation.objects.get(article__number="2a")
    assert (cited.number, cited.to_article, cited.clause) == (NUMBER, "2", "1")
    assert AuditEntry.objects.filter(action="bring_in_text", subject_id=str(edition.pk)).exists()


def test_the_same_file_again_changes_nothing(system: User) -> None:
    first = take(LAW, system)
    before = list(Article.objects.values()), AuditEntry.objects.count()
    again = take(LAW, system)
    assert (first.is_new, again.is_new, again.edition) == (True, False, first.edition)
    assert (list(Article.objects.values()), AuditEntry.objects.count()) == before


@pytest.mark.parametrize("order", [(LAW, CONSOLIDATED), (CONSOLIDATED, LAW)])
def test_an_amended_article_has_the_old_words_until_the_day_of_the_amendment(order: Any, system: User) -> None:
    for text in order:
        take(text, system)
    old, new = wording("2", LAST_DAY), wording("2", FIRST_DAY)
    assert ("07 ngày" in old.text, "10 ngày" in new.text) == (True, True)
    assert (old.applies_from, old.applies_to, new.applies_from, new.applies_to) == (
        date(2025, 7, 1), LAST_DAY, FIRST_DAY, None,
    )  # fmt: skip
    assert wording("1", LAST_DAY) == wording("1", FIRST_DAY)


def test_a_consolidation_names_who_amended_which_article(system: User) -> None:
    take(CONSOLIDATED, system)
    amending = LegalDocument.objects.get(number="8/2025/QH15")
    assert (amending.title, amending.in_force_on) == ("Luật Ví dụ", FIRST_DAY)
    found = Relation.objects.filter(document=amending, kind=RelationKind.AMENDS, number=NUMBER)
    assert sorted(found.values_list("article", flat=True)) == ["", "2"]


def test_a_consolidation_alone_does_not_say_how_the_article_read_before(system: User) -> None:
    take(CONSOLIDATED, system)
    assert not Article.objects.filter(document__number=NUMBER, number="2").worded_on(LAST_DAY).exists()
    assert wording("1", LAST_DAY)


def test_of_two_texts_of_the_same_days_the_whole_one_is_given_and_the_other_says_so(system: User) -> None:
    part = LAW.replace("Luật này quy định việc thử.", "Luật này quy định việc thử khác.")
    part = part.replace("CHỦ TỊCH QUỐC HỘI", "(Xem tiếp Công báo số 1 + 2)")
    loser = take(part, system, "ban-mot.txt").edition
    winner = take(LAW, system, "ban-hai.txt").edition
    loser.refresh_from_db()
    assert wording("1", FIRST_DAY).edition == winner
    assert {"given_from_another", "goes_on_elsewhere"} <= {finding["code"] for finding in loser.findings}


def test_a_law_ends_on_the_day_its_successor_takes_its_place(system: User) -> None:
    old = LAW.replace(NUMBER, "5/2012/QH13").replace("khóa XV", "khóa XIII").replace("năm 2024", "năm 2012")
    ended = take(old.replace("năm 2025", "năm 2013").replace("số 5/2012", "số 1/1990"), system).edition.document
    take(LAW, system)
    ended.refresh_from_db()
    assert ended.expired_on == date(2025, 7, 1)
    assert not Article.objects.filter(document=ended).in_force_on(FIRST_DAY).exists()


def test_a_text_under_a_wrong_name_waits_and_ends_nothing(system: User) -> None:
    kept = take(LAW, system, "8-2024-QH15.txt").edition
    assert (kept.state, kept.document.number) == (EditionState.WAITING, NUMBER)
    assert not Article.objects.in_use().exists()
    assert not Relation.objects.exists()


def test_a_contradiction_waits_unless_the_record_settles_it(system: User) -> None:
    table = "| Số hiệu | 7/2024/QH15 |\n| Ngày có hiệu lực | 01/01/2027 |\n"
    assert take(table + LAW, system).edition.state == EditionState.WAITING
    LegalDocument.objects.filter(number=NUMBER).update(in_force_on=date(2025, 7, 1))
    assert take(table + LAW + "Nơi nhận: thử\n", system).edition.state == EditionState.IN_USE


def test_articles_told_from_others_are_articles_of_their_own(system: User) -> None:
    take(CODIFIED, system, "11-2017-QH14.txt")
    assert Article.objects.in_use().get(number="3").text == "1. Nhà nước làm mẫu."


def test_a_text_that_nobody_can_name_is_not_taken(system: User) -> None:
    with pytest.raises(NoDocumentNumber, match=r"thu\.txt"):
        take("Điều 1. Thử\nMột.\nĐiều 2. Hiệu lực thi hành\nHai.", system, "thu.txt")
    with pytest.raises(UnreadableText, match=r"thu\.doc"):
        take("x", system, "thu.doc")


def test_rooms_that_cite_law_hear_of_it_once_it_is_kept(system: User, django_capture_on_commit_callbacks: Any) -> None:
    heard: list[list[str]] = []

    def hear(sender: object, numbers: list[str], **_rest: Any) -> None:
        heard.append(numbers)

    def fail(sender: object, **_rest: Any) -> None:
        raise ValueError("thử")

    texts_changed.connect(fail)
    texts_changed.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            take(LAW, system)
            assert heard == []
    finally:
        texts_changed.disconnect(fail)
        texts_changed.disconnect(hear)
    assert heard == [["5/2012/QH13", NUMBER]]


def test_only_those_who_keep_the_law_bring_texts_in(an: User, dung: User, chi: User) -> None:
    for stranger in (dung, chi):
        with pytest.raises(NotForYou):
            take(LAW, stranger)
    assert not Edition.objects.exists()
    assert take(LAW, an).edition.read_by == an


def test_nothing_enters_as_verified(system: User) -> None:
    take(LAW, system)
    take(CONSOLIDATED, system)
    assert not Edition.objects.filter(verification=Verification.VERIFIED).exists()
    assert not LegalDocument.objects.filter(verification=Verification.VERIFIED).exists()


def test_spaces_and_punctuation_do_not_make_other_words() -> None:
    assert words_hash("Nghỉ thử", "1. Một;\n2. Hai.") == words_hash("Nghỉ  thử.", "1.Một\n2. Hai")
    assert words_hash("", "07 ngày") != words_hash("", "10 ngày")
