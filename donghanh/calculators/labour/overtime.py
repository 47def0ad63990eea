"""Pay for overtime and for night work, and the check of the hours allowed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.labour.hours_allowed import hours_allowed
from donghanh.calculators.labour.laws import decree_145, labour_code
from donghanh.calculators.labour.overtime_asks import ASKS
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

_PAID_AS = {"holiday_on_rest_day": "holiday", "substitute_day": "rest_day"}


@dataclass(frozen=True, slots=True)
class _Hours:
    """The hours to be paid, sorted by what they earn."""

    kind: str
    day: Decimal
    night: Decimal
    shift: Decimal
    is_after_day_overtime: bool


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the least that is due for overtime and night hours."""
    hours = _hours(answers)
    hourly, step = _hourly(answers)
    steps, total = [step], Decimal(0)
    amounts: list[Amount] = []
    day_percent = rates.on("overtime", day, hours.kind).amount
    if hours.day:
        pay = hourly * day_percent / 100 * hours.day
        total += pay
        steps.append(_step(Words("Làm thêm ban ngày", "Overtime by day"), hourly, day_percent, hours.day, pay))
        amounts.append(_percent("day_percent", Words("Mức ban ngày", "Rate by day"), day_percent))
    if hours.night:
        percent = _night_percent(hours, rates, day, steps)
        pay = hourly * percent / 100 * hours.night
        total += pay
        steps.append(_step(Words("Làm thêm ban đêm", "Overtime at night"), hourly, percent, hours.night, pay))
        amounts.append(_percent("night_percent", Words("Mức ban đêm", "Rate at night"), percent))
    if hours.shift:
        percent = 100 + rates.on("night_premium", day).amount
        pay = hourly * percent / 100 * hours.shift
        total += pay
        steps.append(_step(Words("Ca đêm trong giờ bình thường", "Night shift"), hourly, percent, hours.shift, pay))
        amounts.append(_percent("shift_percent", Words("Mức ca đêm", "Night shift rate"), percent))
    label = Words("Tiền lương làm thêm, làm đêm ít nhất", "Least pay for overtime and night work")
    return Result(
        amounts=[
            Amount("overtime_pay", label, whole_dong(total), "vnd"),
            Amount("hourly_pay", Words("Tiền lương một giờ", "Pay for an hour"), whole_dong(hourly), "vnd_hour"),
            *amounts,
        ],
        steps=steps,
        basis=[labour_code("98"), decree_145("55"), decree_145("57"), labour_code("106"), labour_code("107")],
        explains=[*_explains(answers, hours), *hours_allowed(answers, rates, day, kind=hours.kind)],
        not_covered=NOT_COVERED,
    )


def _hours(answers: Answers) -> _Hours:
    by_day, by_night = answers.decimal("day_hours"), answers.decimal("night_hours")
    if answers.yes("night"):
        by_day, by_night = Decimal(0), by_day + by_night
    shift = answers.decimal("night_shift_hours")
    if not by_day + by_night + shift:
        words = Words("Chưa có số giờ: ghi số giờ đã làm vào day_hours, night_hours hoặc night_shift_hours.",
                      "There are no hours: give day_hours, night_hours or night_shift_hours.")  # fmt: skip
        raise WrongAnswers(Fault("day_hours", words))
    chosen = answers.choice("day")
    before = answers.yes("after_day_overtime") if answers.has("after_day_overtime") else by_day > 0
    return _Hours(_PAID_AS.get(chosen, chosen), by_day, by_night, shift, before)


def _hourly(answers: Answers) -> tuple[Decimal, Step]:
    words = Words("Tiền lương một giờ của công việc", "Pay for one hour of the job")
    if answers.has("hourly_pay"):
        hourly = answers.decimal("hourly_pay")
        return hourly, Step(words, Words("như đã ghi", "as given"), _dong(hourly))
    if not answers.has("salary"):
        missing = Words("Chưa có tiền lương: ghi lương tháng (salary) hoặc lương một giờ (hourly_pay).",
                        "There is no pay: give the monthly pay (salary) or the hour's (hourly_pay).")  # fmt: skip
        raise WrongAnswers(Fault("salary", missing))
    salary, hours = answers.money("salary"), answers.decimal("normal_hours")
    hourly = salary / hours
    return hourly, Step(words, Words("{salary} ÷ {hours}", "{salary} ÷ {hours}").fill(salary=salary, hours=hours),
                        _dong(hourly))  # fmt: skip


