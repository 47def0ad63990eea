"""What every room leaves behind: the trail of writes, imports, and counted tries."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.core.big_tables import BigTable
from donghanh.core.import_models import ImportBatch, ImportChange, ImportProblem

__all__ = ["Allowance", "AuditEntry", "ImportBatch", "ImportChange", "ImportProblem"]


class AuditEntry(BigTable):
    """One write, or one read worth remembering: who did what to which record, on behalf of whom."""

    at = models.DateTimeField(_("time"))
    actor_id = models.BigIntegerField(_("actor"), null=True)
    action = models.CharField(_("action"), max_length=64)
    subject_kind = models.CharField(_("kind of record"), max_length=64)
    subject_id = models.CharField(_("record"), max_length=64)
    on_behalf = models.BooleanField(_("entered on behalf"), default=False)
    details = models.JSONField(_("details"), default=dict)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [
            models.Index(fields=["unit_id", "at"], name="audit_by_unit"),
            models.Index(fields=["subject_kind", "subject_id"], name="audit_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject_kind} {self.subject_id}"


class Allowance(models.Model):
    """How many tries of one kind a key has used since it began; the key itself is not kept."""

    name = models.CharField(_("kind of try"), max_length=40)
    key = models.CharField(_("hidden key"), max_length=64)
    opened_at = models.DateTimeField(_("since"), db_index=True)
    used = models.PositiveIntegerField(_("tries"))

    class Meta:
        verbose_name = _("counted tries")
        verbose_name_plural = _("counted tries")
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="tries_are_counted_once")]

    def __str__(self) -> str:
        return f"{self.name}: {self.used}"
