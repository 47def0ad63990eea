"""The official report of the largest federation, composed and written in each format."""

from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.timezone import localdate

from donghanh.bench.clock import timed
from donghanh.bench.reach import sizes
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User
from donghanh.reporting.choices import ReportKind
from donghanh.reporting.reports.files import FORMATS, version_now


def report() -> dict[str, Any]:
    """Time each format for the running year."""
    unit = Unit.objects.filter(kind="federation").order_by("pk").first()
    if unit is None:
        raise AssertionError("no federation in the database")
    period = Period.parse(str(localdate().year))
    taken = {f"{form}_ms": timed(partial(_write, unit, period, form), times=3).p50_ms for form in FORMATS}
    return {
        "unit": unit.code,
        "grassroots_unions": Unit.objects.filter(kind="grassroots_union").count(),
        **taken,
        **sizes(),
    }


def _write(unit: Unit, period: Period, form: str) -> bytes:
    kind, actor = ReportKind.LEGAL_EDUCATION, User.objects.system()
    return FORMATS[form](version_now(unit, kind, period, actor=actor, at=timezone.now()))
