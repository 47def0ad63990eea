"""Pages of sessions and presence."""

from donghanh.tests.doors.needs import (
    at_the_door,
    changes_somewhere,
    changes_there,
    everybody,
    reads_presence,
    reads_session,
    reads_somewhere,
)
from donghanh.tests.doors.register.door import (
    BOTH,
    DAY,
    EXPORTS,
    POST,
    Door,
    no,
    nowhere,
    open_session,
    own,
    pk,
    public,
    sessions,
    sites,
)

_CHANGES_SESSION, _RECORDS = changes_there("sessions"), changes_there("attendances")
GATHERINGS: dict[str, Door] = {
    "gatherings:session-list": Door(
        "sessions", reads_somewhere("sessions"), nowhere, no,
        queries=(*EXPORTS, "?period=2026", "?unit=DV-G2", "?q=chuyen", "?unit=DV-G"),
    ),
    "gatherings:session-week": Door("sessions", reads_somewhere("sessions"), nowhere, no),
    "gatherings:session-new": Door(
        "sessions", changes_somewhere("sessions"), nowhere, no, BOTH, queries=("", "?unit=DV-G2")
    ),
    "gatherings:co-host-suggestions": Door(
        "units", changes_somewhere("sessions"), nowhere, no, queries=("?field=a&a=DV", "?field=a&a=Zq")
    ),
    "gatherings:session-detail": Door("sessions", reads_session, sessions, pk),
    "gatherings:session-history": Door("sessions", _CHANGES_SESSION, sessions, pk),
    "gatherings:session-edit": Door("sessions", _CHANGES_SESSION, sessions, pk, BOTH, data={"title": "Khác"}),
    "gatherings:session-copy": Door("sessions", _CHANGES_SESSION, sessions, pk, BOTH, data={"day": DAY}),
    "gatherings:session-cancel": Door("sessions", _CHANGES_SESSION, sessions, pk, BOTH, data={"reason": "Thử"}),
    "gatherings:session-volunteers": Door("sessions", _CHANGES_SESSION, sessions, pk, BOTH),
    "gatherings:session-sign-sheet": Door("attendances", _RECORDS, sessions, pk, queries=("", "?rolls=1")),
    "gatherings:sign-sheet-file": Door(
        "attendances", _RECORDS, open_session, lambda session: [session.pk, "docx"], queries=("", "?rolls=1")
    ),
    "gatherings:session-presence": Door("attendances", reads_session, sessions, pk, queries=EXPORTS),
    "gatherings:attendance-annul": Door(
        "attendances", _RECORDS, sites, lambda site: [site.session.pk, site.presence.id], BOTH, data={"reason": "Thử"}
    ),
    "gatherings:evidence-file": Door(
        "attendances", reads_presence, sites, lambda site: [site.session.pk, site.evidence.pk]
    ),
    "gatherings:session-names": Door("attendances", _RECORDS, open_session, pk, BOTH),
    "gatherings:names-record": Door("attendances", _RECORDS, open_session, pk, POST),
    "gatherings:names-template": Door("attendances", _RECORDS, open_session, pk),
    "gatherings:session-desk": Door("roster", at_the_door, open_session, pk, queries=("", "?q=Du", "?q=0987")),
    "gatherings:desk-people": Door("roster", at_the_door, open_session, pk, queries=("?q=Du", "?q=Zq")),
    "gatherings:desk-scan": Door("roster", at_the_door, open_session, pk, POST, data={"number": "KHONG-CO"}),
    "gatherings:desk-name": Door(
        "roster", at_the_door, sites, lambda site: [site.session.pk], POST, data=lambda site: {"worker": site.double.pk}
    ),
    "gatherings:desk-walk-in": Door(
        "roster", at_the_door, open_session, pk, POST, data={"full_name": "Thử Lạ", "phone": "0900000099"}
    ),
    "gatherings:desk-numbers": Door("attendances", _RECORDS, open_session, pk, POST, data={"count_worker": "7"}),
    "gatherings:session-scanner": Door("roster", at_the_door, open_session, pk),
    "gatherings:scanner-scan": Door("roster", at_the_door, open_session, pk, POST, data={"number": "KHONG-CO"}),
    "gatherings:scanner-take-back": Door(
        "roster", at_the_door, sites, lambda site: [site.session.pk], POST,
        data=lambda site: {"attendance": site.presence.id, "reason": "mistake"},
    ),
    "gatherings:session-hall": Door("roster", at_the_door, open_session, pk),
    "gatherings:hall-code": Door("roster", at_the_door, open_session, pk),
    "gatherings:check-in": Door("", everybody, nowhere, no, BOTH),
    "gatherings:check-in-session": Door("", everybody, open_session, pk, BOTH),
    "gatherings:check-in-done": Door("", everybody, open_session, pk),
    "gatherings:check-in-scan": Door("", everybody, nowhere, lambda _: ["000000", "22222222"]),
    "gatherings:my-card": own(),
    "gatherings:my-sessions": own(),
    "gatherings:public-sessions": public(),
}  # fmt: skip
