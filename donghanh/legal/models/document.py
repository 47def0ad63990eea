"""Legal documents, what they do to each other, and the texts of them that were brought in."""

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.legal.choices import DocumentKind, EditionKind, EditionState, RelationKind, Verification
from donghanh.legal.models.topic import Topic
from donghanh.legal.querysets import LegalDocumentQuerySet

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from donghanh.legal.models.article import Article


class LegalDocument(models.Model):
    """A code, law, decree or other document, known by its number; its words are in its editions."""

    number = models.CharField(_("number"), max_length=60, unique=True)
    slug = models.CharField(_("name in addresses"), max_length=60, unique=True)
    """The number in plain letters: “145-2020-ND-CP”."""
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    title = models.CharField(_("title"), max_length=500)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    in_force_on = models.DateField(_("in force from"), null=True, blank=True)
    expired_on = models.DateField(_("no longer in force from"), null=True, blank=True)
    """The first day on which it is no longer law."""
    aliases = models.JSONField(_("short names"), default=list, blank=True)
    topics = models.ManyToManyField(Topic, blank=True, related_name="documents", verbose_name=_("topics"))
    verification = models.CharField(_("verification"), max_length=12, choices=Verification, default=Verification.DRAFT)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LegalDocumentQuerySet.as_manager()
    editions: "RelatedManager[Edition]"
    articles: "RelatedManager[Article]"

    class Meta:
        verbose_name = _("legal document")
        verbose_name_plural = _("legal documents")
        ordering = ["-issued_on", "number"]
        constraints = [
            models.CheckConstraint(
                name="document_is_in_force_before_it_expires",
                condition=Q(expired_on=None) | Q(in_force_on=None) | Q(in_force_on__lte=F("expired_on")),
            ),
            models.CheckConstraint(
                name="document_is_verified_by_somebody",
                condition=~Q(verification=Verification.VERIFIED)
                | (Q(checked_on__isnull=False) & Q(checked_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"

    def is_in_force(self, day: date) -> bool | None:
        """Tell whether it is law on a day; None when its dates are not known."""
        if self.in_force_on is None:
            return None
        return self.in_force_on <= day and (self.expired_on is None or day < self.expired_on)


class Relation(models.Model):
    """What one document does to another or to one of its articles, from a day."""

    document = models.ForeignKey(LegalDocument, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("kind"), max_length=20, choices=RelationKind)
    number = models.CharField(_("number of the other document"), max_length=60)
    """Kept as written: the other document may not be in the library."""
    other = models.ForeignKey(
        LegalDocument, on_delete=models.SET_NULL, null=True, blank=True, related_name="relations_of_others"
    )
    article = models.CharField(_("article"), max_length=20, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("relation of documents")
        verbose_name_plural = _("relations of documents")
        constraints = [
            models.UniqueConstraint(fields=["document", "kind", "number", "article"], name="one_relation_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.document.number} {self.get_kind_display()} {self.number} {self.article}".strip()


class Edition(models.Model):
    """One text of a document as it was brought in: from where, how whole, and what the reading of it found."""

    document = models.ForeignKey(LegalDocument, on_delete=models.CASCADE, related_name="editions")
    kind = models.CharField(_("kind"), max_length=20, choices=EditionKind)
    name = models.CharField(_("name"), max_length=120, blank=True)
    """The number of a consolidation, such as “19/VBHN-VPQH”."""
    applies_from = models.DateField(_("tells the law from"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=EditionState, default=EditionState.WAITING)
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(_("hash of the file"), max_length=64)
    read_on = models.DateField(_("brought in on"))
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    findings = models.JSONField(_("findings"), default=list, blank=True)
    """What the reading found: a list of {"code", "place", "says"}; see legal.structure."""
    is_whole = models.BooleanField(_("whole"), default=True)
    verification = models.CharField(_("verification"), max_length=12, choices=Verification, default=Verification.DRAFT)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    articles: "RelatedManager[Article]"

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")
        constraints = [
            models.UniqueConstraint(fields=["document", "sha256"], name="one_text_is_brought_in_once"),
            models.CheckConstraint(
                name="edition_is_verified_by_somebody",
                condition=~Q(verification=Verification.VERIFIED)
                | (Q(checked_on__isnull=False) & Q(checked_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document.number} ({self.name or self.get_kind_display()})"
