"""Members' dues by the kind of unit, up to a part of the base salary."""

from datetime import date
from functools import partial

from donghanh.calculators.asking import Answers, Ask, Choice
from donghanh.calculators.calculator import Calculator, noted, register
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.insurance.figures import dong, formula, step
from donghanh.calculators.insurance.levels import insured_cap, rate
from donghanh.calculators.insurance.stretches import added_up, months_title, stretches
from donghanh.calculators.months import first_days
from donghanh.calculators.often_asked import UNTIL
from donghanh.calculators.result import Amount, Result, whole_dong
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words

DUES = Words("Đoàn phí", "Union dues")
MONTHLY = Words("Đoàn phí mỗi tháng", "Union dues a month")
CAP = Words("Mức cao nhất mỗi tháng", "Most a month")
CAPPED = Words(
    "Đoàn phí không quá 10% lương cơ sở: chỉ đóng {cap} một tháng.",
    "Dues stop at 10% of the base salary: {cap} a month.",
)
ENDS_BEFORE = Words(
    "Tháng cuối ({last}) trước tháng đầu ({day}); chọn lại ngày cuối.",
    "The last month ({last}) is before the first ({day}); choose a later one.",
)
MORE_BY_RESOLUTION = Words(
    "Công đoàn cơ sở có thể quy định mức cao hơn bằng nghị quyết; phần tăng thêm để lại cơ sở.",
    "A grassroots union may set more by resolution; the excess stays with it.",
)
NOT_COVERED = (
    Words("Đoàn phí trước 01/07/2025 (mức 1%).", "Dues before 1 July 2025 (1%)."),
    Words(
        "Nghiệp đoàn, đoàn viên ở nước ngoài, người được miễn hoặc hoãn đóng.",
        "Occupational unions, members abroad, members freed from dues for a time.",
    ),
)
CITES = (Basis("50/2024/QH15", "29", "1"), Basis("61/QĐ-TLĐ", ""))
ASKS = (
    Ask(
        "unit",
        Words("Nơi làm việc", "Kind of unit"),
        "choice",
        required=False,
        choices=(
            Choice(
                "nonstate",
                Words("Doanh nghiệp ngoài nhà nước", "Non-state enterprise"),
                ("private", "non_state", "enterprise", "ngoai_nha_nuoc"),
            ),
            Choice(
                "state", Words("Doanh nghiệp nhà nước", "State enterprise"), ("state_enterprise", "soe", "nha_nuoc")
            ),
            Choice(
                "public",
                Words("Đơn vị sự nghiệp tự chủ", "Self-financed public unit"),
                ("public_unit", "su_nghiep", "public_service"),
            ),
        ),
        default="nonstate",
        aliases=("kind", "loai", "unit_kind", "type", "unit_type"),
    ),
    Ask(
        "pay",
        Words("Tiền lương tháng", "Monthly pay"),
        "money",
        help=Words(
            "Lương đóng bảo hiểm xã hội; doanh nghiệp nhà nước thì lấy lương thực lĩnh.",
            "The insured salary; in a state enterprise the net pay.",
        ),
        least=0,
        aliases=("salary", "net_pay", "net", "luong", "wage", "net_salary", "insured_salary"),
        unit="vnd_month",
    ),
    UNTIL,
)


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the dues of the month of ``day``, or of every month until another."""
    last = answers.day("until") if answers.has("until") else day
    if last < day.replace(day=1):
        raise WrongAnswers(Fault("until", ENDS_BEFORE.fill(last=last, day=day)))
    firsts = first_days(day, last)
    alike = stretches(firsts, lambda first: _month(answers, rates, first))
    parts = [noted(partial(_one, count=len(months)), answers, rates, months[0]) for months in alike]
    if len(parts) == 1:
        result = parts[0]
    else:
        for part, months in zip(parts, alike, strict=True):
            part.title = months_title(months)
        result = added_up(parts)
    result.explains.append(MORE_BY_RESOLUTION)
    result.basis, result.not_covered = [*CITES], [*NOT_COVERED]
    return result


def _month(answers: Answers, rates: Rates, first: date) -> tuple[int, int]:
    """Return the dues of a month and the most they can be."""
    pay, cap = answers.money("pay"), _cap(answers, rates, first)
    return min(whole_dong(pay * rate(rates, "union_dues", first)), cap), cap


def _cap(answers: Answers, rates: Rates, first: date) -> int:
    """Return the most a month; public units have only the cap of the insured salary."""
    if answers.choice("unit") == "public":
        return whole_dong(insured_cap(rates, first) * rate(rates, "union_dues", first))
    return whole_dong(rate(rates, "base_salary", first) * rate(rates, "union_dues_cap", first))


def _one(answers: Answers, rates: Rates, first: date, *, count: int) -> Result:
    month, cap = _month(answers, rates, first)
    pay, percent = answers.money("pay"), rate(rates, "union_dues", first) * 100
    uncapped = whole_dong(pay * percent / 100)
    pattern = "min({pay} × {percent}%; {cap})" + (" × {count}" if count > 1 else "")
    working = formula(pattern, pay=pay, percent=percent, cap=cap, count=count)
    return Result(
        [
            Amount("dues", DUES, month * count, "vnd"),
            Amount("monthly", MONTHLY, month, "vnd_month"),
            Amount("cap", CAP, cap, "vnd_month"),
        ],
        steps=[step(DUES, working, month * count, "vnd")],
        explains=[CAPPED.fill(cap=dong(cap))] if uncapped > cap else [],
    )


register(
    Calculator(
        name="union-dues",
        title=Words("Đoàn phí công đoàn", "Union dues"),
        summary=Words("Mỗi tháng đoàn viên đóng bao nhiêu.", "What a member pays each month."),
        topics=("union_finance",),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=("đoàn phí", "phí công đoàn", "đóng công đoàn", "tiền công đoàn"),
        aliases=("dues", "doan-phi"),
    )
)
