"""Articles: each row is one wording of one article, with the days on which it stood."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.legal.models.document import Edition, LegalDocument
from donghanh.legal.querysets import ArticleQuerySet


class Article(models.Model):
    """One wording of an article, from the day it began to apply to the last day it did."""

    document = models.ForeignKey(LegalDocument, on_delete=models.CASCADE, related_name="articles")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="articles")
    number = models.CharField(_("article"), max_length=20)
    """As written: “36”, “12a”."""
    position = models.PositiveIntegerField(_("position"))
    heading = models.CharField(_("heading"), max_length=500, blank=True)
    path = models.JSONField(_("where it stands"), default=list, blank=True)
    """The parts above it: a list of {"kind": "part" | "chapter" | "section" | "subsection", "number", "title"}."""
    text = models.TextField(_("text"))
    """All words below the heading, one paragraph a line."""
    clauses = models.JSONField(_("clauses"), default=list, blank=True)
    """The same words as a tree: [{"number", "text", "points": [{"number", "text"}], "tail"}]; number "" is a lead."""
    notes = models.JSONField(_("footnotes"), default=list, blank=True)
    """What footnotes say: [{"mark", "text", "number", "starts_on"}], with the amending document and its day."""
    applies_from = models.DateField(_("applies from"), null=True, blank=True)
    applies_to = models.DateField(_("applies to"), null=True, blank=True)
    """The last day of this wording."""
    is_repealed = models.BooleanField(_("repealed"), default=False)
    is_given = models.BooleanField(_("given to readers"), default=True)
    """False where another text tells the same days: kept, for when that one is withdrawn."""
    sha256 = models.CharField(_("hash of the words"), max_length=64)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["document", "position", "applies_from"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number", "applies_from"], name="one_wording_from_a_day"),
            models.CheckConstraint(
                name="article_applies_from_before_to",
                condition=Q(applies_to=None) | Q(applies_from=None) | Q(applies_from__lte=F("applies_to")),
            ),
        ]
        indexes = [models.Index(fields=["document", "number", "applies_from"], name="wording_of_an_article")]

    def __str__(self) -> str:
        return f"Điều {self.number} {self.document.number}"


class Citation(models.Model):
    """An article names another: found in the text when it was brought in."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="citations")
    number = models.CharField(_("document"), max_length=60)
    to_article = models.CharField(_("article"), max_length=20, blank=True)
    clause = models.CharField(_("clause"), max_length=20, blank=True)
    point = models.CharField(_("point"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        indexes = [models.Index(fields=["number", "to_article"], name="who_cites_an_article")]

    def __str__(self) -> str:
        return f"{self.article} → {self.number} {self.to_article}"
