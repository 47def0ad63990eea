"""Why a calculator does not answer: each says what is wrong, with the value, and what to do, in both languages."""

from dataclasses import dataclass
from datetime import date

from donghanh.calculators.rate_names import rate_name
from donghanh.calculators.words import Words
from donghanh.kernel.errors import DomainError


class Refusal(DomainError):
    """A calculator does not answer; ``words`` holds the sentence in both languages."""

    code = "cannot_calculate"

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words.vi)


class UnknownCalculator(Refusal):
    """No calculator has this name."""

    code = "unknown_calculator"

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(
            Words(
                "Không có bảng tính “{name}”. Chọn một trong: {known}.",
                "There is no calculator “{name}”. Choose one of: {known}.",
            ).fill(name=name, known=", ".join(known))
        )


class NotKnownOn(Refusal):
    """A level or rate is not known for a day; ``known_from`` and ``known_to`` bound what is known."""

    code = "not_known_on"

    def __init__(self, code: str, key: str, day: date, known_from: date | None, known_to: date | None) -> None:
        self.rate, self.key, self.day, self.known_from, self.known_to = code, key, day, known_from, known_to
        name = rate_name(code, key)
        if known_from is None:
            words = Words("Chưa có mức “{name}” trong hệ thống.", "No level “{name}” is kept here.")
            super().__init__(words.fill(name=name))
        elif known_to is None:
            words = Words(
                "Mức “{name}” được biết từ ngày {first}, chưa biết cho ngày {day}. Chọn một ngày từ {first} trở đi.",
                "The level “{name}” is known from {first}, not for {day}. Choose a day from {first} on.",
            )
            super().__init__(words.fill(name=name, day=day, first=known_from))
        else:
            words = Words(
                "Mức “{name}” được biết từ ngày {first} đến ngày {last}, chưa biết cho ngày {day}. "
                "Chọn một ngày trong khoảng đó.",
                "The level “{name}” is known from {first} to {last}, not for {day}. Choose a day within.",
            )
            super().__init__(words.fill(name=name, day=day, first=known_from, last=known_to))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one answer; ``name`` is the field's, "" when the fault belongs to none."""

    name: str
    words: Words
    label: Words | None = None
    """The question, for readers who do not see the fault beside it."""

    @property
    def whole(self) -> Words:
        """Return the sentence with the question before it."""
        if self.label is None:
            return self.words
        named = Words("{label} ({name}): {words}", "{label} ({name}): {words}")
        return named.fill(label=self.label, name=self.name, words=self.words)


class WrongAnswers(Refusal):
    """Some answers cannot be used; ``faults`` names each of them."""

    code = "wrong_answers"

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__(
            Words(vi=" ".join(fault.whole.vi for fault in faults), en=" ".join(fault.whole.en for fault in faults))
        )
