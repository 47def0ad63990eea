"""The words of privacy."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Purpose(models.TextChoices):
    """What somebody may agree to; each has its text in consents.csv, and code that reads it."""

    CONTACT = "contact", _("phone and messages about sessions and union care")


class Method(models.TextChoices):
    """How somebody said yes or no."""

    CLICK = "click", _("pressed the button under the text")
    PAPER = "paper", _("signed on paper, entered by an officer")


class RequestKind(models.TextChoices):
    """What the person concerned may ask for."""

    ACCESS = "access", _("see what is held")
    CORRECTION = "correction", _("correct what is wrong")
    ERASURE = "erasure", _("erase the data")
    RESTRICTION = "restriction", _("stop using the data for a while")
    OBJECTION = "objection", _("object to a use of the data")
    WITHDRAWAL = "withdrawal", _("take back a consent")


class Outcome(models.TextChoices):
    """How a request ended."""

    DONE = "done", pgettext_lazy("request", "done")
    REFUSED = "refused", pgettext_lazy("request", "refused, with the reason")
    TAKEN_BACK = "taken_back", pgettext_lazy("request", "taken back by the person")


class ErasureCause(models.TextChoices):
    """Why a person's data went."""

    REQUEST = "request", _("the person asked for it")
    LEAVER = "leaver", _("left work and union long ago")
    PROVISIONAL = "provisional", _("never confirmed by an officer")
    REPLAY = "replay", _("erased again after a restored backup")


class BreachStep(models.TextChoices):
    """What was done about a breach; each is a line of its timeline."""

    FOUND = "found", _("found")
    MEASURE = "measure", _("measure taken")
    AUTHORITY = "authority", _("authority notified")
    PEOPLE = "people", _("people told")
    CLOSED = "closed", _("closed")
    NOTE = "note", _("note")


DESK_THINGS = ("data_requests", "breaches", "data_map", "retention")
"""What the matrix calls the things behind the desk for personal data; who reads none of them has no desk."""
