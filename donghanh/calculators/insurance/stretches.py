"""Results over several months: one part for each stretch of months with the same figures, added up."""

from collections.abc import Callable, Hashable
from datetime import date
from itertools import groupby

from donghanh.calculators.result import Amount, Result
from donghanh.calculators.words import Words

STRADDLES = Words(
    "Mức thay đổi trong khoảng thời gian này; mỗi phần tính theo mức của các tháng đó.",
    "The levels change within this time; each part uses the levels of its months.",
)


def stretches(firsts: list[date], key: Callable[[date], Hashable]) -> list[list[date]]:
    """Split months, in order, where their figures change."""
    return [list(months) for _, months in groupby(firsts, key)]


def months_title(stretch: list[date]) -> Words:
    """Name a stretch of months."""
    first, last = f"{stretch[0]:%m/%Y}", f"{stretch[-1]:%m/%Y}"
    if first == last:
        return Words("Tháng {first}", "Month {first}").fill(first=first)
    return Words("Từ tháng {first} đến tháng {last}", "From {first} to {last}").fill(first=first, last=last)


def added_up(parts: list[Result], *, why: Words = STRADDLES) -> Result:
    """Add the đồng amounts of parts up, keep the parts, and say why there are several."""
    sums: dict[str, tuple[Amount, int]] = {}
    for part in parts:
        for amount in part.amounts:
            if amount.unit == "vnd" and isinstance(amount.value, int):
                known = sums.get(amount.code)
                sums[amount.code] = amount, amount.value + (known[1] if known else 0)
    amounts = [Amount(code, amount.label, total, "vnd") for code, (amount, total) in sums.items()]
    return Result(amounts, explains=[why], parts=parts)
