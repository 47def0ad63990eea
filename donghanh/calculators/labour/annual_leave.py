"""Annual leave: days for the year, seniority, part years, and the money for days not taken."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from donghanh.calculators.asking import Answers, Ask, Choice
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.labour.laws import decree_145, labour_code
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

_YEAR = 12
_SUNDAY = 6
CONDITIONS = (
    Choice("normal", Words("Điều kiện bình thường", "Ordinary conditions"), ("binh_thuong", "ordinary", "12")),
    Choice("hazardous", Words("Nặng nhọc, độc hại, nguy hiểm; người chưa thành niên; người khuyết tật",
                              "Heavy, harmful or dangerous work; minors; people with disabilities"),
           ("heavy", "nang_nhoc", "doc_hai", "minor", "disabled", "chua_thanh_nien", "khuyet_tat", "14")),
    Choice("extreme", Words("Đặc biệt nặng nhọc, độc hại, nguy hiểm", "Specially heavy, harmful or dangerous work"),
           ("especially_hazardous", "very_hazardous", "especially_heavy", "special", "dac_biet_nang_nhoc", "dac_biet",
            "16")),
)  # fmt: skip
ASKS = (
    Ask("conditions", Words("Điều kiện làm việc", "Working conditions"), "choice", choices=CONDITIONS, default="normal",
        aliases=("condition", "work", "job", "type", "kind", "dieu_kien", "job_type")),
    Ask("years", Words("Số năm đã làm cho công ty này", "Full years with this employer"), "decimal", default=Decimal(0),
        least=0, most=60, unit="years",
        aliases=("seniority", "years_worked", "service_years", "years_of_service", "so_nam", "tham_nien")),
    Ask("months", Words("Số tháng làm việc trong năm", "Months worked in the year"), "whole", default=_YEAR, least=0,
        most=_YEAR, unit="months", aliases=("months_worked", "months_in_year", "worked_months", "so_thang")),
    Ask("part_month_days", Words("Tháng làm không trọn: số ngày đi làm và nghỉ có lương",
        "A part month: days worked or on paid leave"), "decimal", required=False, least=0, most=31, unit="days",
        rare=True, aliases=("part_days", "days_in_part_month", "ngay_thang_le")),
    Ask("month_days", Words("Số ngày làm việc bình thường trong tháng", "Normal working days in a month"), "decimal",
        default=Decimal(26), least=1, most=31, unit="days",
        rare=True, aliases=("working_days", "normal_days", "days_per_month", "working_days_per_month", "ngay_cong")),
    Ask("started_on", Words("Hoặc: ngày vào làm", "Or: first day of work"), "date", required=False,
        help=Words("Ghi ngày thì không cần số năm, số tháng.", "With a day, years and months are not needed."),
        rare=True, aliases=("start", "started", "start_date", "ngay_vao_lam", "join_date")),
    Ask("ended_on", Words("và ngày nghỉ việc, nếu có", "and last day of work, if any"), "date", required=False,
        rare=True, aliases=("end", "ended", "end_date", "last_day", "ngay_nghi_viec")),
    Ask("used_days", Words("Số ngày phép đã nghỉ", "Days of leave taken"), "decimal", default=Decimal(0), least=0,
        most=366, unit="days", aliases=("used", "taken", "days_taken", "days_used", "da_nghi")),
    Ask("salary", Words("Khi nghỉ việc: lương hợp đồng tháng trước đó", "On leaving: contract pay of the month before"),
        "money", required=False, least=0, unit="vnd",
        aliases=("monthly_salary", "monthly_pay", "wage", "luong", "luong_thang")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Time:
    """Full years for seniority, and months that count in the year."""

    years: int
    months: int


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work the days of leave out, and the money for those not taken when a pay is given."""
    time = _time(answers, rates, day)
    base = rates.on("annual_leave", day, answers.choice("conditions")).amount
    every = rates.on("annual_leave_seniority", day).amount
    added = time.years // int(every)
    days = (base + added) * time.months / _YEAR
    left = max(days - answers.decimal("used_days"), Decimal(0))
    formula = Words("({base} + {added}) ÷ 12 × {months} tháng", "({base} + {added}) ÷ 12 × {months} months")
    label = Words("Số ngày nghỉ hằng năm", "Days of annual leave")
    result = Result(
        amounts=[
            Amount("days", label, _two(days), "working_days"),
            Amount("days_left", Words("Số ngày còn lại", "Days left"), _two(left), "working_days"),
            Amount(
                "seniority_days", Words("Trong đó thêm theo thâm niên", "Of them for seniority"), added, "working_days"
            ),
        ],
        steps=[
            Step(
                Words("Ngày thêm: mỗi {n} năm một ngày", "Extra days: one for every {n} years").fill(n=every),
                Words("{years} năm ÷ {n}", "{years} years ÷ {n}").fill(years=time.years, n=every),
                _days(Decimal(added)),
            ),
            Step(label, formula.fill(base=base, added=added, months=time.months), _days(days)),
        ],
        basis=[labour_code("113"), labour_code("114"), decree_145("65"), decree_145("66")],
        explains=_explains(days, answers.decimal("used_days")),
        not_covered=NOT_COVERED,
    )
    if answers.has("salary"):
        _add_money(result, left, answers.money("salary"), answers.decimal("month_days"))
    return result


