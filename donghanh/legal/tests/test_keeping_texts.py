"""People verify, withdraw, give and correct; every step is reversible and on the trail."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils.timezone import localdate, now

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.legal.choices import EditionState, Verification
from donghanh.legal.errors import DaysOutOfOrder, NothingStandsBehind, ReasonMissing
from donghanh.legal.models import Article, Edition, LegalDocument, Relation, Topic
from donghanh.legal.services import keeping
from donghanh.legal.services.keeping import DocumentFacts
from donghanh.legal.tests.test_bringing_in import FIRST_DAY, LAST_DAY, NUMBER, take, wording
from donghanh.legal.tests.texts import CONSOLIDATED, LAW
from donghanh.org.models import User


@pytest.fixture
def document(system: User) -> LegalDocument:
    take(LAW, system, "goc.txt")
    return take(CONSOLIDATED, system, "hop-nhat.txt").edition.document


def edition(name: str) -> Edition:
    return Edition.objects.get(file_name=name)


def test_verified_says_who_and_when(document: LegalDocument, an: User) -> None:
    keeping.verify_document(document, actor=an, at=now())
    keeping.verify_edition(edition("goc.txt"), actor=an, at=now())
    text = edition("goc.txt")
    assert (text.verification, text.checked_by, text.checked_on) == ("verified", an, localdate())
    assert (document.verification, document.checked_by) == ("verified", an)
    entry = AuditEntry.objects.get(action="verify_text")
    assert (entry.actor_id, entry.unit_id) == (an.pk, an.grants.get().unit_id)


def test_withdrawing_a_text_gives_back_what_stood_before(document: LegalDocument, an: User) -> None:
    keeping.withdraw_edition(edition("hop-nhat.txt"), actor=an, reason="Sai số")
    assert wording("2", FIRST_DAY) == wording("2", LAST_DAY)
    assert "07 ngày" in wording("2", FIRST_DAY).text
    assert not Relation.objects.filter(document__number="8/2025/QH15").exists()


def test_a_withdrawn_text_can_be_given_again(document: LegalDocument, an: User) -> None:
    text = edition("hop-nhat.txt")
    keeping.withdraw_edition(text, actor=an, reason="Sai số")
    keeping.give_edition(text, actor=an, reason="Đã xem lại")
    assert "10 ngày" in wording("2", FIRST_DAY).text
    assert Relation.objects.filter(document__number="8/2025/QH15", article="2").exists()


def test_with_the_last_text_go_the_ends_it_brought(document: LegalDocument, an: User, system: User) -> None:
    old = LegalDocument.objects.create(number="5/2012/QH13", slug="5-2012-QH13", kind="law", title="Luật Thử nghiệm cũ")
    keeping.give_edition(edition("goc.txt"), actor=an, reason="Đọc lại")
    old.refresh_from_db()
    assert old.expired_on == date(2025, 7, 1)
    for name in ("goc.txt", "hop-nhat.txt"):
        keeping.withdraw_edition(edition(name), actor=an, reason="Nhầm văn bản")
    assert not LegalDocument.objects.filter(number="5/2012/QH13").exclude(expired_on=None).exists()
    assert not Article.objects.in_use().exists()


def test_a_text_that_waits_is_given_by_a_person_with_a_reason(an: User, system: User) -> None:
    waiting = take(LAW, system, "8-2024-QH15.txt").edition
    with pytest.raises(NothingStandsBehind):
        keeping.verify_edition(waiting, actor=an, at=now())
    with pytest.raises(ReasonMissing):
        keeping.give_edition(waiting, actor=an, reason=" ")
    keeping.give_edition(waiting, actor=an, reason="Chỉ sai tên tệp")
    assert edition("8-2024-QH15.txt").state == EditionState.IN_USE
    assert AuditEntry.objects.get(action="give_text").details["reason"] == "Chỉ sai tên tệp"


def test_correcting_the_record_takes_the_verification_back(document: LegalDocument, an: User) -> None:
    keeping.verify_document(document, actor=an, at=now())
    facts = DocumentFacts("Luật Thử", "Quốc hội", None, date(2025, 8, 1), None, ("Luật T", " "))
    keeping.edit_document(document, facts, Topic.objects.filter(code="wages"), actor=an, reason="Sửa ngày")
    document.refresh_from_db()
    assert (document.verification, document.checked_by, document.aliases) == (Verification.DRAFT, None, ["Luật T"])
    assert [topic.code for topic in document.topics.all()] == ["wages"]
    assert wording("1", FIRST_DAY).applies_from == date(2025, 8, 1)


def test_a_document_cannot_end_before_it_begins(document: LegalDocument, an: User) -> None:
    facts = DocumentFacts("Luật Thử", "", None, date(2025, 8, 1), date(2025, 7, 1), ())
    with pytest.raises(DaysOutOfOrder, match="01/08/2025"):
        keeping.edit_document(document, facts, [], actor=an, reason="Thử")


def test_a_relation_that_a_person_enters_outlives_the_reading_of_texts(document: LegalDocument, an: User) -> None:
    relation = Relation(document=document, kind="guides", number="1/2000/QH10", note="Theo công văn thử")
    keeping.add_relation(relation, actor=an)
    keeping.give_edition(edition("goc.txt"), actor=an, reason="Đọc lại")
    assert document.relations.filter(number="1/2000/QH10").exists()
    keeping.remove_relation(relation, actor=an)
    assert not document.relations.filter(number="1/2000/QH10").exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda user: keeping.verify_edition(edition("goc.txt"), actor=user, at=now()),
        lambda user: keeping.withdraw_edition(edition("goc.txt"), actor=user, reason="Thử"),
        lambda user: keeping.give_edition(edition("goc.txt"), actor=user, reason="Thử"),
        lambda user: keeping.verify_document(LegalDocument.objects.get(number=NUMBER), actor=user, at=now()),
    ],
)
def test_nobody_else_decides(act: Callable[[User], object], document: LegalDocument, dung: User, chi: User) -> None:
    for stranger in (dung, chi):
        with pytest.raises(NotForYou):
            act(stranger)
