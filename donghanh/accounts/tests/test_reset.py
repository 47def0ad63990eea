"""Setting a password or second steps anew takes two officers, and the person himself."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from donghanh.accounts.choices import ResetKind, ResetState
from donghanh.accounts.errors import (
    PasswordWrong,
    ResetAlreadyOpen,
    ResetCodeWrong,
    ResetNeedsAnother,
    ResetNotForYourself,
    ResetNotWaiting,
)
from donghanh.accounts.models import ResetRequest
from donghanh.accounts.queries.resets import waiting_for
from donghanh.accounts.services import reset
from donghanh.conftest import FIRST_DAY, leader_of
from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, grant_role

OLD, NEW = "mat-khau-thu", "ba con mèo đen ngủ"
PASSWORD, FACTORS = ResetKind.PASSWORD, ResetKind.FACTORS


@pytest.fixture(autouse=True)
def clock(db, nine):
    """Stop the clock at nine; a test moves it on."""
    with time_machine.travel(nine, tick=False) as stopped:
        yield stopped


def administrator_of(unit: Unit, username: str, full_name: str, system: User) -> User:
    user = create_user(username, full_name, actor=system, unit=unit, password=OLD)
    grant_role(user, "administrator", unit, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def root(province, system):
    """Administers An's province."""
    return administrator_of(province, "root", "Bùi Giả Định Quang", system)


@pytest.fixture
def other_root(province, system):
    """Administers it too."""
    return administrator_of(province, "root2", "Vũ Giả Định Sơn", system)


@pytest.fixture
def lan(commune, system):
    """Lan leads the commune, right above the factory's union."""
    return leader_of(commune, "lan", "Hoàng Thử Lan", system)


@pytest.fixture
def em(factory_union, system):
    """Em is an officer of the factory's union, beside Dung who leads it."""
    user = create_user("em", "Đinh Mẫu Em", actor=system, unit=factory_union, password=OLD)
    grant_role(user, "officer", factory_union, actor=system, starts_on=FIRST_DAY)
    return user


def started(user: User, unit: Unit, actor: User, kind: ResetKind = PASSWORD) -> ResetRequest:
    return reset.start_reset(user, kind, unit=unit, reason="Đến văn phòng với thẻ", actor=actor, at=now())


def confirmed(user: User, unit: Unit, first: User, second: User, kind: ResetKind = PASSWORD) -> ResetRequest:
    request = started(user, unit, first, kind)
    reset.confirm_reset(request, actor=second, at=now())
    return request


def test_an_alone_cannot_reset_the_password_of_dung(an, dung, factory_union) -> None:
    """An leads the province: the matrix gives him no say over accounts of a unit below."""
    with pytest.raises(NotForYou):
        started(dung, factory_union, an)


def test_an_administrator_alone_cannot_reset_the_password_of_dung(root, dung, factory_union) -> None:
    request = started(dung, factory_union, root)
    with pytest.raises(ResetNeedsAnother):
        reset.confirm_reset(request, actor=root, at=now())
    with pytest.raises(ResetNotWaiting):
        reset.hand_out_code(request, actor=root, at=now())
    dung.refresh_from_db()
    assert dung.check_password(OLD)


def test_two_administrators_together_can_and_only_the_person_learns_the_password(
    root, other_root, dung, factory_union
) -> None:
    request = confirmed(dung, factory_union, root, other_root)
    code = reset.hand_out_code(request, actor=root, at=now())
    assert reset.set_password_by_code(code.upper().replace("-", " "), NEW, at=now()) == dung
    dung.refresh_from_db()
    assert dung.check_password(NEW)
    trail = AuditEntry.objects.filter(subject_kind="org.user", subject_id=str(dung.pk), action__contains="reset")
    assert {(entry.action, entry.actor_id) for entry in trail} == {
        ("start_reset", root.pk),
        ("confirm_reset", other_root.pk),
        ("hand_out_reset_code", root.pk),
    }


def test_nobody_starts_or_confirms_for_himself(root, other_root, dung, province, factory_union) -> None:
    with pytest.raises(ResetNotForYourself):
        started(root, province, root)
    request = started(root, province, other_root)
    with pytest.raises(ResetNotForYourself):
        reset.confirm_reset(request, actor=root, at=now())


def test_binh_has_nothing_to_say(binh, root, dung, factory_union) -> None:
    request = started(dung, factory_union, root)
    for answer in (reset.confirm_reset, reset.refuse_reset):
        with pytest.raises(NotForYou):
            answer(request, actor=binh, at=now())
    assert waiting_for(binh, at=now()) == []


