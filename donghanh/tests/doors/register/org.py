"""Pages of units and accounts."""

from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.needs import changes_there, every, everybody, reads, reads_somewhere, whoever_signs_in
from donghanh.tests.doors.register.door import (
    BOTH,
    DAY,
    EXPORTS,
    READS_UNIT,
    Args,
    Door,
    code,
    holders,
    no,
    nowhere,
    own,
    units,
)

_HOLDER: Args = lambda grant: [grant.unit.code, grant.user_id]  # noqa: E731 - a table of short functions
ORG: dict[str, Door] = {
    "org:unit-list": Door("units", reads_somewhere("units"), nowhere, no, queries=(*EXPORTS, "?q=DV", "?state=closed")),
    "org:account": own(),
    "org:area-list": Door("", everybody, nowhere, no, queries=("", "?q=ha")),
    "org:area-detail": Door("", everybody, nowhere, lambda _: ["01"]),
    "org:area-suggestions": Door("", whoever_signs_in, nowhere, no, queries=("?field=a&a=ha",)),
    "org:unit-suggestions": Door("", whoever_signs_in, nowhere, no, queries=("?field=a&a=DV", "?field=a&a=Zq")),
    "org:unit-detail": Door("units", READS_UNIT, units, code, queries=("", "?on=2025-01-01")),
    "org:unit-tree": Door("units", READS_UNIT, units, code),
    "org:unit-visibility": Door("units", READS_UNIT, units, code, queries=("", "?export=xlsx")),
    "org:unit-edit": Door("units", changes_there("units"), units, code, BOTH, data={"name": "Tên khác"}),
    "org:unit-found": Door(
        "units", changes_there("units"), units, code, BOTH,
        data={"code": "MOI-1", "name": "Mới", "kind": "section", "on": DAY, "confirmed": "1"},
    ),
    "org:unit-move": Door(
        "units", changes_there("units"), units, code, BOTH, data={"parent": "DV-P", "on": DAY, "confirmed": "1"}
    ),
    "org:unit-merge": Door(
        "units", changes_there("units"), units, code, BOTH, data={"into": "DV-N", "on": DAY, "confirmed": "1"}
    ),
    "org:unit-close": Door("units", changes_there("units"), units, code, BOTH, data={"on": DAY, "confirmed": "1"}),
    "org:unit-documents": Door("reports", every(READS_UNIT, changes_there("reports")), units, code, BOTH),
    "org:user-list": Door("users", every(READS_UNIT, reads("users", NAME)), units, code),
    "org:user-create": Door(
        "users", changes_there("users", "grant"), units, code, BOTH,
        data={"full_name": "Thử Mới", "username": "moi", "role": "viewer", "starts_on": DAY},
    ),
    "org:user-detail": Door(
        "users", reads("users", NAME), holders, _HOLDER, BOTH, data={"role": "viewer", "starts_on": DAY}
    ),
    "org:role-end": Door(
        "users", changes_there("users", "grant"), holders, lambda grant: [grant.unit.code, grant.pk], BOTH,
        data={"on": DAY},
    ),
}  # fmt: skip
