"""What is owed on top of wages paid late."""

from datetime import date

from donghanh.calculators.asking import Answers, Ask
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.labour.laws import labour_code
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

_YEAR = 365
ASKS = (
    Ask("amount", Words("Số tiền lương bị chậm", "Wages paid late"), "money", least=1, unit="vnd",
        aliases=("salary", "wages", "wage", "pay", "so_tien", "luong")),
    Ask("due_on", Words("Ngày phải trả", "Day they were due"), "date", required=False,
        aliases=("due", "due_date", "from", "ngay_phai_tra", "han_tra")),
    Ask("paid_on", Words("Ngày trả; bỏ trống nếu chưa trả", "Day they were paid; empty if not yet"), "date",
        required=False, aliases=("paid", "paid_date", "to", "ngay_tra")),
    Ask("days", Words("Hoặc: số ngày chậm", "Or: days late"), "whole", required=False, least=0, most=3660, unit="days",
        rare=True, aliases=("days_late", "late_days", "so_ngay", "so_ngay_cham")),
    Ask("rate", Words("Lãi suất tiền gửi 1 tháng của ngân hàng trả lương, %/năm",
        "One-month deposit rate of the bank that pays the wages, % a year"), "decimal", least=0, most=30,
        unit="percent", help=Words("Xem trang của ngân hàng nơi công ty mở tài khoản trả lương, tại thời điểm trả.",
                                   "See the website of the employer's bank, on the day of payment."),
        aliases=("interest", "interest_rate", "annual_rate", "bank_rate", "deposit_rate", "lai_suat")),
)  # fmt: skip


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work the interest out, from the fifteenth day of lateness on."""
    days = _days(answers, day)
    due = answers.day("due_on") if answers.has("due_on") else day
    least_days = rates.on("late_wages_interest_from", due).amount
    most_days = rates.on("late_wages_at_most", due).amount
    amount, rate = answers.money("amount"), answers.decimal("rate")
    interest = whole_dong(amount * rate / 100 * days / _YEAR) if days >= least_days else 0
    formula = Words("{amount} × {rate} % × {days} ÷ 365 ngày", "{amount} × {rate}% × {days} ÷ 365 days")
    label = Words("Tiền đền bù ít nhất", "Least compensation")
    explains: list[Words] = []
    if days < least_days:
        explains.append(Words("Chậm {days} ngày: khoản đền bù chỉ bắt buộc khi chậm từ {least} ngày.",
                              "{days} days late: compensation is due from {least} days on.").fill(
            days=days, least=least_days))  # fmt: skip
    if days > most_days:
        explains.append(Words("Chậm quá {most} ngày là trái luật, kể cả khi có lý do bất khả kháng.",
                              "Over {most} days late is unlawful, even with force majeure.").fill(
            most=most_days))  # fmt: skip
    if days:
        explains.append(
            Words("Không vì bất khả kháng thì bạn có quyền nghỉ việc không cần báo trước (Điều 35 khoản 2 điểm b).",
                  "Without force majeure you may leave without notice (Article 35(2)(b)).")
        )  # fmt: skip
    return Result(
        amounts=[
            Amount("interest", label, interest, "vnd"),
            Amount("days", Words("Số ngày chậm", "Days late"), days, "days"),
            Amount("total", Words("Tổng phải trả", "Total due"), amount + interest, "vnd"),
        ],
        steps=[
            Step(
                label, formula.fill(amount=amount, rate=rate, days=days), Words("{n} đồng", "{n} VND").fill(n=interest)
            )
        ]
        if interest
        else [],
        basis=[labour_code("97", "4"), labour_code("94", "1"), labour_code("35", "2", "b")],
        explains=explains,
        not_covered=NOT_COVERED,
    )


def _days(answers: Answers, day: date) -> int:
    if answers.has("days"):
        return answers.whole("days")
    if not answers.has("due_on"):
        words = Words("Chưa có ngày phải trả: ghi due_on hoặc số ngày chậm (days).",
                      "There is no day: give due_on, or the days late (days).")  # fmt: skip
        raise WrongAnswers(Fault("due_on", words))
    due, paid = answers.day("due_on"), answers.day("paid_on") if answers.has("paid_on") else day
    if paid < due:
        words = Words("Ngày trả {paid} trước ngày phải trả {due}; ghi lại hai ngày.",
                      "The day of payment {paid} is before the due day {due}; give both days again.")  # fmt: skip
        raise WrongAnswers(Fault("paid_on", words.fill(paid=paid, due=due)))
    return (paid - due).days


NOT_COVERED = [
    Words("Lãi suất do bạn ghi: hệ thống không giữ lãi suất của ngân hàng.",
          "The interest rate is the one you give: no bank's rates are kept here."),
    Words("Cách tính 365 ngày một năm là cách thông dụng, luật không quy định.",
          "A year of 365 days is common use, not a rule of the law."),
    Words("Tiền phạt vi phạm hành chính và lãi do tòa án tuyên.", "Administrative fines and interest set by a court."),
]  # fmt: skip

register(
    Calculator(
        name="late-wages",
        title=Words("Đền bù khi trả lương chậm", "Compensation for late wages"),
        summary=Words("Tính khoản đền bù ít nhất khi công ty trả lương chậm từ 15 ngày.",
                      "The least compensation when wages come 15 days late or more."),
        topics=("wages",),
        asks=ASKS,
        work=work,
        cites=(labour_code("97"), labour_code("94"), labour_code("35")),
        lay_words=("nợ lương", "chậm lương", "trả lương chậm", "không trả lương", "giam lương", "lương trễ",
                   "late wages"),
        aliases=("late-wage", "late-pay", "no-luong", "cham-luong", "wage-arrears"),
    )
)  # fmt: skip
