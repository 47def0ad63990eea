"""The least pay by region, and whether a pay is below it."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers, Ask, Choice
from donghanh.calculators.calculator import Calculator, noted, register
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.labour.laws import labour_code
from donghanh.calculators.regions import REGIONS
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Basis, Rates, Value
from donghanh.calculators.words import Words

_WEEKS, _MONTHS = 52, 12

PERIODS = (
    Choice("month", Words("Theo tháng", "By the month"), ("monthly", "thang")),
    Choice("hour", Words("Theo giờ", "By the hour"), ("hourly", "gio")),
    Choice("day", Words("Theo ngày", "By the day"), ("daily", "ngay")),
    Choice("week", Words("Theo tuần", "By the week"), ("weekly", "tuan")),
)
ASKS = (
    Ask("region", Words("Vùng nơi công ty hoạt động", "Wage region of the workplace"), "choice", choices=REGIONS,
        help=Words("Hỏi công đoàn hoặc xem hợp đồng nếu chưa biết vùng.", "Ask your union if you do not know it."),
        aliases=("zone", "vung", "wage_region")),
    Ask("pay", Words("Mức lương của công việc, để đối chiếu", "Pay for the job, to compare"), "money", required=False,
        help=Words("Không tính phụ cấp, tiền làm thêm, thưởng.", "Without allowances, overtime and bonuses."), least=0,
        unit="vnd", aliases=("salary", "wage", "monthly_salary", "luong", "muc_luong")),
    Ask("paid_by", Words("Trả lương theo", "Paid by"), "choice", choices=PERIODS, default="month",
        aliases=("period", "per", "pay_period", "unit", "tra_theo", "type")),
    Ask("month_days", Words("Số ngày làm việc bình thường trong tháng", "Normal working days in a month"), "decimal",
        default=Decimal(26), least=1, most=31, unit="days", rare=True,
        aliases=("working_days", "days_per_month", "ngay_cong")),
    Ask("probation", Words("Đang thử việc", "On probation"), "yes_no", default=False,
        aliases=("on_probation", "is_probation", "thu_viec")),
    Ask("until", Words("Đến ngày, nếu hỏi cả một khoảng thời gian", "To the day, for a stretch of time"),
        "date", required=False, rare=True, aliases=("to", "end", "to_day", "den_ngay")),
)  # fmt: skip


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Say the least pay, on each side of a change when the time asked about holds one."""
    if not answers.has("until"):
        return _result(answers, rates, day)
    until = answers.day("until")
    if until < day:
        words = Words("Ngày {until} trước ngày {day}; ghi ngày cuối của khoảng thời gian.",
                      "The day {until} is before {day}; give the last day of the time.")  # fmt: skip
        raise WrongAnswers(Fault("until", words.fill(until=until, day=day)))
    levels = rates.between(_code(answers), day, until, answers.choice("region"))
    parts = [_part(answers, rates, level, first=day, last=until) for level in levels]
    result = _result(answers, rates, day)
    if len(parts) > 1:
        result.parts = parts
        result.explains.insert(
            0,
            Words("Mức thay đổi trong khoảng thời gian này: xem từng phần bên dưới; số ở trên là của ngày {day}.",
                  "The level changes within this time: see each part; the figure above is for {day}.").fill(day=day),
        )  # fmt: skip
    return result


def _part(answers: Answers, rates: Rates, level: Value, *, first: date, last: date) -> Result:
    starts = max(first, level.starts_on)
    ends = min(last, level.ends_on) if level.ends_on else last
    part = noted(_result, answers, rates, starts)
    part.title = Words("Từ {first} đến {last}", "From {first} to {last}").fill(first=starts, last=ends)
    return part


def _code(answers: Answers) -> str:
    return "minimum_wage_hour" if answers.choice("paid_by") == "hour" else "minimum_wage_month"


