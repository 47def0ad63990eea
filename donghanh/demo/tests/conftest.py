"""The demo, made once for all tests that only look at it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from donghanh.demo import SCALES, Scale, Summary, generate

TODAY = date(2026, 7, 15)
DEMO = replace(SCALES["demo"], sessions=220)  # The whole structure and everybody, with fewer sessions.
SMALL = Scale("small", workers=500, sessions=60)
CROWD = Scale("crowd", workers=600, sessions=30, attendances=500, superior_unions=3, grassroots_unions=12)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker) -> Iterator[Summary]:
    """Make the demo, and take everything back when the last test of the file has looked at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield generate(DEMO, today=TODAY)
        transaction.set_rollback(True)
