"""The words about guides, shelves and what makes them stale."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Origin(models.TextChoices):
    """Who wrote a guide."""

    SHIPPED = "shipped", _("comes with the site")
    OWN = "own", _("written here")


class VersionState(models.TextChoices):
    """Whether readers are given a version of a guide."""

    WAITING = "waiting", _("waits for an officer")
    IN_USE = "in_use", pgettext_lazy("version", "in use")
    PAST = "past", _("no longer used")


class StaleReason(models.TextChoices):
    """Why something that stands on the law may no longer be right."""

    CHANGED = "changed", _("the words of the article changed")
    REPEALED = "repealed", _("the article no longer applies")
    ENDED = "ended", _("the document is no longer in force")
    REVIEW_DUE = "review_due", _("the day of review has passed")


class Settlement(models.TextChoices):
    """What came of looking at something stale."""

    STILL_RIGHT = "still_right", _("still right")
    EDITED = "edited", _("written anew")
    WENT_AWAY = "went_away", _("the reason is gone")


class ShelfKind(models.TextChoices):
    """Where a bookcase stands."""

    ENTERPRISE = "enterprise", _("in an enterprise")
    DORMITORY = "dormitory", _("in a dormitory")
    RELAXATION_CORNER = "relaxation_corner", _("in a relaxation corner")
    CULTURAL_CENTRE = "cultural_centre", _("at a workers' cultural point")
    OTHER = "other", _("elsewhere")


class BookFault(models.TextChoices):
    """What a reader says is wrong with a bookcase."""

    MISSING = "missing", _("a book or document is missing")
    OUTDATED = "outdated", _("a book or document is outdated")
    DAMAGED = "damaged", _("a book or document is damaged")


class LeafletSize(models.TextChoices):
    """On which paper a leaflet is printed."""

    A5 = "a5", "A5"
    A4 = "a4", "A4"
