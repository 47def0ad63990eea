"""What worker and employer pay each month for social, health and unemployment insurance."""

from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.contributions.asks import ASKS
from donghanh.calculators.insurance.contributions.work import CITES, work
from donghanh.calculators.words import Words

register(
    Calculator(
        name="contributions",
        title=Words("Mức đóng bảo hiểm hằng tháng", "Monthly insurance contributions"),
        summary=Words(
            "Bảo hiểm xã hội, y tế, thất nghiệp: phần của bạn và phần của đơn vị.",
            "Social, health and unemployment insurance: your part and the employer’s.",
        ),
        topics=("social_insurance", "health_insurance", "unemployment_insurance"),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=("trừ lương đóng bảo hiểm", "đóng bảo hiểm bao nhiêu", "10,5%", "21,5%", "lương đóng bảo hiểm"),
        aliases=("insurance-contributions", "dong-bao-hiem"),
    )
)
