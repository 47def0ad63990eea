"""The list of sessions, as the tools of all lists know it."""

from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from donghanh.core.registers import Register
from donghanh.gatherings.access import FACTS, list_rights
from donghanh.gatherings.bulk_sessions import Cancel, Retopic
from donghanh.gatherings.filters import SessionFilter
from donghanh.gatherings.listings.units import units_to_filter_by
from donghanh.gatherings.models import Session
from donghanh.gatherings.tables import SESSION_COLUMNS
from donghanh.org.access import units_read


def session_filter(actor: Any, asked: QueryDict, own: list[int]) -> SessionFilter:
    """Return the sessions that an address lists for a reader, who works for the units ``own``."""
    readable = units_read(actor, FACTS)
    units = units_to_filter_by(readable, own, asked.get("unit", ""), on=localdate())
    return SessionFilter(asked, Session.objects.hosted_by(readable), units=units)


def _opens_for(actor: Any) -> bool:
    return list_rights(actor).may_read


def _changes_for(actor: Any) -> bool:
    return list_rights(actor).may_plan


def _sessions(actor: Any, asked: QueryDict) -> QuerySet[Any]:
    found: QuerySet[Any] = session_filter(actor, asked, list_rights(actor).unit_ids).qs
    return found


SESSIONS = Register(
    name="sessions",
    title=_("Sessions"),
    address="gatherings:session-list",
    opens_for=_opens_for,
    filters=("unit", "topic", "form_of_session", "state"),
    not_kept=_("The month is not kept: the view opens with this month."),
    columns=SESSION_COLUMNS,
    record_id=lambda line: line.session.pk,
    rows=_sessions,
    changes_for=_changes_for,
    actions=(Retopic, Cancel),
)
