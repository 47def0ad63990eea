"""A run of the fuzzer: so many inputs by so many dice, and what did not end in an answer."""

import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404

from donghanh.bench.fuzz.mutations import Mutator
from donghanh.bench.fuzz.parsers import Parser, parsers
from donghanh.kernel.errors import DomainError

INPUTS = 100_000
SEED = 1
_ANSWERS = (DomainError, ValidationError, Http404)
"""What a reader of people's inputs may raise: each has a sentence for them."""
_RUNNING = "running"


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one parser."""

    parser: str
    inputs: int = 0
    read: int = 0
    refused: int = 0
    crashed: int = 0
    seconds: float = 0.0


def fuzz() -> dict[str, Any]:
    """Feed all parsers and tell how many inputs each met; crashes are kept as files."""
    tallies = fuzzed(INPUTS, SEED, Path(settings.DATA) / "fuzz")
    return {
        "seed": SEED,
        "inputs": sum(tally.inputs for tally in tallies),
        "crashed": sum(tally.crashed for tally in tallies),
        "seconds": round(sum(tally.seconds for tally in tallies), 1),
        "rows": [{**_shown(tally)} for tally in tallies],
    }


def fuzzed(inputs: int, seed: int, folder: Path) -> list[Tally]:
    """Feed every parser its share of some inputs; the database is as before."""
    folder.mkdir(parents=True, exist_ok=True)
    with transaction.atomic():
        known = parsers()
        whole = sum(parser.weight for parser in known)
        tallies = [_fed(parser, -(-inputs * parser.weight // whole), seed, folder) for parser in known]
        transaction.set_rollback(True)
    return tallies


def _fed(parser: Parser, count: int, seed: int, folder: Path) -> Tally:
    mutator = Mutator(Random(f"{seed} {parser.name}"))  # noqa: S311 - dice that fall the same way each time
    tally = Tally(parser.name)
    began = time.perf_counter()
    for _ in range(count):
        given = parser.spoil(mutator)
        tally.inputs += 1
        _feed(parser, given, tally, folder)
    tally.seconds = round(time.perf_counter() - began, 1)
    return tally


def _feed(parser: Parser, given: Any, tally: Tally, folder: Path) -> None:
    running = folder / f"{parser.name}-{_RUNNING}"
    if isinstance(given, bytes):
        running.write_bytes(given)  # An input that ends the process is found here.
    try:
        with transaction.atomic():
            parser.read(given)
            tally.read += 1
            transaction.set_rollback(True)
    except _ANSWERS:
        tally.refused += 1
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        tally.crashed += 1
        _keep(parser, given, folder)
    running.unlink(missing_ok=True)


def _keep(parser: Parser, given: Any, folder: Path) -> None:
    """Keep an input that crashed its reader, and how."""
    number = len(list(folder.glob(f"{parser.name}-*.txt"))) + 1
    name = f"{parser.name}-{number:03d}"
    (folder / f"{name}.txt").write_text(
        f"{given!r}\n\n{traceback.format_exc()}", encoding="utf-8", errors="backslashreplace"
    )
    if isinstance(given, bytes):
        (folder / f"{name}.input").write_bytes(given)


def _shown(tally: Tally) -> dict[str, Any]:
    return {
        "parser": tally.parser,
        "inputs": tally.inputs,
        "read": tally.read,
        "refused": tally.refused,
        "crashed": tally.crashed,
        "seconds": tally.seconds,
    }
