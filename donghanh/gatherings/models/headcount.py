"""Presence without names: a number by audience, and the photo or sheet behind it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from donghanh.gatherings.choices import Audience, EvidenceKind, GradeChoice
from donghanh.gatherings.models.session import Session
from donghanh.gatherings.querysets import HeadcountQuerySet
from donghanh.org.models import User


class Evidence(models.Model):
    """A photo, a signed sheet or minutes of a session."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=12, choices=EvidenceKind)
    file = models.FileField(_("file"), upload_to="evidence/%Y/%m/")
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_at = models.DateTimeField(_("uploaded at"))
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.session}"


class Headcount(models.Model):
    """How many of one audience were present; a new number replaces the old one, trace kept."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="headcounts")
    audience = models.CharField(_("audience"), max_length=12, choices=Audience)
    count = models.PositiveIntegerField(_("number of people"))
    grade = models.CharField(_("evidence"), max_length=1, choices=GradeChoice)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="headcounts")
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(_("replaced at"), null=True)

    objects = HeadcountQuerySet.as_manager()

    class Meta:
        verbose_name = _("headcount")
        verbose_name_plural = _("headcounts")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "audience"],
                condition=Q(replaced_at__isnull=True),
                name="one_headcount_for_a_session_and_audience",
            ),
            models.CheckConstraint(name="a_number_is_grade_c_or_d", condition=Q(grade__in=["C", "D"])),
        ]

    def __str__(self) -> str:
        return f"{self.count} {self.audience}"
