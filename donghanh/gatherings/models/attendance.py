"""Presence, named: append-only, annulled but never deleted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from donghanh.core.big_tables import BigTable
from donghanh.gatherings.choices import Audience, GradeChoice, Source
from donghanh.gatherings.querysets import AttendanceQuerySet


class Attendance(BigTable):
    """One person present at one session; ``unit_id`` is the session's host, for ever."""

    session_id = models.BigIntegerField(_("session"))
    worker_id = models.BigIntegerField(_("worker"))
    audience = models.CharField(_("present as"), max_length=12, choices=Audience, default=Audience.WORKER)
    grade = models.CharField(_("evidence"), max_length=1, choices=GradeChoice)
    source = models.CharField(_("recorded by"), max_length=12, choices=Source)
    checked_in_at = models.DateTimeField(_("time"))
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by_id = models.BigIntegerField(null=True)
    is_on_behalf = models.BooleanField(default=False)
    batch_id = models.BigIntegerField(null=True)
    annulled_at = models.DateTimeField(_("annulled at"), null=True)
    annulled_by_id = models.BigIntegerField(null=True)
    annul_reason = models.CharField(_("reason for annulling"), max_length=200, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(
                fields=["unit_id", "session_id", "worker_id"],
                condition=Q(annulled_at__isnull=True),
                name="a_person_attends_a_session_once",
            ),
            models.CheckConstraint(name="named_presence_is_grade_a_or_b", condition=Q(grade__in=["A", "B"])),
        ]
        indexes = [
            models.Index(fields=["session_id", "worker_id"], name="attendance_by_session"),
            models.Index(fields=["worker_id", "session_id"], name="attendance_by_worker"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.worker_id}"
