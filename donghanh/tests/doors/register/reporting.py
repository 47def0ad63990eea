"""Pages of figures, reach and reports, and of imports."""

from donghanh.tests.doors.needs import (
    changes_somewhere,
    changes_there,
    either,
    every,
    keeps_figures_near,
    reads,
    reads_somewhere,
    takes_in,
    whoever_signs_in,
)
from donghanh.tests.doors.register.door import (
    BOTH,
    EXPORTS,
    POST,
    READS_UNIT,
    Args,
    Door,
    code,
    figures,
    no,
    nowhere,
    own,
    pk,
    report,
    reporting,
    sites,
    units,
    waiting,
)

_REPORT = every(READS_UNIT, reads("reports"))
_WRITES_REPORT = every(_REPORT, changes_there("reports"))
FIGURES: dict[str, Door] = {
    "indicators:figure-list": Door(
        "figures", reads_somewhere("figures"), nowhere, no, queries=(*EXPORTS, "?q=so", "?state=withdrawn")
    ),
    "indicators:figure-declare": Door("figures", changes_somewhere("figures"), nowhere, no, BOTH),
    "indicators:figure-detail": Door("figures", reads("figures"), figures, pk),
    "indicators:figure-correct": Door("figures", changes_there("figures"), figures, pk, BOTH),
    "indicators:figure-withdraw": Door(
        "figures", changes_there("figures"), figures, pk, BOTH, data={"reason": "Thử"}
    ),
    "indicators:waiting-list": Door("figures", reads_somewhere("figures"), nowhere, no),
    "indicators:waiting-detail": Door(
        "figures", keeps_figures_near, waiting, pk, BOTH, data={"unit": "DV-G"}
    ),
    "indicators:indicator-list": own(),
    "indicators:indicator-definition": own(),
    "indicators:indicator-detail": Door("", whoever_signs_in, nowhere, lambda _: ["legal_education_sessions"]),
}  # fmt: skip

REPORTING: dict[str, Door] = {
    "reporting:reach-home": Door("", whoever_signs_in, nowhere, no, leads_elsewhere=True),
    "reporting:reach-detail": Door(
        "reach", reads("reach"), units, code, queries=(*EXPORTS, "?by=month", "?by=topic", "?all=1")
    ),
    "reporting:reach-records": Door(
        "reach", reads("reach"), reporting, lambda unit: [unit.code, "sessions"], queries=EXPORTS
    ),
    "reporting:plan-for-silent": Door("reach", reads("reach"), reporting, code),
    "reporting:report-list": Door(
        "reports", reads_somewhere("reports"), nowhere, no, queries=(*EXPORTS, "?period=2025")
    ),
    "reporting:report-detail": Door("reports", _REPORT, reporting, report(), queries=("", "?version=now")),
    "reporting:report-file": Door("reports", _REPORT, reporting, report("docx")),
    "reporting:report-sessions": Door("reports", _REPORT, reporting, report()),
    "reporting:report-write": Door(
        "reports", _WRITES_REPORT, reporting, report(), BOTH, data={"based_on": "1", "difficulties": "Khác"}
    ),
    "reporting:report-nothing": Door("reports", _WRITES_REPORT, reporting, report(), POST),
    "reporting:report-seal": Door("reports", _WRITES_REPORT, reporting, report(), BOTH),
    "reporting:short-code": Door("", whoever_signs_in, nowhere, lambda _: ["PB01-DV-G-2025"], leads_elsewhere=True),
}  # fmt: skip

_BATCH: Args = lambda site: [site.batch.pk]  # noqa: E731 - a table of short functions
_TAKES_PEOPLE = every(changes_there("imports"), changes_there("workers"))
IMPORTS: dict[str, Door] = {
    "core:import-list": Door(
        "imports", either(takes_in("workers"), takes_in("enterprises"), takes_in("units")), nowhere, no
    ),
    "core:import-new": Door("imports", takes_in("workers"), nowhere, lambda _: ["workers"], BOTH),
    "core:import-template": Door("imports", takes_in("workers"), nowhere, lambda _: ["workers"]),
    "core:import-detail": Door("imports", _TAKES_PEOPLE, sites, _BATCH),
    "core:import-errors": Door("imports", _TAKES_PEOPLE, sites, _BATCH),
    "core:import-confirm": Door("imports", _TAKES_PEOPLE, sites, _BATCH, POST),
    "core:import-stop": Door("imports", _TAKES_PEOPLE, sites, _BATCH, POST),
    "core:import-undo": Door("imports", _TAKES_PEOPLE, sites, _BATCH, POST),
}