def test_an_officer_starts_for_a_worker_and_his_leader_confirms(em, dung, chi, factory_union) -> None:
    request = started(chi, factory_union, em)
    assert waiting_for(dung, at=now()) == [request]
    assert waiting_for(em, at=now()) == []
    reset.confirm_reset(request, actor=dung, at=now())
    code = reset.hand_out_code(request, actor=em, at=now())
    assert reset.set_password_by_code(code, NEW, at=now()) == chi


def test_where_one_officer_is_alone_the_leader_above_confirms(dung, lan, chi, factory_union) -> None:
    request = started(chi, factory_union, dung)
    assert waiting_for(lan, at=now()) == [request]
    reset.confirm_reset(request, actor=lan, at=now())
    request.refresh_from_db()
    assert request.state_at(now()) == ResetState.CONFIRMED


def test_where_a_second_leader_is_there_the_one_above_stays_out(dung, lan, em, chi, factory_union) -> None:
    request = started(chi, factory_union, em)
    with pytest.raises(NotForYou):
        reset.confirm_reset(request, actor=lan, at=now())


def test_an_account_with_another_role_is_not_taken_over_through_the_rolls(em, chi, factory_union, province, system):
    grant_role(chi, "viewer", province, actor=system, starts_on=FIRST_DAY)
    with pytest.raises(NotForYou):
        started(chi, factory_union, em)


def test_an_account_that_also_works_elsewhere_is_out_of_reach(dung, em, lan, factory_union, neighbour, system) -> None:
    grant_role(em, "officer", neighbour, actor=system, starts_on=FIRST_DAY)
    with pytest.raises(NotForYou):
        started(em, factory_union, dung)


@pytest.mark.parametrize(("hours", "works"), [(23, True), (24, False)])
def test_a_request_waits_for_a_day(root, other_root, dung, factory_union, nine, hours, works) -> None:
    request = started(dung, factory_union, root)
    at = nine + timedelta(hours=hours)
    if works:
        reset.confirm_reset(request, actor=other_root, at=at)
        assert request.confirmed_at == at
    else:
        with pytest.raises(ResetNotWaiting):
            reset.confirm_reset(request, actor=other_root, at=at)


@pytest.mark.parametrize(("minutes", "works"), [(59, True), (60, False)])
def test_a_code_works_for_an_hour(root, other_root, dung, factory_union, nine, minutes, works) -> None:
    code = reset.hand_out_code(confirmed(dung, factory_union, root, other_root), actor=root, at=nine)
    at = nine + timedelta(minutes=minutes)
    if works:
        assert reset.set_password_by_code(code, NEW, at=at) == dung
    else:
        with pytest.raises(ResetCodeWrong):
            reset.set_password_by_code(code, NEW, at=at)


def test_a_code_is_shown_once_works_once_and_is_not_kept(root, other_root, dung, factory_union) -> None:
    request = confirmed(dung, factory_union, root, other_root)
    code = reset.hand_out_code(request, actor=root, at=now())
    with pytest.raises(ResetNotWaiting):
        reset.hand_out_code(request, actor=root, at=now())
    request.refresh_from_db()
    assert code not in str(vars(request))
    reset.set_password_by_code(code, NEW, at=now())
    with pytest.raises(ResetCodeWrong):
        reset.set_password_by_code(code, "con gà trống gáy to", at=now())


def test_the_code_is_for_the_one_who_started(root, other_root, dung, factory_union) -> None:
    request = confirmed(dung, factory_union, root, other_root)
    with pytest.raises(NotForYou):
        reset.hand_out_code(request, actor=other_root, at=now())


def test_a_refused_request_leads_to_nothing(root, other_root, dung, factory_union) -> None:
    request = started(dung, factory_union, root)
    reset.refuse_reset(request, actor=other_root, at=now())
    with pytest.raises(ResetNotWaiting):
        reset.hand_out_code(request, actor=root, at=now())
    with pytest.raises(ResetNotWaiting):
        reset.confirm_reset(request, actor=other_root, at=now())


def test_one_request_of_a_kind_at_a_time(root, other_root, dung, factory_union) -> None:
    started(dung, factory_union, root)
    with pytest.raises(ResetAlreadyOpen, match="Quang"):
        started(dung, factory_union, other_root)
    assert started(dung, factory_union, other_root, FACTORS).kind == FACTORS


