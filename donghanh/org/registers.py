"""The list of units, as the tools of all lists know it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from donghanh.core.registers import Register
from donghanh.org.access import reads_anywhere
from donghanh.org.tables import UNIT_COLUMNS


def _reads_units(actor: Any) -> bool:
    return reads_anywhere(actor, "units")


UNITS = Register(
    name="units",
    title=_("Units"),
    address="org:unit-list",
    opens_for=_reads_units,
    filters=("kind", "form_of_superior", "province", "state"),
    columns=UNIT_COLUMNS,
)
