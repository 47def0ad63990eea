"""Small histories for the tests of reports."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import make_aware

from donghanh.gatherings.models import Session
from donghanh.gatherings.services import plan_session, record_headcount, record_names
from donghanh.indicators.amounts import Amount
from donghanh.indicators.models import Figure
from donghanh.indicators.services import Statement, declare_figure, import_figures
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, User
from donghanh.org.services import found_unit
from donghanh.people.models import Worker
from donghanh.reporting.choices import ReportKind

KIND = ReportKind.LEGAL_EDUCATION.value
NINE_MONTHS = Period.parse("2026-9M")
LONG_AGO = date(2010, 1, 1)


def moment(day: str, hour: int = 9) -> datetime:
    """Return an hour of a day, here."""
    return make_aware(datetime.fromisoformat(day).replace(hour=hour))


def hold(
    host: Unit, day: str, system: User, *, people: list[Worker] | None = None, headcount: int = 0, **facts: Any
) -> Session:
    """Hold a session with some people by name, and more by number."""
    starts_at = moment(day)
    session = plan_session(
        "Tìm hiểu Bộ luật Lao động",
        host,
        topics=[Topic.objects.filter(parent=None)[0]],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        actor=system,
        at=starts_at,
        **facts,
    )
    if people:
        record_names(session, people, actor=system, at=starts_at)
    if headcount:
        record_headcount(session, "worker", headcount, actor=system, at=starts_at)
    return session


def declare(unit: Unit, code: str, period: str, system: User, *, kind: str = "flow", **amount: Any) -> Figure:
    """Declare a figure of a unit."""
    statement = Statement(
        indicator=code, period=Period.parse(period), amount=Amount(**amount), source="Sổ theo dõi", kind=kind
    )
    return declare_figure(unit, statement, actor=system, at=moment("2026-10-01"))


def publish(shared: Path, system: User) -> dict[str, Unit]:
    """Found the bodies of the published figures and import what they published."""
    founded: dict[str, Unit] = {}
    for code, name, kind, parent in (
        ("TLD", "Tổng Liên đoàn Lao động Việt Nam", "confederation", None),
        ("LDLD-01", "Liên đoàn Lao động TP. Hà Nội", "federation", "TLD"),
        ("LDLD-56", "Liên đoàn Lao động tỉnh Khánh Hòa", "federation", "TLD"),
        ("BHXH", "Bảo hiểm xã hội Việt Nam", "social_security", None),
        ("BHXH-56", "Bảo hiểm xã hội tỉnh Khánh Hòa", "social_security", "BHXH"),
    ):
        founded[code] = found_unit(
            code, name, kind, actor=system, parent=founded[parent] if parent else None, on=LONG_AGO
        )
    import_figures(published(shared), actor=system, at=moment("2026-11-01"))
    return founded


def published(shared: Path) -> dict[str, Any]:
    """Return the document of published figures."""
    document: dict[str, Any] = json.loads((shared / "facts" / "published_figures.json").read_text("utf-8"))
    return document
