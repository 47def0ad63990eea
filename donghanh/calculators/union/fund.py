"""The employer's union fund: the sum, when it is due, late or not paid, and the fine."""

from datetime import date, timedelta
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.figures import day_amount, formula, step
from donghanh.calculators.insurance.levels import rate
from donghanh.calculators.months import end_of_next_month
from donghanh.calculators.result import Amount, Result, whole_dong
from donghanh.calculators.union import fund_sentences as say
from donghanh.calculators.union.fund_asks import ASKS
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words

CITES = (
    Basis("50/2024/QH15", "29", "1"),
    Basis("105/2026/NĐ-CP", "4"),
    Basis("105/2026/NĐ-CP", "6"),
    Basis("283/2026/NĐ-CP", "42"),
    Basis("12/2022/NĐ-CP", "38"),
)
DECREE_STARTED = date(2026, 5, 16)
NEW_FINES = date(2026, 9, 10)
QUARTER = 3


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the fund of a month or quarter, and how it stands on ``day`` or when it was paid."""
    priced = answers.day("month") if answers.has("month") else day
    payroll, percent = answers.money("payroll"), rate(rates, "union_fund", priced)
    fund = whole_dong(payroll * percent)
    paid = fund if answers.has("paid_on") else min(answers.money("paid"), fund)
    working = formula("{payroll} × {percent}%", payroll=payroll, percent=percent * 100)
    result = Result(
        [Amount("fund", say.FUND, fund, "vnd"), Amount("unpaid", say.UNPAID, fund - paid, "vnd")],
        steps=[step(say.FUND, working, fund, "vnd")],
    )
    if answers.has("month"):
        _add_status(result, answers, rates, day, fund=fund, unpaid=fund - paid)
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    return result


def due_day(answers: Answers) -> date:
    """Return the last day for paying: the end of the month after the month or quarter."""
    month = answers.day("month")
    if answers.choice("cycle") == "quarter":
        last = (month.month + QUARTER - 1) // QUARTER * QUARTER
        month = month.replace(month=last, day=1)
    return end_of_next_month(month)


def _add_status(result: Result, answers: Answers, rates: Rates, day: date, *, fund: int, unpaid: int) -> None:
    due = due_day(answers)
    until = answers.day("paid_on") if answers.has("paid_on") else day
    result.amounts.append(day_amount("due", say.DUE, due))
    if due < DECREE_STARTED:
        result.explains.append(say.OLD_DUE.fill(due=due))
        return
    unpaid_after = due + timedelta(days=int(rate(rates, "union_fund_grace", due)))
    result.amounts.append(day_amount("unpaid_after", say.UNPAID_AFTER, unpaid_after))
    is_settled = not unpaid and not answers.has("paid_on")
    if until <= due or is_settled:
        result.explains.append(say.PAID if not unpaid else say.ON_TIME.fill(due=due))
        return
    days = (until - due).days
    result.amounts.append(Amount("days_late", say.DAYS_LATE, days, "days"))
    nobody = answers.yes("nobody")
    result.explains.append(say.NOBODY if nobody else say.NOT_PAID if until > unpaid_after else say.LATE.fill(days=days))
    _add_fine(result, answers, rates, until, owed=fund, key="none" if nobody else "late")


def _add_fine(result: Result, answers: Answers, rates: Rates, until: date, *, owed: int, key: str) -> None:
    cap = int(rate(rates, "fine_cap", until))
    least, most = (
        min(whole_dong(Decimal(owed) * rate(rates, "fine_union_fund", until, f"{key}_{end}")), cap)
        for end in ("least", "most")
    )
    is_organisation = answers.choice("employer") == "organisation"
    times = int(rate(rates, "fine_organisation", until)) if is_organisation else 1
    result.amounts += [
        Amount("fine_least", say.FINE_LEAST, least * times, "vnd"),
        Amount("fine_most", say.FINE_MOST, most * times, "vnd"),
    ]
    if is_organisation:
        result.amounts += [
            Amount("person_fine_least", say.PERSON_LEAST, least, "vnd"),
            Amount("person_fine_most", say.PERSON_MOST, most, "vnd"),
        ]
    result.explains.append(say.WHOLE if key == "none" else say.UNDER)
    if is_organisation and until >= NEW_FINES:
        result.explains.append(say.DOUBLE_UNSURE)
    result.explains.append(say.REMEDY)


register(
    Calculator(
        name="union-fund",
        title=Words("Kinh phí công đoàn 2%", "Union fund of 2%"),
        summary=Words(
            "Đơn vị đóng bao nhiêu, hạn nào, chậm hay không đóng, mức phạt.",
            "What the employer pays, when it is due, late or not paid, and the fine.",
        ),
        topics=("union_finance",),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=("kinh phí công đoàn", "2% công đoàn", "công ty không đóng công đoàn", "nợ kinh phí công đoàn"),
        aliases=("fund", "kinh-phi-cong-doan"),
    )
)
