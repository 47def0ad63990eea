"""The contributions of one month, line by line."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.insurance.levels import insured_cap, rate, reference_level
from donghanh.calculators.result import whole_dong
from donghanh.calculators.values import Rates

FUNDS = {
    "employee_social": ("pension_employee",),
    "employee_health": ("health_employee",),
    "employee_unemployment": ("unemployment_employee",),
    "employer_social": ("pension_employer", "sickness_employer", "accident_employer"),
    "employer_health": ("health_employer",),
    "employer_unemployment": ("unemployment_employer",),
}


@dataclass(frozen=True, slots=True)
class Month:
    """What is paid for one month in whole đồng; totals add rounded lines, so that a payslip adds up."""

    insured_salary: int
    health_salary: int
    unemployment_salary: int
    percents: tuple[tuple[str, Decimal], ...]

    @property
    def lines(self) -> dict[str, int]:
        """Return each line, rounded once."""
        return {name: whole_dong(self.base(name) * percent / 100) for name, percent in self.percents}

    def base(self, line: str) -> int:
        """Return the salary that a line is paid on."""
        _, fund = line.split("_")
        return {"health": self.health_salary, "unemployment": self.unemployment_salary}.get(fund, self.insured_salary)


def month_of(answers: Answers, rates: Rates, first: date) -> Month:
    """Work out the month that begins on a day."""
    floored = max(answers.money("salary"), reference_level(rates, first))
    return Month(
        insured_salary=min(floored, insured_cap(rates, first)),
        health_salary=min(floored, _health_cap(rates, first)),
        unemployment_salary=min(floored, _unemployment_cap(answers, rates, first)),
        percents=tuple(
            (line, sum((_percent(answers, rates, first, fund) for fund in funds), Decimal(0)))
            for line, funds in FUNDS.items()
        ),
    )


def _health_cap(rates: Rates, first: date) -> int:
    return int(rate(rates, "health_salary_cap", first) * reference_level(rates, first))


def _unemployment_cap(answers: Answers, rates: Rates, first: date) -> int:
    """Return the highest salary that pays unemployment insurance, nothing for foreign workers."""
    if answers.choice("worker") == "foreign":
        return 0
    wage = rate(rates, "minimum_wage_month", first, answers.choice("region"))
    return int(rate(rates, "unemployment_salary_cap", first) * wage)


def _percent(answers: Answers, rates: Rates, first: date, fund: str) -> Decimal:
    if fund == "accident_employer" and answers.yes("reduced_accident"):
        fund = "accident_reduced_employer"
    return rates.on("contribution", first, fund).amount
