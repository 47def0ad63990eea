"""The words of the doors for programs: what a token may do, and what a webhook tells."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """What a token may be used for, never more than its holder may do himself."""

    READ_OWN = "read:own", _("read what is held about oneself")
    READ_UNITS = "read:units", _("read units")
    READ_ENTERPRISES = "read:enterprises", _("read enterprises")
    READ_WORKERS = "read:workers", _("read names of workers")
    READ_SESSIONS = "read:sessions", _("read sessions")
    WRITE_SESSIONS = "write:sessions", _("plan and change sessions")
    READ_PRESENCE = "read:presence", _("read who was present")
    WRITE_PRESENCE = "write:presence", _("record and annul presence")
    READ_REACH = "read:reach", _("read reach figures")
    READ_FIGURES = "read:figures", _("read declared figures")
    WRITE_FIGURES = "write:figures", _("declare and correct figures")
    READ_REPORTS = "read:reports", _("read reports")
    READ_IMPORTS = "read:imports", _("read imports")
    WRITE_IMPORTS = "write:imports", _("import lists")


class Event(models.TextChoices):
    """What a webhook may tell of."""

    SESSIONS = "sessions", _("sessions planned, changed, cancelled")
    PRESENCE = "attendances", _("presence and numbers recorded or annulled")
    FIGURES = "figures", _("figures declared, corrected, withdrawn")
    REPORTS = "reports", _("reports sealed")
    IMPORTS = "imports", _("imports confirmed, stopped, taken back")
    ENTERPRISES = "enterprises", _("enterprises put on record or corrected")
