"""Joining by a unit's poster: anybody may, nobody learns anything, and an officer says who it is."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from donghanh.accounts import jobs
from donghanh.accounts.choices import JoinState
from donghanh.accounts.errors import JoinAlreadyAnswered, JoinCodeWrong
from donghanh.accounts.join_codes import code_text, join_code
from donghanh.accounts.models import JoinCode, JoinRequest
from donghanh.accounts.queries.joining import matches
from donghanh.accounts.services import codes, joining
from donghanh.accounts.services.joining import Joiner
from donghanh.conftest import FIRST_DAY
from donghanh.core.errors import NotForYou
from donghanh.core.limits import Limit, TooManyTries
from donghanh.core.models import AuditEntry
from donghanh.gatherings import services as gatherings
from donghanh.gatherings.models import Attendance
from donghanh.gatherings.tickets import code_at, exchange
from donghanh.legal.models import Topic
from donghanh.org.models import User
from donghanh.people.errors import AccountAlreadyBound
from donghanh.people.models import Worker
from donghanh.people.services import register_worker

CHI = {"full_name": "Lê Thị Ví Dụ Chi", "phone": "0900 000 001", "password": "ba con mèo đen ngủ"}
STRANGER = {"full_name": "Hồ Mẫu Lạ", "phone": "0977000111", "password": "ba con mèo đen ngủ"}


@pytest.fixture(autouse=True)
def clock(db, nine):
    """Stop the clock at nine; a test moves it on."""
    with time_machine.travel(nine, tick=False) as stopped:
        yield stopped


@pytest.fixture
def poster(factory_union, dung):
    """The code on the poster of the union where Chi works."""
    return joining.make_join_code(factory_union, actor=dung, at=now(), lasts=timedelta(days=30))


@pytest.fixture
def joined(poster):
    """Somebody who gave Chi's name and phone."""
    joiner = Joiner(CHI["full_name"], "0900000001", CHI["password"])
    return joining.join(poster, joiner, network="203.0.113.1", at=now())


def address(poster: JoinCode) -> str:
    return reverse("accounts:join-unit", args=[code_text(poster)])


def main_of(answer, *, without: str) -> str:
    page = answer.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"nld-\d{4}-\d{4}", "", main).replace(without, "")


def test_whoever_joins_is_signed_in_and_told_his_sign_in_name(client, poster, chi_worker) -> None:
    page = client.post(address(poster), CHI, follow=True)
    joiner = JoinRequest.objects.get()
    assert page.redirect_chain[-1][0] == reverse("accounts:join-done")
    assert joiner.user.username in page.content.decode()
    assert (joiner.user.full_name, joiner.phone, joiner.state) == ("Lê Thị Ví Dụ Chi", "0900000001", JoinState.WAITING)
    assert client.post(reverse("account_logout")).status_code == 302
    client.post(reverse("account_login"), {"login": joiner.user.username, "password": CHI["password"]})
    assert client.session["_auth_user_id"] == str(joiner.user.pk)


def test_the_answer_says_nothing_about_who_is_known(poster, chi) -> None:
    """Chi is on the rolls and has an account; the stranger has neither."""
    answers = [Client().post(address(poster), typed, follow=True) for typed in (CHI, STRANGER)]
    assert main_of(answers[0], without=CHI["full_name"]) == main_of(answers[1], without=STRANGER["full_name"])


def test_a_claimed_phone_cannot_be_signed_in_with_and_keeps_nobody_from_his_own(joined, chi) -> None:
    assert joined.user.phone is None
    assert chi.phone == "0900000001"


def test_whoever_waits_sees_nothing_of_anybody(client, joined, chi_worker, factory_union) -> None:
    client.force_login(joined.user)
    for page in (
        reverse("people:worker-list"),
        reverse("people:worker-detail", args=[chi_worker.pk]),
        reverse("org:unit-detail", args=[factory_union.code]),
        reverse("accounts:joiner-list", args=[factory_union.code]),
        reverse("accounts:joiner-detail", args=[joined.pk]),
        reverse("accounts:reset-list"),
    ):
        assert client.get(page).status_code == 404, page
    assert not joined.user.grants.exists()


@pytest.mark.parametrize(
    "spoil", ["", "x", "17-abcde-fghjk", "1-", "99999999999999999999-abcde-fghjk", "1-aaaaa-aaaaa"]
)
def test_a_code_that_nobody_made_opens_nothing(client, poster, spoil) -> None:
    with pytest.raises(JoinCodeWrong):
        join_code(spoil, at=now())
    assert client.post(reverse("accounts:join"), {"code": spoil}).status_code == 422


