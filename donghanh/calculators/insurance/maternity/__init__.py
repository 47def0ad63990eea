"""Maternity benefit: mother, father, antenatal visits, loss, adoption, contraception, recuperation."""

from collections.abc import Callable
from datetime import date

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.insurance.levels import law
from donghanh.calculators.insurance.maternity import other
from donghanh.calculators.insurance.maternity import sentences as say
from donghanh.calculators.insurance.maternity.asks import ASKS
from donghanh.calculators.insurance.maternity.birth import birth
from donghanh.calculators.insurance.maternity.father import father
from donghanh.calculators.result import Result
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words

CASES: dict[str, Callable[[Answers, Rates, date], Result]] = {
    "birth": birth,
    "father": father,
    "antenatal": other.antenatal,
    "loss": other.loss,
    "adoption": other.adoption,
    "contraception": other.contraception,
    "recuperation": other.recuperation,
}
CITES = (
    *(law(article) for article in (50, 51, 52, 53, 56, 57, 58, 59, 60, 62)),
    Basis("45/2019/QH14", "139", "1"),
)


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the case that was chosen."""
    case = answers.choice("case")
    result = CASES[case](answers, rates, day)
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    if result.main.value and case != "recuperation":
        result.explains.append(say.PAPERS)
    return result


register(
    Calculator(
        name="maternity",
        title=Words("Chế độ thai sản", "Maternity benefit"),
        summary=Words(
            "Số tháng nghỉ, trợ cấp và trợ cấp một lần cho mẹ, cha, người nhận con nuôi.",
            "Leave, allowance and grant for mothers, fathers and adopting parents.",
        ),
        topics=("sickness_and_maternity", "female_workers"),
        asks=ASKS,
        work=work,
        cites=CITES,
        lay_words=(
            "nghỉ đẻ",
            "sinh con",
            "vợ đẻ",
            "con thứ hai",
            "sảy thai",
            "khám thai",
            "tiền thai sản",
            "nghỉ sinh",
        ),
        aliases=("maternity-leave", "thai-san"),
    )
)
