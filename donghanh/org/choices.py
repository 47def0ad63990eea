"""The words of the organisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AreaKind(models.TextChoices):
    """Levels of the administrative map."""

    PROVINCE = "province", _("province")
    CITY = "city", _("centrally run city")
    COMMUNE = "commune", _("commune")
    WARD = "ward", _("ward")
    SPECIAL_ZONE = "special_zone", _("special zone")


class UnitKind(models.TextChoices):
    """Levels of the union tree, and the social-security tree beside it."""

    CONFEDERATION = "confederation", _("confederation")
    FEDERATION = "federation", _("provincial federation")
    SECTOR_UNION = "sector_union", _("national sector union")
    SUPERIOR_UNION = "superior_union", _("immediate superior union")
    GRASSROOTS_UNION = "grassroots_union", _("grassroots union")
    OCCUPATIONAL_UNION = "occupational_union", _("grassroots occupational union")
    SECTION = "section", _("union section")
    SOCIAL_SECURITY = "social_security", _("social-security office")


GRASSROOTS_KINDS = (UnitKind.GRASSROOTS_UNION, UnitKind.OCCUPATIONAL_UNION)
UNION_KINDS = tuple(kind for kind in UnitKind if kind != UnitKind.SOCIAL_SECURITY)


KINDS_BELOW: dict[str, tuple[UnitKind, ...]] = {
    UnitKind.CONFEDERATION: (UnitKind.FEDERATION, UnitKind.SECTOR_UNION, UnitKind.SUPERIOR_UNION),
    UnitKind.FEDERATION: (UnitKind.SUPERIOR_UNION, *GRASSROOTS_KINDS),
    UnitKind.SECTOR_UNION: (UnitKind.SUPERIOR_UNION, *GRASSROOTS_KINDS),
    UnitKind.SUPERIOR_UNION: GRASSROOTS_KINDS,
    UnitKind.GRASSROOTS_UNION: (UnitKind.SECTION,),
    UnitKind.OCCUPATIONAL_UNION: (UnitKind.SECTION,),
    UnitKind.SECTION: (),
    UnitKind.SOCIAL_SECURITY: (UnitKind.SOCIAL_SECURITY,),
}
"""What is founded under what in the forms; an imported tree may differ."""


class SuperiorForm(models.TextChoices):
    """What an immediate superior union stands on."""

    COMMUNE = "commune", _("commune")
    WARD = "ward", _("ward")
    SPECIAL_ZONE = "special_zone", _("special zone")
    INDUSTRIAL_ZONE = "industrial_zone", _("industrial zone")
    SECTOR = "sector", _("sector")
    CORPORATION = "corporation", _("corporation")


class DecisionKind(models.TextChoices):
    """What a numbered decision does to a unit."""

    FOUNDED = "founded", _("founded")
    MOVED = "moved", _("moved")
    MERGED = "merged", _("merged")
    CLOSED = "closed", _("closed")


class Role(models.TextChoices):
    """What a person does at a unit."""

    WORKER = "worker", _("worker")
    VOLUNTEER = "volunteer", _("volunteer")
    VIEWER = "viewer", _("viewer")
    OFFICER = "officer", _("officer")
    LEADER = "leader", _("leader")
    SOCIAL_SECURITY_OFFICER = "social_security_officer", _("social-security officer")
    ADMINISTRATOR = "administrator", _("administrator")


DESK_ROLES = tuple(role for role in Role if role not in {Role.WORKER, Role.VOLUNTEER})
"""Officers, in the wide sense: those who work with other people's records."""
ROLES_LEADERS_GIVE = (Role.WORKER, Role.VOLUNTEER, Role.VIEWER, Role.OFFICER, Role.SOCIAL_SECURITY_OFFICER)
"""What a leader gives and takes at his unit; the others are for its administrator."""


class Reading(models.IntegerChoices):
    """How much of a thing a reader gets; larger includes smaller."""

    NONE = 0, _("nothing")
    NUMBER = 1, _("numbers only")
    MASKED = 2, _("masked names")
    NAME = 3, _("names")
