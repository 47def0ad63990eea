"""Member cards: one live card a person, given and annulled by his own union's officers, and nothing of him in it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pypdf import PdfReader

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.people.card_codes import code_of, new_number, number_in
from donghanh.people.card_holders import holder_of
from donghanh.people.choices import CardEnding
from donghanh.people.errors import CardAnnulled, NoCard, NotOnTheRolls, RecordErased
from donghanh.people.models import Card
from donghanh.people.services import annul_card, issue_cards, merge_workers, register_worker, renew_card

SHEET = "/people/cards/sheet/"


@pytest.fixture
def card(chi_worker, factory_union, dung, nine) -> Card:
    """Chi's card."""
    return issue_cards([chi_worker], factory_union, actor=dung, at=nine)[0]


@pytest.fixture
def page(client, dung, chi_worker):
    """Open or send something of Chi's card as Dung."""
    client.force_login(dung)

    def answer(name, method="post", **data):
        return getattr(client, method)(reverse(f"people:{name}", args=[chi_worker.pk]), data)

    return answer


def test_a_code_says_nothing_but_a_number_and_a_signature(card, chi_worker) -> None:
    mark, number, signature = card.code.split(".")
    assert (mark, number) == ("DH1", card.number)
    assert len(number) == 16
    assert signature.isdecimal()
    assert str(chi_worker.pk) != number.lstrip("0")


@pytest.mark.parametrize("typed", ["{code}", " {code}\n", "{lower}", "{number}", "{grouped}", "{dashed}"])
def test_a_card_is_known_by_what_is_scanned_or_typed(card, chi_worker, typed) -> None:
    text = typed.format(
        code=card.code, lower=card.code.lower(), number=card.number, grouped=str(card),
        dashed=str(card).replace(" ", "-"),
    )  # fmt: skip
    assert holder_of(text) == chi_worker


def test_a_number_under_another_signature_is_nobodys(card) -> None:
    forged = card.code[:-1] + str((int(card.code[-1]) + 1) % 10)
    assert number_in(forged) == ""
    assert holder_of(forged) is None
    assert holder_of(code_of(new_number())) is None


def test_old_keys_still_read_the_cards_they_signed(card, chi_worker, settings) -> None:
    printed = card.code
    settings.CARD_KEYS = ["a new key", *settings.CARD_KEYS]
    assert card.code != printed
    assert holder_of(printed) == chi_worker
    settings.CARD_KEYS = ["a new key"]
    assert holder_of(printed) is None


def test_a_member_number_is_read_too(factory_union, system, nine) -> None:
    worker = register_worker("Vũ Thử Số", factory_union, actor=system, starts_on=nine.date(), member_no="0104000077")
    assert holder_of(" 0104000077 ") == worker
    assert holder_of("0104000078") is None


def test_whoever_holds_a_card_keeps_it(card, chi_worker, factory_union, dung, nine) -> None:
    again = issue_cards([chi_worker], factory_union, actor=dung, at=nine + timedelta(days=1))
    assert again == [card]
    assert AuditEntry.objects.filter(action="issue_card").count() == 1


def test_the_database_refuses_a_second_live_card(card, chi_worker, factory_union, dung, nine) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Card.objects.create(worker=chi_worker, unit=factory_union, number=new_number(), issued_at=nine, issued_by=dung)


def test_an_annulled_card_says_so_without_a_name(card, chi_worker, factory_union, dung, nine) -> None:
    annul_card(chi_worker, factory_union, actor=dung, at=nine, ending=CardEnding.LOST)
    with pytest.raises(CardAnnulled, match="01/07/2026") as refusal:
        holder_of(card.code)
    assert chi_worker.full_name not in str(refusal.value)
    with pytest.raises(NoCard):
        annul_card(chi_worker, factory_union, actor=dung, at=nine, ending=CardEnding.LOST)


def test_a_new_card_replaces_the_old_one(card, chi_worker, factory_union, dung, nine) -> None:
    new = renew_card(chi_worker, factory_union, actor=dung, at=nine)
    assert new.number != card.number
    assert holder_of(new.code) == chi_worker
    card.refresh_from_db()
    assert (card.ending, card.ended_by) == (CardEnding.RENEWED, dung)


