"""Groups of an imported file whose unit nobody could name: kept until an officer says whose they are."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.indicators.querysets import WaitingGroupQuerySet
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User


class WaitingGroup(models.Model):
    """Published figures of one body and period, as the file gave them, without a unit of ours.

    ``nearest`` are the units whose names come closest; the choice is a person's. Once made it is
    remembered, so that the same file imported again changes nothing.
    """

    name = models.CharField(_("name in the file"), max_length=200)
    parent_code = models.CharField(_("unit above, by code"), max_length=40, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    content = models.JSONField(_("figures as given"))
    nearest = models.ManyToManyField(Unit, related_name="+", verbose_name=_("nearest units"))
    imported_at = models.DateTimeField(_("imported at"))
    imported_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("unit"))
    assigned_at = models.DateTimeField(_("assigned at"), null=True)
    assigned_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = WaitingGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group of figures without a unit")
        verbose_name_plural = _("groups of figures without a unit")
        constraints = [
            models.UniqueConstraint(
                fields=["name", "parent_code", "starts_on", "ends_on"],
                name="a_body_waits_once_for_a_unit_and_period",
            ),
            models.CheckConstraint(
                name="an_assigned_group_has_a_unit",
                condition=Q(unit__isnull=True, assigned_at__isnull=True)
                | Q(unit__isnull=False, assigned_at__isnull=False),
            ),
            models.CheckConstraint(
                name="waiting_period_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def founded_on(self) -> date | None:
        """Return when the file says the body was founded, which helps to tell it from others."""
        text = self.content.get("founded_on")
        return date.fromisoformat(text) if text else None

    @property
    def period(self) -> Period:
        """Return the period that the figures are about."""
        return Period(self.starts_on, self.ends_on)
