"""Officer pages: SQL statements and time, as the leader of the largest federation sees them."""

from functools import partial
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from donghanh.bench.clock import statements, timed
from donghanh.bench.reach import sizes
from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, grant_role

USERNAME = "do-toc-do"


def pages() -> dict[str, Any]:
    """Open each page with one warm-up, then count its statements and take its time."""
    unit = Unit.objects.filter(kind="federation").order_by("pk").first()
    if unit is None:
        raise AssertionError("no federation in the database")
    client = Client()
    client.force_login(_leader(unit))
    rows = []
    for name, url in _urls(unit).items():
        opening = partial(client.get, url)
        status, asked = client.get(url).status_code, statements(opening)
        taken = timed(opening, times=5)
        rows.append({"page": name, "status": status, "sql_statements": asked, "p50_ms": taken.p50_ms})
    return {"unit": unit.code, "rows": rows, **sizes()}


def _urls(unit: Unit) -> dict[str, str]:
    return {
        "home": reverse("web:home"),
        "units": reverse("org:unit-list"),
        "unit": reverse("org:unit-detail", args=[unit.code]),
        "people": reverse("people:worker-list"),
        "sessions": reverse("gatherings:session-list"),
        "reach": reverse("reporting:reach-detail", args=[unit.code]),
        "reach by topic": reverse("reporting:reach-detail", args=[unit.code]) + "?by=topic",
        "attendances": reverse("reporting:reach-records", args=[unit.code, "attendances"]),
        "not reached": reverse("reporting:reach-records", args=[unit.code, "not-reached"]),
        "figures": reverse("indicators:figure-list"),
        "reports": reverse("reporting:report-list"),
    }


def _leader(unit: Unit) -> User:
    system = User.objects.system()
    user = User.objects.filter(username=USERNAME).first()
    user = user or create_user(USERNAME, "Người Đo Thử", actor=system, unit=unit)
    grant_role(user, "leader", unit, actor=system, starts_on=localdate())
    return user
