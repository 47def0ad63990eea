"""Cohorts folded from presence: a cache, always rebuilt from one session's rows alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.gatherings.choices import Audience, GradeChoice
from donghanh.gatherings.models.session import Session


class SessionCohort(models.Model):
    """The worker ids of one session, audience and grade, as a stored bitmap."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="cohorts")
    audience = models.CharField(max_length=12, choices=Audience)
    grade = models.CharField(max_length=1, choices=GradeChoice)
    members = models.BinaryField()

    class Meta:
        verbose_name = _("folded cohort")
        verbose_name_plural = _("folded cohorts")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "audience", "grade"], name="one_cohort_for_a_session_audience_and_grade"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.audience}/{self.grade}"
