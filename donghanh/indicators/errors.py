"""Rules of figures that can be broken."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from donghanh.core.ui.numbers import number
from donghanh.indicators.days import days_of
from donghanh.kernel.errors import DomainError
from donghanh.kernel.periods import Period


class UnknownIndicator(DomainError):
    """No indicator has that code."""

    code = "unknown_indicator"

    def __init__(self, code: str, nearest: Iterable[str]) -> None:
        message = _("There is no indicator “%(code)s”. The nearest are: %(nearest)s.")
        super().__init__(message % {"code": code, "nearest": ", ".join(nearest) or "–"})


class IndicatorNotInForce(DomainError):
    """The definition was not in force at the end of the figure's period."""

    code = "indicator_not_in_force"

    def __init__(self, code: str, day: date) -> None:
        message = _("The indicator “%(code)s” has no definition in force on %(day)s. Choose another one.")
        super().__init__(message % {"code": code, "day": date_format(day, "d/m/Y")})


class KindNotAllowed(DomainError):
    """What happened in a period and what stood at its end are different things."""

    code = "kind_not_allowed"

    def __init__(self, indicator: object, kind: str, allowed: Iterable[str]) -> None:
        message = _("“%(indicator)s” cannot be given as “%(kind)s”. Choose one of: %(allowed)s.")
        words = {"indicator": indicator, "kind": kind, "allowed": ", ".join(allowed)}
        super().__init__(message % words)


class FigureSaysNothing(DomainError):
    """A figure needs a number or a range; a change needs a change."""

    code = "figure_says_nothing"

    def __init__(self, indicator: object) -> None:
        super().__init__(_("“%(indicator)s” has no number. Write a value or a range.") % {"indicator": indicator})


class ChangeSaysNothing(DomainError):
    """A change is a difference or a percentage."""

    code = "change_says_nothing"

    def __init__(self, indicator: object) -> None:
        message = _("“%(indicator)s” is given as a change. Write the change, or the change in %%.")
        super().__init__(message % {"indicator": indicator})


class NotAChange(DomainError):
    """Only a figure given as a change carries one."""

    code = "not_a_change"

    def __init__(self, indicator: object) -> None:
        message = _("“%(indicator)s” carries a change, but is not given as one. Enter the change by itself.")
        super().__init__(message % {"indicator": indicator})


class RangeUpsideDown(DomainError):
    """A range runs from the smaller number to the larger one."""

    code = "range_upside_down"

    def __init__(self, minimum: int, maximum: int) -> None:
        message = _("The range from %(minimum)s to %(maximum)s is upside down. Write the smaller number first.")
        super().__init__(message % {"minimum": number(minimum), "maximum": number(maximum)})


class RangeWithoutEnd(DomainError):
    """An open range is a number with “over” or “nearly”."""

    code = "range_without_end"

    def __init__(self, known: int) -> None:
        message = _("The range with %(known)s lacks its other end. Write both ends, or one number with “over”.")
        super().__init__(message % {"known": number(known)})


class ValueBesideRange(DomainError):
    """A figure is either one number or a range."""

    code = "value_beside_range"

    def __init__(self, value: int) -> None:
        message = _("%(value)s stands beside a range. Write either one number or a range.")
        super().__init__(message % {"value": number(value)})


class NegativeFigure(DomainError):
    """Nothing is counted below zero."""

    code = "negative_figure"

    def __init__(self, value: int) -> None:
        message = _("%(value)s is below zero. Write what was counted; write a decrease as a change.")
        super().__init__(message % {"value": number(value)})


class FigureTooLarge(DomainError):
    """No figure of the field has more digits than the database holds."""

    code = "figure_too_large"

    def __init__(self, value: str, most: int) -> None:
        message = _("%(value)s is too large. Write a number up to %(most)s.")
        super().__init__(message % {"value": value, "most": number(most)})


