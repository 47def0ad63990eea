"""The records behind a figure, listed and counted by plain SQL.

Nothing here reads a cohort: what a figure says and what its records say are two computations
that must agree.
"""

from donghanh.reporting.records.attendances import BeyondNames, beyond_names, named_attendances
from donghanh.reporting.records.people import (
    employed,
    last_contacts,
    not_reached,
    present_anywhere,
    present_at_hosted,
    reached,
)

__all__ = [
    "BeyondNames",
    "beyond_names",
    "employed",
    "last_contacts",
    "named_attendances",
    "not_reached",
    "present_anywhere",
    "present_at_hosted",
    "reached",
]
