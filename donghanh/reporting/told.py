"""The rows of a breakdown as a reader is told them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from donghanh.kernel.periods import Period
from donghanh.reporting.asking import Asked
from donghanh.reporting.discretion import Verdict
from donghanh.reporting.discretion.hosted import by_themselves, side_by_side
from donghanh.reporting.discretion.shown import HomeShown, HostedShown
from donghanh.reporting.discretion.slices import Slice
from donghanh.reporting.reach import Hosted, hosted
from donghanh.reporting.reach.breakdowns import Row, by_month, by_topic, by_unit_level

MONTH, TOPIC = "month", "topic"


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One row, with what may be told of it."""

    row: Row
    hosted: HostedShown
    home: HomeShown | None


def told_rows(asked: Asked, by: str) -> Iterator[ToldRow]:
    """Break down by month, by topic or by a level of units, and tell of each row what may be told."""
    if by == MONTH:
        rows = by_month(asked.question)
        months = [Period.parse(row.key) for row in rows]
        people = told_months(
            asked, hosted(asked.question), list(zip(months, (row.hosted for row in rows), strict=True))
        )
        verdicts = [asked.of(month).verdict() for month in months]
    elif by == TOPIC:
        rows = by_topic(asked.question)
        slices = [Slice(topic=row.key) for row in rows]
        people = _told_hosted(asked, [(row.hosted, part) for row, part in zip(rows, slices, strict=True)])
        verdicts = [asked.verdict(part) for part in slices]
    else:
        rows = by_unit_level(asked.question, by)
        people = _told_hosted(asked, [(row.hosted, None) for row in rows])
        verdicts = [asked.verdict_of(row.unit_id) for row in rows]
    yield from _told(asked, rows, people, verdicts)


def told_months(asked: Asked, total: Hosted, months: Sequence[tuple[Period, Hosted]]) -> list[HostedShown]:
    """Tell of the months what may be told of the people who came."""
    if asked.discretion is None:
        return [asked.hosted(figures) for _month, figures in months]
    rows = [(figures, asked.discretion.hosted(figures, period=month)) for month, figures in months]
    told = side_by_side(total, asked.discretion.hosted(total), rows)
    return [HostedShown.of(figures, verdict) for (figures, _own), verdict in zip(rows, told, strict=True)]


def _told_hosted(asked: Asked, rows: Iterable[tuple[Hosted, Slice | None]]) -> list[HostedShown]:
    if asked.discretion is None:
        return [asked.hosted(figures) for figures, _part in rows]
    alone = [
        (figures, asked.discretion.hosted(figures, part) if part else by_themselves(figures)) for figures, part in rows
    ]
    total = hosted(asked.question)
    told = side_by_side(total, asked.discretion.hosted(total), alone)
    return [HostedShown.of(figures, verdict) for (figures, _own), verdict in zip(alone, told, strict=True)]


def _told(
    asked: Asked, rows: Iterable[Row], people: Iterable[HostedShown], verdicts: Iterable[Verdict]
) -> Iterator[ToldRow]:
    for row, was_hosted, verdict in zip(rows, people, verdicts, strict=True):
        yield ToldRow(row, was_hosted, HomeShown.of(row.home, verdict) if asked.sees_home else None)
