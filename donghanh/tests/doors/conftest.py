"""The country of these tests is built once for all of them; each test gives it back as it found it."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponseNotFound
from pytest_django import DjangoDbBlocker

from donghanh.org.models import User
from donghanh.tests.doors.scenery import NOW, Scenery, built


@pytest.fixture(scope="package")
def country(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scenery]:
    """Return the filled country, in a transaction that is rolled back at the end."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield built(User.objects.system())
        transaction.set_rollback(True)


@pytest.fixture
def scenery(country: Scenery, db: None) -> Scenery:
    """Return the country for one test, whose writes are taken back after it."""
    return country


@pytest.fixture
def plain_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the page that says there is no such page; what stands on it is looked at where answers are compared."""
    monkeypatch.setattr(
        "donghanh.web.urls.handler404", lambda request, exception: HttpResponseNotFound(), raising=False
    )
