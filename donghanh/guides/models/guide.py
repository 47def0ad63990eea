"""Guides and their versions: what is written stays, only which version readers are given changes."""

from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.guides.choices import Origin, VersionState
from donghanh.guides.content_format import Content
from donghanh.guides.querysets import GuideQuerySet
from donghanh.legal.choices import Verification
from donghanh.org.models import Unit

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Guide(models.Model):
    """What a worker is told about one question, under one address."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="guides")
    """The unit in whose name it was written; none for those that come with the site."""
    changed_at = models.DateTimeField(_("changed at"))
    """When what readers are told last changed; processes keep guides in memory until this moves."""
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)

    objects = GuideQuerySet.as_manager()
    versions: "RelatedManager[GuideVersion]"

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                name="shipped_guide_belongs_to_no_unit", condition=~Q(origin=Origin.SHIPPED) | Q(unit=None)
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class GuideVersion(models.Model):
    """The words of a guide as somebody wrote them, and who stands behind them."""

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=10, choices=VersionState)
    content = models.JSONField(_("content"))
    digest = models.CharField(_("hash of the content"), max_length=64)
    is_shipped = models.BooleanField(_("comes with the site"), default=False)
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    made_at = models.DateTimeField(_("written at"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    compared_on = models.DateField(_("compared with the texts on"))
    review_by = models.DateField(_("to be reviewed by"))
    verification = models.CharField(_("verification"), max_length=12, choices=Verification, default=Verification.DRAFT)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("version of a guide")
        verbose_name_plural = _("versions of guides")
        ordering = ["guide", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["guide", "number"], name="one_guide_version_of_a_number"),
            models.UniqueConstraint(
                fields=["guide"], condition=Q(state=VersionState.IN_USE), name="one_guide_version_in_use"
            ),
            models.CheckConstraint(
                name="guide_is_verified_by_somebody_else",
                condition=~Q(verification=Verification.VERIFIED)
                | (Q(checked_on__isnull=False, checked_by__isnull=False) & ~Q(checked_by=F("made_by"))),
            ),
            models.CheckConstraint(
                name="guide_is_reviewed_after_it_was_compared", condition=Q(compared_on__lt=F("review_by"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guide.slug} {self.number}"

    @cached_property
    def written(self) -> Content:
        """Return the content as the format reads it."""
        return Content.model_validate(self.content)

    @property
    def is_verified(self) -> bool:
        """Tell whether an officer other than the writer stands behind it."""
        return self.verification == Verification.VERIFIED
