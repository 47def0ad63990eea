"""What hides is shown for a reason, for a time, to one reader, and everybody concerned can see that it was."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.timezone import now

from donghanh.conftest import FIRST_DAY
from donghanh.core.errors import NotForYou
from donghanh.core.limits import TooManyTries
from donghanh.core.models import AuditEntry
from donghanh.org.services import create_user, grant_role
from donghanh.people import services
from donghanh.people.choices import RevealReason
from donghanh.people.errors import AlreadyAsked, NobodyAnswers, RevealNotOpen
from donghanh.people.models import NameReveal, NumberReveal
from donghanh.people.queries.reveals import names_of, numbers_shown

PHONE = "0900000001"
WHY: dict[str, Any] = {"reason": RevealReason.CALL, "words": "Gọi về buổi tư vấn"}


@pytest.fixture
def em(commune, system):
    """Em is an officer of the commune union directly above the factory's."""
    user = create_user("em", "Vũ Mẫu Em", actor=system, unit=commune, password="mat-khau-thu")
    grant_role(user, "officer", commune, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def keeper(factory_union, system):
    """An administrator of the factory's union."""
    user = create_user("quantri", "Hồ Thử Khoa", actor=system, unit=factory_union, password="mat-khau-thu")
    grant_role(user, "administrator", factory_union, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def asked(an, dung, chi_worker, factory_union):
    """What An asked of the factory's union, which Dung leads."""
    return services.ask_for_names(factory_union, actor=an, at=now(), **WHY)


@pytest.fixture
def browser(client):
    def sign_in(user):
        client.force_login(user)
        client.post("/accounts/again/", {"password": "mat-khau-thu"})
        return client

    return sign_in


def _page(client, worker) -> str:
    return str(client.get(reverse("people:worker-detail", args=[worker.pk])).content.decode())


def test_an_officer_reads_whole_numbers_for_ten_minutes_and_then_no_longer(browser, dung, chi_worker) -> None:
    client = browser(dung)
    assert PHONE not in _page(client, chi_worker)
    address = reverse("people:worker-numbers", args=[chi_worker.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": "call", "words": ""}).status_code == 422
    assert client.post(address, {"reason": "call", "words": "Gọi"}).status_code == 302
    assert PHONE in _page(client, chi_worker)
    NumberReveal.objects.update(opened_at=now() - timedelta(minutes=11), expires_at=now() - timedelta(minutes=1))
    assert PHONE not in _page(client, chi_worker)


def test_the_page_with_whole_numbers_is_kept_nowhere(browser, dung, chi_worker) -> None:
    answer = browser(dung).get(reverse("people:worker-detail", args=[chi_worker.pk]))
    assert "no-store" in answer["Cache-Control"]


def test_who_did_not_just_say_who_he_is_is_asked_first(client, dung, chi_worker) -> None:
    client.force_login(dung)
    answer = client.get(reverse("people:worker-numbers", args=[chi_worker.pk]))
    assert answer["Location"].startswith("/accounts/again/")


def test_whole_numbers_are_for_own_officers_alone(browser, an, em, binh, chi, chi_worker) -> None:
    for stranger in (an, em, binh, chi):
        address = reverse("people:worker-numbers", args=[chi_worker.pk])
        assert browser(stranger).post(address, {"reason": "call", "words": "Gọi"}).status_code == 404
    assert not NumberReveal.objects.exists()


def test_what_one_officer_opened_another_does_not_see(dung, an, chi_worker, factory_union) -> None:
    services.reveal_numbers(chi_worker, factory_union, actor=dung, at=now(), **WHY)
    assert numbers_shown(chi_worker, dung, at=now()) is not None
    assert numbers_shown(chi_worker, an, at=now()) is None


def test_a_reveal_is_on_the_trail_of_the_person_without_the_number(dung, chi_worker, factory_union) -> None:
    services.reveal_numbers(chi_worker, factory_union, actor=dung, at=now(), **WHY)
    entry = AuditEntry.objects.get(action="reveal_numbers")
    assert (entry.subject_kind, entry.subject_id) == ("people.worker", str(chi_worker.pk))
    assert PHONE not in str(entry.details)


def test_numbers_cannot_be_collected_one_after_the_other(dung, chi_worker, factory_union) -> None:
    at = now()
    for _ in range(20):
        services.reveal_numbers(chi_worker, factory_union, actor=dung, at=at, **WHY)
    with pytest.raises(TooManyTries):
        services.reveal_numbers(chi_worker, factory_union, actor=dung, at=at, **WHY)


def test_names_further_below_are_read_only_after_the_unit_said_yes(asked, an, dung, chi_worker) -> None:
    at = now()
    with pytest.raises(NotForYou):
        names_of(asked, an, at=at)
    services.grant_names(asked, actor=dung, at=at)
    assert [row.worker for row in names_of(asked, an, at=now())] == [chi_worker]
    with pytest.raises(NotForYou):
        names_of(asked, an, at=at + timedelta(days=3, seconds=1))


def test_names_are_read_by_nobody_else(asked, an, dung, binh, em) -> None:
    services.grant_names(asked, actor=dung, at=now())
    for other in (binh, em, dung):
        with pytest.raises(NotForYou):
            names_of(asked, other, at=now())


def test_nobody_says_yes_to_himself_or_for_another_unit(asked, an, em, binh, system, factory_union) -> None:
    for stranger in (an, em, binh):
        with pytest.raises(NotForYou):
            services.grant_names(asked, actor=stranger, at=now())
    with pytest.raises(IntegrityError), transaction.atomic():
        NameReveal.objects.filter(pk=asked.pk).update(answered_by=an, granted_at=now())


def test_where_there_is_an_administrator_he_answers_and_not_the_leader(asked, dung, keeper) -> None:
    with pytest.raises(NotForYou):
        services.grant_names(asked, actor=dung, at=now())
    services.grant_names(asked, actor=keeper, at=now())
    assert asked.answered_by == keeper


def test_the_unit_ends_it_at_once_and_the_reader_too(asked, an, dung) -> None:
    services.grant_names(asked, actor=dung, at=now())
    services.end_names(asked, actor=dung, at=now())
    with pytest.raises(NotForYou):
        names_of(asked, an, at=now())
    with pytest.raises(RevealNotOpen):
        services.end_names(asked, actor=an, at=now())


def test_a_refusal_shows_nothing_and_is_final(asked, an, dung) -> None:
    services.refuse_names(asked, actor=dung, at=now())
    with pytest.raises(RevealNotOpen):
        services.grant_names(asked, actor=dung, at=now())
    with pytest.raises(NotForYou):
        names_of(asked, an, at=now())


def test_a_role_that_ended_ends_the_reading_too(asked, an, dung) -> None:
    services.grant_names(asked, actor=dung, at=now())
    an.grants.update(ends_on=FIRST_DAY)
    with pytest.raises(NotForYou):
        names_of(asked, an, at=now())


def test_only_somebody_further_above_asks_and_once_at_a_time(asked, an, em, binh, dung, factory_union) -> None:
    for other in (em, binh, dung):
        with pytest.raises(NotForYou):
            services.ask_for_names(factory_union, actor=other, at=now(), **WHY)
    with pytest.raises(AlreadyAsked):
        services.ask_for_names(factory_union, actor=an, at=now(), **WHY)


def test_a_unit_without_anybody_to_answer_is_not_asked(an, factory_union) -> None:
    with pytest.raises(NobodyAnswers):
        services.ask_for_names(factory_union, actor=an, at=now(), **WHY)


def test_every_look_at_granted_names_is_on_the_trail_of_the_unit(asked, an, dung, factory_union) -> None:
    services.grant_names(asked, actor=dung, at=now())
    names_of(asked, an, at=now())
    assert (
        AuditEntry.objects.filter(action="read_revealed_names", unit_id=factory_union.pk, actor_id=an.pk).count() == 1
    )


def test_the_pages_lead_from_asking_to_names_and_show_no_number(browser, an, dung, chi_worker, factory_union) -> None:
    asking = reverse("people:reveal-ask", args=[factory_union.code])
    page = browser(an).post(asking, {"reason": "check", "words": "Đối chiếu danh sách"}, follow=True)
    asked = NameReveal.objects.get()
    names = reverse("people:reveal-names", args=[asked.pk])
    assert browser(an).get(names).status_code == 404
    assert page.status_code == 200
    assert "Nguyễn Thử An" in browser(dung).get(reverse("people:reveal-list")).content.decode()
    browser(dung).post(reverse("people:reveal-answer", args=[asked.pk]), {"says": "yes"})
    shown = browser(an).get(names)
    assert str(chi_worker) in shown.content.decode()
    assert PHONE not in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]


def test_others_do_not_find_the_request(browser, asked, binh, em, chi) -> None:
    for stranger in (binh, em, chi):
        client = browser(stranger)
        assert client.get(reverse("people:reveal-detail", args=[asked.pk])).status_code == 404
        assert client.post(reverse("people:reveal-answer", args=[asked.pk]), {"says": "yes"}).status_code == 404
        assert client.get(reverse("people:reveal-names", args=[asked.pk])).status_code == 404


def test_leaders_see_who_read_numbers_at_their_unit_but_not_whose(
    browser, dung, keeper, chi_worker, factory_union
) -> None:
    services.reveal_numbers(chi_worker, factory_union, actor=dung, at=now(), **WHY)
    page = browser(keeper).get(reverse("people:reveal-list")).content.decode()
    assert str(dung) in page
    assert str(chi_worker) not in page
