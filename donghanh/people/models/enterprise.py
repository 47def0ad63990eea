"""Enterprises, which people work for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.core.fields import FoldedField
from donghanh.org.models import Area, Unit
from donghanh.people.choices import Ownership
from donghanh.people.querysets import EnterpriseQuerySet


class Enterprise(models.Model):
    """An employer, known by its tax code and its social-insurance code."""

    name = models.CharField(_("name"), max_length=200)
    folded_name = FoldedField(max_length=200, follows=("name",))
    tax_code = models.CharField(_("tax code"), max_length=14, null=True, blank=True, unique=True)
    insurance_code = models.CharField(_("social-insurance code"), max_length=20, null=True, blank=True)
    sector = models.CharField(_("sector"), max_length=100, blank=True)
    ownership = models.CharField(_("ownership"), max_length=16, choices=Ownership, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("area"))
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="enterprises",
        verbose_name=_("union that keeps the record"),
    )

    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        indexes = [
            models.Index(fields=["folded_name"], name="enterprise_by_name"),
            models.Index(fields=["insurance_code"], name="enterprise_by_insurance_code"),
        ]

    def __str__(self) -> str:
        return self.name
