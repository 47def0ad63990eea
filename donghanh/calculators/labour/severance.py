"""Severance: half a month's pay for each year that unemployment insurance does not cover."""

from datetime import date

from donghanh.calculators.asking import Answers, Ask, Choice
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.labour.laws import decree_145, labour_code
from donghanh.calculators.labour.service_time import TIME_ASKS, ServiceTime, law_of, service_time
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

ENDINGS = (
    Choice("agreed", Words("Hai bên thỏa thuận chấm dứt", "Both sides agreed"),
           ("agreement", "mutual", "thoa_thuan", "3")),
    Choice("expired", Words("Hết hạn hợp đồng", "The contract ran out"), ("expiry", "het_han", "1")),
    Choice("completed", Words("Xong công việc theo hợp đồng", "The work was done"), ("xong_viec", "2")),
    Choice("worker_left", Words("Người lao động nghỉ đúng luật", "The worker left lawfully"),
           ("resigned", "resignation", "worker_notice", "nghi_viec", "xin_nghi", "9")),
    Choice("employer_ended", Words("Công ty chấm dứt đúng luật", "The employer ended it lawfully"),
           ("employer_notice", "terminated", "10")),
    Choice("employer_closed", Words("Công ty ngừng hoạt động", "The employer closed down"),
           ("closed", "ngung_hoat_dong", "7")),
    Choice("imprisoned", Words("Người lao động bị phạt tù hoặc cấm làm việc", "Prison or a ban on the work"),
           ("prison", "4")),
    Choice("died", Words("Người lao động chết, mất tích", "The worker died or is missing"), ("death", "missing", "6")),
    Choice("quit_unlawfully", Words("Người lao động nghỉ trái luật", "The worker left unlawfully"),
           ("unlawful_quit", "unlawful", "unlawful_quitting", "left_unlawfully", "nghi_ngang")),
    Choice("absent", Words("Bỏ việc từ 5 ngày làm việc liên tục", "Absent 5 working days in a row without reason"),
           ("absent_5_days", "absence", "bo_viec")),
    Choice("dismissed", Words("Bị kỷ luật sa thải", "Dismissed as a discipline"),
           ("dismissal", "fired", "sa_thai", "8")),
    Choice("redundancy", Words("Bị cho thôi việc do thay đổi cơ cấu, lý do kinh tế", "Redundancy"),
           ("restructuring", "redundant", "job_loss", "mat_viec", "11")),
    Choice("deported", Words("Người nước ngoài bị trục xuất", "Deported"), ("5",)),
    Choice("permit_ended", Words("Giấy phép lao động hết hiệu lực", "The work permit ended"),
           ("permit", "permit_expired", "12")),
    Choice("probation_failed", Words("Thử việc không đạt", "Probation failed"), ("probation", "thu_viec", "13")),
)  # fmt: skip
_NOT_PAID = {
    "quit_unlawfully": labour_code("40", "1"),
    "absent": labour_code("36", "1", "e"),
    "dismissed": labour_code("34", "8"),
    "redundancy": labour_code("34", "11"),
    "deported": labour_code("34", "5"),
    "permit_ended": labour_code("34", "12"),
    "probation_failed": labour_code("34", "13"),
}
SALARY = Ask(
    "salary", Words("Tiền lương bình quân 6 tháng cuối theo hợp đồng", "Average contract pay of the last 6 months"),
    "money", least=0, unit="vnd",
    aliases=("average_salary", "avg_salary", "monthly_salary", "average_pay", "average_wage", "wage", "pay", "luong",
             "luong_binh_quan", "luong_bq", "tien_luong", "muc_luong"),
)  # fmt: skip
ASKS = (
    SALARY,
    *TIME_ASKS,
    Ask("ending", Words("Hợp đồng chấm dứt vì sao", "How the contract ended"), "choice", choices=ENDINGS,
        default="agreed", aliases=("reason", "end_reason", "ly_do", "termination_reason")),
    Ask("pension_eligible", Words("Đã đủ điều kiện hưởng lương hưu", "Already entitled to a pension"), "yes_no",
        default=False, aliases=("pension", "eligible_for_pension", "retired", "du_dieu_kien_huu")),
)  # fmt: skip


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work severance out, or explain why it is nothing."""
    day = law_of(answers, day)
    time = service_time(answers, rates, day)
    salary = answers.money("salary")
    share = rates.on("severance", day).amount
    least = rates.on("severance_from", day).amount
    reason = _why_nothing(answers, time, least=int(least))
    years = time.years if reason is None else time.years * 0
    amount = whole_dong(years * share * salary)
    steps = time.steps()
    if reason is None:
        formula = Words("{years} năm × {share} tháng × {salary}", "{years} years × {share} month × {salary}")
        steps.append(
            Step(
                Words("Trợ cấp thôi việc", "Severance"),
                formula.fill(years=years, share=share, salary=salary),
                Words("{n} đồng", "{n} VND").fill(n=amount),
            )
        )
    ending = answers.choice("ending")
    return Result(
        amounts=[
            Amount("severance", Words("Trợ cấp thôi việc", "Severance"), amount, "vnd"),
            Amount("years", Words("Thời gian được trả", "Time paid for"), years, "years"),
        ],
        steps=steps,
        basis=[
            labour_code("46"),
            labour_code("34"),
            decree_145("8"),
            *([_NOT_PAID[ending]] if ending in _NOT_PAID else []),
        ],
        explains=[reason] if reason else [],
        not_covered=NOT_COVERED,
    )


def _why_nothing(answers: Answers, time: ServiceTime, *, least: int) -> Words | None:
    ending = answers.choice("ending")
    if ending == "redundancy":
        return Words(
            "Trường hợp này không có trợ cấp thôi việc mà có trợ cấp mất việc làm: dùng bảng tính “Trợ cấp mất việc "
            "làm” (job-loss).",
            "There is no severance in this case but job-loss pay: use the calculator “Job-loss pay” (job-loss).",
        )
    if ending in _NOT_PAID:
        label = next(choice.label for choice in ENDINGS if choice.value == ending)
        return Words("Không có trợ cấp thôi việc trong trường hợp: {label}.",
                     "There is no severance in this case: {label}.").fill(label=label)  # fmt: skip
    if answers.yes("pension_eligible"):
        return Words("Người đã đủ điều kiện hưởng lương hưu không có trợ cấp thôi việc.",
                     "Who is already entitled to a pension gets no severance.")  # fmt: skip
    if time.worked < least:
        return Words("Bạn làm {worked} tháng; trợ cấp thôi việc chỉ có khi làm thường xuyên từ đủ {least} tháng.",
                     "You worked {worked} months; severance needs {least} full months.").fill(
            worked=time.worked, least=least)  # fmt: skip
    if not time.left:
        return Words(
            "Bằng 0 vì toàn bộ thời gian làm việc đã tham gia bảo hiểm thất nghiệp hoặc đã được trả trợ cấp. "
            "Thời gian đó được hưởng trợ cấp thất nghiệp: xem bảng tính “Trợ cấp thất nghiệp” (unemployment).",
            "Nothing, because all the time worked was in unemployment insurance or already paid for. "
            "That time counts for the unemployment benefit: see the calculator “unemployment”.",
        )
    return None


NOT_COVERED = [
    Words("Thời gian làm ở khu vực nhà nước trước năm 1995; doanh nghiệp chia, tách, sáp nhập.",
          "Time in the state sector before 1995; employers that were split or merged."),
    Words("Bồi thường khi công ty chấm dứt hợp đồng trái luật.",
          "Compensation when the employer ends a contract unlawfully."),
    Words("Tiền lương, phép năm và khoản khác phải thanh toán khi nghỉ việc.",
          "Wages, annual leave and other sums due on leaving."),
]  # fmt: skip

register(
    Calculator(
        name="severance",
        title=Words("Trợ cấp thôi việc", "Severance pay"),
        summary=Words("Tính trợ cấp thôi việc: mỗi năm chưa có bảo hiểm thất nghiệp được nửa tháng tiền lương.",
                      "Half a month's pay for each year without unemployment insurance."),
        topics=("labour_contract",),
        asks=ASKS,
        work=work,
        cites=(labour_code("46"), labour_code("34"), labour_code("40"), decree_145("8")),
        lay_words=("nghỉ việc được bao nhiêu tiền", "thôi việc", "trợ cấp thôi việc", "nghỉ việc được trợ cấp",
                   "severance"),
        aliases=("thoi-viec", "tro-cap-thoi-viec", "severance-pay"),
    )
)  # fmt: skip
