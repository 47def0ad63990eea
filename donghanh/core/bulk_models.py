"""What is kept of a bulk change: which records, what becomes of each, and how to take it back."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class BulkState(models.TextChoices):
    """How far a bulk change has come."""

    CHOSEN = "chosen", _("being prepared")
    LOOKING = "looking", _("being looked through")
    LOOKED = "looked", _("looked through, nothing changed")
    RUNNING = "running", _("being carried out")
    DONE = "done", _("done")
    STOPPED = "stopped", _("interrupted")
    UNDOING = "undoing", _("being taken back")
    UNDONE = "undone", _("taken back")


WORKING = (BulkState.LOOKING, BulkState.RUNNING, BulkState.UNDOING)
UNDOABLE = (BulkState.DONE, BulkState.STOPPED)


class Outcome(models.TextChoices):
    """What becomes of one record."""

    CHOSEN = "chosen", _("chosen")
    READY = "ready", _("will change")
    LEFT = "left", _("left out")
    DONE = "done", _("changed")
    UNDONE = "undone", _("taken back")
    KEPT = "kept", _("not taken back")


class BulkChange(models.Model):
    """One act that somebody does to many records of a list at once."""

    list_name = models.SlugField(_("list"), max_length=32)
    action = models.SlugField(_("action"), max_length=32)
    model = models.CharField(_("kind of record"), max_length=64)
    typed = models.JSONField(_("what was typed"), default=dict)
    language = models.CharField(_("language of the messages"), max_length=10)
    state = models.CharField(_("state"), max_length=8, choices=BulkState, default=BulkState.CHOSEN)
    row_count = models.PositiveIntegerField(_("records"))
    failure = models.TextField(_("why it was interrupted"), blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("time"))
    moved_at = models.DateTimeField(_("last progress at"), db_index=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)

    class Meta:
        verbose_name = _("bulk change")
        verbose_name_plural = _("bulk changes")

    def __str__(self) -> str:
        return f"{self.action} {self.list_name} {self.pk}"

    @property
    def is_working(self) -> bool:
        """Tell whether a job is at work on it."""
        return self.state in WORKING

    @property
    def undo_until(self) -> datetime | None:
        """Return until when it can be taken back."""
        return self.finished_at + timedelta(days=settings.UNDO_DAYS) if self.finished_at else None


class BulkRow(models.Model):
    """One record of a bulk change, with what it was before and after."""

    change = models.ForeignKey(BulkChange, on_delete=models.CASCADE, related_name="rows", db_index=False)
    record_id = models.BigIntegerField(_("record"))
    outcome = models.CharField(_("outcome"), max_length=6, choices=Outcome, default=Outcome.CHOSEN)
    words = models.TextField(_("what or why"), blank=True)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)

    class Meta:
        verbose_name = _("record of a bulk change")
        verbose_name_plural = _("records of a bulk change")
        constraints = [models.UniqueConstraint(fields=["change", "record_id"], name="bulk_change_takes_a_record_once")]
        indexes = [
            models.Index(fields=["change", "outcome", "id"], name="bulk_rows_by_outcome"),
            models.Index(fields=["record_id"], name="bulk_rows_by_record"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.outcome}"
