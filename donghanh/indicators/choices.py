"""The words of indicators and figures."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.gatherings.choices import Audience, SessionForm


class Line(models.TextChoices):
    """The lines of the report; an indicator without a line stands in the annex."""

    PB01 = "PB01", _("Legal education sessions")
    PB02 = "PB02", _("Attendances")
    PB03 = "PB03", _("Distinct people")
    PB04 = "PB04", _("Sessions within other events")
    PB05 = "PB05", _("Legal-knowledge contests")
    PB06 = "PB06", _("Printed materials")
    PB07 = "PB07", _("News and articles")
    PB08 = "PB08", _("Social networks")
    PB09 = "PB09", _("Legal bookcases")
    PB10 = "PB10", _("Questions and consultation")
    PB11 = "PB11", _("Dialogues and petitions")
    PB12 = "PB12", _("Legal reporters")
    PB13 = "PB13", _("Plans and guidance")
    PB14 = "PB14", _("Funding")
    PB15 = "PB15", _("Models and places")
    PB16 = "PB16", _("Inspection and supervision")
    PB17 = "PB17", _("Representation in disputes")
    PB18 = "PB18", _("Action on late payers")
    __empty__ = _("Figures of the organisation")


class FigureKind(models.TextChoices):
    """What a figure says about its period."""

    FLOW = "flow", _("happened in the period")
    STOCK = "stock", _("stood at the end of the period")
    TARGET = "target", _("promised for the end of the period")
    CHANGE = "change", _("change against the year before")


class Qualifier(models.TextChoices):
    """How exact a figure claims to be."""

    EXACT = "exact", _("exactly")
    OVER = "over", _("over")
    NEARLY = "nearly", _("nearly")


class Origin(models.TextChoices):
    """Where a figure comes from."""

    DECLARED = "declared", _("declared by the unit")
    PUBLISHED = "published", _("published")


class DeclaredGrade(models.TextChoices):
    """Evidence of a declared figure; a published one has none."""

    C = "C", _("C: with a document or photo")
    D = "D", _("D: declared number")


class PlaceKind(models.TextChoices):
    """Where a legal bookcase stands."""

    DORMITORY = "dormitory", _("workers' dormitory")
    RELAXATION_CORNER = "relaxation_corner", _("relaxation corner")
    ENTERPRISE = "enterprise", _("enterprise")
    CULTURAL_CENTRE = "cultural_centre", _("workers' cultural point")
    OTHER = "other", _("another place")


class UnitType(models.TextChoices):
    """What kind of grassroots union a figure is about."""

    ENTERPRISE = "enterprise", _("unions in enterprises")
    PUBLIC_SECTOR = "public_sector", _("unions in agencies and public service units")


CUTS: Mapping[str, type[models.TextChoices]] = {
    "audience": Audience,
    "form": SessionForm,
    "place_kind": PlaceKind,
    "unit_type": UnitType,
}
"""By what a figure may be cut into parts, and into which."""
