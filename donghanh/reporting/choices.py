"""The words of reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReportKind(models.TextChoices):
    """Which official report is written."""

    LEGAL_EDUCATION = "legal-education", _("Legal education report")


class Part(models.TextChoices):
    """What officers write themselves, in the order in which it is printed."""

    LEADERSHIP = "leadership", _("Leadership and direction")
    CONTENT = "content", _("Content of legal education")
    FORMS = "forms", _("Forms of legal education")
    REPORTERS = "reporters", _("Legal reporters and communicators")
    COORDINATION = "coordination", _("Coordination with other bodies")
    FUNDING = "funding", pgettext_lazy("part of a report", "Funding")
    MODELS = "models", _("New models and good practice")
    STRENGTHS = "strengths", _("Strengths")
    LIMITS = "limits", _("Shortcomings and limits")
    CAUSES = "causes", _("Causes")
    LESSONS = "lessons", _("Lessons")
    DIRECTION = "direction", _("Direction and tasks to come")
    PROPOSALS = "proposals", _("Proposals")


class ReportState(models.TextChoices):
    """How far the report of a unit for a period has come."""

    SEALED = "sealed", _("sealed")
    NOTHING = "nothing", _("nothing to report")
    DRAFT = "draft", _("being written")
    MISSING = "missing", _("not sent")


ARRIVED = (ReportState.SEALED, ReportState.NOTHING)
"""The states in which the unit above need not wait any more."""
