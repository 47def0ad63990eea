"""Why somebody's data must stay for now although he asked, or a rule would let them go."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from donghanh.org.erasing import holds_office
from donghanh.org.querysets import on_day
from donghanh.people.models import Membership
from donghanh.privacy.models import LegalHold
from donghanh.privacy.persons import Person


def holds_on(person: Person, *, on: date) -> list[str]:
    """Return the reasons in force on a day, in words; without any the data may go."""
    reasons = []
    members = Membership.objects.filter(on_day(on), worker__in=person.worker_ids).select_related("unit")
    reasons += [_("the person is a member of %(unit)s") % {"unit": membership.unit.label} for membership in members]
    if holds_office(person.user_ids):
        reasons.append(_("the person's account holds an office"))
    placed = LegalHold.objects.filter(worker__in=person.worker_ids, until__gte=on, lifted_at=None)
    reasons += [f"{hold.reason} ({date_format(hold.until, 'd/m/Y')})" for hold in placed]
    return reasons
