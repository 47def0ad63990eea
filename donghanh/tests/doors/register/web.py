"""Pages of everybody: the first page, search, help, the look."""

from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.needs import everybody, reads, whoever_signs_in
from donghanh.tests.doors.register.door import EXPORTS, POST, Door, code, no, nowhere, public, units

WEB: dict[str, Door] = {
    "web:home": public(),
    "web:search": Door("", whoever_signs_in, nowhere, no, queries=("?q=DV", "?q=Zq", "?q=0987", "?q=Thu")),
    "web:help": public(),
    "web:trail": Door("audit", reads("audit", NAME), units, code, queries=EXPORTS),
    "web:security": public(),
    "web:security-txt": Door("", everybody, nowhere, no, leads_elsewhere=True),
    "web:help-guide": Door("", everybody, nowhere, lambda _: ["officer"]),
    "web:styleguide": public(),
    "web:styleguide-kind": Door("", everybody, nowhere, lambda _: ["hall"]),
    "set_language": Door("", everybody, nowhere, no, POST, data={"language": "vi"}),
}
