"""The trail of a unit: its administrator reads it, in words, without anybody's personal data."""

import ast

import pytest
from django.test import Client
from django.utils.translation import gettext as _

from donghanh.core import audit
from donghanh.core.models import AuditEntry
from donghanh.org.models import User
from donghanh.org.services import create_user, grant_role
from donghanh.tests.source import modules
from donghanh.web.action_words import IMPORTS, WORDS, words_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(factory_union, system) -> User:
    """The administrator of the factory's union."""
    user = create_user("giu", "Vũ Mẫu Giữ", actor=system, unit=factory_union, password="mat-khau-thu")
    grant_role(user, "administrator", factory_union, actor=system, starts_on=factory_union.founded_on)
    return user


def page(user: User, address: str) -> tuple[int, str]:
    client = Client()
    client.force_login(user)
    answer = client.get(address)
    return answer.status_code, b"".join(answer).decode()


def test_an_administrator_reads_who_did_what_at_his_unit(keeper, factory_union, chi_worker) -> None:
    status, body = page(keeper, f"/trail/{factory_union.code}/")
    assert status == 200
    assert str(WORDS["register_worker"]) in body
    assert "Lê Thị Ví Dụ Chi" not in body
    assert "0900000001" not in body


def test_a_worker_who_acts_for_himself_is_a_number(keeper, factory_union, chi) -> None:
    audit.record(chi, "join", chi, unit_id=factory_union.pk)
    body = page(keeper, f"/trail/{factory_union.code}/?act=join")[1]
    assert str(_("account %(number)s") % {"number": chi.pk}) in body
    assert chi.full_name not in body


def test_nobody_else_does(keeper, factory_union, commune, province, an, binh, dung, chi) -> None:
    for reader in (an, binh, dung, chi):
        assert page(reader, f"/trail/{factory_union.code}/")[0] == 404
    for unit in (commune, province):
        assert page(keeper, f"/trail/{unit.code}/")[0] == 404


def test_the_trail_is_narrowed_by_act_day_and_person(keeper, factory_union, chi_worker, system) -> None:
    shown = f"{system}</td>"
    address = f"/trail/{factory_union.code}/?act="
    assert shown in page(keeper, f"{address}register_worker")[1]
    assert shown not in page(keeper, f"{address}close_unit")[1]
    assert shown not in page(keeper, f"{address}&until=01/01/2020")[1]
    assert shown not in page(keeper, f"{address}&who=giu")[1]
    assert shown in page(keeper, f"{address}&since=khong-phai-ngay")[1]


def test_taking_the_trail_away_is_in_the_trail(keeper, factory_union) -> None:
    status, body = page(keeper, f"/trail/{factory_union.code}/?export=csv")
    assert status == 200
    assert "Trần" not in body
    entry = AuditEntry.objects.get(action="export_list")
    assert (entry.unit_id, entry.actor_id, entry.details["list"]) == (factory_union.pk, keeper.pk, "web:trail")


def test_every_act_has_words() -> None:
    named = {
        call.args[1].value
        for module, tree in modules()
        if ".tests." not in module
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _is_record(call.func) and len(call.args) > 1
        if isinstance(call.args[1], ast.Constant)
    }
    assert {act for act in named if words_for(str(act)) == act} == set()
    assert all(words_for(f"{act}_workers") == words for act, words in IMPORTS.items())


def _is_record(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr == "record" and _name(function.value) == "audit"


def _name(value: ast.expr) -> str:
    return value.id if isinstance(value, ast.Name) else ""
