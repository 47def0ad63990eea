"""A level is changed by two officers who keep the law, and by nobody else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from donghanh.calculators import services
from donghanh.calculators.choices import ChangeState
from donghanh.calculators.dated import shipped_rates
from donghanh.calculators.in_force import rates_in_force
from donghanh.calculators.models import RateChange
from donghanh.calculators.rate_errors import RateDecidedByItsProposer, RateNotWaiting, RateUnknown, RateWaitsAlready
from donghanh.calculators.values import Value
from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.org.models import User

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2027, 1, 1)
Keepers = tuple[User, User]


def next_wage(amount: int = 5_700_000, starts_on: date = NEW_YEAR) -> Value:
    """Return a minimum wage for the year to come."""
    level = shipped_rates().on("minimum_wage_month", date(2026, 7, 1), "I")
    return replace(level, amount=Decimal(amount), starts_on=starts_on, ends_on=None, source="Công báo thử")


def propose(actor: User, level: Value | None = None) -> RateChange:
    """Propose a level."""
    return services.propose_rate(level or next_wage(), actor=actor, at=now())


def wage_on(day: date) -> int:
    """Return the level in force."""
    return int(rates_in_force().on("minimum_wage_month", day, "I").amount)


def test_a_proposed_level_counts_only_when_a_second_officer_approved_it(keepers: Keepers) -> None:
    giang, hoa = keepers
    change = propose(giang)
    assert wage_on(NEW_YEAR) == 5_310_000
    services.approve_rate(change, actor=hoa, at=now())
    assert (wage_on(NEW_YEAR), wage_on(date(2026, 12, 31))) == (5_700_000, 5_310_000)
    level = rates_in_force().on("minimum_wage_month", NEW_YEAR, "I")
    assert level.checked_on == localdate()
    acts = AuditEntry.objects.filter(subject_kind="calculators.ratechange").values_list("action", "actor_id")
    assert set(acts) == {("propose_rate", giang.pk), ("approve_rate", hoa.pk)}


def test_nobody_decides_about_his_own_proposal(keepers: Keepers, system: User) -> None:
    change = propose(keepers[0])
    for actor in (keepers[0], system):
        with pytest.raises(RateDecidedByItsProposer):
            services.approve_rate(change, actor=actor, at=now())
    with pytest.raises(RateDecidedByItsProposer):
        services.refuse_rate(change, actor=keepers[0], at=now(), reason="Thử")
    with pytest.raises(IntegrityError), transaction.atomic():
        RateChange.objects.filter(pk=change.pk).update(
            state=ChangeState.APPROVED, decided_by=keepers[0], decided_at=now()
        )


def test_a_refused_or_withdrawn_level_never_counts_and_is_decided_once(keepers: Keepers) -> None:
    giang, hoa = keepers
    refused = services.refuse_rate(propose(giang), actor=hoa, at=now(), reason="Sai ngày")
    withdrawn = services.withdraw_rate(propose(giang), actor=giang, at=now())
    assert (refused.state, withdrawn.state) == (ChangeState.REFUSED, ChangeState.WITHDRAWN)
    assert wage_on(NEW_YEAR) == 5_310_000
    for change in (refused, withdrawn):
        with pytest.raises(RateNotWaiting):
            services.approve_rate(change, actor=hoa, at=now())
    with pytest.raises(NotForYou):
        services.withdraw_rate(propose(giang), actor=hoa, at=now())


def test_a_later_approval_for_the_same_day_replaces_the_former(keepers: Keepers) -> None:
    giang, hoa = keepers
    first = services.approve_rate(propose(giang), actor=hoa, at=now())
    second = propose(hoa, next_wage(5_800_000))
    assert second.before
    assert second.before["amount"] == 5_700_000
    services.approve_rate(second, actor=giang, at=now())
    first.refresh_from_db()
    assert first.state == ChangeState.SUPERSEDED
    assert wage_on(NEW_YEAR) == 5_800_000


def test_a_shipped_level_can_be_corrected_for_its_own_day(keepers: Keepers) -> None:
    giang, hoa = keepers
    services.approve_rate(propose(giang, next_wage(5_311_000, date(2026, 1, 1))), actor=hoa, at=now())
    assert (wage_on(date(2026, 7, 1)), wage_on(date(2025, 12, 31))) == (5_311_000, 4_960_000)


def test_one_proposal_waits_for_a_level_and_a_day(keepers: Keepers) -> None:
    propose(keepers[0])
    with pytest.raises(RateWaitsAlready, match="01/01/2027"):
        propose(keepers[1])
    with pytest.raises(RateUnknown):
        propose(keepers[0], replace(next_wage(), code="luong_thuong_tet"))


def test_others_neither_change_levels_nor_learn_that_the_desk_exists(
    keepers: Keepers, an: User, dung: User, chi: User, client: Client
) -> None:
    change = propose(keepers[0])
    addresses = [
        reverse("calculators:rate-change-list"),
        reverse("calculators:rate-change-detail", args=[change.pk]),
        f"{reverse('calculators:rate-propose')}?code=minimum_wage_month&key=I",
    ]
    for user in (dung, chi):
        client.force_login(user)
        assert [client.get(address).status_code for address in addresses] == [404] * 3
        assert client.post(reverse("calculators:rate-change-approve", args=[change.pk])).status_code == 404
        with pytest.raises(NotForYou):
            propose(user)
    change.refresh_from_db()
    assert change.state == ChangeState.WAITING


def test_two_officers_change_a_level_on_the_pages(keepers: Keepers, client: Client) -> None:
    giang, hoa = keepers
    client.force_login(giang)
    form = {
        "code": "minimum_wage_month", "key": "I", "unit": "vnd_month", "amount": "5.700.000", "starts_on": "01/01/2027",
        "document": "999/2026/NĐ-CP", "article": "3", "clause": "1", "certainty": "A", "source": "Công báo thử",
    }  # fmt: skip
    address = f"{reverse('calculators:rate-propose')}?code=minimum_wage_month&key=I"
    asked = client.get(address).content.decode()
    assert "5.310.000" in asked
    assert 'type="number"' not in asked  # Such a field takes no 5.700.000.
    assert client.post(address, {**form, "amount": "nhiều"}).status_code == 422
    assert client.post(address, form).status_code == 302
    change = RateChange.objects.get()
    assert change.amount == 5_700_000
    page = reverse("calculators:rate-change-detail", args=[change.pk])
    assert "Rút lại" in client.get(page).content.decode()
    assert client.post(reverse("calculators:rate-change-approve", args=[change.pk])).status_code == 409
    client.force_login(hoa)
    shown = client.get(page).content.decode()
    assert "Duyệt" in shown
    assert "5.700.000 đồng/tháng" in shown
    assert client.post(reverse("calculators:rate-change-refuse", args=[change.pk])).status_code == 422
    assert client.post(reverse("calculators:rate-change-approve", args=[change.pk])).status_code == 302
    assert "Hòa" in client.get(reverse("calculators:rate-change-list")).content.decode()
    public = Client().get("/calculators/minimum-wage/", {"region": "I", "on": "02/01/2027"}).content.decode()
    assert "5.700.000 đồng/tháng" in public
    assert "999/2026/NĐ-CP" in public
