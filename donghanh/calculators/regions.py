"""The four wage regions as answers, under the names people give them."""

from donghanh.calculators.asking import Choice
from donghanh.calculators.words import Words


def _region(code: str, number: int) -> Choice:
    names = (f"vung_{number}", f"vung{number}", f"region_{number}", f"region{number}", f"v{number}")
    return Choice(code, Words(f"Vùng {code}", f"Region {code}"), (str(number), *names))


REGIONS = tuple(_region(code, number) for number, code in enumerate(("I", "II", "III", "IV"), 1))
