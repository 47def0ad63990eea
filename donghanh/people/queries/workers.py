"""Where people work and are members, as far as a reader may know."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from donghanh.org.querysets import on_day
from donghanh.people.models import Employment, Enterprise, Membership, Worker
from donghanh.people.queries.desk import Desk


def with_places(workers: QuerySet[Worker], desk: Desk) -> QuerySet[Worker]:
    """Fetch with each person where he works and is a member today, for :func:`places` and :func:`unions`."""
    employments = Employment.objects.on(desk.day).filter(unit__in=desk.unit_rows)
    memberships = Membership.objects.filter(on_day(desk.day))
    return workers.prefetch_related(
        Prefetch(
            "employments",
            employments.select_related("unit", "enterprise").order_by("starts_on"),
            to_attr="places_today",
        ),
        Prefetch("memberships", memberships.order_by("starts_on"), to_attr="unions_today"),
    )


def places(worker: Worker) -> list[Employment]:
    """Return where a person fetched by :func:`with_places` works, within the reader's reach."""
    found: list[Employment] = worker.places_today  # type: ignore[attr-defined]
    return found


def unions(worker: Worker) -> list[Membership]:
    """Return the memberships of a person fetched by :func:`with_places`."""
    found: list[Membership] = worker.unions_today  # type: ignore[attr-defined]
    return found


def enterprises_to_choose(desk: Desk) -> QuerySet[Enterprise]:
    """Return the employers kept by the units whose people the reader may know."""
    return Enterprise.objects.filter(unit__in=desk.unit_rows).order_by("folded_name")


@dataclass(frozen=True, slots=True)
class History:
    """A person's dated facts as one reader may know them, the latest first."""

    employments: list[Employment]
    memberships: list[Membership]

    def at_work(self, day: date) -> list[Employment]:
        """Return where he works on a day."""
        return [each for each in self.employments if each.starts_on <= day <= each.ends_on]

    def member_at(self, day: date) -> list[Membership]:
        """Return where he is a member on a day."""
        return [each for each in self.memberships if each.starts_on <= day <= each.ends_on]


def history_of(worker: Worker, desk: Desk) -> History:
    """Return where a person works, worked and is a member, within the reader's reach."""
    employments = worker.employments.filter(unit__in=desk.unit_rows).select_related("unit", "enterprise")
    memberships = worker.memberships.filter(unit__in=desk.unit_rows).select_related("unit")
    return History(list(employments.order_by("-starts_on")), list(memberships.order_by("-starts_on")))
