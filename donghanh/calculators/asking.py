"""What a calculator asks, and the reading of what people type: the only home of number and date formats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.reading import CannotRead, read_date, read_decimal, read_month, read_number, read_yes_no
from donghanh.calculators.units import UNITS
from donghanh.calculators.words import Words
from donghanh.kernel.text import clean, fold

Kind = Literal["money", "date", "choice", "whole", "decimal", "yes_no"]
Answer = int | Decimal | date | str | bool
NO_WORDS = Words("", "")
_DAY_HINT = Words("ghi ngày như 31/12/2026", "write a day like 31/12/2026")
_MONTH_HINT = Words("ghi tháng như 12/2026", "write a month like 12/2026")


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; ``aliases`` are read as it, without regard to case and accents."""

    value: str
    label: Words
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing a calculator asks for; ``aliases`` are other names programs may give it."""

    name: str
    label: Words
    kind: Kind
    help: Words = NO_WORDS
    required: bool = True
    least: int | Decimal | None = None
    most: int | Decimal | None = None
    choices: tuple[Choice, ...] = ()
    default: Answer | None = None
    aliases: tuple[str, ...] = ()
    unit: str = ""
    """A code of units, shown beside the field."""
    rare: bool = False
    """Asked in few cases only: pages fold it away."""
    by_month: bool = False
    """A date of which only the month matters: 06/2026 is answer enough."""


class Answers:
    """What was answered, read; a getter of another kind than the ask's is a fault of the calculator."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self._answers = dict(answers)

    def has(self, name: str) -> bool:
        """Tell whether a question has an answer, typed or by default."""
        return name in self._answers

    def money(self, name: str) -> int:
        """Return an amount of đồng."""
        return self.whole(name)

    def whole(self, name: str) -> int:
        """Return a whole number."""
        return int(self.decimal(name))

    def decimal(self, name: str) -> Decimal:
        """Return a number that may have decimals."""
        answer = self._answers[name]
        if isinstance(answer, bool) or not isinstance(answer, int | Decimal):
            raise TypeError(f"The answer “{name}” is no number: {answer!r}.")
        return Decimal(answer)

    def day(self, name: str) -> date:
        """Return a day."""
        answer = self._answers[name]
        if not isinstance(answer, date):
            raise TypeError(f"The answer “{name}” is no day: {answer!r}.")
        return answer

    def choice(self, name: str) -> str:
        """Return the value of the chosen answer."""
        return str(self._answers[name])

    def yes(self, name: str) -> bool:
        """Tell whether the answer is yes; no answer is no."""
        return bool(self._answers.get(name, False))

    def as_told(self) -> dict[str, int | float | str | bool]:
        """Return the answers as programs are told them: days in ISO form."""
        return {name: _plain(answer) for name, answer in self._answers.items()}


def _plain(answer: Answer) -> int | float | str | bool:
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, Decimal):
        return int(answer) if answer == int(answer) else float(answer)
    return answer


def read_answers(asks: tuple[Ask, ...], raw: Mapping[str, str]) -> Answers:
    """Read what was typed, or raise one :class:`WrongAnswers` with every fault there is."""
    faults: list[Fault] = []
    read: dict[str, Answer] = {}
    typed = _by_name(asks, raw, faults)
    for ask in asks:
        text = typed.get(ask.name, "")
        if text:
            try:
                read[ask.name] = _read(ask, text)
            except CannotRead as wrong:
                faults.append(Fault(ask.name, wrong.words, ask.label))
        elif ask.default is not None:
            read[ask.name] = ask.default
        elif ask.required:
            missing = Words("Chưa có câu trả lời; {hint}.", "There is no answer; {hint}.").fill(hint=_hint(ask))
            faults.append(Fault(ask.name, missing, ask.label))
    if faults:
        raise WrongAnswers(*faults)
    return Answers(read)


