"""Late and evaded insurance: whether it is, the extra sum for each day, and the fine."""

from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.late_insurance.asks import ASKS
from donghanh.calculators.insurance.late_insurance.work import CITES, work
from donghanh.calculators.words import Words

register(
    Calculator(
        name="late-insurance",
        title=Words("Chậm đóng, trốn đóng bảo hiểm", "Late and evaded insurance"),
        summary=Words(
            "Chậm hay trốn, nộp thêm bao nhiêu, mức phạt của đơn vị.",
            "Whether it is late or evaded, the extra sum, and the employer’s fine.",
        ),
        topics=("late_payment",),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=("nợ bảo hiểm", "công ty không đóng bảo hiểm", "chậm đóng bảo hiểm", "trốn đóng", "phạt bảo hiểm"),
        aliases=("late-payment", "evasion", "cham-dong", "tron-dong"),
    )
)
