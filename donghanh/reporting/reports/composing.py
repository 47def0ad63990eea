"""The report on legal education, put together from what was recorded and what was declared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import override

from donghanh.indicators.models import Indicator
from donghanh.kernel.periods import Period
from donghanh.org.access import require
from donghanh.org.models import Unit, User
from donghanh.reporting.choices import ReportKind
from donghanh.reporting.reach import Question
from donghanh.reporting.reports.completeness import units_below
from donghanh.reporting.reports.counting import Counting, is_countable
from donghanh.reporting.reports.declarations import Declarations, declared, declared_below
from donghanh.reporting.reports.values import Absence, Report, Row

THING = "reports"
LANGUAGE = "vi"
"""Reports are written in the language of the authorities, whoever composes them."""


def compose(unit: Unit, period: Period, *, actor: User, at: datetime) -> Report:
    """Put the report of a unit for a period together, from what is known at a moment."""
    require(actor, THING, at=unit)
    with override(LANGUAGE):
        return _composed(unit, period, at)


def _composed(unit: Unit, period: Period, at: datetime) -> Report:
    question = Question(unit=unit, period=period, at=at)
    before, so_far = period.a_year_before(), cumulative(period)
    now, past = Sources.of(question), Sources.of(question.of(before))
    absent = _absence(unit, period, past)
    total = now if so_far == period else Sources.of(question.of(so_far))
    listed_below, unlisted_below = declared_below(unit, period)
    kind = ReportKind.LEGAL_EDUCATION.value
    return Report(
        kind=kind,
        unit=unit.code,
        unit_name=unit.name,
        unit_kind=unit.kind,
        founded_on=unit.founded_on,
        period=period,
        before=before,
        before_absent=absent,
        so_far=so_far,
        made_at=at,
        rows=tuple(_rows(now, None if absent else past, total, on=period.ends_on)),
        evidence=now.counting.evidence(),
        by_topic=now.counting.by_topic(),
        by_form=now.counting.by_form(),
        by_month=now.counting.by_month(),
        documents=now.counting.by_document(),
        sessions=now.counting.listed(),
        below=units_below(unit, kind, period, on=min(period.ends_on, localdate(at))),
        listed_below=listed_below,
        unlisted_below=unlisted_below,
    )


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the figures of one period come from."""

    counting: Counting
    declarations: Declarations

    @property
    def know_something(self) -> bool:
        """Tell whether anything was recorded or declared for the period."""
        return bool(self.counting.presences or self.declarations.told)

    @classmethod
    def of(cls, question: Question) -> "Sources":
        """Read records and declarations for the period of a question."""
        return cls(Counting(question), Declarations.of(question.unit, question.period))


def cumulative(period: Period) -> Period:
    """Return the period from the start of the year to the period's end; never less than the period itself."""
    start = date(period.ends_on.year, 1, 1)
    return Period(min(start, period.starts_on), period.ends_on)


def _absence(unit: Unit, period: Period, past: Sources) -> Absence | None:
    """Say why there is nothing to compare with, if that is so.

    A year before, a period of several years would be compared with days of its own.
    """
    before = past.counting.question.period
    if before.ends_on >= period.starts_on:
        return Absence.LONGER_THAN_A_YEAR
    if before.starts_on < unit.founded_on:
        return Absence.FOUNDED_LATER
    return None if past.know_something else Absence.NO_DATA


def _rows(now: Sources, past: Sources | None, total: Sources, *, on: date) -> Iterator[Row]:
    """Give each line of the registry its whole, then its parts; the annex only what something is known of."""
    for indicator in _indicators(now.declarations, on=on):
        cuts = _parts(indicator, now)
        for cut in ({}, *cuts):
            row = _row(indicator, cut, now, past, total)
            if cut or indicator.line or row.is_known or row.listed or cuts:
                yield row


def _indicators(declarations: Declarations, *, on: date) -> Iterable[Indicator]:
    """Return the definitions in force on a day, and those that figures at hand were given under."""
    valid = {each.code: each for each in Indicator.objects.valid_on(on)}
    used = {each.code: each for each in declarations.indicators()}
    return sorted({**used, **valid}.values(), key=lambda each: (each.position, each.pk))


def _parts(indicator: Indicator, now: Sources) -> list[dict[str, str]]:
    """Return the parts to show: counted ones, then those that were only declared."""
    counted = now.counting.parts(indicator.formula)
    return [*counted, *(cut for cut in now.declarations.parts(indicator.code) if cut not in counted)]


def _row(indicator: Indicator, cut: dict[str, str], now: Sources, past: Sources | None, total: Sources) -> Row:
    code, formula = indicator.code, indicator.formula
    return Row(
        code=code,
        line=indicator.line,
        name=indicator.name_vi,
        measure=indicator.measure_vi,
        kind=indicator.kind,
        cut=cut,
        is_countable=is_countable(formula, cut),
        counted=now.counting.count(formula, cut),
        counted_before=past.counting.count(formula, cut) if past else None,
        counted_so_far=total.counting.count(formula, cut),
        declared=now.declarations.value(code, cut),
        declared_before=past.declarations.value(code, cut) if past else None,
        declared_so_far=total.declarations.value(code, cut),
        declared_change=now.declarations.change(code, cut),
        target=now.declarations.target(code, cut),
        listed=() if cut else tuple(declared(each) for each in now.declarations.listed.get(code, ())),
    )