def _by_name(asks: tuple[Ask, ...], raw: Mapping[str, str], faults: list[Fault]) -> dict[str, str]:
    names = {_key(name): ask.name for ask in asks for name in (ask.name, *ask.aliases)}
    typed: dict[str, str] = {}
    for key, text in raw.items():
        name = names.get(_key(key))
        if name is None:
            words = Words("Không có mục “{key}”. Các mục là: {names}.", "There is no “{key}”. Use: {names}.")
            faults.append(Fault("", words.fill(key=key, names=", ".join(ask.name for ask in asks))))
        elif clean(text):
            typed[name] = clean(text)
    return typed


def _key(name: str) -> str:
    return fold(name).replace("-", "_").replace(" ", "_")


def _read(ask: Ask, text: str) -> Answer:
    if ask.kind == "date":
        return read_month(text) if ask.by_month else read_date(text)
    if ask.kind == "yes_no":
        return read_yes_no(text)
    if ask.kind == "choice":
        return _chosen(ask, text)
    number = _number(ask, text)
    _within(ask, number, text)
    if ask.kind == "decimal":
        return number
    if number != int(number):
        words = Words("“{text}” không phải số nguyên; {hint}.", "“{text}” is not a whole number; {hint}.")
        raise CannotRead(words.fill(text=text, hint=_hint(ask)))
    return int(number)


def _number(ask: Ask, text: str) -> Decimal:
    bare = _without_unit(ask, text)
    try:
        return read_decimal(bare) if ask.kind == "decimal" else read_number(bare)
    except CannotRead:
        if ask.kind == "money":
            raise
        words = Words("“{text}” không phải một số; {hint}.", "“{text}” is not a number; {hint}.")
        raise CannotRead(words.fill(text=text, hint=_hint(ask))) from None


def _without_unit(ask: Ask, text: str) -> str:
    """Drop the unit of the question after a number: “7 năm” where years are asked; another unit stays a fault."""
    if not ask.unit:
        return text
    unit = UNITS[ask.unit]
    ends = [word for word in (unit.vi, unit.en) if word and fold(text).endswith(fold(word))]
    return text[: -len(ends[0])].rstrip() or text if ends else text


def _chosen(ask: Ask, text: str) -> str:
    wanted = _key(text)
    for choice in ask.choices:
        if wanted in {_key(word) for word in (choice.value, choice.label.vi, choice.label.en, *choice.aliases)}:
            return choice.value
    words = Words("“{text}” không có trong các lựa chọn; {hint}.", "“{text}” is not a choice; {hint}.")
    raise CannotRead(words.fill(text=text, hint=_hint(ask)))


def _within(ask: Ask, number: Decimal, text: str) -> None:
    too_small = ask.least is not None and number < ask.least
    too_big = ask.most is not None and number > ask.most
    if too_small or too_big:
        words = Words("“{text}” nằm ngoài khoảng cho phép; {hint}.", "“{text}” is out of range; {hint}.")
        raise CannotRead(words.fill(text=text, hint=_hint(ask)))


def _hint(ask: Ask) -> Words:
    """Say what to write."""
    if ask.kind == "date":
        return _MONTH_HINT if ask.by_month else _DAY_HINT
    if ask.kind == "yes_no":
        return Words("ghi “có” hoặc “không”", "write “yes” or “no”")
    if ask.kind == "choice":
        known = ", ".join(choice.value for choice in ask.choices)
        return Words("chọn một trong: {known}", "choose one of: {known}").fill(known=known)
    if ask.least is not None and ask.most is not None:
        words = Words("ghi một số từ {least} đến {most}", "write a number from {least} to {most}")
        return words.fill(least=ask.least, most=ask.most)
    if ask.least is not None:
        return Words("ghi một số từ {least} trở lên", "write a number of at least {least}").fill(least=ask.least)
    return Words("ghi một số, ví dụ 5.000.000", "write a number, such as 5000000")
