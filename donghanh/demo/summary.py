"""What a database holds, in numbers."""

from dataclasses import asdict, dataclass
from typing import Self

from donghanh.gatherings.models import Attendance, Session
from donghanh.indicators.models import Figure
from donghanh.org.models import Unit
from donghanh.people.models import Enterprise, Worker


@dataclass(frozen=True, slots=True)
class Summary:
    """How much of everything there is."""

    units: int
    enterprises: int
    workers: int
    sessions: int
    attendances: int
    figures: int

    @classmethod
    def now(cls) -> Self:
        """Count what the database holds."""
        return cls(
            units=Unit.objects.count(),
            enterprises=Enterprise.objects.count(),
            workers=Worker.objects.count(),
            sessions=Session.objects.count(),
            attendances=Attendance.objects.count(),
            figures=Figure.objects.count(),
        )

    def as_dict(self) -> dict[str, int]:
        """Return the numbers by name."""
        return asdict(self)
