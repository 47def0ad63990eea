"""Pensions: age, rate, sum, early retirement, missing months."""

from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.pension.asks import ASKS
from donghanh.calculators.insurance.pension.work import CITES, work
from donghanh.calculators.words import Words

register(
    Calculator(
        name="pension",
        title=Words("Tuổi nghỉ hưu và lương hưu", "Retirement age and pension"),
        summary=Words(
            "Đủ tuổi khi nào, tỷ lệ bao nhiêu, thiếu mấy tháng, nghỉ sớm giảm bao nhiêu.",
            "When you reach the age, your rate, missing months, and the cut for retiring early.",
        ),
        topics=("pension",),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=("về hưu", "bao nhiêu tuổi nghỉ hưu", "lương hưu bao nhiêu", "nghỉ hưu sớm", "đóng bao nhiêu năm"),
        aliases=("retirement", "luong-huu", "huu-tri"),
    )
)
