"""The desk of the library: a file is read on trial, then decided on; strangers find nothing there."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from donghanh.legal.choices import EditionState
from donghanh.legal.jobs import forget_trials
from donghanh.legal.models import Edition, LegalDocument
from donghanh.legal.tests.test_bringing_in import take
from donghanh.legal.tests.texts import CONSOLIDATED, LAW
from donghanh.legal.trial_files import KEPT, forget_old_trials
from donghanh.org.models import User


@pytest.fixture
def desk(client: Client, an: User) -> Client:
    client.force_login(an)
    return client


def upload(client: Client, text: str = LAW, name: str = "luat.txt", **more: str) -> str:
    """Choose a file; return where that leads."""
    file = SimpleUploadedFile(name, text.encode())
    answer = client.post(reverse("legal:desk-import"), {"file": file, "source": "Công báo thử", **more})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_a_trial_shows_what_was_understood_and_writes_nothing(desk: Client) -> None:
    page = desk.get(upload(desk)).content.decode()
    assert "Luật Thử nghiệm" in page
    assert "7/2024/QH15" in page
    assert not LegalDocument.objects.exists()


def test_a_trial_that_is_agreed_to_enters_the_library_unverified(desk: Client) -> None:
    place = upload(desk)
    answer = desk.post(f"{place}keep/", follow=True)
    assert answer.redirect_chain[-1][0] == reverse("legal:desk-document", args=["7-2024-QH15"])
    edition = Edition.objects.get()
    assert (edition.state, edition.verification, edition.source) == ("in_use", "draft", "Công báo thử")
    assert desk.get(place).status_code == 409


def test_a_wrong_document_is_said_to_be_one_before_and_after(desk: Client) -> None:
    place = upload(desk, name="8-2024-QH15.txt")
    assert "8/2024/QH15" in desk.get(place).content.decode()
    desk.post(f"{place}keep/")
    assert Edition.objects.get().state == EditionState.WAITING
    assert "chờ người xem" in desk.get(reverse("legal:desk")).content.decode()


@pytest.mark.parametrize(("text", "name"), [("", "luat.txt"), ("x", "luat.doc"), ("%PDF-1.7", "luat.pdf")])
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(text: str, name: str, desk: Client) -> None:
    file = SimpleUploadedFile(name, text.encode())
    answer = desk.post(reverse("legal:desk-import"), {"file": file, "source": "Thử"})
    assert answer.status_code == 422
    assert "Tệp này trống" in answer.content.decode() or name in answer.content.decode()


def test_a_trial_is_its_owners_alone_and_is_kept_for_a_day(desk: Client, binh: User) -> None:
    place = upload(desk)
    other = Client()
    other.force_login(binh)
    assert other.get(place).status_code == 409
    forget_trials()
    assert desk.get(place).status_code == 200
    assert forget_old_trials(at=now() + KEPT + timedelta(minutes=1)) >= 1
    assert desk.get(place).status_code == 409


def test_texts_are_verified_withdrawn_and_given_from_the_page(desk: Client, an: User, system: User) -> None:
    edition = take(LAW, system).edition
    desk.post(reverse("legal:desk-text-verify", args=[edition.pk]))
    edition.refresh_from_db()
    assert edition.checked_by == an
    withdraw = reverse("legal:desk-text-withdraw", args=[edition.pk])
    assert desk.post(withdraw, {"reason": ""}).status_code == 422
    desk.post(withdraw, {"reason": "Sai"})
    edition.refresh_from_db()
    assert (edition.state, edition.verification) == ("withdrawn", "draft")
    desk.post(reverse("legal:desk-text-give", args=[edition.pk]), {"reason": "Đúng"})
    edition.refresh_from_db()
    assert edition.state == "in_use"


def test_the_record_and_its_relations_are_corrected_from_the_page(desk: Client, system: User) -> None:
    document = take(LAW, system).edition.document
    facts = {"title": "Luật Thử", "in_force_on": "01/08/2025", "aliases": "Luật T", "reason": "Sửa"}
    desk.post(reverse("legal:desk-document-edit", args=[document.slug]), facts)
    desk.post(reverse("legal:desk-document-verify", args=[document.slug]))
    document.refresh_from_db()
    assert (document.title, document.aliases, document.verification) == ("Luật Thử", ["Luật T"], "verified")
    relation = {"kind": "guides", "number": "1/2000/QH10", "reason": "Theo công văn thử"}
    add = reverse("legal:desk-relation-add", args=[document.slug])
    desk.post(add, relation)
    assert desk.post(add, relation).status_code == 422
    kept = document.relations.get(number="1/2000/QH10")
    desk.post(reverse("legal:desk-relation-remove", args=[kept.pk]))
    assert not document.relations.filter(number="1/2000/QH10").exists()


def test_the_pages_say_what_was_found_in_few_statements(
    desk: Client, system: User, django_assert_max_num_queries: object
) -> None:
    document = take(CONSOLIDATED, system).edition.document
    for name, args in (("legal:desk", []), ("legal:desk-document", [document.slug])):
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            page = desk.get(reverse(name, args=args)).content.decode()
    assert "19/VBHN-VPQH" in page
    assert "8/2025/QH15" in page


def test_for_others_the_desk_does_not_exist(client: Client, dung: User, chi: User) -> None:
    for stranger in (dung, chi):
        client.force_login(stranger)
        for name in ("legal:desk", "legal:desk-import"):
            assert client.get(reverse(name)).status_code == 404
