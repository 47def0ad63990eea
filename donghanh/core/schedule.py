"""What the worker does by the clock."""

from datetime import timedelta

from django.utils import timezone
from django_q.models import Schedule

MINUTELY = {
    "fold presence": "donghanh.gatherings.jobs.fold_waiting",
    "seal the trail": "donghanh.core.audit_chain.seal_waiting",
    "tell webhooks": "donghanh.api.webhooks.telling.tell_waiting",
}
DAILY = {
    "forget counted tries": "donghanh.core.limits.forget_tries",
    "let go what is kept too long": "donghanh.privacy.jobs.apply_retention",
    "forget one-time codes": "donghanh.accounts.jobs.forget_codes",
    "forget unbound accounts": "donghanh.accounts.jobs.forget_joiners",
    "forget old bulk changes": "donghanh.core.bulk.jobs.forget_expired",
    "forget kept answers": "donghanh.api.repeats.forget_answers",
    "check the law index": "donghanh.legal.jobs.check_index",
    "look through saved searches": "donghanh.legal.jobs.look_through_searches",
    "look again at what cites the law": "donghanh.guides.jobs.look_again",
    "forget removed searches": "donghanh.legal.jobs.forget_removed_searches",
    "forget texts tried out": "donghanh.legal.jobs.forget_trials",
}


def keep_schedule() -> None:
    """Make the schedule what the code says; safe to repeat."""
    Schedule.objects.exclude(name__in=MINUTELY | DAILY).delete()
    for name, job in MINUTELY.items():
        _keep(name, job, schedule_type=Schedule.MINUTES, minutes=1)
    for name, job in DAILY.items():
        _keep(name, job, schedule_type=Schedule.DAILY)


def _keep(name: str, job: str, **rhythm: str | int) -> None:
    """Write one line of the schedule; a time of the day that is set already stays."""
    first = timezone.now() + timedelta(seconds=5)
    kept, is_new = Schedule.objects.update_or_create(name=name, defaults={"func": job, "repeats": -1, **rhythm})
    if is_new or kept.schedule_type == Schedule.MINUTES:
        kept.next_run = first
        kept.save(update_fields=["next_run"])
