"""The privacy notice: Markdown files of ours, one for each version and language, named by the day they hold from."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown import markdown

_FOLDER = Path(__file__).parent / "notices"
DEFAULT_LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class Notice:
    """One version of the notice in one language."""

    version: date
    title: str
    body: SafeString


@cache
def versions() -> tuple[date, ...]:
    """Return the days from which a version holds, the latest first."""
    days = {path.name.partition(".")[0] for path in _FOLDER.glob(f"*.{DEFAULT_LANGUAGE}.md")}
    return tuple(sorted(map(date.fromisoformat, days), reverse=True))


def version_on(day: date) -> date:
    """Return the version that holds on a day; before the first one, the first."""
    return next((version for version in versions() if version <= day), versions()[-1])


@cache
def read_notice(version: date, language: str) -> Notice:
    """Return a version in a language; one that is not written in it is shown in Vietnamese."""
    path = _FOLDER / f"{version}.{language}.md"
    if not path.exists():
        path = _FOLDER / f"{version}.{DEFAULT_LANGUAGE}.md"
    title, text = path.read_text(encoding="utf-8").split("\n\n", 1)
    return Notice(version, title.removeprefix("# "), mark_safe(markdown(text)))  # noqa: S308 - files of ours
