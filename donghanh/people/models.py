"""Workers, where they work, and the enterprises they work for."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.core.fields import FoldedField, NameKeyField
from donghanh.kernel.text import masked
from donghanh.org.models import Area, Unit, User
from donghanh.org.querysets import FOREVER
from donghanh.people.choices import Gender, Ownership
from donghanh.people.querysets import EmploymentQuerySet, EnterpriseQuerySet, WorkerQuerySet


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


class Worker(models.Model):
    """A person, whoever he is; membership and employment are dated facts about him.

    The primary key is the dense id that cohorts are made of; it is never given to another person.
    """

    full_name = models.CharField(_("full name"), max_length=100)
    folded_name = FoldedField(max_length=100, follows=("full_name",))
    name_key = NameKeyField(max_length=300, follows=("full_name",))
    phone = models.CharField(_("phone"), max_length=10, blank=True)
    member_no = models.CharField(_("member number"), max_length=30, null=True, blank=True, unique=True)
    id_number = models.CharField(_("personal id number"), max_length=12, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_records"
    )

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


class Employment(models.Model):
    """A person's work at an enterprise, in the reach of a unit, from one day to another."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="employments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="employments", verbose_name=_("unit"))
    enterprise = models.ForeignKey(
        Enterprise, on_delete=models.PROTECT, null=True, blank=True, related_name="employments"
    )
    department = models.CharField(_("department"), max_length=100, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), default=FOREVER)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        constraints = [
            models.CheckConstraint(name="employment_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
            models.UniqueConstraint(fields=["worker", "unit", "starts_on"], name="one_employment_at_a_unit_from_a_day"),
        ]
        indexes = [models.Index(fields=["unit", "starts_on", "ends_on"], name="employment_by_unit")]

    def __str__(self) -> str:
        return f"{self.worker}, {self.unit}"


class Membership(models.Model):
    """A person's membership of the union at a unit, from one day to another."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("unit"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), default=FOREVER)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(name="membership_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
            models.UniqueConstraint(fields=["worker", "unit", "starts_on"], name="one_membership_at_a_unit_from_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.worker}, {self.unit}"


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
