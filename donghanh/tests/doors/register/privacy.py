"""Pages of one's own data, and of those who answer for the data of others."""

from collections.abc import Iterator
from functools import partial

from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.needs import (
    Needs,
    Target,
    changes_somewhere,
    changes_there,
    either,
    is_a_worker,
    one_of,
    reads,
    reads_somewhere,
)
from donghanh.tests.doors.register.door import (
    BOTH,
    EXPORTS,
    POST,
    Args,
    Door,
    no,
    nowhere,
    own,
    pk,
    public,
    sites,
)
from donghanh.tests.doors.scenery import Scenery

_READS, _CHANGES = reads("data_requests", NAME), changes_there("data_requests")
_PERSON: Args = lambda site: [site.worker.pk]  # noqa: E731 - a table of short functions
_ANY: Needs = either(
    *(reads_somewhere(thing, NAME) for thing in ("data_requests", "breaches", "data_map", "retention"))
)


def _request(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].papers.request)


def _breach(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].papers.breach)


_himself = partial(Door, "profile", is_a_worker, nowhere)
_whole = partial(_himself, no, hands_all_out=True)


PRIVACY: dict[str, Door] = {
    "privacy:notice": public(),
    "privacy:mine": own(),
    "privacy:mine-held": _whole(),
    "privacy:mine-opened": _himself(no),
    "privacy:mine-json": _whole(),
    "privacy:mine-pdf": _whole(),
    "privacy:mine-consent": _himself(lambda _: ["contact"], POST),
    "privacy:mine-ask": _himself(lambda _: ["correction"], BOTH),
    "privacy:mine-take-back": Door("profile", one_of("worker@G"), _request, pk, POST),
    "privacy:desk": Door("data_requests", _ANY, nowhere, no),
    "privacy:request-list": Door("data_requests", reads_somewhere("data_requests", NAME), nowhere, no),
    "privacy:request-detail": Door("data_requests", _READS, _request, pk),
    "privacy:request-acknowledge": Door("data_requests", _CHANGES, _request, pk, POST),
    "privacy:request-extend": Door("data_requests", _CHANGES, _request, pk, POST, data={"reason": "Thử"}),
    "privacy:request-answer": Door("data_requests", _CHANGES, _request, pk, POST, data={"words": "Thử"}),
    "privacy:request-erase": Door("data_requests", _CHANGES, _request, pk, BOTH),
    "privacy:person": Door("data_requests", _READS, sites, _PERSON),
    "privacy:person-ask": Door("data_requests", _CHANGES, sites, _PERSON, BOTH),
    "privacy:person-consent": Door("data_requests", _CHANGES, sites, lambda site: [site.worker.pk, "contact"], POST),
    "privacy:hold-place": Door("data_requests", _CHANGES, sites, _PERSON, BOTH),
    "privacy:hold-lift": Door(
        "data_requests", _CHANGES, sites, lambda site: [site.worker.pk, site.papers.hold.pk], POST
    ),
    "privacy:person-json": Door("data_requests", _CHANGES, sites, _PERSON, hands_all_out=True),
    "privacy:person-pdf": Door("data_requests", _CHANGES, sites, _PERSON, hands_all_out=True),
    "privacy:contacts": Door("workers", changes_somewhere("workers"), nowhere, no, BOTH),
    "privacy:map": Door("data_map", reads_somewhere("data_map", NAME), nowhere, no, queries=EXPORTS),
    "privacy:retention": Door("retention", reads_somewhere("retention", NAME), nowhere, no),
    "privacy:breach-list": Door("breaches", reads_somewhere("breaches", NAME), nowhere, no),
    "privacy:breach-record": Door("breaches", changes_somewhere("breaches"), nowhere, no, BOTH),
    "privacy:breach-detail": Door("breaches", reads("breaches", NAME), _breach, pk),
    "privacy:breach-correct": Door("breaches", changes_there("breaches"), _breach, pk, BOTH),
    "privacy:breach-step": Door("breaches", changes_there("breaches"), _breach, pk, POST, data={"step": "note"}),
    "privacy:breach-notice": Door(
        "breaches", reads("breaches", NAME), _breach, lambda breach: [breach.pk, "authority", "docx"]
    ),
}
