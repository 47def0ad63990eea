"""What the person concerned asks for, and the clocks that the law sets for the answer."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.privacy.choices import Outcome, RequestKind
from donghanh.privacy.querysets import DataRequestQuerySet


class DataRequest(models.Model):
    """A person asks for something about his data; the unit that keeps his record answers in time.

    The due times are those of the rules on the day it came in; a later rule does not move them.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="data_requests")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="data_requests", verbose_name=_("unit"))
    kind = models.CharField(_("request"), max_length=12, choices=RequestKind)
    words = models.TextField(_("in the person's words"), blank=True)
    evidence = models.CharField(_("where the paper is kept"), max_length=200, blank=True)
    is_by_person = models.BooleanField(_("made by the person"))
    received_at = models.DateTimeField(_("received at"))
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    acknowledge_by = models.DateTimeField(_("to be acknowledged by"))
    due_at = models.DateTimeField(_("to be answered by"))
    acknowledged_at = models.DateTimeField(_("acknowledged at"), null=True)
    acknowledged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    extended_at = models.DateTimeField(_("extended at"), null=True)
    extended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    extend_reason = models.CharField(_("reason for more time"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    answer = models.TextField(_("answer"), blank=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        constraints = [
            models.CheckConstraint(
                name="a_request_is_answered_with_an_outcome",
                condition=Q(answered_at__isnull=True, outcome="") | (Q(answered_at__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="a_request_is_answered_after_it_came",
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("received_at")),
            ),
            models.UniqueConstraint(
                fields=["worker", "kind"], condition=Q(answered_at__isnull=True), name="one_open_request_of_a_kind"
            ),
        ]
        indexes = [models.Index(fields=["unit", "due_at", "id"], name="request_by_unit_and_due")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.pk})"

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for an answer."""
        return self.answered_at is None
