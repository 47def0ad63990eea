"""Unemployment benefit."""

from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.unemployment.asks import ASKS
from donghanh.calculators.insurance.unemployment.work import CITES, work
from donghanh.calculators.words import Words

register(
    Calculator(
        name="unemployment",
        title=Words("Trợ cấp thất nghiệp", "Unemployment benefit"),
        summary=Words(
            "Mỗi tháng bao nhiêu, mấy tháng, nộp hồ sơ trước ngày nào.",
            "How much a month, for how long, and by when to apply.",
        ),
        topics=("unemployment_insurance",),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=(
            "mất việc",
            "nghỉ việc lãnh bảo hiểm",
            "tiền thất nghiệp",
            "bảo hiểm thất nghiệp",
            "nộp hồ sơ thất nghiệp",
        ),
        aliases=("unemployment-benefit", "that-nghiep"),
    )
)
