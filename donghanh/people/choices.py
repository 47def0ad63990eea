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
