"""The words of sessions and presence."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SessionForm(models.TextChoices):
    """How people come together; “integrated” is a legal part within another event."""

    DIRECT = "direct", _("direct")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("direct and online")
    MOBILE = "mobile", _("mobile")
    INTEGRATED = "integrated", _("integrated into another event")


class Audience(models.TextChoices):
    """What somebody is present as; a property of his presence, not of the person."""

    WORKER = "worker", _("workers")
    MEMBER = "member", _("union members")
    OFFICIAL = "official", _("officials")
    EMPLOYER = "employer", _("employers")
    BENEFICIARY = "beneficiary", _("insurance beneficiaries")


class Source(models.TextChoices):
    """How a presence came to be recorded."""

    SCAN = "scan", _("scanned by an officer")
    SELF_ACCOUNT = "self_account", _("checked in with an account bound to the person")
    SELF_PHONE = "self_phone", _("checked in with phone and name")
    TYPED = "typed", _("typed into the name list")
    LIST = "list", _("uploaded list")
    HISTORY = "history", _("imported history")


class EvidenceKind(models.TextChoices):
    """What stands behind a number without names."""

    PHOTO = "photo", _("photo")
    SIGN_SHEET = "sign_sheet", _("signed sheet")
    MINUTES = "minutes", _("minutes")


class GradeChoice(models.TextChoices):
    """Evidence grades as stored; kernel.evidence.Grade says what they mean."""

    A = "A", _("A: scanned, identity confirmed")
    B = "B", _("B: named list")
    C = "C", _("C: signed sheet or photo, number only")
    D = "D", _("D: declared number")


class SessionState(models.TextChoices):
    """Where a session stands on its way."""

    PLANNED = "planned", _("planned")
    OPEN = "open", _("taking presence")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")
