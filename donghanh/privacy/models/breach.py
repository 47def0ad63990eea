"""What went wrong with personal data, and what was done about it, hour by hour."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import Unit, User
from donghanh.privacy.choices import BreachStep
from donghanh.privacy.querysets import BreachQuerySet


class Breach(models.Model):
    """Personal data were seen, changed or lost by those who should not; no names of people belong in here."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="breaches", verbose_name=_("unit"))
    title = models.CharField(_("what happened, in one line"), max_length=200)
    happened = models.TextField(_("what happened"))
    data_kinds = models.TextField(_("which data"))
    people_count = models.PositiveIntegerField(_("number of people"), null=True, blank=True)
    consequences = models.TextField(_("what may follow for the people"))
    measures = models.TextField(_("what was done and will be done"), blank=True)
    is_serious = models.BooleanField(_("may harm people seriously"))
    found_at = models.DateTimeField(_("found at"))
    notify_by = models.DateTimeField(_("authority to be notified by"))
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    authority_told_at = models.DateTimeField(_("authority notified at"), null=True)
    people_told_at = models.DateTimeField(_("people told at"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)

    objects = BreachQuerySet.as_manager()

    class Meta:
        verbose_name = _("breach of personal data")
        verbose_name_plural = _("breaches of personal data")
        constraints = [
            models.CheckConstraint(
                name="a_breach_is_entered_after_it_was_found", condition=Q(entered_at__gte=F("found_at"))
            ),
        ]
        indexes = [models.Index(fields=["unit", "-found_at", "-id"], name="breach_by_unit")]

    def __str__(self) -> str:
        return self.title


class BreachEntry(models.Model):
    """One line of the timeline of a breach; lines are added, never changed."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="entries")
    step = models.CharField(_("step"), max_length=10, choices=BreachStep)
    words = models.TextField(_("in words"), blank=True)
    at = models.DateTimeField(_("time"))
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("line of the timeline")
        verbose_name_plural = _("lines of the timeline")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.step} {self.at:%Y-%m-%d %H:%M}"
