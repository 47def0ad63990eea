"""What remains of somebody whose data were erased: that it happened, and how to recognise him in an old backup."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import User
from donghanh.people.models import Worker
from donghanh.privacy.choices import ErasureCause


class ErasureRecord(models.Model):
    """One record of a person that was made anonymous; it names nobody.

    ``fingerprints`` are keyed hashes of what identified him: with them a backup from before the erasure can be
    erased again, and a number that was given to somebody else since cannot be mistaken for his.
    """

    worker_id = models.BigIntegerField(_("record"), db_index=True)
    fingerprints = models.JSONField(_("hidden keys"), default=list)
    cause = models.CharField(_("cause"), max_length=12, choices=ErasureCause)
    erased_at = models.DateTimeField(_("erased at"))

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        constraints = [
            models.UniqueConstraint(fields=["worker_id", "erased_at"], name="a_record_is_erased_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.worker_id}, {self.erased_at:%Y-%m-%d}"


class LegalHold(models.Model):
    """A reason in law to keep a person's data although a rule or a request would let them go."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="legal_holds")
    reason = models.CharField(_("reason"), max_length=300)
    until = models.DateField(_("until"))
    placed_at = models.DateTimeField(_("placed at"))
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(_("lifted at"), null=True)
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        constraints = [
            models.CheckConstraint(name="a_hold_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="a_hold_is_lifted_after_it_was_placed",
                condition=Q(lifted_at__isnull=True) | Q(lifted_at__gte=F("placed_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.reason
