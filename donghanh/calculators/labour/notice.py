"""How long before the end each side must say so, and who need not."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.labour.laws import decree_145, labour_code
from donghanh.calculators.labour.notice_asks import ASKS, NO_NOTICE, ONLY_OF_EMPLOYERS, ONLY_OF_WORKERS, SHORT
from donghanh.calculators.result import Amount, Result, Step
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words
from donghanh.kernel.working_days import add_working_days

_MONTH = 30
_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Notice:
    """The time that applies, where it stands and why."""

    days: int
    unit: str
    basis: Basis
    why: Words
    step: Step | None = None


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Say how long before the end notice is due, and the first day on which the work may end."""
    notice = _notice(answers, rates, answers.day("given_on") if answers.has("given_on") else day)
    amounts = [Amount("notice", Words("Báo trước ít nhất", "Notice of at least"), notice.days, notice.unit)]
    if answers.has("given_on"):
        amounts.append(_last_day(answers.day("given_on"), notice))
    return Result(
        amounts=amounts,
        steps=[notice.step] if notice.step else [],
        basis=[notice.basis],
        explains=[notice.why, *_warnings(answers, notice)],
        not_covered=NOT_COVERED,
    )


def _notice(answers: Answers, rates: Rates, day: date) -> _Notice:
    """Choose the rule, the narrower one first."""
    who, reason, contract = answers.choice("who"), answers.choice("reason"), _contract(answers)
    _check_side(who, reason)
    _check_term(answers)
    if contract != "probation" and (who, reason) in NO_NOTICE:
        return _Notice(0, "days", NO_NOTICE[who, reason], AT_ONCE)
    if answers.yes("special_job") and contract not in {"probation", "domestic"} and reason != "redundancy":
        return _special(answers, rates, day, contract)
    return _dated(rates, day, *_rule(who, reason, contract))


def _rule(who: str, reason: str, contract: str) -> tuple[str, Words]:
    """Return the key of the time that applies, and why."""
    if contract == "probation":
        return contract, PROBATION
    if reason == "redundancy":
        return reason, REDUNDANCY
    if contract == "domestic":
        return contract, DOMESTIC
    if reason == "long_illness":
        return "employer_sick", LONG_ILLNESS
    return f"{who}_{contract}", Words("Theo loại hợp đồng lao động.", "By the kind of contract.")


def _contract(answers: Answers) -> str:
    if answers.yes("domestic"):
        return "domestic"
    if answers.has("contract"):
        return answers.choice("contract")
    if answers.has("term_months"):
        return SHORT if answers.decimal("term_months") < _YEAR else "fixed"
    return "indefinite"


def _check_side(who: str, reason: str) -> None:
    if reason not in (ONLY_OF_EMPLOYERS if who == "worker" else ONLY_OF_WORKERS):
        return
    words = Words("Lý do “{reason}” không phải của bên “{who}”; đổi who hoặc reason.",
                  "The reason “{reason}” is not one of the side “{who}”; change who or reason.")  # fmt: skip
    raise WrongAnswers(Fault("reason", words.fill(reason=reason, who=who)))


def _check_term(answers: Answers) -> None:
    """Refuse a term of the contract that is not one of its kind."""
    if not (answers.has("term_months") and answers.has("contract")):
        return
    months, contract = answers.decimal("term_months"), answers.choice("contract")
    if contract in {"probation", "domestic"} or contract == (SHORT if months < _YEAR else "fixed"):
        return
    words = Words(
        "Thời hạn {months} tháng không khớp loại hợp đồng đã chọn; sửa contract hoặc term_months.",
        "A term of {months} months does not fit the kind of contract; change contract or term_months.",
    )
    raise WrongAnswers(Fault("term_months", words.fill(months=months)))


def _dated(rates: Rates, day: date, key: str, why: Words) -> _Notice:
    value = rates.on("notice", day, key)
    return _Notice(int(value.amount), value.unit, value.basis, why)


