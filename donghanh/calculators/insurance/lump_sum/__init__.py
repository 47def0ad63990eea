"""Withdrawing social insurance once."""

from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.lump_sum.asks import ASKS
from donghanh.calculators.insurance.lump_sum.work import CITES, work
from donghanh.calculators.words import Words

register(
    Calculator(
        name="lump-sum",
        title=Words("Bảo hiểm xã hội một lần", "Lump-sum withdrawal"),
        summary=Words(
            "Có được rút không, nhận bao nhiêu, và mất gì nếu rút.",
            "Whether you may withdraw, how much, and what you would lose.",
        ),
        topics=("social_insurance", "pension"),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=("rút bảo hiểm", "rút một lần", "lãnh bảo hiểm một lần", "lấy tiền bảo hiểm xã hội"),
        aliases=("lumpsum", "withdrawal", "mot-lan"),
    )
)
