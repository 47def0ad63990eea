"""Pages of people and enterprises."""

from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.needs import (
    Target,
    changes_somewhere,
    changes_there,
    either,
    every,
    one_of,
    reads,
    reads_somewhere,
)
from donghanh.tests.doors.papers import ASKER
from donghanh.tests.doors.readers import Reader, name_of
from donghanh.tests.doors.register.door import BOTH, DAY, EXPORTS, POST, Args, Door, no, nowhere, sites, worker

_KEEPS_WORKER = changes_there("workers")
_KEEPERS = (name_of("leader", "G"), name_of("administrator", "G"))
_ASKED: Args = lambda site: [site.papers.names_asked.pk]  # noqa: E731 - a table of short functions


def _asks_for_names(reader: Reader, target: Target) -> bool:
    """Open to those further above, who do not read the names anyway."""
    asks = reader.changes(target.place, "workers", "reveal")
    return asks and not reader.reads(target.place, "workers", NAME)


PEOPLE: dict[str, Door] = {
    "people:worker-list": Door(
        "workers", reads_somewhere("workers", NAME), nowhere, no, queries=(*EXPORTS, "?q=Du", "?unit=DV-G2", "?q=0987")
    ),
    "people:worker-create": Door(
        "workers", changes_somewhere("workers"), nowhere, no, BOTH, data={"full_name": "Thử", "unit": "1"}
    ),
    "people:duplicate-list": Door("workers", changes_somewhere("workers"), nowhere, no),
    "people:merge-list": Door("workers", changes_somewhere("workers"), nowhere, no),
    "people:merge-undo": Door("workers", _KEEPS_WORKER, sites, lambda site: [site.merge.pk], POST),
    "people:enterprise-list": Door(
        "enterprises", reads_somewhere("enterprises", NAME), nowhere, no, queries=(*EXPORTS, "?q=cong", "?q=010")
    ),
    "people:enterprise-create": Door("enterprises", changes_somewhere("enterprises"), nowhere, no, BOTH),
    "people:enterprise-detail": Door(
        "enterprises", reads("enterprises", NAME), sites, lambda site: [site.enterprise.pk]
    ),
    "people:enterprise-edit": Door(
        "enterprises", changes_there("enterprises"), sites, lambda site: [site.enterprise.pk], BOTH,
        data={"name": "Khác"},
    ),
    "people:worker-detail": Door("workers", reads("workers", NAME), sites, worker),
    "people:worker-numbers": Door("workers", _KEEPS_WORKER, sites, worker, leads_elsewhere=True),
    "people:reveal-list": Door("workers", either(reads_somewhere("workers"), reads_somewhere("users")), nowhere, no),
    "people:reveal-ask": Door("workers", _asks_for_names, sites, lambda site: [site.unit.code]),
    "people:reveal-detail": Door("", one_of(ASKER, *_KEEPERS), sites, _ASKED),
    "people:reveal-names": Door("workers", one_of(), sites, _ASKED),
    "people:reveal-answer": Door(
        "", one_of(name_of("administrator", "G")), sites, _ASKED, POST, data={"says": "yes"}
    ),
    "people:worker-edit": Door("workers", _KEEPS_WORKER, sites, worker, BOTH, data={"full_name": "Khác"}),
    "people:worker-employ": Door("workers", _KEEPS_WORKER, sites, worker, BOTH),
    "people:worker-transfer": Door("workers", _KEEPS_WORKER, sites, worker, BOTH),
    "people:worker-leave": Door("workers", _KEEPS_WORKER, sites, worker, BOTH, data={"last_day": DAY}),
    "people:worker-admit": Door("workers", _KEEPS_WORKER, sites, worker, BOTH, data={"on": DAY}),
    "people:worker-resign": Door("workers", _KEEPS_WORKER, sites, worker, BOTH, data={"last_day": DAY}),
    "people:worker-place": Door(
        "workers", _KEEPS_WORKER, sites, lambda site: [site.worker.pk, site.worker.employments.get().pk], BOTH
    ),
    "people:worker-account": Door(
        "workers", _KEEPS_WORKER, sites, lambda site: [site.workmate.pk], BOTH, data={"username": "moi"}
    ),
    "people:provisional-confirm": Door(
        "workers", every(changes_somewhere("workers"), reads("attendances", NAME)), sites,
        lambda site: [site.provisional.pk], BOTH, data={"starts_on": DAY},
    ),
    "people:worker-merge": Door(
        "workers", _KEEPS_WORKER, sites, lambda site: [site.worker.pk, site.double.pk], BOTH
    ),
    "people:card-list": Door("workers", changes_somewhere("workers"), nowhere, no, queries=("", "?q=Du", "?card=no")),
    "people:card-sheet": Door("workers", changes_somewhere("workers"), nowhere, no, POST),
    "people:worker-card": Door("workers", _KEEPS_WORKER, sites, worker),
    "people:card-issue": Door("workers", _KEEPS_WORKER, sites, worker, POST),
    "people:card-renew": Door("workers", _KEEPS_WORKER, sites, worker, POST),
    "people:card-annul": Door("workers", _KEEPS_WORKER, sites, worker, POST, data={"ending": "lost"}),
    "gatherings:worker-attendances": Door("workers", reads("workers", NAME), sites, worker),
}  # fmt: skip
