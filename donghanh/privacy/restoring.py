"""What a restore of an older backup must not undo: it reads the erasures before, and does them again after."""

from typing import Any

from donghanh.org.models import User
from donghanh.privacy.services import kept_erasures, replay_erasures

keep = kept_erasures


def replay(kept: Any) -> None:
    """Erase again whom the restored data know; ``kept`` is None when nothing could be read before."""
    replay_erasures(kept, actor=User.objects.system())
