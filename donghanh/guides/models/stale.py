"""What may no longer be right since the law moved: of guides, and of whatever other rooms let watch."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from donghanh.guides.choices import Settlement, StaleReason


class Comparison(models.Model):
    """The wording of an article that something was compared with: its hash stays, whatever the library holds later."""

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=80)
    document = models.CharField(_("document"), max_length=60)
    article = models.CharField(_("article"), max_length=20)
    sha256 = models.CharField(_("hash of the words"), max_length=64)
    compared_on = models.DateField(_("compared on"))

    class Meta:
        verbose_name = _("comparison with an article")
        verbose_name_plural = _("comparisons with articles")
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "document", "article"], name="one_comparison_of_a_citation"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.article} {self.document}"


class StaleMark(models.Model):
    """Something stands on law that moved, or was not looked at in time; open until an officer settles it."""

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=80)
    reason = models.CharField(_("reason"), max_length=12, choices=StaleReason)
    document = models.CharField(_("document"), max_length=60, blank=True)
    article = models.CharField(_("article"), max_length=20, blank=True)
    old_sha256 = models.CharField(_("hash of the words compared with"), max_length=64, blank=True)
    new_sha256 = models.CharField(_("hash of the words now"), max_length=64, blank=True)
    since = models.DateField(_("since"))
    found_at = models.DateTimeField(_("found at"))
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settlement = models.CharField(_("what came of it"), max_length=12, choices=Settlement, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("sign of stale law")
        verbose_name_plural = _("signs of stale law")
        ordering = ["found_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "reason", "document", "article"],
                condition=Q(settled_at=None),
                name="one_open_mark_of_a_reason",
            ),
            models.CheckConstraint(
                name="settled_mark_says_how", condition=Q(settled_at=None, settlement="") | Q(settled_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["kind", "key"], name="stale_mark_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.reason}"
