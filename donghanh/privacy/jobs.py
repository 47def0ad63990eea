"""What the worker does for this room."""

from django.utils.timezone import now

from donghanh.org.models import User
from donghanh.privacy import services


def apply_retention() -> None:
    """Let go what the rules of retention no longer keep; run daily."""
    services.apply_retention(actor=User.objects.system(), at=now())
