"""From a question to a person: the reader's own union, else an office where he works; nothing is sent from here."""

from typing import Any

import pytest
from django.test import Client

from donghanh.org.models import Area, Unit

pytestmark = pytest.mark.django_db
ADDRESS = "/law/ask-a-person/"
QUESTION = "cong ty no luong 2 thang"


def page(address: str = ADDRESS, user: Any = None, **asked: str) -> str:
    client = Client()
    if user:
        client.force_login(user)
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def give_phone(unit: Unit, phone: str) -> None:
    Unit.objects.filter(pk=unit.pk).update(phone=phone)


def test_the_question_goes_along_into_a_message(chi, factory_union) -> None:
    give_phone(factory_union, "0900 111 222")
    shown = page(user=chi, q=QUESTION)
    assert f">{QUESTION}</textarea>" in shown
    assert 'href="tel:0900111222"' in shown
    assert 'href="sms:0900111222?body=cong%20ty%20no%20luong%202%20thang"' in shown


def test_the_nearest_union_with_a_phone_answers_its_people(chi, factory_union, commune, province) -> None:
    give_phone(province, "0900 000 001")
    assert province.name in page(user=chi)
    give_phone(commune, "0900 000 002")
    shown = page(user=chi)
    assert commune.name in shown
    assert province.name not in shown


def test_a_stranger_finds_the_offices_of_a_province_and_no_grassroots_union(
    province, commune, factory_union, neighbour
) -> None:
    hanoi = Area.objects.get(code="01", edition__ends_on=None)
    for unit in (province, commune, factory_union):
        give_phone(unit, "0900 000 00" + str(unit.pk % 10))
        Unit.objects.filter(pk=unit.pk).update(area=hanoi)
    give_phone(neighbour, "0900 000 009")
    shown = page(province="01")
    assert province.name in shown
    assert commune.name in shown
    assert factory_union.name not in shown
    assert neighbour.name not in shown


def test_without_a_nearer_phone_the_confederation_answers_then_whom_the_settings_name(confederation, settings) -> None:
    settings.QUESTION_CONTACT = "hoi-luat@vi-du.example"
    assert 'href="mailto:hoi-luat@vi-du.example?subject=' in page(q=QUESTION)
    give_phone(confederation, "0900 000 000")
    shown = page(q=QUESTION)
    assert confederation.name in shown
    assert "vi-du.example" not in shown


def test_where_nobody_names_a_phone_the_page_says_so_and_what_to_do(province) -> None:
    shown = page(province="01")
    assert "chưa có đơn vị công đoàn nào ghi số điện thoại" in shown
    assert "sao chép hoặc chia sẻ" in shown


def test_a_question_cannot_break_out_of_the_page(confederation) -> None:
    give_phone(confederation, "0900 000 000")
    shown = page(q='"><script>alert(1)</script>')
    assert "<script>alert" not in shown
    assert "body=%22%3E%3Cscript%3E" in shown


def test_the_page_takes_nothing_in(client) -> None:
    assert client.post(ADDRESS, {"q": QUESTION}).status_code == 405


def test_the_page_needs_few_queries(chi, factory_union, django_assert_max_num_queries) -> None:
    client = Client()
    client.force_login(chi)
    with django_assert_max_num_queries(12):
        client.get(ADDRESS, {"q": QUESTION, "province": "01"})
