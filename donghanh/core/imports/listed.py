"""The list of imports, as the tools of all lists know it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from donghanh.core.imports.batches import open_lists
from donghanh.core.registers import Register


def _opens_for(actor: Any) -> bool:
    return bool(open_lists(actor))


IMPORTS = Register(
    name="imports",
    title=_("Imports so far"),
    address="core:import-list",
    opens_for=_opens_for,
    filters=("kind", "state"),
)
