"""Calculators: open to everybody, but for the changes of levels, which are those of officers who keep the law."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import now

from donghanh.calculators.dated import shipped_rates
from donghanh.calculators.models import RateChange
from donghanh.calculators.services import propose_rate
from donghanh.org.models import User
from donghanh.tests.doors.needs import Target, everybody, keeps_law
from donghanh.tests.doors.register.door import BOTH, POST, Door, no, nowhere, pk, public
from donghanh.tests.doors.scenery import Scenery


def _waiting(_scenery: Scenery) -> Iterator[Target]:
    """Yield a level that waits; the scenery has none."""
    change = RateChange.objects.waiting().first()
    if change is None:
        level = shipped_rates().on("severance", date(2026, 7, 1))
        level = replace(level, amount=Decimal("0.6"), starts_on=date(2027, 1, 1))
        change = propose_rate(level, actor=User.objects.system(), at=now())
    yield Target("", change)


_PROPOSED: dict[str, Any] = {
    "code": "job_loss", "key": "", "amount": "1", "unit": "months_of_pay", "starts_on": "01/01/2027",
    "document": "45/2019/QH14", "article": "47", "certainty": "A", "source": "Thử",
}  # fmt: skip
_ASKED = "?salary=20tr&years=7&insured_years=5"
CALCULATORS: dict[str, Door] = {
    "calculators:calculator-list": public(),
    "calculators:calculator": Door("", everybody, nowhere, lambda _: ["severance"], queries=("", _ASKED, "?salary=x")),
    "calculators:rate-list": Door("", everybody, nowhere, no, queries=("", "?code=severance", "?on=01/06/2026")),
    "calculators:rate-change-list": Door("law", keeps_law, nowhere, no),
    "calculators:rate-propose": Door(
        "law", keeps_law, nowhere, no, BOTH, queries=("?code=job_loss&key=",), data=_PROPOSED
    ),
    "calculators:rate-change-detail": Door("law", keeps_law, _waiting, pk),
    "calculators:rate-change-approve": Door("law", keeps_law, _waiting, pk, POST),
    "calculators:rate-change-refuse": Door("law", keeps_law, _waiting, pk, POST, data={"reason": "Thử"}),
    "calculators:rate-change-withdraw": Door("law", keeps_law, _waiting, pk, POST, leads_elsewhere=True),
    "api:list_calculators": public(),
    "api:read_calculator": Door("", everybody, nowhere, lambda _: ["severance"]),
    "api:calculate": Door("", everybody, nowhere, lambda _: ["notice"]),
}