def _result(answers: Answers, rates: Rates, day: date) -> Result:
    level = rates.on(_code(answers), day, answers.choice("region"))
    least, steps = level.amount, []
    if answers.yes("probation"):
        share = rates.on("probation_pay", day).amount
        least = least * share / 100
        formula = Words("{level} × {share} %", "{level} × {share}%").fill(level=level.amount, share=share)
        words = Words(
            "Thử việc: ít nhất {share} % lương của công việc", "Probation: at least {share}% of the job's pay"
        )
        steps.append(Step(words.fill(share=share), formula, _dong(least)))
    amounts = [Amount("minimum", Words("Mức thấp nhất", "Least pay"), whole_dong(least), level.unit)]
    explains: list[Words] = []
    if answers.has("pay"):
        _compare(answers, least, level.unit, amounts, steps, explains)
    return Result(
        amounts=amounts,
        steps=steps,
        basis=[level.basis, labour_code("90", "2"), labour_code("91"), *_probation_basis(answers)],
        explains=explains,
        not_covered=NOT_COVERED,
    )


def _compare(
    answers: Answers, least: Decimal, unit: str, amounts: list[Amount], steps: list[Step], explains: list[Words]
) -> None:
    """Bring the pay to the time the level counts in, and say what is missing."""
    pay, formula = _in_level_time(answers)
    gap = whole_dong(max(least - pay, Decimal(0)))
    amounts.append(Amount("pay", Words("Mức lương của bạn", "Your pay"), whole_dong(pay), unit))
    amounts.append(Amount("shortfall", Words("Còn thiếu", "Missing"), gap, unit))
    steps.append(Step(Words("Mức lương của bạn", "Your pay"), formula, _dong(pay)))
    if gap:
        explains.append(
            Words("Mức lương thấp hơn mức thấp nhất {gap} đồng. Công ty phải trả đủ; bạn có thể báo công đoàn.",
                  "The pay is {gap} VND below the least. The employer must pay it in full; you can tell your union.")
            .fill(gap=gap)
        )  # fmt: skip
    else:
        explains.append(Words("Mức lương không thấp hơn mức thấp nhất.", "The pay is not below the least."))
    if answers.yes("probation"):
        explains.append(
            Words("Nếu lương chính thức cao hơn mức tối thiểu, tiền thử việc phải đạt 85 % của lương đó.",
                  "When the full pay is above the minimum, probation pay is at least 85% of that pay.")
        )  # fmt: skip


def _in_level_time(answers: Answers) -> tuple[Decimal, Words]:
    pay, paid_by = answers.decimal("pay"), answers.choice("paid_by")
    if paid_by == "week":
        return pay * _WEEKS / _MONTHS, Words("{pay} × 52 ÷ 12", "{pay} × 52 ÷ 12").fill(pay=pay)
    if paid_by == "day":
        days = answers.decimal("month_days")
        return pay * days, Words("{pay} × {days} ngày", "{pay} × {days} days").fill(pay=pay, days=days)
    return pay, Words("như đã ghi", "as given")


def _probation_basis(answers: Answers) -> list[Basis]:
    return [labour_code("26")] if answers.yes("probation") else []


def _dong(amount: Decimal) -> Words:
    return Words("{n} đồng", "{n} VND").fill(n=whole_dong(amount))


NOT_COVERED = [
    Words("Địa bàn thuộc vùng nào: phụ lục của nghị định, hiện bạn tự chọn vùng.",
          "Which place is in which region: an annex of the decree; you choose the region."),
    Words("Làm không trọn thời gian: so theo giờ.", "Part time: compare by the hour."),
    Words("Mức cao hơn theo hợp đồng hoặc thỏa ước tập thể.", "Higher pay by contract or collective agreement."),
]  # fmt: skip

register(
    Calculator(
        name="minimum-wage",
        title=Words("Lương tối thiểu vùng", "Minimum wage"),
        summary=Words("Xem mức lương tối thiểu tháng, giờ theo vùng và đối chiếu với lương của bạn.",
                      "The least pay by month or hour in each region, compared with yours."),
        topics=("wages",),
        asks=ASKS,
        work=work,
        cites=(labour_code("90"), labour_code("91"), labour_code("26"), Basis("293/2025/NĐ-CP", "3"),
               Basis("293/2025/NĐ-CP", "4")),
        lay_words=("lương tối thiểu", "lương thấp", "lương thử việc", "lương cơ bản", "minimum wage", "lương vùng"),
        aliases=("min-wage", "luong-toi-thieu", "luong-toi-thieu-vung", "minimum-wage-check"),
    )
)  # fmt: skip
