"""The list of calculators, and the one door through which pages, programs and the command line use them.

A calculator is plain Python: asks, one function ``work(answers, rates, day)``, and words in both languages. It raises
:class:`donghanh.calculators.errors.Refusal` (or ``WrongAnswers``) rather than guess.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from donghanh.calculators.asking import Answers, Ask, read_answers
from donghanh.calculators.errors import UnknownCalculator
from donghanh.calculators.result import Result
from donghanh.calculators.values import TRUSTED_FOR, Basis, Rates, Value
from donghanh.calculators.words import Words

Work = Callable[[Answers, Rates, date], Result]
NOTHING = Words(
    "Bằng 0 vì số tiền, số tháng hoặc số ngày bạn ghi bằng 0.", "Nothing, because a sum, months or days given are 0."
)
"""Said of a nought that the calculator itself did not explain."""
FAR_AHEAD = Words(
    "Ngày {day} còn xa: kết quả theo luật đã đối chiếu ngày {checked}, đến lúc đó có thể đã thay đổi.",
    "{day} is far ahead: the answer is by the law compared on {checked}, which may have changed by then.",
)


@dataclass(frozen=True, slots=True)
class Calculator:
    """One thing that can be worked out."""

    name: str
    title: Words
    summary: Words
    topics: tuple[str, ...]
    """Codes of topics of the library."""
    asks: tuple[Ask, ...]
    work: Work
    cites: tuple[Basis, ...]
    """The articles it was built from; when one changes, the page says so."""
    lay_words: tuple[str, ...] = ()
    """What people type when they need it: “nợ lương”, “nghỉ đẻ”."""
    aliases: tuple[str, ...] = ()
    """Other names on the command line."""


_known: dict[str, Calculator] = {}


def register(one: Calculator) -> Calculator:
    """Put a calculator on the list."""
    _known[one.name] = one
    return one


def calculators() -> list[Calculator]:
    """Return every calculator, in the order in which they were put on the list."""
    return list(_known.values())


def calculator(name: str) -> Calculator:
    """Return the calculator of a name or alias, or raise :class:`UnknownCalculator`."""
    wanted = name.strip().lower().replace("_", "-")
    for one in _known.values():
        if wanted in {one.name, *one.aliases}:
            return one
    raise UnknownCalculator(name, list(_known))


def calculate(one: Calculator, raw: Mapping[str, str], *, rates: Rates, on: date) -> Result:
    """Read the answers and work the result out as of a day."""
    return noted(one.work, read_answers(one.asks, raw), rates, on)


def noted(work: Work, answers: Answers, rates: Rates, on: date) -> Result:
    """Work a result out and note the values that were looked up for it; also for one part of a result."""
    used = _Noting(rates)
    result = work(answers, used, on)
    if not result.main.value and not result.explains:
        result.explains.append(NOTHING)
    if not result.values:
        result.values = list(used.values)
    result.explains += _far_ahead(result.values, on)
    return result


def _far_ahead(values: list[Value], on: date) -> list[Words]:
    """Say so when a day lies so far ahead that rules without an end can no longer be counted on."""
    compared = [value.checked_on for value in values if value.ends_on is None and value.checked_on]
    if not compared or on <= min(compared) + TRUSTED_FOR:
        return []
    return [FAR_AHEAD.fill(day=on, checked=min(compared))]


class _Noting:
    """Rates that remember what was asked of them."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self.values: dict[Value, None] = {}

    def on(self, code: str, day: date, key: str = "") -> Value:
        value = self._rates.on(code, day, key)
        self.values[value] = None
        return value

    def between(self, code: str, first: date, last: date, key: str = "") -> list[Value]:
        values = self._rates.between(code, first, last, key)
        self.values.update(dict.fromkeys(values))
        return values
