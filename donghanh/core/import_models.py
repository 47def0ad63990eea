"""What is kept of an import: the file, how far it came, what was wrong, and how to take it back."""

from datetime import datetime, timedelta
from math import ceil

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class BatchState(models.TextChoices):
    """How far an import has come."""

    UPLOADED = "uploaded", _("being read")
    CHECKED = "checked", _("read, nothing written")
    RUNNING = "running", _("being imported")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped")
    FAILED = "failed", _("interrupted")
    UNDOING = "undoing", _("being taken back")
    UNDONE = "undone", _("taken back")


WORKING = (BatchState.UPLOADED, BatchState.RUNNING, BatchState.UNDOING)
RESUMABLE = (BatchState.STOPPED, BatchState.FAILED)
UNDOABLE = (BatchState.DONE, BatchState.STOPPED, BatchState.FAILED)


class ImportBatch(models.Model):
    """One file that somebody takes in at a unit, from choosing it to taking it back.

    The four counts are those of the trial reading until the import starts, and of what was
    really written from then on.
    """

    kind = models.CharField(_("kind"), max_length=32)
    unit_id = models.BigIntegerField(_("unit"))
    state = models.CharField(_("state"), max_length=10, choices=BatchState, default=BatchState.UPLOADED)
    file = models.FileField(_("file"), upload_to="imports/", blank=True)
    file_name = models.CharField(_("file name"), max_length=200)
    file_sha256 = models.CharField(max_length=64)
    sheet_name = models.CharField(_("sheet"), max_length=100, blank=True)
    unknown_columns = models.JSONField(_("columns not read"), default=list)
    notices = models.JSONField(_("how the file was read"), default=list)
    language = models.CharField(_("language of the messages"), max_length=10)
    row_count = models.PositiveIntegerField(_("rows"))
    position = models.PositiveIntegerField(_("rows handled"), default=0)
    new_count = models.PositiveIntegerField(_("new"), default=0)
    changed_count = models.PositiveIntegerField(_("changed"), default=0)
    same_count = models.PositiveIntegerField(_("unchanged"), default=0)
    bad_count = models.PositiveIntegerField(_("left out"), default=0)
    rows_per_second = models.FloatField(null=True)
    failure = models.TextField(_("why it was interrupted"), blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(_("uploaded at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    moved_at = models.DateTimeField(_("last progress at"))
    finished_at = models.DateTimeField(_("finished at"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [
            models.CheckConstraint(
                name="import_handles_no_more_rows_than_it_has", condition=Q(position__lte=models.F("row_count"))
            ),
        ]
        indexes = [models.Index(fields=["unit_id", "kind", "-id"], name="import_by_unit")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def to_write(self) -> int:
        """Return how many rows the trial reading would write."""
        return self.new_count + self.changed_count

    @property
    def good_count(self) -> int:
        """Return how many rows are in order, also those that change nothing."""
        return self.to_write + self.same_count

    @property
    def is_working(self) -> bool:
        """Tell whether a job is at work on it."""
        return self.state in WORKING

    @property
    def has_begun(self) -> bool:
        """Tell whether anything of it may have been written."""
        return self.confirmed_at is not None

    @property
    def has_counts(self) -> bool:
        """Tell whether the counts say something about what is on record or would be."""
        return self.state not in {BatchState.UPLOADED, BatchState.UNDOING, BatchState.UNDONE}

    @property
    def may_go_on(self) -> bool:
        """Tell whether the rest of the rows can still be written."""
        return self.state in RESUMABLE and self.has_begun and bool(self.file)

    @property
    def percent(self) -> float:
        """Return how much of the file is handled."""
        return 100 * self.position / self.row_count if self.row_count else 100.0

    @property
    def seconds_left(self) -> int | None:
        """Return how long the rest will take at the pace of late, None while that is not known."""
        if not self.rows_per_second:
            return None
        return ceil((self.row_count - self.position) / self.rows_per_second)

    @property
    def undo_until(self) -> datetime | None:
        """Return until when it can be taken back."""
        return self.finished_at + timedelta(days=settings.UNDO_DAYS) if self.finished_at else None


class ImportProblem(models.Model):
    """Why one row of a file was left out: the cell as it was typed, what is wrong, what to do."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField(_("row"))
    column = models.CharField(_("column"), max_length=100, blank=True)
    typed = models.TextField(_("value in the file"), blank=True)
    sentence = models.TextField(_("why"))
    hint = models.TextField(_("what to do"), blank=True)

    class Meta:
        verbose_name = _("row left out")
        verbose_name_plural = _("rows left out")
        ordering = ["row", "pk"]

    def __str__(self) -> str:
        return f"{self.row}, {self.column}: {self.sentence}"


class Outcome(models.TextChoices):
    """What became of a change when its import was taken back."""

    STANDING = "", _("not taken back")
    UNDONE = "undone", _("taken back")
    EDITED = "edited", _("changed since, so it was left")
    IN_USE = "in use", _("used elsewhere, so it was left")


class ImportChange(models.Model):
    """One record that an import made or changed, with the values before and after.

    The order of the keys is the order of the changes; ``before`` is empty for a new record.
    """

    batch = models.ForeignKey(
        ImportBatch, on_delete=models.CASCADE, related_name="changes", db_index=False
    )  # The index below starts with it.
    row = models.PositiveIntegerField(_("row"))
    model = models.CharField(_("kind of record"), max_length=64)
    record_id = models.BigIntegerField(_("record"))
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"))
    outcome = models.CharField(_("taken back"), max_length=8, choices=Outcome, default=Outcome.STANDING)

    class Meta:
        verbose_name = _("change by an import")
        verbose_name_plural = _("changes by an import")
        indexes = [models.Index(fields=["batch", "outcome", "-id"], name="change_by_batch")]

    def __str__(self) -> str:
        return f"{self.model} {self.record_id}"
