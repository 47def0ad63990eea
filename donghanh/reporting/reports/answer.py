"""A report as data: what the .json file holds and what programs will be answered."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime

from donghanh.indicators.amounts import Amount
from donghanh.kernel.periods import Period
from donghanh.reporting.choices import ARRIVED
from donghanh.reporting.models import Snapshot
from donghanh.reporting.reports.codes import ANNEX, ShortCode
from donghanh.reporting.reports.values import Declared, Held, Report, Row


def report_as_data(report: Report, texts: dict[str, str], snapshot: Snapshot | None = None) -> dict[str, Any]:
    """Write a report with plain numbers; what is not known is null, never 0."""
    arrived = [unit for unit in report.below if unit.state in ARRIVED]
    return {
        "kind": report.kind,
        "unit": report.unit,
        "unit_name": report.unit_name,
        "period": report.period.code,
        **_days(report.period),
        "as_of": localtime(report.made_at).isoformat(),
        "seal": _seal(snapshot) if snapshot else None,
        "previous": {**_days(report.before), "absent": report.before_absent, "founded_on": _day(report.founded_on)},
        "cumulative": {**_days(report.so_far), "equals_period": report.so_far_is_the_period},
        "indicators": [entry for row in report.rows for entry in _entries(report, row)],
        "listed_below": [{"code": code, **_declared(each)} for code, each in report.listed_below],
        "unlisted_below": report.unlisted_below,
        "evidence": {
            "sessions": report.evidence.sessions,
            "attendances": report.evidence.attendances,
            "people": None if report.evidence.suppressed else report.evidence.people,
            "provisional": report.evidence.provisional,
            "suppressed": report.evidence.suppressed,
        },
        "completeness": {
            "there": len(arrived),
            "of": len(report.below),
            "units": [{"code": unit.code, "name": unit.name, "state": unit.state} for unit in report.below],
        },
        "documents": [{"number": each.key, **_counts(each)} for each in report.documents],
        "sessions": {
            "by_topic": [_held(each) for each in report.by_topic],
            "by_form": [_held(each) for each in report.by_form],
            "by_month": [_held(each) for each in report.by_month],
            "list": [
                {
                    "id": each.id,
                    "held_on": each.held_on.isoformat(),
                    "title": each.title,
                    "host": each.host,
                    "form": each.form,
                    "topics": list(each.topics),
                    "attendances": each.attendances,
                }
                for each in report.sessions
            ],
        },
        "texts": texts,
    }


def _entries(report: Report, row: Row) -> Iterator[dict[str, Any]]:
    """Give the row itself, then what was declared as a change and what was promised, each with its own words."""
    yield {**_row(report, row), "listed": [_declared(each) for each in row.listed]}
    for declared in (row.declared_change, row.target):
        if declared:
            yield {**_names(report, row), **_declared(declared), "counted": None, "listed": []}


def _row(report: Report, row: Row) -> dict[str, Any]:
    counts = row.counted is not None
    declared = _declared(row.declared) if row.declared else {**_NOTHING_DECLARED, "kind": row.kind, "cut": row.cut}
    change = row.change or Amount()
    return {
        **_names(report, row),
        **declared,
        "counted": row.counted,
        "suppressed": row.suppressed,
        "previous": row.counted_before if counts else _value(row.declared_before),
        "previous_counted": row.counted_before,
        "previous_declared": _value(row.declared_before),
        "change": change.change,
        "change_percent": _number(change.change_percent),
        "change_qualifier": change.qualifier.value if row.change else None,
        "cumulative": row.counted_so_far if counts else _value(row.declared_so_far),
        "cumulative_counted": row.counted_so_far,
        "cumulative_declared": _value(row.declared_so_far),
    }


def _names(report: Report, row: Row) -> dict[str, Any]:
    return {
        "code": row.code,
        "line": row.line,
        "name": row.name,
        "measure": row.measure,
        "short_code": str(ShortCode(report.unit, report.period, row.line or ANNEX)),
    }


def _declared(declared: Declared) -> dict[str, Any]:
    amount = declared.amount
    return {
        "kind": declared.kind,
        "cut": declared.cut,
        "part_of": declared.part_of or None,
        "declared": amount.value,
        "minimum": amount.minimum,
        "maximum": amount.maximum,
        "change": amount.change,
        "change_percent": _number(amount.change_percent),
        "qualifier": amount.qualifier.value,
        "origin": declared.origin,
        "source": declared.source,
        "grade": declared.grade or None,
        "how": declared.how,
        **_days(declared.period),
        "unit": declared.unit,
        "former_unit": declared.former_unit or None,
        "joint": list(declared.joint),
        "note": declared.note or None,
    }


_NOTHING_DECLARED = dict.fromkeys(
    (
        "part_of",
        "declared",
        "minimum",
        "maximum",
        "qualifier",
        "origin",
        "source",
        "grade",
        "how",
        "former_unit",
        "note",
    )
) | {"joint": []}


def _seal(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "sha256": snapshot.sha256,
        "sealed_at": localtime(snapshot.sealed_at).isoformat(),
        "number": snapshot.number,
        "issued_on": _day(snapshot.issued_on),
    }


def _held(held: Held) -> dict[str, Any]:
    return {"key": held.key, "label": held.label, **_counts(held)}


def _counts(held: Held) -> dict[str, int]:
    return {"sessions": held.sessions, "attendances": held.attendances}


def _days(period: Period) -> dict[str, str]:
    return {"from": _day(period.starts_on), "to": _day(period.ends_on)}


def _day(day: date) -> str:
    return day.isoformat()


def _value(declared: Declared | None) -> int | None:
    return declared.amount.value if declared else None


def _number(value: Decimal | None) -> int | float | None:
    """Write a percentage as a whole number where it is one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
