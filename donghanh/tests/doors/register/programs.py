"""Doors for programs, each knocked at with a token of the reader, and the pages where tokens are made."""

from functools import partial

from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.needs import (
    at_the_door,
    changes_somewhere,
    changes_there,
    either,
    every,
    everybody,
    one_of,
    reads,
    reads_presence,
    reads_session,
    reads_somewhere,
    takes_in,
)
from donghanh.tests.doors.register.door import (
    BOTH,
    POST,
    Args,
    Door,
    code,
    figures,
    no,
    nowhere,
    open_session,
    own,
    pk,
    public,
    reporting,
    sessions,
    sites,
    units,
)
from donghanh.tests.doors.scenery import KIND

PATCH = ("PATCH",)
_BATCH: Args = lambda site: [site.batch.pk]  # noqa: E731 - a table of short functions
_TAKES_PEOPLE = every(changes_there("imports"), changes_there("workers"))
_STATES = {
    "indicator": "legal_education_attendances", "starts_on": "2025-01-01", "ends_on": "2025-12-31", "value": 7,
    "source": "Sổ", "unit": "DV-G",
}  # fmt: skip
_CORRECTS = {**{name: value for name, value in _STATES.items() if name != "unit"}, "reason": "Thử"}
_PLANS = {
    "title": "Thử", "host": "DV-G", "starts_at": "2026-07-09T09:00:00+07:00", "ends_at": "2026-07-09T10:00:00+07:00",
    "topics": ["wages"],
}  # fmt: skip
_TAKES_ANY = either(takes_in("workers"), takes_in("enterprises"), takes_in("units"))
_TOLD_OF = ("sessions", "attendances", "figures", "reports", "imports", "enterprises")
_HAS_SAY = either(*(changes_somewhere(thing) for thing in _TOLD_OF))
_lists = partial(Door, where=nowhere, args=no)

API: dict[str, Door] = {
    **{f"api:{name}": public() for name in ("openapi", "docs", "health", "list_topics", "list_areas")},
    "api:list_public_sessions": public(),
    "api:search_law_texts": Door("", everybody, nowhere, no, queries=("?q=luong",)),
    "api:list_law_documents": public(),
    "api:read_law_document": Door("", everybody, nowhere, lambda _: ["45-2019-QH14"], leads_elsewhere=True),
    "api:read_law_article": Door("", everybody, nowhere, lambda _: ["45-2019-QH14", "98"], leads_elsewhere=True),
    "api:api-root": public(leads_elsewhere=True),
    "api:problem": Door("", everybody, nowhere, lambda _: ["not_found"], leads_elsewhere=True),
    "api:read_area": Door("", everybody, nowhere, lambda _: ["01"]),
    "api:read_me": own(),
    "api:list_my_sessions": own(),
    "api:list_indicators": own(),
    "api:list_units": _lists("units", reads_somewhere("units"), queries=("", "?q=zq")),
    "api:read_unit": Door("units", reads("units"), units, code),
    "api:list_enterprises": _lists("enterprises", reads_somewhere("enterprises", NAME), queries=("", "?q=010")),
    "api:read_enterprise": Door("enterprises", reads("enterprises", NAME), sites, lambda site: [site.enterprise.pk]),
    "api:list_workers": _lists("workers", reads_somewhere("workers", NAME), queries=("", "?q=du", "?q=0987")),
    "api:read_worker": Door("workers", reads("workers", NAME), sites, lambda site: [site.worker.pk]),
    "api:list_sessions": _lists("sessions", reads_somewhere("sessions"), queries=("?period=2026", "?period=2026&q=zq")),
    "api:plan_session": Door("sessions", changes_there("sessions"), sites, no, POST, data=_PLANS),
    "api:read_session": Door("sessions", reads_session, sessions, pk),
    "api:revise_session": Door("sessions", changes_there("sessions"), sessions, pk, PATCH, data={"title": "Khác"}),
    "api:cancel_session": Door("sessions", changes_there("sessions"), sessions, pk, POST, data={"reason": "Thử"}),
    "api:list_presence": Door("attendances", reads_presence, sessions, pk),
    "api:count_presence": Door("attendances", reads_session, sessions, pk),
    "api:record_presence": Door(
        "roster", at_the_door, open_session, pk, POST,
        data={"by": "phone", "phone": "0900000088", "full_name": "Thử Lạ"},
    ),
    "api:annul_presence": Door(
        "attendances", changes_there("attendances"), sites, lambda site: [site.session.pk, site.presence.id], POST,
        data={"reason": "Thử"},
    ),
    "api:read_reach": Door("reach", reads("reach"), units, code, queries=("", "?by=month", "?by=topic")),
    "api:list_figures": _lists("figures", reads_somewhere("figures")),
    "api:declare_figure": Door("figures", changes_there("figures"), sites, no, POST, data=_STATES),
    "api:read_figure": Door("figures", reads("figures"), figures, pk),
    "api:correct_figure": Door("figures", changes_there("figures"), figures, pk, POST, data=_CORRECTS),
    "api:withdraw_figure": Door("figures", changes_there("figures"), figures, pk, POST, data={"reason": "Thử"}),
    "api:list_sealed_reports": _lists("reports", reads_somewhere("reports")),
    "api:read_report": Door(
        "reports", reads("reports"), reporting, lambda unit: [unit.code, KIND],
        queries=("?period=2025", "?period=2025&version=now"),
    ),
    "api:read_report_file": Door(
        "reports", reads("reports"), reporting, lambda unit: [unit.code, KIND], queries=("?period=2025&format=docx",)
    ),
    "api:list_import_kinds": own(),
    "api:list_imports": _lists("imports", _TAKES_ANY),
    "api:upload_import": Door("imports", takes_in("workers"), nowhere, no, POST, leads_elsewhere=True),
    "api:read_import": Door("imports", _TAKES_PEOPLE, sites, _BATCH),
    "api:list_import_problems": Door("imports", _TAKES_PEOPLE, sites, _BATCH),
    "api:confirm_import": Door("imports", _TAKES_PEOPLE, sites, _BATCH, POST),
    "api:stop_import": Door("imports", _TAKES_PEOPLE, sites, _BATCH, POST),
    "api:undo_import": Door("imports", _TAKES_PEOPLE, sites, _BATCH, POST),
    "programs:token-list": own(),
    "programs:token-new": own(leads_elsewhere=True),
    "programs:token-revoke": Door("", one_of("leader@G"), sites, lambda site: [site.papers.token.pk], POST),
    "programs:webhook-list": _lists("", _HAS_SAY),
    "programs:webhook-new": _lists("", _HAS_SAY, methods=BOTH, leads_elsewhere=True),
    **{
        f"programs:webhook-{verb}": Door(
            "", one_of("leader@G"), sites, lambda site: [site.papers.webhook.pk], methods,
            leads_elsewhere=verb == "secret",
        )
        for verb, methods in (("secret", BOTH), ("resume", POST), ("delete", POST))
    },
}  # fmt: skip
