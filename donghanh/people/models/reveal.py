"""What hides and is shown for a time, for a reason, to one reader: numbers of a person, names of a unit."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import Unit, User
from donghanh.people.choices import RevealReason, RevealState
from donghanh.people.models.worker import Worker
from donghanh.people.querysets import NameRevealQuerySet, NumberRevealQuerySet

LONGEST_WORDS = 200


class NumberReveal(models.Model):
    """An officer reads the phone and id of one of his own people for some minutes."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="number_reveals")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("reader"))
    reason = models.CharField(_("reason"), max_length=10, choices=RevealReason)
    words = models.CharField(_("reason in words"), max_length=LONGEST_WORDS)
    opened_at = models.DateTimeField(_("opened at"))
    expires_at = models.DateTimeField(_("good until"))

    objects = NumberRevealQuerySet.as_manager()

    class Meta:
        verbose_name = _("reveal of numbers")
        verbose_name_plural = _("reveals of numbers")
        constraints = [models.CheckConstraint(name="reveal_lasts", condition=Q(expires_at__gt=F("opened_at")))]
        indexes = [models.Index(fields=["unit", "opened_at"], name="number_reveal_by_unit")]

    def __str__(self) -> str:
        return f"{self.reader}: {self.worker}"


class NameReveal(models.Model):
    """Somebody further above reads the names of a unit's people for some days, once that unit has said yes."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="name_reveals", verbose_name=_("unit"))
    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("reader"))
    reason = models.CharField(_("reason"), max_length=10, choices=RevealReason)
    words = models.CharField(_("reason in words"), max_length=LONGEST_WORDS)
    asked_at = models.DateTimeField(_("asked at"))
    expires_at = models.DateTimeField(_("good until"))
    """Until when it may be answered; once granted, until when the names can be read."""
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    granted_at = models.DateTimeField(_("granted at"), null=True)
    refused_at = models.DateTimeField(_("refused at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = NameRevealQuerySet.as_manager()

    class Meta:
        verbose_name = _("reveal of names")
        verbose_name_plural = _("reveals of names")
        constraints = [
            models.CheckConstraint(
                name="names_are_granted_by_another_person",
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("reader")),
            ),
            models.CheckConstraint(
                name="names_are_granted_or_refused_by_somebody",
                condition=Q(answered_by__isnull=True, granted_at__isnull=True, refused_at__isnull=True)
                | Q(answered_by__isnull=False, granted_at__isnull=False, refused_at__isnull=True)
                | Q(answered_by__isnull=False, granted_at__isnull=True, refused_at__isnull=False),
            ),
            models.CheckConstraint(
                name="names_are_ended_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reader}: {self.unit}"

    def state_at(self, at: datetime) -> RevealState:
        """Return how far the request has come."""
        if self.ended_at:
            return RevealState.ENDED
        if self.refused_at:
            return RevealState.REFUSED
        if self.expires_at <= at:
            return RevealState.EXPIRED
        return RevealState.RUNNING if self.granted_at else RevealState.WAITING