def test_a_code_is_read_however_it_was_typed(client, poster) -> None:
    typed = code_text(poster).upper().replace("-", " - ")
    assert client.post(reverse("accounts:join"), {"code": typed}).url == address(poster)


def test_the_code_holds_nothing_about_anybody(poster, factory_union, dung) -> None:
    assert re.fullmatch(r"\d+-[a-z2-9]{5}-[a-z2-9]{5}", code_text(poster))


@pytest.mark.parametrize(("days", "works"), [(29, True), (30, False)])
def test_a_code_runs_out(client, poster, clock, days, works) -> None:
    clock.shift(timedelta(days=days))
    assert client.get(address(poster)).status_code == (200 if works else 404)


def test_a_revoked_code_answers_like_a_wrong_one(client, poster, dung) -> None:
    joining.revoke_join_code(poster, actor=dung, at=now())
    revoked = client.get(address(poster))
    wrong = client.get(reverse("accounts:join-unit", args=[f"{poster.pk}-aaaaa-aaaaa"]))
    assert revoked.status_code == wrong.status_code == 404
    assert main_of(revoked, without=code_text(poster)) == main_of(wrong, without=f"{poster.pk}-aaaaa-aaaaa")


def test_an_easy_password_and_half_a_name_are_refused(client, poster) -> None:
    answer = client.post(address(poster), {**CHI, "password": "12345678", "full_name": "Chi"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"password", "full_name"}
    assert not JoinRequest.objects.exists()


def test_joins_from_one_network_are_limited(poster, monkeypatch) -> None:
    monkeypatch.setattr(joining, "FROM_A_NETWORK", Limit("few", 2, timedelta(hours=1)))
    for _join in range(2):
        joining.join(poster, Joiner("Hồ Mẫu Lạ", "0977000111", "x"), network="203.0.113.1", at=now())
    with pytest.raises(TooManyTries):
        joining.join(poster, Joiner("Hồ Mẫu Lạ", "0977000111", "x"), network="203.0.113.1", at=now())
    joining.join(poster, Joiner("Hồ Mẫu Lạ", "0977000111", "x"), network="203.0.113.2", at=now())


def test_where_messages_are_sent_the_phone_is_proved_first(client, poster, settings, monkeypatch) -> None:
    settings.SMS_URL = "console:"
    sent = []
    monkeypatch.setattr(codes, "start", lambda job, pk: jobs.send_code(pk))
    monkeypatch.setattr(
        "donghanh.accounts.senders.console.ConsoleSender.send",
        lambda sender, phone, text, *, key: sent.append((phone, text)),
    )
    assert client.post(address(poster), {"phone": CHI["phone"]}).url == address(poster)
    [(phone, text)] = sent
    assert phone == "0900000001"
    wrong = client.post(address(poster), {**STRANGER, "phone": "", "digits": "1"})
    assert wrong.status_code == 422
    typed = {"full_name": CHI["full_name"], "password": CHI["password"], "digits": re.findall(r"\d{6}", text)[0]}
    client.post(address(poster), typed)
    joiner = JoinRequest.objects.get()
    assert (joiner.phone, joiner.phone_proved_at) == ("0900000001", now())


def test_an_officer_sees_who_it_may_be_the_surest_first(joined, chi_worker, dung, factory_union, system) -> None:
    register_worker("Lê Thị Ví Dụ Chi", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000055")
    register_worker("Ngô Mẫu Phúc", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000066")
    found = matches(joined, dung, at=now())
    assert [(match.same_phone, match.same_name) for match in found] == [(True, True), (False, True)]
    assert found[0].worker == chi_worker
    assert [match.worker.full_name for match in matches(joined, dung, at=now(), typed="phuc")] == ["Ngô Mẫu Phúc"]


def test_an_officer_binds_and_the_phone_becomes_a_way_in(client, dung, joined, chi_worker) -> None:
    client.force_login(dung)
    page = reverse("accounts:joiner-detail", args=[joined.pk])
    assert "0900000001" not in client.get(page).content.decode()
    assert client.post(f"{page}bind/", {"worker": chi_worker.pk}).status_code == 302
    joined.refresh_from_db()
    user = User.objects.get(pk=joined.user_id)
    assert joined.state == JoinState.BOUND
    assert chi_worker.account.user == user
    assert (user.phone, user.grants.get().role) == ("0900000001", "worker")
    actions = AuditEntry.objects.filter(actor_id=dung.pk).values_list("action", flat=True)
    assert {"view_joiner", "bind_account", "bind_joiner"} <= set(actions)


def test_a_phone_that_is_neither_proved_nor_on_the_rolls_is_not_taken_over(poster, dung, chi_worker) -> None:
    joiner = Joiner(CHI["full_name"], "0911222333", CHI["password"])
    request = joining.join(poster, joiner, network="203.0.113.1", at=now())
    joining.bind_joiner(request, chi_worker, actor=dung, at=now())
    assert request.user.phone is None


def test_a_person_has_one_account(joined, chi, chi_worker, dung) -> None:
    with pytest.raises(AccountAlreadyBound):
        joining.bind_joiner(joined, chi_worker, actor=dung, at=now())
    joined.refresh_from_db()
    assert joined.state == JoinState.WAITING


def test_only_an_officer_of_the_unit_answers(joined, chi_worker, an, binh, client) -> None:
    for stranger in (an, binh):
        with pytest.raises(NotForYou):
            joining.bind_joiner(joined, chi_worker, actor=stranger, at=now())
        client.force_login(stranger)
        page = reverse("accounts:joiner-detail", args=[joined.pk])
        assert client.get(page).status_code == 404
        assert client.post(f"{page}bind/", {"worker": chi_worker.pk}).status_code == 404
        assert client.post(f"{page}refuse/").status_code == 404
    assert JoinRequest.objects.get().state == JoinState.WAITING


def test_nobody_is_bound_to_somebody_of_another_unit(client, dung, joined, neighbour, system) -> None:
    other = register_worker("Trần Mẫu Xa", neighbour, actor=system, starts_on=FIRST_DAY, phone="0900000077")
    client.force_login(dung)
    answer = client.post(reverse("accounts:joiner-bind", args=[joined.pk]), {"worker": other.pk})
    assert answer.status_code == 404


def test_whoever_is_refused_is_shut_out_and_forgotten_after_a_month(client, dung, joined, clock) -> None:
    client.force_login(dung)
    client.post(reverse("accounts:joiner-refuse", args=[joined.pk]))
    browser = Client()
    browser.post(reverse("account_login"), {"login": joined.user.username, "password": CHI["password"]})
    assert "_auth_user_id" not in browser.session
    with pytest.raises(JoinAlreadyAnswered):
        joining.refuse_joiner(joined, actor=dung, at=now())
    clock.shift(joining.REFUSED_KEPT + timedelta(seconds=1))
    jobs.forget_joiners()
    assert not User.objects.filter(pk=joined.user_id).exists()


def test_the_poster_prints_the_code_and_its_picture(client, dung, poster) -> None:
    client.force_login(dung)
    page = client.get(reverse("accounts:join-poster", args=[poster.pk])).content.decode()
    assert code_text(poster) in page
    assert "<svg" in page
    assert dung.full_name not in page[page.index("<article") : page.index("</article>")]


@pytest.fixture
def session(factory_union, dung, nine):
    """A session of the factory's union, open now."""
    return gatherings.plan_session(
        "Tiền làm thêm giờ", host=factory_union, topics=Topic.objects.filter(code="wages"), starts_at=nine,
        ends_at=nine + timedelta(hours=1), actor=dung, at=nine - timedelta(days=7), audiences=["worker"],
    )  # fmt: skip


def grade_of_self_check_in(user, session, nine) -> str:
    ticket = exchange(session, code_at(session, nine), at=nine)
    return gatherings.check_in_by_account(session, ticket, actor=user, at=nine).grade


def test_an_account_that_nobody_bound_checks_in_at_grade_b(client, joined, chi_worker, session, nine) -> None:
    with pytest.raises(NotForYou):
        grade_of_self_check_in(joined.user, session, nine)
    client.force_login(joined.user)
    scanned = client.get(reverse("gatherings:check-in-scan", args=[session.code, code_at(session, nine)])).url
    client.post(scanned, {"full_name": CHI["full_name"], "phone": CHI["phone"]})
    assert [row.grade for row in Attendance.objects.of(session).standing()] == ["B"]
    assert not Worker.objects.filter(is_provisional=True).exists()


def test_an_account_that_an_officer_bound_checks_in_at_grade_a(joined, chi_worker, dung, session, nine) -> None:
    joining.bind_joiner(joined, chi_worker, actor=dung, at=now())
    assert grade_of_self_check_in(joined.user, session, nine) == "A"
