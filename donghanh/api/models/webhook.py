"""Webhooks: addresses that are told what happened at a unit."""

from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from donghanh.api.choices import Event
from donghanh.api.querysets import WebhookQuerySet
from donghanh.org.models import Unit, User

SALT_LENGTH = 40


def new_salt() -> str:
    """Make the random part of a webhook's secret."""
    return get_random_string(SALT_LENGTH)


class Webhook(models.Model):
    """Where to tell what happened, of which unit, about what, and how far the telling has come.

    ``told_seal`` and ``told_id`` name the last entry of the trail that was told. The secret is not kept:
    it is made of the salt and the signing key of the site.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    url = models.URLField(_("address"), max_length=500)
    events = models.JSONField(_("tells of"), default=list)
    made_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made at"))
    salt = models.CharField(max_length=SALT_LENGTH, default=new_salt, editable=False)
    previous_salt = models.CharField(max_length=SALT_LENGTH, blank=True, editable=False)
    rotated_at = models.DateTimeField(_("secret renewed at"), null=True, editable=False)
    told_seal = models.BigIntegerField(editable=False)
    told_id = models.UUIDField(null=True, editable=False)
    told_at = models.DateTimeField(_("last told at"), null=True, editable=False)
    failure_count = models.PositiveSmallIntegerField(_("failures in a row"), default=0, editable=False)
    failure = models.CharField(_("last failure"), max_length=200, blank=True, editable=False)
    next_try_at = models.DateTimeField(_("next try at"), null=True, editable=False)
    stopped_at = models.DateTimeField(_("stopped at"), null=True, editable=False)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(stopped_at__isnull=True), name="webhook_by_next_try"),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def event_words(self) -> list[str]:
        """Return what it tells of, in words."""
        return [str(Event(event).label) for event in self.events if event in Event.values]