def _night_percent(hours: _Hours, rates: Rates, day: date, steps: list[Step]) -> Decimal:
    overtime = rates.on("overtime", day, hours.kind).amount
    premium = rates.on("night_premium", day).amount
    added = rates.on("night_overtime_premium", day).amount
    key = "weekday_after_overtime" if hours.kind == "weekday" and hours.is_after_day_overtime else hours.kind
    base = rates.on("night_overtime_base", day, key).amount
    percent = overtime + premium + added * base / 100
    formula = Words("{a} % + {b} % + {c} % × {d} %", "{a}% + {b}% + {c}% × {d}%")
    steps.append(
        Step(
            Words("Mức trả cho một giờ làm thêm ban đêm", "Rate for an hour of overtime at night"),
            formula.fill(a=overtime, b=premium, c=added, d=base),
            Words("{percent} %", "{percent}%").fill(percent=percent),
        )
    )
    return percent


def _step(words: Words, hourly: Decimal, percent: Decimal, hours: Decimal, pay: Decimal) -> Step:
    formula = Words("{hourly} × {percent} % × {hours} giờ", "{hourly} × {percent}% × {hours} hours")
    return Step(words, formula.fill(hourly=_two(hourly), percent=percent, hours=hours), _dong(pay))


def _percent(code: str, label: Words, percent: Decimal) -> Amount:
    return Amount(code, label, percent, "percent")


def _two(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def _dong(amount: Decimal) -> Words:
    return Words("{n} đồng", "{n} VND").fill(n=_two(amount))


def _explains(answers: Answers, hours: _Hours) -> list[Words]:
    said: list[Words] = []
    if answers.choice("day") == "holiday_on_rest_day":
        said.append(Words("Ngày lễ trùng ngày nghỉ hằng tuần: trả theo mức ngày lễ.",
                          "A holiday on a weekly day of rest is paid as a holiday."))  # fmt: skip
    if answers.choice("day") == "substitute_day":
        said.append(Words("Ngày nghỉ bù: trả theo mức ngày nghỉ hằng tuần.",
                          "A day off in lieu is paid as a weekly day of rest."))  # fmt: skip
    if hours.kind == "holiday" and answers.yes("paid_by_day"):
        said.append(Words("Bạn hưởng lương ngày: ngoài số tiền này còn được trả tiền lương của chính ngày lễ, tết đó.",
                          "You are paid by the day: the day's own pay comes on top of this amount."))  # fmt: skip
    if hours.shift:
        said.append(Words("Ca đêm trong giờ bình thường: số này gồm cả 100 % tiền lương giờ đó, phần trả thêm là 30 %.",
                          "Night shift: the ordinary 100% of those hours is in the amount; 30% is extra."))  # fmt: skip
    if hours.night and hours.kind == "weekday":
        said.append(
            Words("Trước đó có làm thêm ban ngày, nên phần 20 % tính trên mức làm thêm ban ngày.",
                  "Overtime by day came first, so the 20% are counted on the rate of overtime by day.")
            if hours.is_after_day_overtime
            else Words("Trước đó không làm thêm ban ngày, nên phần 20 % tính trên mức ngày thường.",
                       "No overtime by day came first, so the 20% are counted on ordinary pay.")
        )  # fmt: skip
    return said


NOT_COVERED = [
    Words("Mức cao hơn theo hợp đồng, thỏa ước tập thể hoặc quy chế của công ty.",
          "Higher rates of the contract, the collective agreement or the company's rules."),
    Words("Lương sản phẩm: dùng cùng tỷ lệ, thay tiền lương giờ bằng đơn giá sản phẩm và số giờ bằng số sản phẩm.",
          "Piece rates: the same rates, with the price of a piece for the hour's pay and pieces for hours."),
    Words("Công việc có thời giờ làm việc đặc biệt (vận tải, hàng không, trên biển …).",
          "Work with special hours (transport, aviation, at sea …)."),
]  # fmt: skip

register(
    Calculator(
        name="overtime",
        title=Words("Tiền làm thêm giờ, làm đêm", "Overtime and night pay"),
        summary=Words("Tính tiền làm thêm ngày thường, ngày nghỉ, ngày lễ, ban đêm và đối chiếu số giờ được làm thêm.",
                      "Pay for overtime on ordinary days, days of rest, holidays and at night, and the hours allowed."),
        topics=("wages", "working_time"),
        asks=ASKS,
        work=work,
        cites=(labour_code("98"), labour_code("106"), labour_code("107"), decree_145("55"), decree_145("56"),
               decree_145("57"), decree_145("60")),
        lay_words=("tăng ca", "làm thêm", "ot", "làm đêm", "ca đêm", "làm chủ nhật", "làm ngày lễ", "làm tết",
                   "overtime"),
        aliases=("ot", "overtime-pay", "lam-them", "lam-them-gio", "night-pay"),
    )
)  # fmt: skip
