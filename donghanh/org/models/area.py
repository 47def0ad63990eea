"""The administrative map, one edition for each time the country was divided anew."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.core.fields import FoldedField
from donghanh.org.choices import AreaKind


class AreaEdition(models.Model):
    """A division of the country, valid from a day until the next one."""

    starts_on = models.DateField(_("from"), unique=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        verbose_name = _("edition of the map")
        verbose_name_plural = _("editions of the map")

    def __str__(self) -> str:
        return f"{self.starts_on:%d/%m/%Y}"


class Area(models.Model):
    """A province, commune, ward or special zone of one edition, with its statistics code."""

    edition = models.ForeignKey(AreaEdition, on_delete=models.PROTECT, related_name="areas")
    code = models.CharField(_("statistics code"), max_length=5)
    name = models.CharField(_("name"), max_length=100)
    folded_name = FoldedField(max_length=100, follows=("name",))
    kind = models.CharField(_("kind"), max_length=16, choices=AreaKind)
    province = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="communes")

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="area_code_is_unique_in_its_edition"),
        ]
        indexes = [models.Index(fields=["folded_name"], name="area_by_name")]

    def __str__(self) -> str:
        return self.name
