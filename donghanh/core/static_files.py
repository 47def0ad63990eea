"""Static files: collected again only when one of them changed, since hashing them all takes seconds."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MANIFEST = "staticfiles.json"


def collect_changed() -> bool:
    """Collect the static files unless nothing changed since they were; tell whether it was done."""
    manifest = Path(settings.STATIC_ROOT) / MANIFEST
    if manifest.exists() and all(changed <= manifest.stat().st_mtime for changed in _changes()):
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    manifest.touch()
    return True


def _changes() -> Iterator[float]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            yield Path(storage.path(path)).stat().st_mtime
