"""The session: an occasion with topics, hosts and an audience, counted once however many hosts."""

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.core.fields import FoldedField
from donghanh.gatherings.choices import SessionForm, SessionState
from donghanh.gatherings.querysets import SessionQuerySet
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, User
from donghanh.people.models import Enterprise

OPENS_BEFORE = timedelta(hours=1)
CLOSES_AFTER = timedelta(hours=1)


def new_secret() -> str:
    """Make the secret that a session's rotating codes are derived from."""
    return secrets.token_hex(20)


def new_code() -> str:
    """Make the six digits that a session is called by on the hall screen."""
    return f"{secrets.randbelow(1_000_000):06d}"


class Session(models.Model):
    """A meeting, class, talk or live stream where law is explained and presence is taken."""

    host = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="hosted_sessions", verbose_name=_("host"))
    units = models.ManyToManyField(Unit, through="SessionUnit", related_name="sessions")
    title = models.CharField(_("title"), max_length=200)
    folded_title = FoldedField(max_length=200, follows=("title",))
    topics = models.ManyToManyField(Topic, through="SessionTopic", related_name="sessions")
    document_numbers = models.JSONField(_("documents disseminated, by number"), default=list, blank=True)
    form = models.CharField(_("form"), max_length=12, choices=SessionForm, default=SessionForm.DIRECT)
    integrated_into = models.CharField(_("integrated into"), max_length=200, blank=True)
    audiences = models.JSONField(_("audiences"), default=list)
    partners = models.TextField(_("partners, one a line"), blank=True)
    speakers = models.TextField(_("speakers, one a line"), blank=True)
    enterprise = models.ForeignKey(
        Enterprise,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("enterprise"),
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link"), blank=True)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    held_on = models.DateField(_("day"), editable=False)
    expected_count = models.PositiveIntegerField(_("expected number"), null=True, blank=True)
    materials = models.TextField(_("materials"), blank=True)
    notes = models.TextField(_("notes"), blank=True)
    is_public = models.BooleanField(_("announced to everybody"), default=False)
    code = models.CharField(max_length=6, default=new_code, editable=False)
    secret = models.CharField(max_length=40, default=new_secret, editable=False)
    entered_at = models.DateTimeField(editable=False)
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    is_entered_on_behalf = models.BooleanField(default=False, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    cancel_reason = models.CharField(_("reason for cancelling"), max_length=200, blank=True, editable=False)
    presence_version = models.PositiveIntegerField(default=0, editable=False)
    folded_version = models.PositiveIntegerField(default=0, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(name="session_starts_before_it_ends", condition=Q(starts_at__lt=F("ends_at"))),
        ]
        indexes = [
            models.Index(fields=["held_on"], name="session_by_day"),
            models.Index(fields=["host", "held_on"], name="session_by_host"),
            models.Index(fields=["code"], name="session_by_code"),
            models.Index(fields=["id"], condition=Q(presence_version__gt=F("folded_version")), name="session_to_fold"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def opens_at(self) -> datetime:
        """Return when check-in opens."""
        return self.starts_at - OPENS_BEFORE

    @property
    def closes_at(self) -> datetime:
        """Return when check-in at the door closes."""
        return self.ends_at + CLOSES_AFTER

    def accepts_check_in(self, at: datetime) -> bool:
        """Tell whether people may check in at the door."""
        return self.cancelled_at is None and self.opens_at <= at < self.closes_at

    def counts(self, at: datetime) -> bool:
        """Tell whether the session has begun and is not cancelled."""
        return self.cancelled_at is None and self.starts_at <= at

    def state_at(self, at: datetime) -> SessionState:
        """Return where the session stands at a moment."""
        if self.cancelled_at is not None:
            return SessionState.CANCELLED
        if self.accepts_check_in(at):
            return SessionState.OPEN
        return SessionState.PLANNED if at < self.starts_at else SessionState.HELD

    @property
    def is_folded(self) -> bool:
        """Tell whether the stored cohorts hold all presence."""
        return self.folded_version == self.presence_version


class SessionUnit(models.Model):
    """A unit that hosts or co-hosts a session."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="session_units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="session_units")
    is_host = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("host of a session")
        verbose_name_plural = _("hosts of a session")
        constraints = [
            models.UniqueConstraint(fields=["session", "unit"], name="a_unit_hosts_a_session_once"),
            models.UniqueConstraint(fields=["session"], condition=Q(is_host=True), name="a_session_has_one_main_host"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}"


class SessionTopic(models.Model):
    """A topic that a session is about."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="session_topics")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="session_topics")

    class Meta:
        verbose_name = _("topic of a session")
        verbose_name_plural = _("topics of a session")
        constraints = [
            models.UniqueConstraint(fields=["session", "topic"], name="a_session_has_a_topic_once"),
        ]

    def __str__(self) -> str:
        return f"{self.topic}"


class Volunteer(models.Model):
    """Somebody who takes presence at one session, while it is open."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="volunteers")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="volunteer_sessions")

    class Meta:
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
        constraints = [
            models.UniqueConstraint(fields=["session", "user"], name="a_volunteer_helps_a_session_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}"
