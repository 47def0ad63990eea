"""Declared figures for programs, and what each indicator counts."""

from datetime import date
from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, now
from ninja import Query, Router, Status
from pydantic import Field, StringConstraints

from donghanh.core.api.paging import Page, PageAsked, page_of
from donghanh.core.api.periods import PeriodWord, period_named
from donghanh.core.api.schemas import Asked, Code, Day, Id, Line, LocalTime, Sentence, Told, Word
from donghanh.core.api.tokens import Token
from donghanh.core.errors import NotForYou
from donghanh.indicators import services
from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import DeclaredGrade, FigureKind, Origin, Qualifier
from donghanh.indicators.models import Figure, Indicator
from donghanh.kernel.periods import Period
from donghanh.org.access import may_change, reads_anywhere, units_changed
from donghanh.org.models import Unit
from donghanh.org.requests import SignedInRequest

THING = "figures"
READ, WRITE = Token("read:figures"), Token("write:figures")
router, indicators = Router(), Router(auth=READ)
NEWEST_FIRST = ("-ends_on", "indicator__position", "pk")
LARGEST = 2**53
Number = Annotated[int, Field(ge=-LARGEST, le=LARGEST)] | None


class IndicatorTold(Told):
    """What is counted, in words that stay true for a time."""

    code: str
    line: str
    name_vi: str
    name_en: str
    measure_vi: str
    measure_en: str
    definition_vi: str
    definition_en: str
    kind: str
    version: int
    valid_from: date
    valid_to: date | None


class FigureTold(Told):
    """A number somebody stands for."""

    id: int
    unit: str
    former_unit: str
    indicator: str
    period: str
    starts_on: date
    ends_on: date
    kind: str
    qualifier: str
    value: int | None
    minimum: int | None
    maximum: int | None
    change: int | None
    change_percent: float | None
    cuts: dict[str, str]
    part_of: str
    credited_to: list[str]
    origin: str
    source: str
    grade: str
    note: str
    entered_at: LocalTime
    withdrawn_at: LocalTime | None
    withdraw_reason: str
    replaces: int | None


class FiguresAsked(PageAsked):
    """Which figures."""

    unit: Word = ""
    indicator: Word = ""
    period: PeriodWord = ""
    state: Literal["standing", "withdrawn", "all"] = "standing"


class StatementAsked(Asked):
    """A number with everything that makes it readable."""

    indicator: Code
    starts_on: Day
    ends_on: Day
    kind: FigureKind | None = None
    """Left out: a result, a flow or a stock as the indicator is."""
    qualifier: Qualifier = Qualifier.EXACT
    value: Number = None
    minimum: Number = None
    maximum: Number = None
    change: Number = None
    change_percent: Annotated[Decimal, Field(max_digits=8, decimal_places=2)] | None = None
    cuts: Annotated[dict[Word, Word], Field(max_length=4)] = {}
    part_of: Word = ""
    origin: Origin = Origin.DECLARED
    grade: DeclaredGrade | Literal[""] = ""
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
    note: Annotated[Line, Field(max_length=300)] = ""

    def statement(self, *, former_unit: str = "") -> services.Statement:
        """Return what is stated as the services take it."""
        return services.Statement(
            indicator=self.indicator, period=Period(self.starts_on, self.ends_on), amount=self._amount(),
            source=self.source, kind=self.kind or _kind_of(self.indicator), cuts=self.cuts, part_of=self.part_of,
            former_unit=former_unit, origin=self.origin, grade="" if self.origin == Origin.PUBLISHED else self.grade,
            note=self.note,
        )  # fmt: skip

    def _amount(self) -> Amount:
        return Amount(
            value=self.value, minimum=self.minimum, maximum=self.maximum, change=self.change,
            change_percent=self.change_percent, qualifier=self.qualifier,
        )  # fmt: skip


class DeclarationAsked(StatementAsked):
    """A figure to declare."""

    unit: Code


class CorrectionAsked(StatementAsked):
    """A figure to put in the place of one that was wrong."""

    reason: Sentence


class WithdrawalAsked(Asked):
    """Why a figure is taken back."""

    reason: Sentence


