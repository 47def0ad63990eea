"""Translations: the only home of extracting, merging, compiling and checking the catalogues.

Each room keeps its own ``locale/vi/LC_MESSAGES/django.po``. Everything is done in Python, so a
bare machine needs no gettext tools:

    python -m donghanh.core.catalogue update|compile|check [ROOM]…
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent
LANGUAGE = "vi"
WITHOUT_WORDS = {"kernel", "settings", "tests"}
SKIPPED_FOLDERS = {"locale", "migrations", "static", "tests"}
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Fixed, so that an update changes the words that changed and nothing else.
HEADER = f"""msgid ""
msgstr ""
"Language: {LANGUAGE}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
_NAMED = re.compile(r"%\(([^)]+)\)")
_UNNAMED = re.compile(r"(?<!%)%[sd]")


def room_names(package: Path = PACKAGE) -> list[str]:
    """List the rooms that may say something to a reader."""
    return sorted({path.parent.name for path in package.glob("*/__init__.py")} - WITHOUT_WORDS)


def po_file(room: str, package: Path = PACKAGE) -> Path:
    """Return where a room keeps its catalogue."""
    return package / room / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def extracted(room: str, package: Path = PACKAGE) -> Catalog:
    """Collect every translatable string of a room's code and templates."""
    catalogue = Catalog(locale=LANGUAGE)
    for path in sorted((package / room).rglob("*")):
        inside = path.relative_to(package / room)
        if path.suffix not in {".py", ".html", ".txt"} or SKIPPED_FOLDERS.intersection(inside.parts):
            continue
        for _line, words, comments, context in extract("python", _source(path), KEYWORDS, ["Translators:"]):
            catalogue.add(words, locations=[(inside.as_posix(), 0)], auto_comments=comments, context=context)
    return catalogue


def _source(path: Path) -> BytesIO:
    """Read a file as Python; of a template, only the translated words are left."""
    if path.suffix == ".py":
        return BytesIO(path.read_bytes())
    from django.utils.translation.template import templatize  # noqa: PLC0415 - slow, and not for .py

    # The brackets make line breaks and indentation meaningless to the Python tokenizer; the closing
    # one stands on its own line, because the last words may be a translator's comment.
    return BytesIO(f"({templatize(path.read_text(encoding='utf-8'))}\n)".encode())


def translated(room: str, package: Path = PACKAGE) -> Catalog:
    """Read a room's catalogue as it stands; empty when there is none yet."""
    path = po_file(room, package)
    if not path.exists():
        return Catalog(locale=LANGUAGE)
    with path.open("rb") as source:
        return read_po(source, locale=LANGUAGE)


def update(room: str, package: Path = PACKAGE) -> None:
    """Bring a room's catalogue to the strings in use now; translations stay, nothing is guessed."""
    fresh, known = extracted(room, package), translated(room, package)
    for message in _entries(fresh):
        old = known.get(message.id, message.context)
        if old and isinstance(old.id, str) == isinstance(message.id, str):
            message.string, message.flags = old.string, old.flags
            message.user_comments = old.user_comments
    path = po_file(room, package)
    if len(fresh) or path.exists():
        written = BytesIO()
        write_po(written, fresh, width=100, omit_header=True, sort_output=True, include_lineno=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER + written.getvalue().decode(), encoding="utf-8")


def compile_room(room: str, package: Path = PACKAGE) -> None:
    """Write the binary catalogue that Django reads beside the text one."""
    path = po_file(room, package)
    if path.exists():
        written = BytesIO()
        write_mo(written, translated(room, package))
        path.with_suffix(".mo").write_bytes(written.getvalue())


def problems(room: str, package: Path = PACKAGE) -> Iterator[str]:
    """Say what a reader of a room's pages would see untranslated or wrong."""
    used, known = extracted(room, package), translated(room, package)
    for message in _entries(used):
        entry = known.get(message.id, message.context)
        if _UNNAMED.search(_last(message.id)):
            yield f"{room}: {_shown(message)} has a placeholder without a name; write %(name)s"
        if entry is None or not _last(entry.string):
            yield f"{room}: {_shown(message)} is not translated"
        elif entry.fuzzy:
            yield f"{room}: {_shown(message)} is fuzzy; check it and remove the mark"
        elif isinstance(entry.id, str) != isinstance(message.id, str):
            yield f"{room}: {_shown(message)} changed its plural; run make messages"
        elif _named(message.id) != _named(entry.string):
            wanted = ", ".join(sorted(_named(message.id))) or "none"
            yield f"{room}: the translation of {_shown(message)} must have the placeholders {wanted}"
    for entry in _entries(known):
        if used.get(entry.id, entry.context) is None:
            yield f"{room}: {_shown(entry)} is no longer used; run make messages"


def contradictions(rooms: Iterable[str], package: Path = PACKAGE) -> Iterator[str]:
    """Find the strings that two rooms translate differently; Django would show one of the two in both."""
    versions: dict[tuple[str | None, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for room in rooms:
        for entry in _entries(translated(room, package)):
            if _last(entry.string):
                versions[entry.context, _last(entry.id)][_last(entry.string)].append(room)
    for (_context, words), found in versions.items():
        if len(found) > 1:
            said = "; ".join(f"“{string}” in {', '.join(rooms)}" for string, rooms in found.items())
            yield f"“{words}” is {said}: agree on one, or give each a context"


def _entries(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _last(words: Any) -> str:
    """Return the plural of a message that has one; Vietnamese has no other form."""
    return str(words if isinstance(words, str) else words[-1])


def _named(words: Any) -> set[str]:
    return set(_NAMED.findall(_last(words)))


def _shown(message: Message) -> str:
    return f"“{_last(message.id)}”"


@click.command()
@click.argument("action", type=click.Choice(["update", "compile", "check"]))
@click.argument("rooms", nargs=-1, metavar="[ROOM]…")
def main(action: str, rooms: tuple[str, ...]) -> None:
    """Update, compile or check the Vietnamese catalogues; without ROOM, all of them."""
    known = room_names()
    for room in rooms:
        if room not in known:
            raise click.BadParameter(f"“{room}” is no room; choose among {', '.join(known)}")
    chosen = rooms or known
    if action == "check":
        found = [problem for room in chosen for problem in problems(room)]
        found += contradictions(known)
        click.echo("\n".join(found) or "Every string is translated.")
        sys.exit(1 if found else 0)
    for room in chosen:
        (update if action == "update" else compile_room)(room)


if __name__ == "__main__":
    main()
