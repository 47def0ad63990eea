"""Rights follow roles and the tree at the next request: what was taken away, or hung elsewhere, is out of reach."""

from datetime import timedelta

import pytest
from django.urls import reverse

from donghanh.org.models import User
from donghanh.org.services import end_role, move_unit
from donghanh.tests.doors.answers import knock
from donghanh.tests.doors.marks import Mark
from donghanh.tests.doors.scenery import NOW, Scenery

LISTS = (
    "web:search", "people:worker-list", "people:enterprise-list", "gatherings:session-list", "indicators:figure-list",
    "org:unit-list", "gatherings:session-week",
)  # fmt: skip
ABOUT_G = ("worker of G", "session of G", "enterprise of G", "source of the figure of G")
TODAY = NOW.date()


def of_g(scenery: Scenery) -> list[Mark]:
    """Return the words that only those above G, or at it, may read."""
    return [mark for mark in scenery.marks.all if mark.fact.endswith(ABOUT_G) and "joint" not in mark.fact]


@pytest.mark.parametrize("name", ["officer@G", "leader@G", "viewer@P", "administrator@C"])
def test_a_role_taken_away_is_gone_at_the_next_request(name: str, scenery: Scenery, system: User) -> None:
    """Answer for SECURITY 6: the browser stays signed in, and finds nothing."""
    reader, url = scenery.readers[name], reverse("org:unit-detail", args=["DV-G"])
    assert knock(reader, "GET", url).status == 200
    assert reader.user is not None
    end_role(reader.user.grants.get(), actor=system, on=TODAY)
    assert knock(reader, "GET", url).is_refusal
    assert knock(reader, "GET", reverse("org:account")).status == 200


def test_an_account_switched_off_is_signed_out_at_the_next_request(scenery: Scenery) -> None:
    reader = scenery.readers["officer@G"]
    User.objects.filter(pk=reader.user.pk if reader.user else 0).update(is_active=False)
    assert knock(reader, "GET", reverse("people:worker-list")).asks_to_sign_in


@pytest.mark.parametrize("name", ["officer@C", "leader@C", "viewer@C", "administrator@C", "leader@P", "viewer@P"])
def test_a_unit_that_hangs_elsewhere_now_is_out_of_reach_of_those_it_left(
    name: str, scenery: Scenery, system: User
) -> None:
    move_unit(scenery.units["G"], scenery.units["C2"], actor=system, on=TODAY)
    reader = scenery.readers[name]
    for page in LISTS:
        for query in ("?period=2026&q=", "?q=Zq", "?q=Du", "?export=csv"):
            answer = knock(reader, "GET", reverse(page) + query)
            assert [mark.fact for mark in of_g(scenery) if answer.betrays(mark)] == [], page
    assert knock(reader, "GET", reverse("org:unit-detail", args=["DV-G"])).is_refusal
    assert knock(reader, "GET", reverse("people:worker-detail", args=[scenery.sites["G"].worker.pk])).is_refusal


def test_a_move_decided_for_later_changes_nothing_today(scenery: Scenery, system: User) -> None:
    move_unit(scenery.units["G"], scenery.units["C2"], actor=system, on=TODAY + timedelta(days=10))
    url = reverse("people:worker-detail", args=[scenery.sites["G"].worker.pk])
    assert knock(scenery.readers["officer@C"], "GET", url).status == 200
    assert knock(scenery.readers["leader@P2"], "GET", url).is_refusal


def test_whoever_was_above_a_co_host_once_reads_nothing_of_its_sessions(scenery: Scenery, system: User) -> None:
    url = reverse("gatherings:session-detail", args=[scenery.sites["G"].joint.pk])
    assert knock(scenery.readers["leader@Q"], "GET", url).status == 200
    move_unit(scenery.units["CO"], scenery.units["P2"], actor=system, on=TODAY)
    assert knock(scenery.readers["leader@Q"], "GET", url).is_refusal
    assert knock(scenery.readers["leader@P2"], "GET", url).status == 200
