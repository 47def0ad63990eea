"""Which people and enterprises: filters that read as the rest of a sentence."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Q, QuerySet

from donghanh.kernel.text import fold
from donghanh.org.access import units_read
from donghanh.org.choices import Reading
from donghanh.org.models import Unit, UnitPlacement, User
from donghanh.org.querysets import on_day, within

if TYPE_CHECKING:
    from donghanh.people.models import Card, Employment, Enterprise, NameReveal, NumberReveal, Worker


class WorkerQuerySet(QuerySet["Worker"]):
    """Persons, members or not."""

    def standing(self) -> Self:
        """Leave out the records that were merged into another one."""
        return self.filter(merged_into=None)

    def on_record(self) -> Self:
        """Leave out provisional persons, whom no officer has confirmed."""
        return self.standing().filter(is_provisional=False)

    def employed_at(self, units: Q, *, on: date) -> Self:
        """Keep those employed on a day at one of the units that the filter matches."""
        employments = apps.get_model("people", "Employment").objects
        # By the ids of those employed, so that a small unit does not read the whole country's people.
        there = employments.filter(on_day(on), unit__in=Unit.objects.filter(units))
        return self.filter(pk__in=there.values("worker"))

    def visible_to(self, user: User, *, on: date) -> Self:
        """Keep those whose names ``user`` may read: people of his units on that day."""
        if user.is_system:
            return self
        return self.employed_at(units_read(user, "workers", least=Reading.NAME), on=on)

    def matching(self, text: str) -> Self:
        """Keep those whose name has these words, or whose member number this is; digits are a matter of their own."""
        words = Q()
        for word in fold(text).split():
            words &= Q(folded_name__contains=word)
        return self.filter(words | Q(member_no__iexact=text.strip()))


class EmploymentQuerySet(QuerySet["Employment"]):
    """Who worked where, from when to when."""

    def on(self, day: date) -> Self:
        """Keep the employments in force on ``day``."""
        return self.filter(on_day(day))

    def under(self, unit: Unit, *, on: date) -> Self:
        """Keep the employments of ``on`` at the units that hang at or below ``unit`` that day."""
        path = unit.path_on(on)
        places = UnitPlacement.objects.filter(on_day(on) & within(path)) if path else UnitPlacement.objects.none()
        return self.filter(on_day(on), unit__in=places.values("unit"))


class EnterpriseQuerySet(QuerySet["Enterprise"]):
    """Employers on record."""

    def visible_to(self, user: User) -> Self:
        """Keep the enterprises of units whose enterprises ``user`` may read."""
        if user.is_system:
            return self
        return self.filter(unit__in=Unit.objects.filter(units_read(user, "enterprises", least=Reading.NAME)))

    def matching(self, text: str) -> Self:
        """Keep those whose name has these words, or whose code starts so."""
        words = Q()
        for word in fold(text).split():
            words &= Q(folded_name__contains=word)
        code = text.replace(" ", "")
        return self.filter(words | Q(tax_code__startswith=code) | Q(insurance_code__iexact=code))


class CardQuerySet(QuerySet["Card"]):
    """Member cards."""

    def live(self) -> Self:
        """Keep the cards that count: nobody annulled them."""
        return self.filter(ended_at=None)


class NumberRevealQuerySet(QuerySet["NumberReveal"]):
    """Who reads the numbers of whom."""

    def running_at(self, at: datetime) -> Self:
        """Keep those that show something at a moment."""
        return self.filter(opened_at__lte=at, expires_at__gt=at)


class NameRevealQuerySet(QuerySet["NameReveal"]):
    """Who asked for, and who reads, the names of a unit."""

    def open_at(self, at: datetime) -> Self:
        """Keep those that wait for an answer or show names."""
        return self.filter(refused_at=None, ended_at=None, expires_at__gt=at)

    def waiting_at(self, at: datetime) -> Self:
        """Keep those that nobody has answered."""
        return self.open_at(at).filter(granted_at=None)

    def running_at(self, at: datetime) -> Self:
        """Keep those that show names."""
        return self.open_at(at).filter(granted_at__lte=at)
