"""Users and the roles they hold at units for a period."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from donghanh.core.sealed import SealedField
from donghanh.kernel.text import given_name
from donghanh.org.choices import Role
from donghanh.org.querysets import FOREVER, GrantQuerySet

SYSTEM = "system"


class UserManager(BaseUserManager["User"]):
    """Makes accounts; nobody registers himself."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account with a name to sign in by."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def system(self) -> "User":
        """Return the account that the command line acts as; nobody can sign in with it."""
        return self.filter(username=SYSTEM).first() or self.create_user(SYSTEM, full_name="Hệ thống", is_system=True)


class User(AbstractBaseUser):
    """Somebody who signs in; what he may do depends on his roles."""

    username = models.CharField(_("sign-in name"), max_length=60, unique=True)
    phone = SealedField(_("phone"), max_length=10, null=True, blank=True, unique=True, domain="user.phone")
    email = models.EmailField(_("e-mail"), null=True, blank=True, unique=True)
    full_name = models.CharField(_("full name"), max_length=100)
    is_active = models.BooleanField(_("active"), default=True)
    is_system = models.BooleanField(default=False, editable=False)
    joined_at = models.DateTimeField(_("account made at"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(name="email_is_in_lower_case", condition=Q(email=Lower("email"))),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    @property
    def initials(self) -> str:
        """Return two letters for the round sign beside the name."""
        words = self.full_name.split()
        return "".join(word[0].upper() for word in words[-2:])

    @property
    def given_name(self) -> str:
        """Return the name one is called by."""
        return given_name(self.full_name)


class Grant(models.Model):
    """A role that a user holds at a unit from one day to another, both included."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(_("role"), max_length=24, choices=Role)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="grants")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), default=FOREVER)
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role at a unit")
        verbose_name_plural = _("roles at units")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "unit", "starts_on"], name="a_role_is_granted_once_from_a_day"
            ),
            models.CheckConstraint(name="grant_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.unit}"