def test_a_merged_person_is_known_by_either_card(card, chi_worker, factory_union, dung, nine) -> None:
    double = register_worker("Lê Thị Ví Dụ Chi", factory_union, actor=dung, starts_on=nine.date())
    [second] = issue_cards([double], factory_union, actor=dung, at=nine)
    merge_workers(chi_worker, double, actor=dung, at=nine)
    assert holder_of(second.code) == holder_of(card.code) == chi_worker


@pytest.mark.parametrize("stranger", ["an", "binh", "chi"])
def test_officers_of_other_units_give_no_cards(request, stranger, chi_worker, factory_union, nine) -> None:
    actor = request.getfixturevalue(stranger)
    with pytest.raises(NotForYou):
        issue_cards([chi_worker], factory_union, actor=actor, at=nine)
    assert not Card.objects.exists()


def test_only_people_of_the_unit_get_its_cards(commune, chi_worker, dung, factory_union, system, nine) -> None:
    with pytest.raises(NotOnTheRolls):
        issue_cards([chi_worker], commune, actor=system, at=nine)
    chi_worker.erased_at = nine
    with pytest.raises(RecordErased):
        issue_cards([chi_worker], factory_union, actor=dung, at=nine)


def test_the_page_gives_replaces_and_annuls_a_card(page, chi_worker) -> None:
    assert "<svg" not in page("worker-card", "get").content.decode().split("<main")[1].split("dh-columns")[1]
    page("card-issue")
    first = Card.objects.get()
    assert str(first) in page("worker-card", "get").content.decode()
    page("card-renew")
    page("card-annul", ending="lost")
    assert not Card.objects.live().exists()
    assert sorted(Card.objects.values_list("ending", flat=True)) == ["lost", "renewed"]
    assert page("card-annul", ending="renewed").status_code == 422


def test_others_find_no_page_of_the_card(client, binh, an, chi_worker) -> None:
    for user in (binh, an):
        client.force_login(user)
        assert client.get(reverse("people:worker-card", args=[chi_worker.pk])).status_code == 404
        assert client.post(reverse("people:card-renew", args=[chi_worker.pk])).status_code == 404


def test_the_sheet_gives_cards_and_prints_ten_on_a_page(client, dung, factory_union, system, nine) -> None:
    people = [
        register_worker(f"Người Thử Số{number}", factory_union, actor=system, starts_on=nine.date())
        for number in range(11)
    ]
    client.force_login(dung)
    answer = client.post(SHEET, {"workers": [person.pk for person in people]})
    pages = [page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages]
    assert answer["Content-Disposition"].endswith('.pdf"')
    assert [text.count("THẺ ĐIỂM DANH") for text in pages] == [10, 1]
    for card in Card.objects.select_related("worker"):
        assert any(str(card) in text and card.worker.full_name in text for text in pages)
    assert AuditEntry.objects.filter(action="export_workers").count() == 1


def test_the_sheet_is_refused_in_words(client, dung, chi_worker, neighbour, system, nine) -> None:
    stranger = register_worker("Cao Thị Láng Giềng", neighbour, actor=system, starts_on=nine.date())
    client.force_login(dung)
    assert client.post(SHEET, {}).status_code == 422
    refused = client.post(SHEET, {"workers": [chi_worker.pk, stranger.pk]})
    assert refused.status_code == 422
    assert "Láng Giềng" not in refused.content.decode()
    assert not Card.objects.exists()


def test_the_list_shows_own_people_only_and_who_holds_a_card(client, dung, em_of_commune, card, system, nine) -> None:
    other = register_worker("Hà Thử Chưa Thẻ", card.unit, actor=system, starts_on=nine.date())
    client.force_login(dung)
    held = client.get(reverse("people:card-list"), {"card": "yes"})
    missing = client.get(reverse("people:card-list"), {"card": "no"})
    assert [row[0] for row in held.context["rows"]] == [card.worker]
    assert [row[0] for row in missing.context["rows"]] == [other]
    client.force_login(em_of_commune)
    assert client.get(reverse("people:card-list")).context["rows"] == []


@pytest.fixture
def em_of_commune(commune, system):
    """Em leads the commune: she reads the factory's people, and gives them no cards."""
    from donghanh.conftest import leader_of

    return leader_of(commune, "em", "Hồ Thử Em", system)