def _add_money(result: Result, left: Decimal, salary: int, month_days: Decimal) -> None:
    pay = whole_dong(salary / month_days * left)
    label = Words("Tiền trả cho ngày chưa nghỉ, khi thôi việc hoặc mất việc", "Money for days not taken, on leaving")
    formula = Words("{salary} ÷ {days} ngày × {left} ngày", "{salary} ÷ {days} days × {left} days")
    result.amounts.append(Amount("pay", label, pay, "vnd"))
    result.steps.append(
        Step(
            label,
            formula.fill(salary=salary, days=month_days, left=_two(left)),
            Words("{n} đồng", "{n} VND").fill(n=pay),
        )
    )
    result.basis.append(decree_145("67", "3"))


def _time(answers: Answers, rates: Rates, day: date) -> _Time:
    share = rates.on("annual_leave_part_month", day).amount / 100
    if answers.has("started_on"):
        return _time_by_days(answers, share, day)
    if answers.has("ended_on"):
        words = Words("Có ngày nghỉ việc thì cần cả ngày vào làm (started_on); hãy ghi thêm.",
                      "With the last day of work the first is needed as well (started_on); add it.")  # fmt: skip
        raise WrongAnswers(Fault("started_on", words))
    months = answers.whole("months")
    if answers.has("part_month_days") and answers.decimal("part_month_days") >= answers.decimal("month_days") * share:
        months = min(months + 1, _YEAR)
    return _Time(int(answers.decimal("years")), months)


def _time_by_days(answers: Answers, share: Decimal, day: date) -> _Time:
    first = answers.day("started_on")
    last = answers.day("ended_on") if answers.has("ended_on") else date(max(day.year, first.year), 12, 31)
    if last < first:
        words = Words("Ngày nghỉ việc {last} trước ngày vào làm {first}; ghi lại hai ngày.",
                      "The last day {last} is before the first {first}; give both days again.")  # fmt: skip
        raise WrongAnswers(Fault("ended_on", words.fill(first=first, last=last)))
    after = last + timedelta(days=1)
    years = after.year - first.year - ((after.month, after.day) < (first.month, first.day))
    months = sum(_counts(date(last.year, month, 1), first, last, share) for month in range(1, _YEAR + 1))
    return _Time(years, months)


def _counts(start: date, first: date, last: date, share: Decimal) -> bool:
    """Tell whether a month counts: at least the share of its days from Monday to Saturday was in employment."""
    days = [start + timedelta(days=number) for number in range(31)]
    workdays = [day for day in days if day.month == start.month and day.weekday() != _SUNDAY]
    return sum(first <= day <= last for day in workdays) >= len(workdays) * share


def _explains(days: Decimal, used: Decimal) -> list[Words]:
    said: list[Words] = []
    if days != int(days):
        said.append(Words("Luật không quy định làm tròn; xem nội quy của công ty.",
                          "The law has no rule for rounding; look into the company's rules."))  # fmt: skip
    if used > days:
        said.append(Words("Bạn đã nghỉ {used} ngày, nhiều hơn số ngày được nghỉ.",
                          "You took {used} days, more than you have.").fill(used=used))  # fmt: skip
    return said


def _two(days: Decimal) -> Decimal:
    return days.quantize(Decimal("0.01"))


def _days(days: Decimal) -> Words:
    return Words("{n} ngày", "{n} days").fill(n=_two(days))


NOT_COVERED = [
    Words("Số ngày nhiều hơn theo hợp đồng, thỏa ước tập thể hoặc nội quy.",
          "More days by the contract, the collective agreement or the company's rules."),
    Words("Nghỉ không lương quá 1 tháng, nghỉ ốm quá 2 tháng, nghỉ tai nạn lao động quá 6 tháng: phần quá không tính.",
          "Unpaid leave over 1 month, sick leave over 2, accident leave over 6: what is over does not count."),
    Words("Ngày đi đường từ ngày thứ ba trở đi.", "Travelling days from the third on."),
]  # fmt: skip

register(
    Calculator(
        name="annual-leave",
        title=Words("Ngày nghỉ hằng năm (phép năm)", "Annual leave"),
        summary=Words("Tính số ngày phép theo điều kiện làm việc, số tháng, thâm niên và tiền cho ngày chưa nghỉ.",
                      "Days of leave by working conditions, months and seniority, and money for days not taken."),
        topics=("working_time",),
        asks=ASKS,
        work=work,
        cites=(labour_code("113"), labour_code("114"), decree_145("65"), decree_145("66"), decree_145("67")),
        lay_words=("phép năm", "nghỉ phép", "ngày phép", "nghỉ hằng năm", "chưa nghỉ hết phép", "tiền phép",
                   "annual leave", "holiday"),
        aliases=("leave", "phep-nam", "nghi-phep", "nghi-hang-nam"),
    )
)  # fmt: skip
