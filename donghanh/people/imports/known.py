"""The people on record that the rows of a list may be about, and where they work."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from donghanh.core.imports.rows import Row
from donghanh.kernel.text import fold
from donghanh.org.models import Unit
from donghanh.people.models import Employment, Membership, Worker
from donghanh.people.services.identity import standing

PhoneAndName = tuple[str, str]


class KnownPeople:
    """Who is on record under the numbers, phones and names of some rows; five queries for any number.

    ``units`` matches the units whose people the actor may change; a phone and a name identify
    only within the rolls of these.
    """

    def __init__(self, rows: Sequence[Row], units: Q, *, on: date) -> None:
        self.on = on
        on_record = Worker.objects.select_related("merged_into")
        numbers, ids = _given(rows, "member_no"), _given(rows, "id_number")
        self._by_number = {
            str(worker.member_no): standing(worker) for worker in on_record.filter(member_no__in=numbers)
        }
        self._by_id: dict[str, set[Worker]] = defaultdict(set)
        for worker in on_record.filter(id_number__in=ids):
            self._by_id[worker.id_number].add(standing(worker))
        self._by_phone: dict[PhoneAndName, list[Worker]] = defaultdict(list)
        phones = Worker.objects.on_record().filter(phone__in=_given(rows, "phone"))
        for worker in phones.employed_at(units, on=on):
            self._by_phone[worker.phone, worker.folded_name].append(worker)
        people = self._people()
        self.employments: dict[tuple[int, int], list[Employment]] = defaultdict(list)
        for employment in Employment.objects.filter(worker__in=people).order_by("starts_on"):
            self.employments[employment.worker_id, employment.unit_id].append(employment)
        self.memberships: dict[tuple[int, int], list[Membership]] = defaultdict(list)
        for membership in Membership.objects.filter(worker__in=people).order_by("starts_on"):
            self.memberships[membership.worker_id, membership.unit_id].append(membership)
        ours = Employment.objects.filter(worker__in=people, ends_on__gte=on, unit__in=Unit.objects.filter(units))
        self._ours = set(ours.values_list("worker", flat=True))

    def find(self, row: Row) -> Worker | None:
        """Return the person of a row: by member number, else id number, else phone and name.

        A row that contradicts what is on record, or that fits two people, is refused.
        """
        values = row.values
        by_number = self._by_number.get(values.get("member_no", ""))
        by_id = self._by_id.get(values.get("id_number", ""), set())
        if by_number is not None:
            if by_id and by_number not in by_id:
                message = _("This id number is on record for another person than the member number.")
                row.refuse("id_number", message, _("Check both numbers."))
            elif not self._is_same(by_number, values, "id_number"):
                message = _("This member number is on record for somebody with another name.")
                row.refuse("member_no", message, _("Check the number on the card, and the name."))
            return by_number
        if by_id:
            return self._found_by_id(row, by_id)
        return self._found_by_phone(row)

    def has(self, name: str, value: Any) -> bool:
        """Tell whether a number is on record, if only on a record that was merged away."""
        return (name == "member_no" and value in self._by_number) or (name == "id_number" and value in self._by_id)

    def _found_by_id(self, row: Row, found: set[Worker]) -> Worker | None:
        worker = next(iter(found))
        if len(found) > 1:
            message = _("%(count)s people on record have this id number.") % {"count": len(found)}
            row.refuse("id_number", message, _("Merge their records first."))
        elif not self._is_same(worker, row.values, "member_no"):
            message = _("This id number is on record for somebody with another name.")
            row.refuse("id_number", message, _("Check the number and the name."))
        return worker

    def _found_by_phone(self, row: Row) -> Worker | None:
        values = row.values
        alike = self._by_phone.get((values.get("phone", ""), fold(values["full_name"])), [])
        found = [worker for worker in alike if not _contradicts(worker, values)]
        if len(found) > 1:
            message = _("%(count)s people of your units have this phone and name.") % {"count": len(found)}
            row.refuse("phone", message, _("Give the member number, so that one is meant."))
        return found[0] if found else None

    def _is_same(self, worker: Worker, values: dict[str, Any], other_number: str) -> bool:
        """Tell whether a row means this person: the same name, or for our own people a second proof."""
        if worker.folded_name == fold(values["full_name"]):
            return True
        proofs = (other_number, "phone")
        is_proven = any(values.get(name) and values[name] == getattr(worker, name) for name in proofs)
        return is_proven and worker.pk in self._ours

    def _people(self) -> list[Worker]:
        by_id = {worker for workers in self._by_id.values() for worker in workers}
        by_phone = {worker for workers in self._by_phone.values() for worker in workers}
        return list({*self._by_number.values(), *by_id, *by_phone})


def _given(rows: Sequence[Row], name: str) -> set[str]:
    return {row.values[name] for row in rows if row.values.get(name)}


def _contradicts(worker: Worker, values: dict[str, Any]) -> bool:
    """Tell whether a number of the row differs from the one on record: then they are two people."""
    given = {name: values.get(name) for name in ("id_number", "member_no")}
    return any(value and getattr(worker, name) and getattr(worker, name) != value for name, value in given.items())
