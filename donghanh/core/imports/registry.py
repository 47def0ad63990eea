"""Which lists can be taken in: each room adds its own when the application starts."""

from donghanh.core.imports.importer import Importer

_IMPORTERS: dict[str, type[Importer]] = {}


def register(importer: type[Importer]) -> None:
    """Make a kind of list known to the pages and the command line."""
    _IMPORTERS[importer.kind] = importer


def importer_of(kind: str) -> type[Importer] | None:
    """Return the importer of a kind, None when there is no such kind."""
    return _IMPORTERS.get(kind)


def importers() -> list[type[Importer]]:
    """Return every kind of list, in the order in which a newcomer needs them."""
    return sorted(_IMPORTERS.values(), key=lambda importer: importer.rank)
