"""One check-in over HTTP by phone and name: processor time and SQL statements, nothing kept."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from donghanh.bench.clock import cpu_ms, statements
from donghanh.bench.reach import sizes
from donghanh.gatherings import tickets
from donghanh.gatherings.models import Session
from donghanh.gatherings.services import plan_session
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker

TIMES = 60


def check_in() -> dict[str, Any]:
    """Check people on record in through the worker's page, ticket in hand."""
    with transaction.atomic():
        session = _session()
        people = list(Worker.objects.on_record().exclude(phone="")[: TIMES + 5])
        number = count()
        client = Client()
        client.get(reverse("gatherings:check-in-scan", args=[session.code, tickets.code_at(session, timezone.now())]))
        url = reverse("gatherings:check-in-session", args=[session.pk])

        def once() -> None:
            worker = people[next(number)]
            answer = client.post(url, {"phone": worker.phone, "full_name": worker.full_name})
            if answer.status_code != 302:
                raise AssertionError(f"check-in answered {answer.status_code}")

        once()
        asked = statements(once)
        result = {"cpu_ms": cpu_ms(once, times=TIMES), "sql_statements": asked, **sizes()}
        transaction.set_rollback(True)
    return result


def _session() -> Session:
    now = timezone.now()
    host = Unit.objects.filter(kind="grassroots_union", closed_on=None).first()
    if host is None:
        raise AssertionError("no grassroots union in the database")
    return plan_session(
        "Measured", host, topics=Topic.objects.filter(code="labour_code"), starts_at=now - timedelta(minutes=5),
        ends_at=now + timedelta(hours=1), actor=User.objects.system(), at=now,
    )  # fmt: skip
