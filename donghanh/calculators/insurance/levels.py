"""Levels that several calculators of insurance start from."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers, Ask
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.months import months_after
from donghanh.calculators.regions import REGIONS
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words

SOCIAL_INSURANCE_LAW = "41/2024/QH15"
LAW_STARTED = date(2025, 7, 1)
"""The day on which the Social Insurance Law of 2024 came into force; the law before it is not kept here."""

REGION = Ask(
    "region",
    Words("Vùng lương tối thiểu", "Minimum wage region"),
    "choice",
    help=Words("Vùng nơi đơn vị hoạt động.", "The region where the employer works."),
    choices=REGIONS,
    aliases=("vung", "zone", "wage_region"),
)


def law(article: int, clause: str = "", point: str = "") -> Basis:
    """Cite the Social Insurance Law."""
    return Basis(SOCIAL_INSURANCE_LAW, str(article), clause, point)


def rate(rates: Rates, code: str, day: date, key: str = "") -> Decimal:
    """Return a level, or a percentage as a part of one."""
    value = rates.on(code, day, key)
    return value.amount / 100 if value.unit.startswith("percent") else value.amount


def reference_level(rates: Rates, day: date) -> int:
    """Return the reference level, which equals the base salary until that ends."""
    return int(rate(rates, "reference_level", day))


def insured_cap(rates: Rates, day: date) -> int:
    """Return the highest salary that pays social insurance."""
    return int(rate(rates, "insured_salary_cap", day) * reference_level(rates, day))


def insured_cap_before(rates: Rates, day: date, months: int = 1) -> Decimal:
    """Return the highest average salary that the months before that of ``day`` can have paid insurance on.

    Months before the law count as its first month: the cap was the same number of base salaries.
    """
    first = day.replace(day=1)
    caps = [insured_cap(rates, max(months_after(first, -number), LAW_STARTED)) for number in range(1, months + 1)]
    return Decimal(sum(caps)) / months


def need(answers: Answers, *asks: Ask) -> None:
    """Refuse when a question that this case turns on has no answer, naming all of them."""
    missing = [ask for ask in asks if not answers.has(ask.name)]
    if missing:
        sentence = Words(
            "{label} ({name}): trường hợp này cần mục này; hãy điền rồi tính lại.",
            "{label} ({name}): this case needs it; fill it in and work it out again.",
        )
        raise WrongAnswers(*(Fault(ask.name, sentence.fill(label=ask.label, name=ask.name)) for ask in missing))
