"""What the worker does by the clock."""

from datetime import timedelta

from django.utils import timezone
from django_q.models import Schedule

MINUTELY = {"fold presence": "donghanh.gatherings.jobs.fold_waiting"}


def keep_schedule() -> None:
    """Make the schedule what the code says; safe to repeat."""
    Schedule.objects.exclude(name__in=MINUTELY).delete()
    for name, job in MINUTELY.items():
        Schedule.objects.update_or_create(
            name=name,
            defaults={
                "func": job,
                "schedule_type": Schedule.MINUTES,
                "minutes": 1,
                "repeats": -1,
                "next_run": timezone.now() + timedelta(seconds=5),
            },
        )
