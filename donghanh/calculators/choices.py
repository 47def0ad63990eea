"""Where a change of a level or rate stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeState(models.TextChoices):
    """Whether a proposed level counts."""

    WAITING = "waiting", _("waiting for a second officer")
    APPROVED = "approved", _("in use")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")
    SUPERSEDED = "superseded", _("replaced")
