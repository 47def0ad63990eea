"""The words of accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CodePurpose(models.TextChoices):
    """What a one-time code is good for; a code for one thing opens no other."""

    SIGN_IN = "sign_in", _("signing in")
    JOIN = "join", _("joining a unit")


class ResetKind(models.TextChoices):
    """What is set anew; neither kind alone opens an account that has both."""

    PASSWORD = "password", _("new password")
    FACTORS = "factors", _("take away the second steps of signing in")


class ResetState(models.TextChoices):
    """How far a request to set something anew has come."""

    WAITING = "waiting", _("waits for a second person")
    CONFIRMED = "confirmed", _("confirmed")
    REFUSED = "refused", _("refused")
    USED = "used", _("done")
    EXPIRED = "expired", _("ran out")


class JoinState(models.TextChoices):
    """What an officer has said about somebody who joined."""

    WAITING = "waiting", _("waits for an officer")
    BOUND = "bound", _("bound to a person on the rolls")
    REFUSED = "refused", _("refused")
