"""What must be true of a statement before it becomes a figure."""

from collections.abc import Mapping
from difflib import get_close_matches

from donghanh.core.ui.numbers import number
from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import CUTS, FigureKind, Origin
from donghanh.indicators.errors import (
    ChangeSaysNothing,
    FigureSaysNothing,
    FigureTooLarge,
    IndicatorNotInForce,
    KindNotAllowed,
    NegativeFigure,
    NotAChange,
    PeopleAreCounted,
    PercentOutOfRange,
    RangeUpsideDown,
    RangeWithoutEnd,
    SourceMissing,
    UnknownCut,
    UnknownCutValue,
    UnknownIndicator,
    ValueBesideRange,
)
from donghanh.indicators.models import Indicator
from donghanh.indicators.services.statement import Statement
from donghanh.kernel.periods import Period

MOST = 10**15
MOST_PERCENT = 999_999
PEOPLE = "people"
PERCENT = "percent_"


def indicator_of(statement: Statement) -> Indicator:
    """Check a statement and return the definition it is made under."""
    indicator = defined(statement.indicator, statement.period)
    _check_kind(indicator, statement.kind)
    if statement.kind == FigureKind.CHANGE:
        _check_change(indicator, statement.amount)
    else:
        _check_amount(indicator, statement.amount)
    _check_cuts(statement.cuts)
    if statement.part_of:
        defined(statement.part_of, statement.period)
    if not statement.source.strip():
        raise SourceMissing(indicator)
    if indicator.formula == PEOPLE and statement.origin == Origin.DECLARED:
        raise PeopleAreCounted(indicator)
    return indicator


def defined(code: str, period: Period) -> Indicator:
    """Return the definition of an indicator in force on the last day of ``period``."""
    found = Indicator.objects.valid_on(period.ends_on).filter(code=code).order_by("-version").first()
    if found:
        return found
    known = list(Indicator.objects.values_list("code", flat=True).order_by("code").distinct())
    if code in known:
        raise IndicatorNotInForce(code, period.ends_on)
    raise UnknownIndicator(code, get_close_matches(code, known))


def _check_kind(indicator: Indicator, kind: str) -> None:
    allowed = {FigureKind(indicator.kind), FigureKind.TARGET, FigureKind.CHANGE}
    if kind not in allowed:
        words = str(FigureKind(kind).label) if kind in FigureKind.values else kind
        raise KindNotAllowed(indicator, words, [str(each.label) for each in FigureKind if each in allowed])


def _check_change(indicator: Indicator, amount: Amount) -> None:
    if not amount.says_a_change or amount.numbers:
        raise ChangeSaysNothing(indicator)
    if amount.change is not None and abs(amount.change) > MOST:
        raise FigureTooLarge(number(amount.change), MOST)
    if amount.change_percent is not None and abs(amount.change_percent) > MOST_PERCENT:
        raise FigureTooLarge(number(amount.change_percent), MOST_PERCENT)


def _check_amount(indicator: Indicator, amount: Amount) -> None:
    if amount.says_a_change:
        raise NotAChange(indicator)
    if not amount.numbers:
        raise FigureSaysNothing(indicator)
    for value in amount.numbers:
        if value < 0:
            raise NegativeFigure(value)
        if value > MOST:
            raise FigureTooLarge(number(value), MOST)
        if indicator.code.startswith(PERCENT) and value > 100:
            raise PercentOutOfRange(value)
    if amount.value is not None and len(amount.numbers) > 1:
        raise ValueBesideRange(amount.value)
    if amount.low is None or amount.high is None:
        raise RangeWithoutEnd(amount.numbers[0])
    if amount.low > amount.high:
        raise RangeUpsideDown(amount.low, amount.high)


def _check_cuts(cuts: Mapping[str, str]) -> None:
    for name, value in cuts.items():
        if name not in CUTS:
            raise UnknownCut(name, CUTS)
        if value not in CUTS[name].values:
            raise UnknownCutValue(name, value, CUTS[name].values)
