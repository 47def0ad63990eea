"""The lists of people and enterprises, as the tools of all lists know them."""

from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from donghanh.core.registers import Register
from donghanh.org.access import changes_anywhere, reads_anywhere
from donghanh.org.choices import Reading
from donghanh.people.bulk_enterprises import InArea, Sector
from donghanh.people.bulk_workers import Admit, Department, Leave
from donghanh.people.filters import EnterpriseFilter, WorkerFilter
from donghanh.people.queries.desk import desk_of
from donghanh.people.queries.enterprises import readable_enterprises
from donghanh.people.tables import ENTERPRISE_COLUMNS, WORKER_COLUMNS


def _reads_people(actor: Any) -> bool:
    return reads_anywhere(actor, "workers", least=Reading.NAME)


def _reads_enterprises(actor: Any) -> bool:
    return reads_anywhere(actor, "enterprises", least=Reading.NAME)


def _changes_people(actor: Any) -> bool:
    return changes_anywhere(actor, "workers")


def _changes_enterprises(actor: Any) -> bool:
    return changes_anywhere(actor, "enterprises")


def _people(actor: Any, asked: QueryDict) -> QuerySet[Any]:
    found: QuerySet[Any] = WorkerFilter(asked, desk_of(actor)).qs
    return found


def _enterprises(actor: Any, asked: QueryDict) -> QuerySet[Any]:
    found: QuerySet[Any] = EnterpriseFilter(asked, readable_enterprises(actor)).qs
    return found


WORKERS = Register(
    name="workers",
    title=_("People"),
    address="people:worker-list",
    opens_for=_reads_people,
    filters=("unit", "department", "member"),
    columns=WORKER_COLUMNS,
    rows=_people,
    changes_for=_changes_people,
    actions=(Department, Admit, Leave),
)
ENTERPRISES = Register(
    name="enterprises",
    title=_("Enterprises"),
    address="people:enterprise-list",
    opens_for=_reads_enterprises,
    filters=("sector", "ownership", "province"),
    columns=ENTERPRISE_COLUMNS,
    rows=_enterprises,
    changes_for=_changes_enterprises,
    actions=(Sector, InArea),
)
