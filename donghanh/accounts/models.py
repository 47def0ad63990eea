"""What is kept about ways into accounts: one-time codes, resets by two officers, joining by a unit's code."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.accounts.choices import CodePurpose, JoinState, ResetKind, ResetState
from donghanh.accounts.querysets import JoinCodeQuerySet, JoinRequestQuerySet, ResetRequestQuerySet
from donghanh.core.sealed import SealedField
from donghanh.kernel.text import masked
from donghanh.org.models import Unit

USER = settings.AUTH_USER_MODEL


class OneTimeCode(models.Model):
    """Six digits sent to a phone; only a seed is kept, from which the server's key makes them."""

    purpose = models.CharField(_("purpose"), max_length=16, choices=CodePurpose)
    phone = SealedField(_("phone"), max_length=10, domain="one_time_code.phone")
    user = models.ForeignKey(USER, on_delete=models.CASCADE, null=True, related_name="+")
    """Whom the code signs in; nobody when the phone has no such account, so that the answer is the same."""
    seed = models.CharField(max_length=32)
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("good until"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    used_at = models.DateTimeField(_("used at"), null=True)

    class Meta:
        verbose_name = _("one-time code")
        verbose_name_plural = _("one-time codes")
        indexes = [models.Index(fields=["made_at"], name="one_time_code_by_age")]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {masked(self.phone)}"


class ResetRequest(models.Model):
    """What an officer started for somebody who cannot sign in, and a second one confirmed or refused."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="resets", verbose_name=_("account"))
    kind = models.CharField(_("kind"), max_length=10, choices=ResetKind)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    reason = models.CharField(_("reason"), max_length=200)
    started_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(_("started at"))
    expires_at = models.DateTimeField(_("good until"))
    """Until when it may be confirmed; once a code was handed out, until when the code works."""
    answered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(_("confirmed by another person at"), null=True)
    refused_at = models.DateTimeField(_("refused at"), null=True)
    code_hash = models.CharField(max_length=64, null=True, unique=True)
    used_at = models.DateTimeField(_("used at"), null=True)
    told_at = models.DateTimeField(_("told to the owner at"), null=True)

    objects = ResetRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to set anew")
        verbose_name_plural = _("requests to set anew")
        constraints = [
            models.CheckConstraint(
                name="reset_is_answered_by_another_person",
                condition=Q(answered_by__isnull=True) | (~Q(answered_by=F("started_by")) & ~Q(answered_by=F("user"))),
            ),
            models.CheckConstraint(
                name="reset_code_needs_a_confirmation",
                condition=Q(code_hash__isnull=True) | Q(confirmed_at__isnull=False, refused_at__isnull=True),
            ),
            models.CheckConstraint(
                name="reset_is_confirmed_or_refused",
                condition=Q(confirmed_at__isnull=True) | Q(refused_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.user}"

    def state_at(self, at: datetime) -> ResetState:
        """Return how far the request has come."""
        if self.used_at:
            return ResetState.USED
        if self.refused_at:
            return ResetState.REFUSED
        if self.expires_at <= at:
            return ResetState.EXPIRED
        return ResetState.CONFIRMED if self.confirmed_at else ResetState.WAITING


class JoinCode(models.Model):
    """A unit's invitation on a poster: signed, for a time, revocable, without a word about anybody."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="join_codes", verbose_name=_("unit"))
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("good until"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    objects = JoinCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("join code")
        verbose_name_plural = _("join codes")
        constraints = [
            models.CheckConstraint(name="join_code_lasts", condition=Q(expires_at__gt=F("made_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.pk}"

    def is_good_at(self, at: datetime) -> bool:
        """Tell whether one can join by it."""
        return self.revoked_at is None and self.made_at <= at < self.expires_at


class JoinRequest(models.Model):
    """Somebody who made himself an account by a unit's code; nobody until an officer says who he is."""

    code = models.ForeignKey(JoinCode, on_delete=models.PROTECT, related_name="joiners")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="joiners", verbose_name=_("unit"))
    user = models.OneToOneField(USER, on_delete=models.CASCADE, related_name="joining", verbose_name=_("account"))
    phone = SealedField(_("phone"), max_length=10, domain="join_request.phone")
    """As the joiner says; it becomes the account's own only when an officer has bound the account."""
    phone_proved_at = models.DateTimeField(_("phone proved at"), null=True)
    joined_at = models.DateTimeField(_("joined at"))
    state = models.CharField(_("state"), max_length=10, choices=JoinState, default=JoinState.WAITING)
    answered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"), null=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("account waiting to be bound")
        verbose_name_plural = _("accounts waiting to be bound")
        indexes = [models.Index(fields=["unit", "state", "joined_at"], name="joiner_by_unit")]
        constraints = [
            models.CheckConstraint(
                name="joiner_waits_until_somebody_answers",
                condition=Q(state=JoinState.WAITING, answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(state=JoinState.WAITING) & Q(answered_by__isnull=False, answered_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.unit}"

    @property
    def masked_phone(self) -> str:
        """Return the phone with all but the last two digits hidden."""
        return masked(self.phone)
