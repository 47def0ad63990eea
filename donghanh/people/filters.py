"""Filters of the lists of people and enterprises."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from donghanh.org.filters import ListFilter
from donghanh.org.models import Area, Unit
from donghanh.org.queries.areas import provinces
from donghanh.org.querysets import on_day
from donghanh.people.choices import Ownership
from donghanh.people.models import Card, Employment, Enterprise, Membership, Worker
from donghanh.people.queries.desk import Desk
from donghanh.people.queries.digits import found_in

MEMBER, NOT_MEMBER = "yes", "no"
HOLDS, HOLDS_NONE = "yes", "no"
SHOWN_WORDS = 60
"""How many departments or sectors a chip offers."""


class WorkerFilter(ListFilter):
    """People by words or digits, unit, department and membership."""

    search_words = _("name, member number or its last digits")

    q = django_filters.CharFilter(method="search")
    unit = django_filters.ChoiceFilter(label=_("Unit"), empty_label=_("All"), method="at_unit")
    department = django_filters.ChoiceFilter(label=_("Department"), empty_label=_("All"), method="in_department")
    member = django_filters.ChoiceFilter(
        choices=[(MEMBER, _("Members")), (NOT_MEMBER, _("Not members"))],
        label=_("Membership"),
        empty_label=_("All"),
        method="by_membership",
    )

    class Meta:
        model = Worker
        fields: list[str] = []

    def __init__(self, data: QueryDict, desk: Desk) -> None:
        super().__init__(data, desk.workers())
        self.desk = desk
        self.units = {unit.code: unit for unit in desk.units}
        self.offer("unit", [(code, unit.name) for code, unit in self.units.items()])
        units = [self.unit_chosen] if self.unit_chosen else desk.unit_rows
        there = Employment.objects.on(desk.day).filter(unit__in=units).exclude(department="")
        departments = there.values_list("department", flat=True).order_by("department").distinct()
        self.offer("department", [(name, name) for name in departments[:SHOWN_WORDS]])

    @property
    def unit_chosen(self) -> Unit | None:
        """Return the unit that the list is narrowed to."""
        return self.units.get(self.data.get("unit", ""))

    def search(self, workers: Any, name: str, text: str) -> QuerySet[Worker]:
        """Keep those with these words, and by digits the reader's own people."""
        return found_in(workers, text, own=self.desk.own_workers(), reader=self.desk.reader, at=now())

    def at_unit(self, workers: QuerySet[Worker], name: str, code: str) -> QuerySet[Worker]:
        """Keep those on the rolls of a unit."""
        there = Employment.objects.on(localdate()).filter(unit=self.units[code])
        return workers.filter(pk__in=there.values("worker"))

    def in_department(self, workers: QuerySet[Worker], name: str, department: str) -> QuerySet[Worker]:
        """Keep those in a department."""
        there = Employment.objects.on(localdate()).filter(department=department)
        return workers.filter(pk__in=there.values("worker"))

    def by_membership(self, workers: QuerySet[Worker], name: str, member: str) -> QuerySet[Worker]:
        """Keep members, or those who are none."""
        joined = Exists(Membership.objects.filter(on_day(localdate()), worker=OuterRef("pk")))
        return workers.filter(joined if member == MEMBER else ~joined)


class CardFilter(WorkerFilter):
    """People whose cards may be printed, by whether they hold one."""

    card = django_filters.ChoiceFilter(
        choices=[(HOLDS, _("hold one")), (HOLDS_NONE, _("hold none"))],
        label=_("Card"),
        empty_label=_("All"),
        method="by_card",
    )

    def by_card(self, workers: QuerySet[Worker], name: str, held: str) -> QuerySet[Worker]:
        """Keep those who hold a card that counts, or those who hold none."""
        holds = Exists(Card.objects.live().filter(worker=OuterRef("pk")))
        return workers.filter(holds if held == HOLDS else ~holds)


class EnterpriseFilter(ListFilter):
    """Employers by words or codes, sector, ownership and province."""

    search_words = _("name, tax code or social-insurance code")

    q = django_filters.CharFilter(method="search")
    sector = django_filters.ChoiceFilter(label=_("Sector"), empty_label=_("All"))
    ownership = django_filters.ChoiceFilter(choices=Ownership.choices, label=_("Ownership"), empty_label=_("All"))
    province = django_filters.ModelChoiceFilter(
        queryset=lambda request: provinces(), label=_("Province"), empty_label=_("All"), method="in_province"
    )

    class Meta:
        model = Enterprise
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: QuerySet[Enterprise]) -> None:
        super().__init__(data, queryset)
        sectors = queryset.exclude(sector="").values_list("sector", flat=True).order_by("sector").distinct()
        self.offer("sector", [(name, name) for name in sectors[:SHOWN_WORDS]])

    def search(self, enterprises: Any, name: str, text: str) -> QuerySet[Enterprise]:
        """Keep those with these words or codes."""
        found: QuerySet[Enterprise] = enterprises.matching(text)
        return found

    def in_province(self, enterprises: QuerySet[Enterprise], name: str, province: Area) -> QuerySet[Enterprise]:
        """Keep those in a province."""
        return enterprises.filter(Q(area=province) | Q(area__province=province))