@pytest.fixture
def app(dung):
    """Dung's authenticator app."""
    return Authenticator.objects.create(user=dung, type=Authenticator.Type.TOTP, data={"secret": "x"})


def test_a_new_password_leaves_the_second_step_in_place(root, other_root, dung, app, factory_union) -> None:
    code = reset.hand_out_code(confirmed(dung, factory_union, root, other_root), actor=root, at=now())
    reset.set_password_by_code(code, NEW, at=now())
    assert list(Authenticator.objects.filter(user=dung)) == [app]
    browser = Client()
    answer = browser.post(reverse("account_login"), {"login": "dung", "password": NEW})
    assert answer["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in browser.session


def test_taking_the_second_step_away_asks_for_the_password(root, other_root, dung, app, factory_union) -> None:
    code = reset.hand_out_code(confirmed(dung, factory_union, root, other_root, FACTORS), actor=root, at=now())
    with pytest.raises(PasswordWrong):
        reset.drop_factors_by_code(code, "khong-phai", at=now())
    assert Authenticator.objects.filter(user=dung).exists()
    with pytest.raises(ResetCodeWrong):
        reset.set_password_by_code(code, NEW, at=now())
    reset.drop_factors_by_code(code, OLD, at=now())
    assert not Authenticator.objects.filter(user=dung).exists()


def test_a_new_password_signs_all_devices_out(root, other_root, dung, factory_union, client) -> None:
    client.post(reverse("account_login"), {"login": "dung", "password": OLD})
    assert client.get(reverse("org:account")).status_code == 200
    code = reset.hand_out_code(confirmed(dung, factory_union, root, other_root), actor=root, at=now())
    reset.set_password_by_code(code, NEW, at=now())
    assert client.get(reverse("org:account")).status_code == 302


def test_the_owner_is_told_at_the_next_sign_in_and_reads_it_in_his_trail(em, dung, chi, factory_union) -> None:
    confirmed(chi, factory_union, em, dung)
    browser = Client()
    page = browser.post(reverse("account_login"), {"login": "chi", "password": OLD}, follow=True).content.decode()
    assert em.full_name in page
    assert dung.full_name in page
    assert em.full_name not in browser.get("/").content.decode()
    trail = browser.get(reverse("accounts:account-trail")).content.decode()
    assert em.full_name in trail
    assert dung.full_name in trail


def test_the_whole_way_through_the_pages(em, dung, chi, factory_union) -> None:
    first, second, person = Client(), Client(), Client()
    first.force_login(em)
    second.force_login(dung)
    start = reverse("accounts:reset-start", args=[factory_union.code, chi.pk])
    assert first.post(start, {"kind": "password", "reason": ""}).status_code == 422
    page = first.post(start, {"kind": "password", "reason": "Đến văn phòng với thẻ"})["Location"]
    assert chi.full_name in second.get(reverse("accounts:reset-list")).content.decode()
    assert dung.full_name in first.get(page).content.decode()
    assert second.post(f"{page}confirm/").status_code == 302
    shown = first.post(f"{page}code/")
    assert "no-store" in shown.headers["Cache-Control"]
    code = shown.context["code"]
    redeem = reverse("accounts:reset-redeem")
    assert person.post(redeem, {"code": "abcd-abcd-abcd"}).status_code == 422
    assert "chi" in person.post(redeem, {"code": code}).content.decode()
    assert person.post(redeem, {"code": code, "password": NEW, "again": "khác"}).status_code == 422
    assert person.post(redeem, {"code": code, "password": NEW, "again": NEW})["Location"] == reverse("account_login")
    chi.refresh_from_db()
    assert chi.check_password(NEW)


@pytest.mark.parametrize("name", ["binh", "chi", "an"])
def test_the_pages_of_a_reset_do_not_exist_for_others(name, request, client, root, dung, chi, factory_union) -> None:
    found = started(dung, factory_union, root)
    client.force_login(request.getfixturevalue(name))
    page = reverse("accounts:reset-detail", args=[found.pk])
    assert client.get(page).status_code == 404
    for act in ("confirm", "refuse", "code"):
        assert client.post(f"{page}{act}/").status_code == 404
    assert client.get(reverse("accounts:reset-start", args=[factory_union.code, dung.pk])).status_code == 404
    assert started_by_nobody_else(dung, root)


def started_by_nobody_else(user: User, starter: User) -> bool:
    return list(user.resets.values_list("started_by", "confirmed_at")) == [(starter.pk, None)]
