"""The house's own files, as the house tests read them."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent
_TEXT = {".cfg", ".css", ".csv", ".html", ".in", ".js", ".json", ".md", ".po", ".py", ".sh", ".svg", ".toml",
         ".txt", ".yaml", ".yml", ""}  # fmt: skip


def ours(folder: Path = ROOT) -> Iterator[Path]:
    """Walk through every file that a commit would hold: what .gitignore names is not ours."""
    ignored = [".git", *(line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split())]
    for path in sorted(folder.iterdir()):
        inside = path.relative_to(ROOT).as_posix()
        if any(fnmatch(path.name, pattern) or inside == pattern for pattern in ignored):
            continue
        if path.is_dir():
            yield from ours(path)
        else:
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Give the place and the content of each of our files that a person can read."""
    for path in ours():
        if path.suffix in _TEXT:
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def modules(package: Path = PACKAGE) -> Iterator[tuple[str, ast.Module]]:
    """Give the dotted name and the syntax tree of each module of the rooms, tests left out."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        if {"tests", "migrations", "conftest"}.isdisjoint(parts):
            yield ".".join(parts).removesuffix(".__init__"), ast.parse(path.read_text("utf-8"))
