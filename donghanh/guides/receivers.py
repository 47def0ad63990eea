"""What guides hear from the library."""

from collections.abc import Iterable
from typing import Any

from django.utils.timezone import now

from donghanh.guides import services
from donghanh.org.models import User


def texts_changed(*, numbers: Iterable[str], **_signal: Any) -> None:
    """Look again at everything that cites one of these documents."""
    services.look_again(actor=User.objects.system(), at=now(), numbers=numbers)
