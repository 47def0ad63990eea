"""Sickness benefit: own sickness, a sick child, listed long illness, recuperation."""

from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.sickness.asks import ASKS
from donghanh.calculators.insurance.sickness.work import CITES, work
from donghanh.calculators.words import Words

register(
    Calculator(
        name="sickness",
        title=Words("Trợ cấp ốm đau", "Sickness benefit"),
        summary=Words(
            "Số ngày và số tiền khi bạn ốm, con ốm hoặc nghỉ dưỡng sức.",
            "Days and money when you or your child are sick, or for recuperation.",
        ),
        topics=("sickness_and_maternity",),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=("nghỉ ốm", "nghỉ bệnh", "con ốm", "nghỉ dưỡng sức", "tiền ốm", "giấy nghỉ ốm"),
        aliases=("sick-leave", "om-dau"),
    )
)
