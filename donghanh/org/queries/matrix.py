"""The whole matrix of rights in words: every row of visibility.csv, for people to read, print and take away."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.org import policy
from donghanh.org.choices import Reading, Role

Words = Mapping[str, str | Promise]

ROLES: Words = {
    "anonymous": _("somebody without an account"),
    **{role.value: role.label for role in Role},
    "consultant": _("consultant"),
    "system": _("the command line"),
}
RELATIONS: Words = {
    "own": _("the unit itself, with its sections"),
    "child": _("a grassroots union directly below"),
    "below": _("any other unit below"),
    "above": _("a unit above"),
    "session": _("a session that it hosts or co-hosts"),
    "union": _("any trade-union body"),
    "self": _("himself"),
    "any": _("everywhere"),
}
THINGS: dict[str, str | Promise] = {
    "workers": _("names of workers"),
    "attendances": _("who attended which session"),
    "attendances_elsewhere": _("sessions of others that its people attended"),
    "roster": _("the list at the door of a session"),
    "check_in": _("checking in"),
    "sessions": _("sessions"),
    "reach": _("reach figures"),
    "figures": _("declared figures"),
    "reports": _("reports"),
    "plans": _("plans and documents"),
    "enterprises": _("enterprises"),
    "late_payers": _("enterprises that pay late"),
    "imports": _("imports"),
    "cases": _("questions and cases"),
    "profile": _("one's own record"),
    "units": _("the unit and those below it"),
    "users": _("accounts and roles"),
    "settings": _("settings"),
    "saved_views": _("shared views of lists"),
    "audit": _("the trail of who did what"),
    "data_requests": _("what people ask about their data"),
    "breaches": _("breaches of data"),
    "data_map": _("the map of personal data"),
    "retention": _("how long data is kept"),
    "law": _("texts, rates and guides of the library"),
    "shelves": _("digital shelves of bookcases"),
    "public": _("what is published"),
    "any": _("everything"),
}
CHANGES: Words = {
    "none": "",
    "all": _("all of it"),
    "on behalf": _("on behalf of the unit"),
    "own fields": _("one's own facts"),
    "ask": _("asks"),
    "answer": _("answers"),
    "check in": _("checks in"),
    "register and check in": _("registers and checks in"),
    "acknowledge": _("acknowledges"),
    "reveal": _("asks to see names, with a reason"),
    "grant below own level": _("gives roles below his own"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the matrix, in words."""

    role: str
    relation: str
    thing: str
    reading: str
    change: str


def lines() -> list[Line]:
    """Return every row, role by role."""
    order = list(ROLES)
    return [_line(rule) for rule in sorted(policy.rules(), key=lambda rule: order.index(rule.role))]


def _line(rule: policy.Rule) -> Line:
    return Line(
        role=capfirst(str(ROLES[rule.role])),
        relation=capfirst(str(RELATIONS[rule.relation])),
        thing=str(THINGS[rule.thing]),
        reading=str(Reading(rule.reading).label),
        change=str(CHANGES[rule.change]),
    )


COLUMNS = (
    Column[Line](_("Role"), lambda line: line.role, 24),
    Column[Line](_("At"), lambda line: line.relation, 34),
    Column[Line](_("Subject"), lambda line: line.thing, 34),
    Column[Line](_("Reads"), lambda line: line.reading, 16),
    Column[Line](_("Changes"), lambda line: line.change, 30),
)
