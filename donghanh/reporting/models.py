"""What is stored of a report: its drafts, its sealed values, or that there was nothing to report."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User
from donghanh.reporting.choices import ReportKind
from donghanh.reporting.querysets import DraftQuerySet, PeriodicQuerySet, SnapshotQuerySet


class Periodic(models.Model):
    """Something about the report of one unit, of one kind, for one period."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    kind = models.CharField(_("kind of report"), max_length=30, choices=ReportKind)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.unit}, {self.period.code}"

    @property
    def period(self) -> Period:
        """Return the period that the report is about."""
        return Period(self.starts_on, self.ends_on)


class ReportDraft(Periodic):
    """What officers had written at one moment; each save is a row, so nothing typed is lost.

    ``based_on`` is the number of the draft that was on the writer's screen. Whoever saves after
    somebody else did so meanwhile has his text kept aside; the other one stays in place.
    """

    number = models.PositiveIntegerField(editable=False)
    based_on = models.PositiveIntegerField(default=0, editable=False)
    is_aside = models.BooleanField(default=False, editable=False)
    texts = models.JSONField(_("what officers wrote"), default=dict)
    saved_at = models.DateTimeField(editable=False)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of a report")
        verbose_name_plural = _("drafts of reports")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "starts_on", "ends_on", "number"], name="drafts_of_a_report_are_numbered"
            ),
            models.CheckConstraint(name="draft_period_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
        ]


class NothingToReport(Periodic):
    """A unit's word that the period brought nothing to report, so that nobody waits for it."""

    declared_at = models.DateTimeField(editable=False)
    declared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = PeriodicQuerySet["NothingToReport"].as_manager()

    class Meta:
        verbose_name = _("word that there is nothing to report")
        verbose_name_plural = _("words that there is nothing to report")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "starts_on", "ends_on"], name="nothing_is_reported_once_for_a_period"
            ),
        ]


class Snapshot(Periodic):
    """A sealed report: its values as one canonical text, and the hash of that text.

    A sealed report is never changed. A later seal for the same period takes its place and leaves it readable.
    """

    canonical = models.TextField(_("sealed values"), editable=False)
    sha256 = models.CharField(_("hash"), max_length=64, editable=False)
    number = models.CharField(_("number of the document"), max_length=20, blank=True)
    issued_on = models.DateField(_("day of issue"))
    sealed_at = models.DateTimeField(editable=False)
    sealed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by", editable=False
    )

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        verbose_name = _("sealed report")
        verbose_name_plural = _("sealed reports")
        ordering = ["sealed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "starts_on", "ends_on"],
                condition=Q(supersedes=None),
                name="a_report_is_sealed_first_once",
            ),
        ]
        indexes = [models.Index(fields=["unit", "kind", "starts_on", "ends_on"], name="snapshot_by_report")]
