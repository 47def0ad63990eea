"""The registry: what each indicator counts, in words that stay true for a time."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from donghanh.indicators.choices import FigureKind
from donghanh.indicators.querysets import IndicatorQuerySet


class Indicator(models.Model):
    """What is counted, in words that stay true for a time; a changed definition is a new version."""

    code = models.SlugField(_("code"), max_length=60, allow_unicode=False)
    line = models.CharField(_("line of the report"), max_length=4, blank=True)
    name_vi = models.CharField(_("name in Vietnamese"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160)
    measure_vi = models.CharField(_("unit of measure in Vietnamese"), max_length=40)
    measure_en = models.CharField(_("unit of measure in English"), max_length=40)
    definition_vi = models.TextField(_("definition in Vietnamese"))
    definition_en = models.TextField(_("definition in English"))
    kind = models.CharField(_("kind"), max_length=8, choices=FigureKind, default=FigureKind.FLOW)
    formula = models.CharField(_("counted from"), max_length=40, blank=True)
    is_additive = models.BooleanField(_("figures of consecutive periods add up"), default=True)
    """False for averages, percentages and distinct people: the year is not the sum of its quarters."""
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="an_indicator_has_a_version_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name_vi

    @property
    def measure(self) -> str:
        """Return the unit of measure in the reader's language."""
        return self.measure_en if get_language() == "en" else self.measure_vi

    @property
    def definition(self) -> str:
        """Return the definition in the reader's language."""
        return self.definition_en if get_language() == "en" else self.definition_vi
