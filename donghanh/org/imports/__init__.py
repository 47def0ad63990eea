"""Lists of the organisation, and what every list that belongs to a unit needs."""

from donghanh.org.imports.units import UnitImporter

__all__ = ["UnitImporter"]
