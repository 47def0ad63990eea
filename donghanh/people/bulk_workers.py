"""What an officer does to many people of a unit at once."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.bulk.action import BulkAction
from donghanh.org.querysets import FOREVER, on_day
from donghanh.people import services
from donghanh.people.errors import AlreadyAMember, NotOnTheRolls
from donghanh.people.forms import AdmitForm, EndEmploymentForm
from donghanh.people.forms.employments import DepartmentForm
from donghanh.people.models import Employment, Membership, Worker
from donghanh.people.queries.desk import Desk


class WorkerAction(BulkAction):
    """An act on people on the rolls of one of the actor's own units, which is chosen with the rest."""

    fields: type[AdmitForm | EndEmploymentForm | DepartmentForm]

    @classmethod
    def form(cls, actor: Any, data: QueryDict | None) -> forms.Form:
        """Ask for the unit and what else is to be known."""
        return cls.fields(data, units=Desk(actor, localdate()).own_units)

    @classmethod
    def choosable(cls, actor: Any) -> QuerySet[Any]:
        """Return the people whose names the actor reads today."""
        return Desk(actor, localdate()).workers().filter(erased_at=None)

    @classmethod
    def records(cls, actor: Any) -> QuerySet[Any]:
        """Return these and whoever was on the rolls of his own units, so that a leaving can be taken back."""
        desk = Desk(actor, localdate())
        once = Employment.objects.filter(unit__in=desk.own_units).values("worker")
        known = Q(pk__in=once) | Q(pk__in=desk.workers().values("pk"))
        return Worker.objects.on_record().filter(known, erased_at=None)

    def url(self, record: Any) -> str:
        """Return the page of the person."""
        return reverse("people:worker-detail", args=[record.pk])

    def employments(self, worker: Worker) -> list[Employment]:
        """Return where somebody works or worked, at the actor's own units."""
        own = Desk(self.actor, localdate()).own_unit_ids
        return list(worker.employments.filter(unit__in=own).select_related("unit", "enterprise").order_by("pk"))

    def at_work(self, worker: Worker, day: date) -> Employment:
        """Return where somebody works at the unit that was chosen."""
        unit = self.typed["unit"]
        found = worker.employments.on(day).filter(unit=unit).select_related("unit", "enterprise").first()
        if found is None:
            raise NotOnTheRolls(worker, unit, day)
        return found


class Leave(WorkerAction):
    """Many people leave a unit on the same day."""

    name = "leave"
    title = gettext_lazy("Take off the rolls of a unit")
    fields = EndEmploymentForm

    def state(self, record: Any) -> dict[str, Any]:
        """Return the last day at each of the units."""
        return {str(each.pk): each.ends_on.isoformat() for each in self.employments(record)}

    def words(self, state: dict[str, Any]) -> str:
        """Say until when somebody works."""
        days = [date.fromisoformat(text) for text in state.values()]
        still = _("works there with no end")
        said = [still if day == FOREVER else _("up to %(day)s") % {"day": date_format(day, "d/m/Y")} for day in days]
        return ", ".join(said)

    def apply(self, record: Any) -> None:
        """End the employment."""
        services.end_employment(record, self.typed["unit"], actor=self.actor, last_day=self.typed["last_day"])

    def take_back(self, record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Give the employment its old last day."""
        for employment in self.employments(record):
            old = before.get(str(employment.pk))
            if old and old != after.get(str(employment.pk)):
                services.reopen_employment(employment, actor=self.actor, ends_on=date.fromisoformat(old))


class Admit(WorkerAction):
    """Many people become members on the same day."""

    name = "admit"
    title = gettext_lazy("Admit to the union")
    fields = AdmitForm

    def state(self, record: Any) -> dict[str, Any]:
        """Return since when somebody is a member, at the actor's own units."""
        return {str(each.pk): each.starts_on.isoformat() for each in self._memberships(record)}

    def words(self, state: dict[str, Any]) -> str:
        """Say since when somebody is a member."""
        days = [date_format(date.fromisoformat(text), "d/m/Y") for text in state.values()]
        return ", ".join(_("member from %(day)s") % {"day": day} for day in days) or _("not a member")

    def apply(self, record: Any) -> None:
        """Admit somebody who works there and is no member yet."""
        unit, day = self.typed["unit"], self.typed["on"]
        self.at_work(record, day)
        if record.memberships.filter(on_day(day), unit=unit).exists():
            raise AlreadyAMember(record, unit, day)
        services.admit_member(record, unit, actor=self.actor, on=day)

    def take_back(self, record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Remove the membership that was entered."""
        for membership in self._memberships(record):
            if str(membership.pk) not in before:
                services.withdraw_admission(membership, actor=self.actor)

    def _memberships(self, worker: Worker) -> list[Membership]:
        own = Desk(self.actor, localdate()).own_unit_ids
        found = worker.memberships.filter(on_day(FOREVER), unit__in=own)
        return list(found.select_related("unit", "worker").order_by("pk"))


class Department(WorkerAction):
    """Many people of a unit move to another department."""

    name = "department"
    title = gettext_lazy("Move to another department")
    fields = DepartmentForm

    def state(self, record: Any) -> dict[str, Any]:
        """Return the department at each of the units today."""
        today = localdate()
        at_work = [each for each in self.employments(record) if each.starts_on <= today <= each.ends_on]
        return {str(each.pk): each.department for each in at_work}

    def words(self, state: dict[str, Any]) -> str:
        """Name the departments."""
        return ", ".join(text or _("no department") for text in state.values())

    def apply(self, record: Any) -> None:
        """Say in which department somebody works; the enterprise stays."""
        place = self.at_work(record, localdate())
        department = self.typed["department"]
        services.place_at_work(place, actor=self.actor, enterprise=place.enterprise, department=department)

    def take_back(self, record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Put somebody back where he worked."""
        for place in self.employments(record):
            old = before.get(str(place.pk))
            if old is not None and old != after.get(str(place.pk)):
                services.place_at_work(place, actor=self.actor, enterprise=place.enterprise, department=old)
