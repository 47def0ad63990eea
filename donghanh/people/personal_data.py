"""What this room stores about people: the record of a worker, where he works and is a member, merges, his account."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Subject, Use, about, declare, no_people, not_personal

ROLLS = Use(
    _("knowing who works where and is a member, so that everybody is reached and nobody is counted twice"),
    _("tasks of the union towards workers and members"),
    retention="leaver",
    seen_by=("workers",),
)
IDENTIFYING = Use(
    _("telling namesakes apart and recognising one person in two lists"),
    _("tasks of the union towards workers and members"),
    retention="leaver",
    seen_by=("workers",),
)
MEMBERSHIP = Use(
    _("the register of union members"),
    _("law on trade unions; treated with the care of sensitive data"),
    retention="leaver",
    seen_by=("workers",),
)
REVEALED = Use(
    _("showing who read hidden numbers or names, when and why"),
    _("duty to prove who processed personal data"),
    retention="trail",
    seen_by=("workers",),
)

declare("people.Worker", ROLLS, ordinary=("full_name", "is_provisional", "erased_at"))
declare(
    "people.Worker",
    IDENTIFYING,
    ordinary=("gender", "birth_year", "merged_into"),
    identifier=("phone", "id_number"),
)
declare("people.Worker", MEMBERSHIP, identifier=("member_no",))
about("people.Worker", Subject(worker="pk"))

declare("people.Employment", ROLLS, ordinary=("worker", "unit", "enterprise", "department", "starts_on", "ends_on"))
about("people.Employment", Subject(worker="worker", blank=("department",)))
declare("people.Membership", MEMBERSHIP, sensitive=("worker", "unit", "starts_on", "ends_on"))
about("people.Membership", Subject(worker="worker"))
declare(
    "people.Merge", IDENTIFYING, ordinary=("kept", "gone", "merged_at", "undone_at"), other=("merged_by", "undone_by")
)
about("people.Merge", Subject(worker="kept"))
declare("people.WorkerAccount", IDENTIFYING, ordinary=("user", "worker", "bound_at"), other=("bound_by",))
about("people.WorkerAccount", Subject(worker="worker", goes=True))
declare(
    "people.Card",
    IDENTIFYING,
    ordinary=("worker", "unit", "issued_at", "ended_at", "ending"),
    identifier=("number",),
    other=("issued_by", "ended_by"),
)
about("people.Card", Subject(worker="worker", goes=True))
declare(
    "people.NumberReveal",
    REVEALED,
    ordinary=("worker", "unit", "reason", "opened_at", "expires_at"),
    text=("words",),
    other=("reader",),
)
about("people.NumberReveal", Subject(worker="worker", blank=("words",)))
declare("people.NameReveal", REVEALED, text=("words",), other=("reader", "answered_by", "ended_by"))
not_personal("people.NameReveal", "unit", "reason", "asked_at", "expires_at", "granted_at", "refused_at", "ended_at")

no_people("people.Enterprise")
