"""The levels in force: those that come with the product, with the officers' approved changes laid over them."""

from dataclasses import dataclass

from donghanh.calculators.dated import DatedRates, shipped_values
from donghanh.calculators.models import RateChange
from donghanh.calculators.rate_names import rate_name
from donghanh.calculators.values import Value


@dataclass(frozen=True, slots=True)
class Level:
    """A level or rate with all its values over time, the newest first."""

    code: str
    key: str
    values: list[Value]

    @property
    def name(self) -> str:
        """Return its name in Vietnamese, by which lists are sorted."""
        return rate_name(self.code, self.key).vi


def rates_in_force() -> DatedRates:
    """Return the levels and rates to reckon with; one statement."""
    values = {(value.code, value.key, value.starts_on): value for value in shipped_values()}
    for change in RateChange.objects.in_use():
        values[change.code, change.key, change.starts_on] = change.as_value()
    return DatedRates(values.values())


def levels() -> list[Level]:
    """Return every level with its values over time, in the order of the tables."""
    found: dict[tuple[str, str], list[Value]] = {}
    for value in rates_in_force():
        found.setdefault((value.code, value.key), []).insert(0, value)
    return [Level(code, key, values) for (code, key), values in found.items()]
