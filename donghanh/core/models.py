"""What every room leaves behind: the trail of writes, imports, and counted tries."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.core.big_tables import BigTable
from donghanh.core.bulk_models import BulkChange, BulkRow
from donghanh.core.import_models import ImportBatch, ImportChange, ImportProblem
from donghanh.core.saved_views import ListChoice, SavedView

__all__ = [
    "Allowance",
    "AuditEntry",
    "AuditSeal",
    "BulkChange",
    "BulkRow",
    "ImportBatch",
    "ImportChange",
    "ImportProblem",
    "ListChoice",
    "SavedView",
]


class AuditEntry(BigTable):
    """One write, or one read worth remembering: who did what to which record, on behalf of whom.

    Written once; the database itself refuses to change or remove it (:mod:`donghanh.core.audit_guard`).
    """

    at = models.DateTimeField(_("time"))
    actor_id = models.BigIntegerField(_("actor"), null=True)
    action = models.CharField(_("action"), max_length=64)
    subject_kind = models.CharField(_("kind of record"), max_length=64)
    subject_id = models.CharField(_("record"), max_length=64)
    on_behalf = models.BooleanField(_("entered on behalf"), default=False)
    details = models.JSONField(_("details"), default=dict)
    seal = models.BigIntegerField(_("seal"), null=True, editable=False)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [
            models.Index(fields=["unit_id", "at"], name="audit_by_unit"),
            models.Index(fields=["subject_kind", "subject_id"], name="audit_by_subject"),
            models.Index(fields=["seal"], name="audit_by_seal"),
            models.Index(fields=["id"], name="audit_unsealed", condition=models.Q(seal__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject_kind} {self.subject_id}"


class AuditSeal(models.Model):
    """One link of the chain over the trail: a batch of entries, hashed together with the link before.

    A link stays for ever, also when the entries that it covers were removed because their time was up.
    """

    number = models.BigIntegerField(_("number"), primary_key=True)
    sealed_at = models.DateTimeField(_("time"))
    entry_count = models.PositiveIntegerField(_("entries"))
    first_at = models.DateTimeField(_("first entry"))
    last_at = models.DateTimeField(_("last entry"))
    previous = models.CharField(_("hash of the link before"), max_length=64)
    hash = models.CharField(_("hash"), max_length=64)
    fingerprints = models.BinaryField(_("fingerprints of the entries"))
    emptied_at = models.DateTimeField(_("entries removed"), null=True)

    class Meta:
        verbose_name = _("seal of the trail")
        verbose_name_plural = _("seals of the trail")
        indexes = [models.Index(fields=["last_at"], name="audit_seals_by_time")]

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


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
