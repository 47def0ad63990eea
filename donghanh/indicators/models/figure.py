"""Figures that units declared or published, and whom a joint one is credited to."""

import json
from collections.abc import Mapping

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import DeclaredGrade, FigureKind, Origin, Qualifier
from donghanh.indicators.models.indicator import Indicator
from donghanh.indicators.querysets import FigureQuerySet
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User


def cuts_key(cuts: Mapping[str, str]) -> str:
    """Write cuts in the one form in which equal cuts are equal texts."""
    return json.dumps(dict(cuts), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class Figure(models.Model):
    """A number somebody stands for: which unit, indicator, period and cut, how exact, from what source.

    It stands beside counted figures and never adds people. ``former_unit`` names a body that no longer
    exists; its figure is listed with its successor and never added.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="figures", verbose_name=_("unit"))
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="figures", verbose_name=_("indicator")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    kind = models.CharField(_("kind"), max_length=8, choices=FigureKind)
    qualifier = models.CharField(_("qualifier"), max_length=8, choices=Qualifier, default=Qualifier.EXACT)
    value = models.BigIntegerField(_("value"), null=True, blank=True)
    minimum = models.BigIntegerField(_("at least"), null=True, blank=True)
    maximum = models.BigIntegerField(_("at most"), null=True, blank=True)
    change = models.BigIntegerField(_("change"), null=True, blank=True)
    change_percent = models.DecimalField(_("change in %"), max_digits=8, decimal_places=2, null=True, blank=True)
    cuts = models.JSONField(_("cut by"), default=dict, blank=True)
    cuts_key = models.CharField(max_length=200, default="{}", editable=False)
    part_of = models.CharField(_("part of the indicator"), max_length=60, blank=True)
    former_unit = models.CharField(_("former unit"), max_length=200, blank=True)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    source = models.CharField(_("source"), max_length=300)
    grade = models.CharField(_("evidence"), max_length=1, choices=DeclaredGrade, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    entered_at = models.DateTimeField(editable=False)
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    is_entered_on_behalf = models.BooleanField(default=False, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", editable=False)
    withdraw_reason = models.CharField(_("reason"), max_length=200, blank=True, editable=False)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by", editable=False
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.CheckConstraint(
                name="figure_period_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))
            ),
            models.CheckConstraint(
                name="figure_says_something",
                condition=Q(value__isnull=False)
                | Q(minimum__isnull=False)
                | Q(maximum__isnull=False)
                | Q(change__isnull=False)
                | Q(change_percent__isnull=False),
            ),
            models.CheckConstraint(
                name="published_figure_has_no_grade", condition=~Q(origin="published") | Q(grade="")
            ),
            models.UniqueConstraint(
                fields=[
                    "unit",
                    "indicator",
                    "starts_on",
                    "ends_on",
                    "kind",
                    "cuts_key",
                    "origin",
                    "former_unit",
                ],
                condition=Q(withdrawn_at__isnull=True),
                name="one_standing_figure_for_a_unit_indicator_period_and_cut",
            ),
        ]
        indexes = [models.Index(fields=["unit", "starts_on", "ends_on"], name="figure_by_unit_and_period")]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.period.code}"

    @property
    def period(self) -> Period:
        """Return the figure's own period."""
        return Period(self.starts_on, self.ends_on)

    @property
    def amount(self) -> Amount:
        """Return what the figure says in numbers."""
        return Amount(
            value=self.value,
            minimum=self.minimum,
            maximum=self.maximum,
            change=self.change,
            change_percent=self.change_percent,
            qualifier=Qualifier(self.qualifier),
        )


class FigureCredit(models.Model):
    """A unit that a joint figure is credited to; above both it counts once."""

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="credits")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="figure_credits")

    class Meta:
        verbose_name = _("credit of a joint figure")
        verbose_name_plural = _("credits of joint figures")
        constraints = [
            models.UniqueConstraint(fields=["figure", "unit"], name="a_unit_is_credited_once_with_a_figure"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}"
