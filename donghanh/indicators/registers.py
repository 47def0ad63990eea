"""The list of figures, as the tools of all lists know it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from donghanh.core.registers import Register
from donghanh.org.access import reads_anywhere


def _reads_figures(actor: Any) -> bool:
    return reads_anywhere(actor, "figures")


FIGURES = Register(
    name="figures",
    title=_("Figures"),
    address="indicators:figure-list",
    opens_for=_reads_figures,
    filters=("unit", "where", "line", "indicator", "period", "kind", "origin", "state"),
)
