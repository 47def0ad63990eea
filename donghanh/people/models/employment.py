"""Where people work and are members, from one day to another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import Unit
from donghanh.org.querysets import FOREVER
from donghanh.people.models.enterprise import Enterprise
from donghanh.people.models.worker import Worker
from donghanh.people.querysets import EmploymentQuerySet


class Employment(models.Model):
    """A person's work at an enterprise, in the reach of a unit, from one day to another."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="employments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="employments", verbose_name=_("unit"))
    enterprise = models.ForeignKey(
        Enterprise, on_delete=models.PROTECT, null=True, blank=True, related_name="employments"
    )
    department = models.CharField(_("department"), max_length=100, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), default=FOREVER)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        constraints = [
            models.CheckConstraint(name="employment_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
            models.UniqueConstraint(fields=["worker", "unit", "starts_on"], name="one_employment_at_a_unit_from_a_day"),
        ]
        indexes = [models.Index(fields=["unit", "starts_on", "ends_on"], name="employment_by_unit")]

    def __str__(self) -> str:
        return f"{self.worker}, {self.unit}"


class Membership(models.Model):
    """A person's membership of the union at a unit, from one day to another."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("unit"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), default=FOREVER)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(name="membership_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
            models.UniqueConstraint(fields=["worker", "unit", "starts_on"], name="one_membership_at_a_unit_from_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.worker}, {self.unit}"
