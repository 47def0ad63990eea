"""The words about people and enterprises."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Gender(models.TextChoices):
    """As on the person's papers; empty when not known."""

    FEMALE = "f", _("female")
    MALE = "m", _("male")


class Ownership(models.TextChoices):
    """Who owns an enterprise."""

    STATE = "state", pgettext_lazy("ownership", "state")
    PRIVATE = "private", _("private, domestic")
    FOREIGN = "foreign", _("foreign-invested")
    PUBLIC_SERVICE = "public_service", _("public service unit")
    COOPERATIVE = "cooperative", _("cooperative")
    HOUSEHOLD = "household", _("household business")


class CardEnding(models.TextChoices):
    """Why a card no longer counts."""

    LOST = "lost", _("lost")
    RENEWED = "renewed", _("replaced by a new one")
    HANDED_IN = "handed", _("handed in")


class RevealReason(models.TextChoices):
    """Why something hidden is shown."""

    CALL = "call", _("to reach the person")
    PAPERS = "papers", _("papers or a benefit that need it")
    DOUBLE = "double", _("to tell two records apart")
    CASE = "case", _("a case or complaint of the person")
    CHECK = "check", _("checking a report or a list")
    OTHER = "other", _("another reason")


class RevealState(models.TextChoices):
    """How far a request for names has come."""

    WAITING = "waiting", _("waits for the unit")
    RUNNING = "running", _("granted")
    REFUSED = "refused", _("refused")
    ENDED = "ended", _("ended")
    EXPIRED = "expired", _("run out")
