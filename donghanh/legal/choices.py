"""The words about legal documents: what they are, how they touch each other, how sure a statement is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DocumentKind(models.TextChoices):
    """What sort of legal document it is, from the strongest to the weakest."""

    CONSTITUTION = "constitution", _("Constitution")
    CODE = "code", pgettext_lazy("document", "Code")
    LAW = "law", _("Law")
    ORDINANCE = "ordinance", _("Ordinance")
    RESOLUTION = "resolution", _("Resolution")
    DECREE = "decree", _("Decree")
    DECISION = "decision", _("Decision")
    CIRCULAR = "circular", _("Circular")
    GUIDANCE = "guidance", _("Guidance")
    OTHER = "other", _("Other document")


class Verification(models.TextChoices):
    """How far a person stands behind a text or a statement; only a signed-in officer makes it ``verified``."""

    DRAFT = "draft", _("not yet verified")
    VERIFIED = "verified", _("verified")
    SUPERSEDED = "superseded", _("replaced")


class Certainty(models.TextChoices):
    """How a statement about the law was found; all but A are shown as to be verified."""

    TEXT = "A", _("the legal text was read")
    SOURCES = "B", _("several independent sources agree")
    SOURCE = "C", _("one source")
    UNVERIFIED = "M", _("not verified")

    @property
    def is_sure(self) -> bool:
        """Tell whether the statement may be shown without “to be verified”."""
        return self is Certainty.TEXT


class EditionKind(models.TextChoices):
    """What a stored text of a document holds."""

    ORIGINAL = "original", _("as issued")
    CONSOLIDATED = "consolidated", _("consolidated")
    CODIFIED = "codified", _("rebuilt from the codification")


class EditionState(models.TextChoices):
    """Whether readers are given an imported text."""

    WAITING = "waiting", _("waiting for a person")
    IN_USE = "in_use", _("in use")
    WITHDRAWN = "withdrawn", _("withdrawn")


class RelationKind(models.TextChoices):
    """What one document does to another."""

    AMENDS = "amends", _("amends")
    REPLACES = "replaces", _("replaces")
    REPEALS = "repeals", _("repeals")
    GUIDES = "guides", _("guides")
    CONSOLIDATES = "consolidates", _("consolidates")
