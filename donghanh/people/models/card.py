"""Member cards."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import Unit, User
from donghanh.people.card_codes import NUMBER_LENGTH, code_of, grouped
from donghanh.people.choices import CardEnding
from donghanh.people.models.worker import Worker
from donghanh.people.querysets import CardQuerySet


class Card(models.Model):
    """A card that says who somebody is at a door; its number is random, and it counts until it is annulled."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="cards")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("union that gives the card")
    )
    number = models.CharField(_("card number"), max_length=NUMBER_LENGTH, unique=True)
    issued_at = models.DateTimeField(_("issued at"))
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("annulled at"), null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ending = models.CharField(_("why it was annulled"), max_length=8, choices=CardEnding, blank=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("member card")
        verbose_name_plural = _("member cards")
        constraints = [
            models.UniqueConstraint(
                fields=["worker"], condition=Q(ended_at__isnull=True), name="one_live_card_for_a_person"
            ),
            models.CheckConstraint(
                name="an_annulled_card_says_who_and_why",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ending="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ending="")),
            ),
        ]

    def __str__(self) -> str:
        return grouped(self.number)

    @property
    def code(self) -> str:
        """Return what the square on the card holds."""
        return code_of(self.number)
