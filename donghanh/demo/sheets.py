"""A small picture of a signed attendance sheet, drawn without any library."""

import struct
import zlib
from random import Random

_WIDTH, _HEIGHT = 420, 594
_TOP, _LINE, _MARGIN = 70, 20, 30
_ROWS = (_HEIGHT - _TOP - _MARGIN) // _LINE
_WHITE, _INK, _BLUE = 255, 60, 120


def sign_sheet(dice: Random, count: int) -> bytes:
    """Draw a sheet with as many signatures as fit on its first page, as a grey PNG."""
    page = [bytearray([_WHITE] * _WIDTH) for _ in range(_HEIGHT)]
    page[30][120:300] = bytes([_INK] * 180)
    for row in range(_ROWS + 1):
        page[_TOP + row * _LINE][_MARGIN : _WIDTH - _MARGIN] = bytes([_INK] * (_WIDTH - 2 * _MARGIN))
    for row in range(min(count, _ROWS)):
        _sign(page, dice, _TOP + row * _LINE + _LINE // 2)
    return _png(page)


def _sign(page: list[bytearray], dice: Random, middle: int) -> None:
    """Draw a printed name on the left and a wavering signature on the right."""
    end = 60 + dice.randint(70, 150)
    page[middle][60:end] = bytes([_INK] * (end - 60))
    height = 0
    for column in range(280, 280 + dice.randint(40, 90)):
        height = max(-7, min(7, height + dice.choice((-2, -1, 1, 2))))
        page[middle + height][column] = _BLUE


def _png(page: list[bytearray]) -> bytes:
    lines = b"".join(b"\x00" + bytes(line) for line in page)
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 0, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(lines, 3)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
