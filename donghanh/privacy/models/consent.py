"""The ledger of consents: a line for each yes and each no, never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import User
from donghanh.people.models import Worker
from donghanh.privacy.choices import Method, Purpose


class Consent(models.Model):
    """A person agreed to a purpose, or took it back; the latest line of a purpose holds.

    Which text he saw is said by its version and language; the texts themselves are dated data.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=16, choices=Purpose)
    is_given = models.BooleanField(_("agreed"))
    version = models.PositiveSmallIntegerField(_("version of the text"))
    language = models.CharField(_("language of the text"), max_length=10)
    method = models.CharField(_("way"), max_length=8, choices=Method)
    evidence = models.CharField(_("where the paper is kept"), max_length=200, blank=True)
    at = models.DateTimeField(_("time"))
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["worker", "purpose", "-at", "-id"], name="consent_by_person")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}: {self.is_given}"
