"""Digital shelves beside bookcases: what stands on them, how often they are scanned, what readers miss."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from donghanh.guides.choices import BookFault, ShelfKind
from donghanh.guides.models.guide import Guide
from donghanh.guides.querysets import ShelfQuerySet
from donghanh.org.models import Unit

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Shelf(models.Model):
    """The page of one bookcase, opened by the code on it."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="shelves", verbose_name=_("unit"))
    kind = models.CharField(_("kind of place"), max_length=20, choices=ShelfKind)
    name = models.CharField(_("name"), max_length=120)
    place = models.CharField(_("where it stands"), max_length=200)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)

    objects = ShelfQuerySet.as_manager()
    items: "RelatedManager[ShelfItem]"
    reports: "RelatedManager[BookReport]"

    class Meta:
        verbose_name = _("shelf")
        verbose_name_plural = _("shelves")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class ShelfItem(models.Model):
    """A guide, a legal document or one of its articles, or a printed book, in its place on a shelf."""

    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(_("position"))
    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    document = models.CharField(_("number of the document"), max_length=60, blank=True)
    article = models.CharField(_("article"), max_length=20, blank=True)
    title = models.CharField(_("printed book"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("item of a shelf")
        verbose_name_plural = _("items of shelves")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="shelf_item_is_one_thing",
                condition=Q(guide__isnull=False, document="", title="")
                | (Q(guide=None, title="") & ~Q(document=""))
                | (Q(guide=None, document="") & ~Q(title="")),
            ),
            models.CheckConstraint(name="shelf_article_has_a_document", condition=Q(article="") | ~Q(document="")),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.document} {self.article}".strip() or str(self.guide)


class ShelfScans(models.Model):
    """How often the code on a bookcase was scanned on a day."""

    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, related_name="scans")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("scans of a shelf")
        verbose_name_plural = _("scans of shelves")
        constraints = [models.UniqueConstraint(fields=["shelf", "day"], name="one_count_of_a_shelf_a_day")]

    def __str__(self) -> str:
        return f"{self.shelf} {self.day}: {self.count}"


class BookReport(models.Model):
    """A reader says that something is missing, outdated or damaged; nobody asks who he is."""

    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, related_name="reports")
    fault = models.CharField(_("what is wrong"), max_length=10, choices=BookFault)
    words = models.CharField(_("which book or document"), max_length=300)
    made_at = models.DateTimeField(_("made at"))
    closed_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closing_note = models.CharField(_("what was done"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("report about a bookcase")
        verbose_name_plural = _("reports about bookcases")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="closed_report_says_what_was_done", condition=Q(closed_at=None) | ~Q(closing_note="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shelf}: {self.get_fault_display()}"
