"""The seal of a snapshot: a pattern that its hash alone decides, so that two seals can be told apart."""

SIZE = 7
"""Cells in each direction; the right half mirrors the left."""


def cells(digest: str) -> list[tuple[int, int]]:
    """Return the filled cells (column, row) that a hexadecimal hash draws."""
    bits = f"{int(digest, 16):0{len(digest) * 4}b}"
    half = SIZE // 2 + 1
    filled = []
    for row in range(SIZE):
        for column in range(half):
            if bits[row * half + column] == "1":
                filled.append((column, row))
                if column != SIZE - 1 - column:
                    filled.append((SIZE - 1 - column, row))
    return sorted(filled)


def short(digest: str) -> str:
    """Return the first and last digits in groups of four: 9f3c 71ae 04d8 b2e6 … 5c10 aa37."""
    groups = [digest[start : start + 4] for start in range(0, len(digest), 4)]
    if len(groups) <= 6:
        return " ".join(groups)
    return " ".join([*groups[:4], "…", *groups[-2:]])
