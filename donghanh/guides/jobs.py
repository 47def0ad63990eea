"""What the worker does for guides by the clock."""

from django.utils.timezone import now

from donghanh.guides import services
from donghanh.org.models import User


def look_again() -> None:
    """Keep what guides were compared with, then mark what the law made stale overnight; run daily."""
    services.remember_words()
    services.look_again(actor=User.objects.system(), at=now())
