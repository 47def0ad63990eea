"""The organisation: areas, the unit tree through time, users and their roles."""

from donghanh.org.models.area import Area, AreaEdition
from donghanh.org.models.unit import Decision, DocumentSettings, Unit, UnitPlacement
from donghanh.org.models.user import Grant, User

__all__ = [
    "Area",
    "AreaEdition",
    "Decision",
    "DocumentSettings",
    "Grant",
    "Unit",
    "UnitPlacement",
    "User",
]
