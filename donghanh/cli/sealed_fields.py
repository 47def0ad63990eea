"""What stands in the way of reading phones and ids: found by ``donghanh doctor`` and before the site is served."""

from collections.abc import Iterable, Iterator

RESEAL = "Stop the site, run donghanh keys rotate, and start it again."


def problems() -> Iterator[tuple[str, str]]:
    """Count every phone and id, and give what is wrong with the keys and how to mend it."""
    from donghanh.core.field_keys import PLAIN, count_by_key
    from donghanh.core.sealed import sealer

    counted, names = count_by_key(), sealer().names
    yield from _missing(counted.keys() - {PLAIN})
    if counted[PLAIN]:
        yield f"{counted[PLAIN]} phones or ids are not sealed.", RESEAL
    for name in names[1:]:
        if counted[name]:
            yield f"{counted[name]} phones or ids are still sealed under the older key {name}.", RESEAL


def unreadable() -> Iterator[tuple[str, str]]:
    """Give the keys that are missing, as far as one text of each column tells; quick however many rows there are."""
    from donghanh.core.field_keys import first_sealed_key

    yield from _missing(first_sealed_key())


def _missing(found: Iterable[str]) -> Iterator[tuple[str, str]]:
    from donghanh.core.sealed import sealer

    for name in sorted(set(found) - set(sealer().names)):
        yield (
            f"Phones and ids are sealed under the key {name}, which is not here: nobody can read them.",
            "Put that key back, from where keys are kept, into DONGHANH_FIELD_KEYS or field.keys in DONGHANH_DATA.",
        )
