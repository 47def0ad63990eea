"""Workers, and what ties records and accounts to one person."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.core.fields import FoldedField, NameKeyField
from donghanh.core.sealed import SealedField
from donghanh.kernel.text import masked
from donghanh.org.models import User
from donghanh.people.choices import Gender
from donghanh.people.querysets import WorkerQuerySet


class Worker(models.Model):
    """A person, whoever he is; membership and employment are dated facts about him.

    The primary key is the dense id that cohorts are made of; it is never given to another person.
    """

    full_name = models.CharField(_("full name"), max_length=100)
    folded_name = FoldedField(max_length=100, follows=("full_name",))
    name_key = NameKeyField(max_length=300, follows=("full_name",))
    phone = SealedField(_("phone"), max_length=10, blank=True, domain="worker.phone")
    member_no = models.CharField(_("member number"), max_length=30, null=True, blank=True, unique=True)
    id_number = SealedField(_("personal id number"), max_length=12, blank=True, domain="worker.id_number")
    gender = models.CharField(_("gender"), max_length=1, choices=Gender, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_records"
    )
    erased_at = models.DateTimeField(_("made anonymous at"), null=True, editable=False)

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        constraints = [
            models.UniqueConstraint(
                fields=["phone", "folded_name"],
                condition=Q(is_provisional=True),
                name="one_provisional_person_for_a_phone_and_name",
            ),
            models.CheckConstraint(
                name="worker_is_not_merged_into_himself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(
                name="an_erased_record_identifies_nobody",
                condition=Q(erased_at__isnull=True)
                | Q(phone="", member_no__isnull=True, id_number="", gender="", birth_year__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["phone", "folded_name"], name="worker_by_phone_and_name"),
            models.Index(fields=["name_key", "id"], name="worker_by_given_name"),
            models.Index(fields=["id"], condition=Q(is_provisional=True), name="worker_provisional"),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="worker_merged_away"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def masked_phone(self) -> str:
        """Return the phone with all but the last two digits hidden."""
        return masked(self.phone)

    @property
    def masked_id_number(self) -> str:
        """Return the id number with all but the last two digits hidden."""
        return masked(self.id_number)


class Merge(models.Model):
    """Two records found to be one person; can be undone, and says who did what when."""

    kept = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="merges_kept")
    gone = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="merges_gone")
    merged_at = models.DateTimeField(_("merged at"))
    merged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(_("undone at"), null=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("merge of records")
        verbose_name_plural = _("merges of records")
        constraints = [
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at__isnull=True), name="a_record_is_merged_away_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"


class WorkerAccount(models.Model):
    """An account that an officer bound to the person it belongs to."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="worker_account")
    worker = models.OneToOneField(Worker, on_delete=models.PROTECT, related_name="account")
    bound_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    bound_at = models.DateTimeField(_("bound at"))

    class Meta:
        verbose_name = _("account of a worker")
        verbose_name_plural = _("accounts of workers")

    def __str__(self) -> str:
        return f"{self.user} = {self.worker}"
