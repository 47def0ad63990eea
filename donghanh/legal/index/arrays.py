"""Arrays on disk: saved plainly, opened without reading them, so that processes share one copy in memory."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.floating[Any]]
Flags = npt.NDArray[np.bool_]
Array = npt.NDArray[Any]


def save(folder: Path, **arrays: Array) -> None:
    """Write each array under its name."""
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)


def opened(folder: Path, name: str) -> Array:
    """Map an array of a folder; an empty one is simply read."""
    path = folder / f"{name}.npy"
    array: Array = np.load(path, mmap_mode=None if path.stat().st_size < 4096 else "r", allow_pickle=False)
    return array.view(np.ndarray)  # The same mapped memory; memmap's own slicing is slow.


def save_words(folder: Path, name: str, words: list[str]) -> None:
    """Write a list of words."""
    (folder / f"{name}.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def opened_words(folder: Path, name: str) -> list[str]:
    """Read a list of words."""
    words: list[str] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return words


def spread(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Return the places of all items of some rows, and for each the place of its row among ``rows``.

    ``starts`` holds where each row's items begin, and at its end where the last row's items end.
    """
    begins = starts[rows].astype(np.int64)
    counts = starts[rows + 1].astype(np.int64) - begins
    owners = np.repeat(np.arange(len(rows)), counts)
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(begins, counts) + within, owners
