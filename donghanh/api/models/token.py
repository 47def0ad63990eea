"""Tokens: how a program acts in the name of the person who made it."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.api.choices import Scope
from donghanh.api.querysets import TokenQuerySet
from donghanh.org.models import Grant, Unit, User
from donghanh.org.querysets import GrantQuerySet


class ApiToken(models.Model):
    """A right to knock: whose it is, what it may be used for, until when. The token itself is not kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens", verbose_name=_("holder"))
    name = models.CharField(_("what it is for"), max_length=80)
    prefix = models.CharField(_("begins with"), max_length=12)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    scopes = models.JSONField(_("may be used for"), default=list)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only at")
    )
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("valid until"))
    last_used_at = models.DateTimeField(_("last used at"), null=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        constraints = [
            models.CheckConstraint(name="token_is_made_before_it_expires", condition=Q(made_at__lt=F("expires_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}…"

    @property
    def scope_words(self) -> list[str]:
        """Return what it may be used for, in words."""
        return [str(Scope(scope).label) for scope in self.scopes if scope in Scope.values]

    def is_valid(self, at: datetime) -> bool:
        """Tell whether it opens doors at a moment."""
        return self.revoked_at is None and at < self.expires_at


class BoundUser(User):
    """Somebody who acts through a token that is bound to one unit: of his roles only those held there count."""

    acting_at: int

    class Meta:
        proxy = True
        verbose_name = _("user bound to a unit")
        verbose_name_plural = _("users bound to a unit")

    @classmethod
    def of(cls, user: User, *, acting_at: int) -> "BoundUser":
        """Return ``user`` as he acts at one unit."""
        names = [field.attname for field in user._meta.concrete_fields]
        bound = cls.from_db(None, names, [getattr(user, name) for name in names])
        bound.acting_at = acting_at
        return bound

    @property
    def grants(self) -> GrantQuerySet:  # type: ignore[override]
        """Return the roles that he holds at the unit of his token."""
        return Grant.objects.filter(user_id=self.pk, unit_id=self.acting_at)
