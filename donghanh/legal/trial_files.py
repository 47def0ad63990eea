"""Files that somebody tries out before deciding: kept for a day beside the uploads, his alone."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from donghanh.legal.access import authorize_keeper
from donghanh.legal.errors import TrialGone
from donghanh.legal.services.trying_out import Origin
from donghanh.org.models import User

FOLDER = "law_trials"
KEPT = timedelta(days=1)
_SALT = "legal.trial"


def keep_trial(data: bytes, name: str, origin: Origin, *, actor: User) -> str:
    """Put a file aside and return the word under which its owner finds it again."""
    authorize_keeper(actor)
    path = default_storage.save(f"{FOLDER}/text", ContentFile(data))
    return signing.dumps({"path": path, "name": name, "by": actor.pk, "origin": asdict(origin)}, salt=_SALT)


def open_trial(word: str, *, actor: User) -> tuple[bytes, str, Origin]:
    """Return the file that was put aside, its name and where it comes from; to its owner only."""
    authorize_keeper(actor)
    try:
        facts = signing.loads(word, salt=_SALT, max_age=KEPT)
        if facts["by"] != actor.pk:
            raise TrialGone
        with default_storage.open(facts["path"], "rb") as file:
            return file.read(), facts["name"], Origin(**facts["origin"])
    except (signing.BadSignature, OSError):
        raise TrialGone from None


def forget_trial(word: str) -> None:
    """Delete a file that was decided on."""
    default_storage.delete(signing.loads(word, salt=_SALT)["path"])


def forget_old_trials(*, at: datetime) -> int:
    """Delete the files that nobody decided on for a day; return how many."""
    names = default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else []
    old = [name for name in names if default_storage.get_modified_time(f"{FOLDER}/{name}") < at - KEPT]
    for name in old:
        default_storage.delete(f"{FOLDER}/{name}")
    return len(old)
