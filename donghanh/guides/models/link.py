"""Short links that lead to a guide: how often they were opened, and nothing about who did."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.guides.models.guide import Guide
from donghanh.org.models import Unit


class ShareLink(models.Model):
    """An address that a unit spreads, for example in a Zalo group."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="links")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="guide_links")
    place = models.CharField(_("where it is spread"), max_length=80)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("link to a guide")
        verbose_name_plural = _("links to guides")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.code


class LinkOpens(models.Model):
    """How often a link was opened on a day."""

    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="opens")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("opens of a link")
        verbose_name_plural = _("opens of links")
        constraints = [models.UniqueConstraint(fields=["link", "day"], name="one_count_of_a_link_a_day")]

    def __str__(self) -> str:
        return f"{self.link} {self.day}: {self.count}"
