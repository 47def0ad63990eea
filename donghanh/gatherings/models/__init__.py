"""Sessions, who came, and the cohorts folded from presence."""

from donghanh.gatherings.models.attendance import Attendance
from donghanh.gatherings.models.cohort import SessionCohort
from donghanh.gatherings.models.headcount import Evidence, Headcount
from donghanh.gatherings.models.session import Session, SessionTopic, SessionUnit, Volunteer

__all__ = [
    "Attendance",
    "Evidence",
    "Headcount",
    "Session",
    "SessionCohort",
    "SessionTopic",
    "SessionUnit",
    "Volunteer",
]
