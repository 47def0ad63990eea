"""Job-loss pay after restructuring: a month's pay for each year, and never less than two months."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.labour.laws import decree_145, labour_code
from donghanh.calculators.labour.service_time import TIME_ASKS, ServiceTime, law_of, service_time
from donghanh.calculators.labour.severance import SALARY
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

ASKS = (SALARY, *TIME_ASKS)


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work job-loss pay out; full insurance still leaves the least of two months."""
    day = law_of(answers, day)
    time = service_time(answers, rates, day)
    salary = answers.money("salary")
    needed = rates.on("job_loss_from", day).amount
    if time.worked < needed:
        words = Words("Bạn làm {worked} tháng; trợ cấp mất việc làm chỉ có khi làm thường xuyên từ đủ {needed} tháng.",
                      "You worked {worked} months; job-loss pay needs {needed} full months.")  # fmt: skip
        return _result(Decimal(0), salary, time, [words.fill(worked=time.worked, needed=needed)])
    least = rates.on("job_loss", day, "least").amount
    months = time.years * rates.on("job_loss", day).amount
    if months >= least:
        return _result(months, salary, time, [])
    words = Words(
        "Thời gian được tính chỉ cho {months} tháng tiền lương, nên áp dụng mức ít nhất {least} tháng, "
        "kể cả khi toàn bộ thời gian đã có bảo hiểm thất nghiệp.",
        "The time counted gives only {months} months of pay, so the least of {least} months applies, "
        "even when all the time was in unemployment insurance.",
    )
    return _result(least, salary, time, [words.fill(months=months, least=least)])


def _result(months: Decimal, salary: int, time: ServiceTime, explains: list[Words]) -> Result:
    amount = whole_dong(months * salary)
    label = Words("Trợ cấp mất việc làm", "Job-loss pay")
    formula = Words("{months} tháng × {salary}", "{months} months × {salary}").fill(months=months, salary=salary)
    return Result(
        amounts=[
            Amount("job_loss", label, amount, "vnd"),
            Amount("months_of_pay", Words("Số tháng tiền lương", "Months of pay"), months, "months_of_pay"),
        ],
        steps=[*time.steps(), Step(label, formula, Words("{n} đồng", "{n} VND").fill(n=amount))],
        basis=[labour_code("47"), labour_code("34", "11"), decree_145("8")],
        explains=explains,
        not_covered=NOT_COVERED,
    )


NOT_COVERED = [
    Words("Nghỉ việc vì lý do khác: dùng bảng tính “Trợ cấp thôi việc” (severance).",
          "Leaving for another reason: use “severance”."),
    Words("Thời gian làm trước khi doanh nghiệp chia, tách, sáp nhập: phần đó tính trợ cấp thôi việc.",
          "Time before the employer was split or merged: that part earns severance."),
    Words("Công ty cho thôi việc mà không có phương án hoặc không báo trước 30 ngày.",
          "An employer that let people go without a plan or without 30 days' notice."),
]  # fmt: skip

register(
    Calculator(
        name="job-loss",
        title=Words("Trợ cấp mất việc làm", "Job-loss pay"),
        summary=Words("Khi bị cho thôi việc vì thay đổi cơ cấu, công nghệ, lý do kinh tế, chia tách, sáp nhập.",
                      "When let go because of restructuring, technology, the economy, a split or a merger."),
        topics=("labour_contract",),
        asks=ASKS,
        work=work,
        cites=(labour_code("47"), labour_code("42"), labour_code("43"), decree_145("8")),
        lay_words=("mất việc", "bị cắt giảm", "cắt giảm nhân sự", "sa thải hàng loạt", "tinh giản", "job loss",
                   "redundancy", "layoff"),
        aliases=("jobloss", "redundancy", "mat-viec", "mat-viec-lam", "tro-cap-mat-viec-lam"),
    )
)  # fmt: skip
