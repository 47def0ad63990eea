"""Making a set of data in its order: units, people, sessions, what was put right, figures."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from donghanh.core import audit, statistics
from donghanh.core.models import AuditEntry
from donghanh.demo import bookcases, corrections, crowd, figures, logins, papers, rhythm, sealing, turnout
from donghanh.demo.country import found_country, found_small_units
from donghanh.demo.errors import DatabaseNotEmpty, TooEarly
from donghanh.demo.living import LIVING_PLACES, SETTLED_ON, found_living
from donghanh.demo.programme import Programme
from donghanh.demo.progress import Progress, Report, in_silence
from donghanh.demo.rolls import fill_rolls
from donghanh.demo.scales import Scale, scale_named
from donghanh.demo.summary import Summary
from donghanh.demo.today import open_today, plan_ahead
from donghanh.demo.world import World
from donghanh.gatherings.services import fold_waiting
from donghanh.org.models import Unit, User

GENERATED = "generate"
MORNING = time(10, 10)


def generate(scale: str | Scale, *, seed: int = 1, today: date | None = None, progress: Report = in_silence) -> Summary:
    """Fill an empty database with synthetic data up to today; one seed and one day give one set of data.

    A database that this scale was generated into before stays as it is. Everything is one
    transaction: whoever stops it half way finds the database empty again.
    """
    scale = scale_named(scale) if isinstance(scale, str) else scale
    today = today or localdate()
    if _scale_there() == scale.name:
        return Summary.now()
    if Unit.objects.exists():
        raise DatabaseNotEmpty(Unit.objects.count())
    if today < SETTLED_ON:
        raise TooEarly(today, SETTLED_ON)
    with transaction.atomic():
        world = World(scale, seed, today, _now(today), User.objects.system())
        steps = Progress(progress, scale.sessions + (scale.grassroots_unions * 2 or LIVING_PLACES))
        (_make_living if scale.is_living else _make_crowd)(world, steps)
        while fold_waiting():
            pass
        statistics.refresh()
        root = world.units["TLD"]
        audit.record(world.system, GENERATED, root, unit_id=root.pk, scale=scale.name, seed=seed, today=str(today))
    progress(100, 100)
    return Summary.now()


def is_demo_there() -> bool:
    """Tell whether this database holds the demo."""
    return _scale_there() == "demo"


def _scale_there() -> str:
    root = Unit.objects.filter(code="TLD").first()
    if root is None:
        return ""
    entry = AuditEntry.objects.filter(
        subject_kind=Unit._meta.label_lower, subject_id=str(root.pk), action=GENERATED
    ).first()
    return entry.details["scale"] if entry else ""


def _now(today: date) -> datetime:
    """Return the moment the data leads up to: now, or the morning of another day."""
    return timezone.localtime() if today == localdate() else rhythm.moment(today, MORNING)


def _make_living(world: World, steps: Progress) -> None:
    found_country(world)
    found_living(world)
    found_small_units(world)
    logins.make_logins(world)
    logins.make_officers(world)
    papers.print_settings(world)
    fill_rolls(world, steps)
    logins.bind_worker(world)
    for occasion in Programme(world).past():
        turnout.hold(world, occasion)
        steps.step()
    corrections.put_right(world)
    open_today(world)
    plan_ahead(world)
    bookcases.keep_bookcases(world)
    figures.declare(world)
    sealing.seal_last_month(world)


def _make_crowd(world: World, steps: Progress) -> None:
    found_country(world)
    crowd.found_crowd(world, steps)
    logins.make_logins(world)
    fill_rolls(world, steps)
    crowd.hold_sessions(world, steps)
