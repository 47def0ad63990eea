"""Time worked for an employer as severance and job-loss pay count it: less insured and paid time, in half years."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from donghanh.calculators.asking import Answers, Ask
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.months import months_of_years
from donghanh.calculators.result import Step
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

_YEAR = 12

TIME_ASKS = (
    Ask("years", Words("Số năm đã làm việc", "Years worked"), "decimal", least=0, most=60, unit="years", required=False,
        help=Words("Gồm cả thử việc, nghỉ ốm, thai sản, nghỉ phép.", "With probation, sick, maternity, annual leave."),
        aliases=("total_years", "worked_years", "years_worked", "service_years", "years_of_service", "so_nam", "nam")),
    Ask("months", Words("và số tháng lẻ", "and months"), "decimal", least=0, most=720, unit="months", required=False,
        aliases=("total_months", "worked_months", "months_worked", "service_months", "so_thang", "thang")),
    Ask("started_on", Words("Hoặc: ngày vào làm", "Or: first day of work"), "date", required=False,
        rare=True, aliases=("start", "started", "start_date", "from", "ngay_vao_lam")),
    Ask("ended_on", Words("và ngày làm việc cuối cùng", "and last day of work"), "date", required=False,
        help=Words("Bỏ trống: ngày đang xem.", "Left empty: the day looked at."),
        rare=True, aliases=("end", "ended", "end_date", "to", "last_day", "ngay_nghi_viec")),
    Ask("insured_years", Words("Số năm đã tham gia bảo hiểm thất nghiệp", "Years in unemployment insurance"), "decimal",
        least=0, most=60, unit="years", required=False,
        aliases=("ui_years", "unemployment_insurance_years", "years_insured", "years_in_ui", "bhtn_years", "nam_bhtn",
                 "so_nam_bhtn", "so_nam_dong_bhtn")),
    Ask("insured_months", Words("và số tháng lẻ", "and months"), "decimal", least=0, most=720, unit="months",
        required=False,
        aliases=("ui_months", "unemployment_insurance_months", "months_insured", "months_in_ui", "bhtn_months",
                 "thang_bhtn", "so_thang_bhtn")),
    Ask("paid_years", Words("Số năm đã được trả trợ cấp trước đây", "Years already paid for"), "decimal", least=0,
        most=60, unit="years", required=False, rare=True, aliases=("years_paid", "already_paid_years", "nam_da_tra")),
    Ask("paid_months", Words("và số tháng lẻ", "and months"), "decimal", least=0, most=720, unit="months",
        required=False, rare=True, aliases=("months_paid", "already_paid_months", "thang_da_tra")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """Months worked, and what of them is still to be paid for."""

    worked: Decimal
    insured: Decimal
    paid: Decimal
    years: Decimal
    """Years to pay for, in halves."""

    @property
    def left(self) -> Decimal:
        """Return the months to pay for, before counting in half years."""
        return max(self.worked - self.insured - self.paid, Decimal(0))

    def steps(self) -> list[Step]:
        """Show how the years to pay for come about."""
        unit = Words("{n} tháng", "{n} months")
        return [
            Step(
                Words("Thời gian được tính", "Time counted"),
                Words("{worked} − {insured} − {paid} tháng", "{worked} − {insured} − {paid} months").fill(
                    worked=self.worked, insured=self.insured, paid=self.paid
                ),
                unit.fill(n=self.left),
            ),
            Step(
                Words("Làm tròn tháng lẻ", "Odd months rounded"),
                Words("đến 6 tháng lẻ = ½ năm, trên 6 tháng = 1 năm", "up to 6 = ½ year, over 6 = 1 year"),
                Words("{n} năm", "{n} years").fill(n=self.years),
            ),
        ]


def service_time(answers: Answers, rates: Rates, day: date) -> ServiceTime:
    """Read the time worked and count what is to be paid for, or say what is missing."""
    worked = _worked(answers, day)
    insured, paid = _months(answers, "insured_"), _months(answers, "paid_")
    if insured > worked:
        words = Words(
            "Thời gian bảo hiểm thất nghiệp ({insured} tháng) dài hơn thời gian làm việc ({worked} tháng). "
            "Chỉ ghi thời gian đóng khi làm cho công ty này.",
            "Time in unemployment insurance ({insured} months) is longer than the time worked ({worked} months). "
            "Give only the time insured while working for this employer.",
        )
        raise WrongAnswers(Fault("insured_years", words.fill(insured=insured, worked=worked)))
    half = rates.on("allowance_half_year", day).amount
    return ServiceTime(worked, insured, paid, half_years(max(worked - insured - paid, Decimal(0)), half=half))


def law_of(answers: Answers, day: date) -> date:
    """Return the day whose law applies: the last day of work when it was told."""
    return answers.day("ended_on") if answers.has("ended_on") else day


def half_years(months: Decimal, *, half: Decimal) -> Decimal:
    """Count months as years: a rest up to ``half`` months is half a year, a longer one a whole year."""
    years, rest = divmod(months, _YEAR)
    if not rest:
        return years
    return years + (Decimal("0.5") if rest <= half else 1)


def months_between(first: date, last: date) -> Decimal:
    """Return the months from ``first`` to ``last``, both days counted; a part of a month as thirtieths."""
    after = last + timedelta(days=1)
    months = (after.year - first.year) * _YEAR + after.month - first.month
    days = after.day - first.day
    if days < 0:
        months -= 1
        days = max(30 + days, 1)
    return months + (Decimal(min(days, 29)) / 30).quantize(Decimal("0.01"), rounding=ROUND_FLOOR)


def _worked(answers: Answers, day: date) -> Decimal:
    if answers.has("started_on"):
        first, last = answers.day("started_on"), law_of(answers, day)
        if last < first:
            words = Words("Ngày cuối {last} trước ngày vào làm {first}; ghi lại hai ngày.",
                          "The last day {last} is before the first {first}; give both days again.")  # fmt: skip
            raise WrongAnswers(Fault("ended_on", words.fill(first=first, last=last)))
        return months_between(first, last)
    if not (answers.has("years") or answers.has("months")):
        words = Words("Chưa có thời gian làm việc: ghi years, months hoặc started_on (và ended_on).",
                      "There is no time worked: give years, months, or started_on (and ended_on).")  # fmt: skip
        raise WrongAnswers(Fault("years", words))
    return _months(answers, "")


def _months(answers: Answers, prefix: str) -> Decimal:
    years = answers.decimal(f"{prefix}years") if answers.has(f"{prefix}years") else Decimal(0)
    months = answers.decimal(f"{prefix}months") if answers.has(f"{prefix}months") else Decimal(0)
    return (months_of_years(years) + months).quantize(Decimal("0.01"))