def _special(answers: Answers, rates: Rates, day: date, contract: str) -> _Notice:
    why = Words("Công việc đặc thù: tổ bay, kỹ thuật hàng không, người quản lý doanh nghiệp, thuyền viên.",
                "Special jobs: air crew, aviation technicians, company managers, seafarers.")  # fmt: skip
    if contract != SHORT:
        return _dated(rates, day, "special", why)
    if not answers.has("term_months"):
        words = Words("Chưa có thời hạn hợp đồng: ghi số tháng vào term_months.",
                      "There is no term of the contract: give its months in term_months.")  # fmt: skip
        raise WrongAnswers(Fault("term_months", words))
    share = rates.on("notice", day, "special_short")
    months = answers.decimal("term_months")
    days = int((months * _MONTH * share.amount / 100).to_integral_value(rounding=ROUND_CEILING))
    formula = Words("{months} tháng × {share} % = {part} tháng, mỗi tháng 30 ngày",
                    "{months} months × {share}% = {part} months, 30 days each")  # fmt: skip
    step = Step(
        Words("Một phần tư thời hạn hợp đồng", "A quarter of the term"),
        formula.fill(months=months, share=share.amount, part=(months * share.amount / 100).quantize(Decimal("0.01"))),
        Words("{n} ngày", "{n} days").fill(n=days),
    )
    return _Notice(days, "days", decree_145("7", "2"), why, step)


def _last_day(given_on: date, notice: _Notice) -> Amount:
    in_working_days = notice.unit == "working_days"
    last = add_working_days(given_on, notice.days) if in_working_days else given_on + timedelta(days=notice.days)
    label = Words("Ngày làm việc cuối cùng sớm nhất", "Earliest last day of work")
    return Amount("last_day", label, last, "date")


def _warnings(answers: Answers, notice: _Notice) -> list[Words]:
    if answers.choice("who") == "worker":
        return [] if not notice.days else [
            Words("Nghỉ không báo trước đủ: mất trợ cấp thôi việc, bồi thường nửa tháng lương và tiền lương những ngày "
                  "không báo trước, hoàn trả chi phí đào tạo nếu có (Điều 40).",
                  "Leaving with too little notice: no severance, half a month's pay, pay for the missing days and "
                  "training costs, if any (Article 40).")
        ]  # fmt: skip
    return [
        Words("Công ty chỉ được chấm dứt vì lý do luật cho phép (Điều 36) và không được chấm dứt với người đang ốm, "
              "đang nghỉ phép, mang thai, nghỉ thai sản, nuôi con dưới 12 tháng tuổi (Điều 37).",
              "The employer needs a reason the law allows (Article 36) and may not end the contract of someone ill, "
              "on leave, pregnant, on maternity leave or with a child under 12 months (Article 37).")
    ]  # fmt: skip


AT_ONCE = Words("Lý do này cho phép chấm dứt ngay, không cần báo trước.",
                "This reason allows an end at once, without notice.")  # fmt: skip
PROBATION = Words("Trong thời gian thử việc, mỗi bên có quyền hủy bỏ, không cần báo trước.",
                  "During probation each side may end it without notice.")  # fmt: skip
REDUNDANCY = Words("Thay đổi cơ cấu, công nghệ, lý do kinh tế: báo cho người lao động và Ủy ban nhân dân cấp tỉnh.",
                   "Restructuring, technology, the economy: to the worker and the provincial committee.")  # fmt: skip
DOMESTIC = Words("Người giúp việc gia đình: hai bên báo trước như nhau.",
                 "Domestic workers: the same notice for both sides.")  # fmt: skip
LONG_ILLNESS = Words("Người điều trị dài ngày chưa hồi phục: công ty báo trước như nhau cho mọi loại hợp đồng.",
                     "A worker long ill and not recovered: the same notice for every contract.")  # fmt: skip
NOT_COVERED = [
    Words("Hợp đồng có thời hạn báo trước dài hơn theo thỏa thuận.", "A longer notice agreed in the contract."),
    Words("Ngày làm việc tính từ thứ Hai đến thứ Sáu, trừ ngày lễ; công ty làm thứ Bảy có thể khác.",
          "Working days are Monday to Friday without holidays; with work on Saturdays it may differ."),
]  # fmt: skip

register(
    Calculator(
        name="notice",
        title=Words("Thời hạn báo trước khi nghỉ việc", "Notice before leaving"),
        summary=Words("Xem phải báo trước bao nhiêu ngày khi nghỉ việc hoặc bị chấm dứt hợp đồng, và ai không cần báo.",
                      "How much notice each side gives when a contract ends, and who need not give any."),
        topics=("labour_contract",),
        asks=ASKS,
        work=work,
        cites=(labour_code("35"), labour_code("36"), labour_code("27"), labour_code("42"), labour_code("162"),
               decree_145("7"), decree_145("89")),
        lay_words=("báo trước", "xin nghỉ việc", "nghỉ ngang", "nghỉ việc luôn", "đơn xin nghỉ", "đuổi việc",
                   "notice", "quit", "resign"),
        aliases=("notice-period", "bao-truoc", "thoi-han-bao-truoc"),
    )
)  # fmt: skip
