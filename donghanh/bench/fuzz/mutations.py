"""Spoiling good inputs: the same dice give the same inputs."""

import json
import zipfile
from collections.abc import Sequence
from io import BytesIO
from random import Random
from typing import Any

_NASTY = (
    *("\0", "\r\n", "\t" * 30, "\u2028", "\u200b", "\u202e", "\ufeff", "\u0301", "\u0323" * 9),
    *("²", "١٢", "０９", "Ⅷ", "😀", "ß", "İ", "ǆ", "NguyÔn", "Ñaëng"),
    *("'", '"', "/", "-", ":", ",", ";", "@", "=1+1", "%00", "%s", "{0}", "../", "<!--", "&lt;", "&#x0;", "]]>"),
    *("nan", "-inf", "1e999", "-0", "0" * 40, "9" * 40, "1" * 4301, "31/02/", "null", "true", "[]", "x" * 5000),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 2**64, -(2**63), 10**400),
    *(0.1, 1e300, -1e-300, float("nan"), float("inf")),
    *("", " ", "0", "\0", "\ud800", "x" * 5000, "2026-02-30", "9999-12-31", "0001-01-01"),
    *([], {}, [[]], [{}], {"": ""}),
)
_MOST_CHANGES = 4
_GOES_ON, _HALF, _RAW = 0.9, 0.5, 0.3
"""How often the dice walk on, take the first of two ways, and spoil the package and not what is in it."""


class Mutator:
    """Spoils texts, bytes, packages and documents with one pair of dice."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice

    def text(self, seeds: Sequence[str]) -> str:
        """Spoil one of some texts in a few places."""
        text = self._dice.choice(seeds)
        for _ in range(self._dice.randint(0, _MOST_CHANGES)):
            start, end = self._slice(len(text))
            match self._dice.randrange(6):
                case 0:
                    text = text[:start] + text[end:]
                case 1:
                    text = text[:end] + text[start:]
                case 2:
                    text = text[:start] + self._dice.choice(_NASTY) + text[start:]
                case 3:
                    text = text[:start] + self._sign() + text[start + 1 :]
                case 4:
                    text = text[:start] + text[start:end].swapcase() + text[end:]
                case _:
                    other = self._dice.choice(seeds)
                    text = text[:start] + other[self._slice(len(other))[0] :]
        return text

    def file(self, seeds: Sequence[bytes]) -> bytes:
        """Spoil one of some files in a few places."""
        content = bytearray(self._dice.choice(seeds))
        for _ in range(self._dice.randint(1, _MOST_CHANGES)):
            start, end = self._slice(len(content))
            match self._dice.randrange(5):
                case 0:
                    del content[start : start + self._dice.choice((1, 4, 64, end - start))]
                case 1:
                    content[start:start] = content[start : start + 64]
                case 2:
                    content[start:start] = self._dice.choice(_NASTY).encode()
                case 3:
                    content[start : start + 1] = self._dice.randbytes(1)
                case _:
                    content[start : start + 4] = self._dice.choice(
                        (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff")
                    )
        return bytes(content)

    def package(self, seeds: Sequence[bytes]) -> bytes:
        """Spoil a workbook: its bytes, or a part inside it, packed again so that readers get that far."""
        if self._dice.random() < _RAW:
            return self.file(seeds)
        made = BytesIO()
        with zipfile.ZipFile(BytesIO(self._dice.choice(seeds))) as good, zipfile.ZipFile(made, "w") as spoilt:
            parts = good.namelist()
            chosen = self._dice.choice([*parts, *[part for part in parts if "sheet" in part or "Strings" in part] * 4])
            for part in parts:
                content = good.read(part)
                spoilt.writestr(part, self._part(content) if part == chosen else content)
        return made.getvalue()

    def document(self, seeds: Sequence[Any]) -> Any:
        """Spoil a JSON document in a few places; what comes out can stand in a file."""
        document = json.loads(json.dumps(self._dice.choice(seeds)))
        for _ in range(self._dice.randint(1, _MOST_CHANGES)):
            document = self._spoilt(document)
        return document

    def _part(self, content: bytes) -> bytes:
        text = content.decode("utf-8", "surrogateescape")
        return self.text([text]).encode("utf-8", "surrogateescape")

    def _spoilt(self, value: Any) -> Any:
        """Walk down at random, and spoil where the walk ends."""
        goes_on = self._dice.random() < _GOES_ON
        if isinstance(value, dict) and value and goes_on:
            return self._object(value)
        if isinstance(value, list) and value and goes_on:
            place = self._dice.randrange(len(value))
            return [
                *value[:place],
                self._spoilt(value[place]),
                *value[place + 1 :],
                *value[: self._dice.choice((0, 0, 1))],
            ]
        if isinstance(value, str) and self._dice.random() < _HALF:
            return self.text([value])
        return self._dice.choice(_VALUES)

    def _object(self, value: dict[str, Any]) -> dict[str, Any]:
        key = self._dice.choice(list(value))
        match self._dice.randrange(8):
            case 0:
                return {name: each for name, each in value.items() if name != key}
            case 1:
                return {**value, self.text([key]): value[key]}
            case _:
                return {**value, key: self._spoilt(value[key])}

    def _slice(self, length: int) -> tuple[int, int]:
        first, second = self._dice.randint(0, length), self._dice.randint(0, length)
        return min(first, second), max(first, second)

    def _sign(self) -> str:
        return chr(self._dice.choice((self._dice.randrange(0x20, 0x100), self._dice.randrange(0x100, 0x2000))))
