"""Levels and rates that officers changed; those that nobody changed come with the product (see ``dated``)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from donghanh.calculators.choices import ChangeState
from donghanh.calculators.querysets import RateChangeQuerySet
from donghanh.calculators.rate_names import rate_name
from donghanh.calculators.units import UNITS
from donghanh.calculators.values import Basis, Value
from donghanh.legal.choices import Certainty


def _units() -> list[tuple[str, str]]:
    return [(code, words.vi) for code, words in UNITS.items()]


class RateChange(models.Model):
    """A level or rate from a day, proposed by one officer; it counts when another has approved it.

    It takes the place of the row with the same code, key and first day, shipped or changed before.
    """

    code = models.CharField(_("code"), max_length=60)
    key = models.CharField(_("key"), max_length=60, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=18, decimal_places=4)
    unit = models.CharField(_("unit of measure"), max_length=20, choices=_units)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    document = models.CharField(_("document"), max_length=60)
    article = models.CharField(_("article"), max_length=20)
    clause = models.CharField(_("clause"), max_length=20, blank=True)
    certainty = models.CharField(_("how sure"), max_length=1, choices=Certainty)
    source = models.CharField(_("where it was read"), max_length=300)
    before = models.JSONField(_("value before"), null=True, blank=True)
    """What it replaces, as readers were told it; None when there was nothing."""
    state = models.CharField(_("state"), max_length=12, choices=ChangeState, default=ChangeState.WAITING)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    """Why it was refused."""

    objects = RateChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a level")
        verbose_name_plural = _("changes of levels")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="rate_starts_before_it_ends",
                condition=Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="rate_counts_only_with_two_people",
                condition=~Q(state__in=[ChangeState.APPROVED, ChangeState.SUPERSEDED, ChangeState.REFUSED])
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("proposed_by"))),
            ),
            models.UniqueConstraint(
                name="one_rate_in_use_from_a_day",
                fields=["code", "key", "starts_on"],
                condition=Q(state=ChangeState.APPROVED),
            ),
            models.UniqueConstraint(
                name="one_rate_waits_from_a_day",
                fields=["code", "key", "starts_on"],
                condition=Q(state=ChangeState.WAITING),
            ),
        ]

    def __str__(self) -> str:
        return rate_name(self.code, self.key).vi

    def as_value(self) -> Value:
        """Return the level as calculators look it up; compared on the day the second officer approved it."""
        return Value(
            code=self.code,
            key=self.key,
            amount=self.amount,
            unit=self.unit,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            basis=Basis(self.document, self.article, self.clause),
            certainty=self.certainty,
            source=self.source,
            checked_on=localdate(self.decided_at) if self.decided_at else None,
        )
