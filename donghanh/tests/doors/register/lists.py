"""What people do to any list, knocked at on the list of people: views, columns, bulk changes."""

from typing import Any

from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.needs import changes_somewhere, either, reads_somewhere
from donghanh.tests.doors.register.door import BOTH, POST, Args, Door, nowhere


def _of_people(*more: Any) -> Args:
    return lambda _: ["workers", *more]


def _change(_: Any) -> list[Any]:
    return [0]


_READS, _CHANGES = reads_somewhere("workers", NAME), changes_somewhere("workers")
_NO_SUCH = either()  # Only its maker finds it, and those it is shared with; the tests of views and changes show that.
LISTS: dict[str, Door] = {
    "lists:view-list": Door("workers", _READS, nowhere, _of_people()),
    "lists:view-keep": Door("workers", _READS, nowhere, _of_people(), POST, data={"name": "Thử", "query": "member=no"}),
    "lists:view-first": Door("workers", _READS, nowhere, _of_people(), POST, data={"view": ""}),
    "lists:columns": Door("workers", _READS, nowhere, _of_people(), POST, data={"column": "unit"}),
    "lists:view-rename": Door("workers", _NO_SUCH, nowhere, _of_people(0), POST, data={"name": "Khác"}),
    "lists:view-share": Door("workers", _NO_SUCH, nowhere, _of_people(0), POST, data={"unit": "DV-G"}),
    "lists:view-remove": Door("workers", _NO_SUCH, nowhere, _of_people(0), POST),
    "lists:view-restore": Door("workers", _NO_SUCH, nowhere, _of_people(0), POST),
    "lists:bulk-list": Door("workers", _CHANGES, nowhere, _of_people()),
    "lists:bulk-choose": Door(
        "workers", _CHANGES, nowhere, _of_people(), POST, data={"action": "leave", "scope": "all"}
    ),
    "lists:bulk-detail": Door("workers", _NO_SUCH, nowhere, _change, BOTH),
    "lists:bulk-confirm": Door("workers", _NO_SUCH, nowhere, _change, POST),
    "lists:bulk-undo": Door("workers", _NO_SUCH, nowhere, _change, POST),
}