@indicators.get("/", response=list[IndicatorTold])
def list_indicators(request: SignedInRequest) -> QuerySet[Indicator]:
    """List the indicators in force today, in the order of the report."""
    return Indicator.objects.valid_on(localdate())


@router.get("/", response=Page[FigureTold], auth=READ)
def list_figures(request: SignedInRequest, asked: Query[FiguresAsked]) -> dict[str, Any]:
    """List the figures that the token's holder may read, the latest period first."""
    found = _readable(request)
    if asked.unit:
        found = found.filter(unit__code=asked.unit)
    if asked.indicator:
        found = found.filter(indicator__code=asked.indicator)
    if asked.period:
        period = period_named(asked.period)
        found = found.filter(starts_on__lte=period.ends_on, ends_on__gte=period.starts_on)
    if asked.state != "all":
        found = found.filter(withdrawn_at__isnull=asked.state == "standing")
    return page_of(request, found, asked, order=NEWEST_FIRST, told=lambda rows: map(_told, rows))


@router.get("/{figure_id}/", response=FigureTold, auth=READ)
def read_figure(request: SignedInRequest, figure_id: Id) -> FigureTold:
    """Read one figure, also one that was taken back."""
    return _told(get_object_or_404(_readable(request), pk=figure_id))


@router.post("/", response={HTTPStatus.CREATED: FigureTold}, auth=WRITE)
def declare_figure(request: SignedInRequest, asked: DeclarationAsked) -> Status[FigureTold]:
    """Declare a figure of a unit where the token's holder may enter figures."""
    unit = get_object_or_404(Unit.objects.filter(units_changed(request.user, THING)), code=asked.unit)
    figure = services.declare_figure(unit, asked.statement(), actor=request.user, at=now())
    return Status(HTTPStatus.CREATED, _told(figure))


@router.post("/{figure_id}/correct/", response={HTTPStatus.CREATED: FigureTold}, auth=WRITE)
def correct_figure(request: SignedInRequest, figure_id: Id, asked: CorrectionAsked) -> Status[FigureTold]:
    """Put a new figure in the place of one that was wrong; the old one stays readable."""
    figure = _changeable(request, figure_id)
    statement = asked.statement(former_unit=figure.former_unit)
    fresh = services.correct_figure(figure, statement, actor=request.user, at=now(), reason=asked.reason)
    return Status(HTTPStatus.CREATED, _told(fresh))


@router.post("/{figure_id}/withdraw/", response=FigureTold, auth=WRITE)
def withdraw_figure(request: SignedInRequest, figure_id: Id, asked: WithdrawalAsked) -> FigureTold:
    """Take a figure back; it stays readable with the reason."""
    figure = _changeable(request, figure_id)
    services.withdraw_figure(figure, actor=request.user, at=now(), reason=asked.reason)
    return _told(figure)


def _readable(request: SignedInRequest) -> QuerySet[Figure]:
    if not reads_anywhere(request.user, THING):
        raise NotForYou
    figures = Figure.objects.visible_to(request.user).select_related("indicator", "unit")
    return figures.prefetch_related("credits__unit")


def _changeable(request: SignedInRequest, figure_id: int) -> Figure:
    figure = get_object_or_404(_readable(request), pk=figure_id)
    if not may_change(request.user, THING, at=figure.unit):
        raise NotForYou
    return figure


def _kind_of(indicator: str) -> str:
    found = Indicator.objects.filter(code=indicator).order_by("-version").first()
    return found.kind if found else FigureKind.FLOW


def _told(figure: Figure) -> FigureTold:
    same = ("former_unit", "starts_on", "ends_on", "kind", "qualifier", "value", "minimum", "maximum", "change",
            "cuts", "part_of", "origin", "source", "grade", "note", "entered_at", "withdrawn_at",
            "withdraw_reason")  # fmt: skip
    return FigureTold(
        id=figure.pk,
        unit=figure.unit.code,
        indicator=figure.indicator.code,
        period=figure.period.code,
        change_percent=None if figure.change_percent is None else float(figure.change_percent),
        credited_to=[credit.unit.code for credit in figure.credits.all()],
        replaces=figure.replaces_id,
        **{name: getattr(figure, name) for name in same},
    )