class PercentOutOfRange(DomainError):
    """A share lies between nothing and everything."""

    code = "percent_out_of_range"

    def __init__(self, value: int) -> None:
        message = _("%(value)s %% is not a share. Write a number from 0 to 100.")
        super().__init__(message % {"value": number(value)})


class UnknownCut(DomainError):
    """Figures are cut by few things, all of them known."""

    code = "unknown_cut"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        message = _("A figure cannot be cut by “%(name)s”. It can be cut by: %(known)s.")
        super().__init__(message % {"name": name, "known": ", ".join(known)})


class UnknownCutValue(DomainError):
    """Each cut has a list of values."""

    code = "unknown_cut_value"

    def __init__(self, name: str, value: object, known: Iterable[str]) -> None:
        message = _("“%(value)s” is not a value of “%(name)s”. Choose one of: %(known)s.")
        super().__init__(message % {"value": value, "name": name, "known": ", ".join(known)})


class SourceMissing(DomainError):
    """A number nobody can trace back is no figure."""

    code = "source_missing"

    def __init__(self, indicator: object) -> None:
        message = _("“%(indicator)s” has no source. Name the document, list or page the number comes from.")
        super().__init__(message % {"indicator": indicator})


class ReasonMissing(DomainError):
    """Whoever takes a figure back says why."""

    code = "figure_reason_missing"

    def __init__(self, figure: object) -> None:
        super().__init__(_("Say why “%(figure)s” is taken back.") % {"figure": figure})


class PeopleAreCounted(DomainError):
    """Distinct people come from names alone."""

    code = "people_are_counted"

    def __init__(self, indicator: object) -> None:
        message = _(
            "“%(indicator)s” is counted from lists of names and cannot be declared. Declare the attendances instead."
        )
        super().__init__(message % {"indicator": indicator})


class FigureAlreadyStands(DomainError):
    """One unit, indicator, period and cut have one figure."""

    code = "figure_already_stands"

    def __init__(self, unit: object, indicator: object, period: Period) -> None:
        message = _("%(unit)s already has a figure of “%(indicator)s” for %(days)s. Correct that one instead.")
        super().__init__(message % {"unit": unit, "indicator": indicator, "days": days_of(period)})


class FigureWithdrawn(DomainError):
    """What was taken back is neither corrected nor taken back again."""

    code = "figure_withdrawn"

    def __init__(self, figure: object, day: date) -> None:
        message = _("“%(figure)s” was taken back on %(day)s. Open the figure that stands now.")
        super().__init__(message % {"figure": figure, "day": date_format(day, "d/m/Y")})


class FigureGivenTwice(DomainError):
    """A file says one thing once."""

    code = "figure_given_twice"

    def __init__(self, indicator: str) -> None:
        message = _("“%(indicator)s” is given twice for this unit, period and cut. Keep one of the two.")
        super().__init__(message % {"indicator": indicator})


class GroupGivenTwice(DomainError):
    """What waits for a unit waits in one group."""

    code = "figure_group_given_twice"

    def __init__(self, name: str) -> None:
        message = _("“%(name)s” has an earlier group for the same period. Put their figures into one group.")
        super().__init__(message % {"name": name})


class GroupAlreadyAssigned(DomainError):
    """A waiting group is given to one unit, once."""

    code = "figure_group_already_assigned"

    def __init__(self, group: object, unit: object) -> None:
        message = _("“%(group)s” was already given to %(unit)s. Open the figures of that unit.")
        super().__init__(message % {"group": group, "unit": unit})


class NotAFigureFile(DomainError):
    """The file holds something else."""

    code = "not_a_figure_file"

    def __init__(self) -> None:
        super().__init__(
            _("This is no file of figures: it has no list “figures” of groups. Check that it is the right file.")
        )


class FigureFileUnclear(DomainError):
    """One place of a figure file cannot be read; the reader is told which by whoever reads the file."""

    code = "figure_file_unclear"

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % {name: str(value)[:60] for name, value in values.items()})
