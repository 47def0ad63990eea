"""What goes on today and in the weeks to come: one session running, one later on, and the plans."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from donghanh.demo import names, rhythm, turnout
from donghanh.demo.living import QUANG_MINH
from donghanh.demo.logins import VOLUNTEER
from donghanh.demo.programme import Occasion, Programme
from donghanh.demo.world import World
from donghanh.gatherings.choices import Source
from donghanh.gatherings.models import Session
from donghanh.gatherings.services import cancel_session, check_in_by_phone, set_volunteers
from donghanh.gatherings.tickets import TICKET_LASTS, Ticket
from donghanh.org.models import User
from donghanh.people.choices import Gender

COMING = 14


def open_today(world: World) -> None:
    """Open the two sessions of today in Quang Minh; people are coming in to the first one."""
    union = world.units[QUANG_MINH]
    branch = next(each for each in world.branches if each.above[-1][1] == union)
    first = branch.places[0]
    running = Occasion(
        "Luật Bảo hiểm xã hội: những điểm mới",
        ["social_insurance", "sickness_and_maternity"],
        union,
        *rhythm.running_at(world.now),
        guests=branch.places[:3],
        where=f"Nhà ăn ca, {first.enterprise.name}",
        enterprise=first.enterprise,
        co_hosts=[world.office_of(branch)],
        is_public=True,
    )
    later = Occasion(
        "Thời giờ làm việc, nghỉ ngơi và làm thêm giờ",
        ["working_time"],
        first.unit,
        *rhythm.later_on(world.now),
        guests=[first],
        where=f"Phòng họp, {first.enterprise.name}",
        enterprise=first.enterprise,
    )
    session = running.plan(world, at=world.now - timedelta(days=9))
    later.plan(world, at=world.now - timedelta(days=5))
    volunteer = User.objects.get(username=VOLUNTEER)
    set_volunteers(session, [volunteer], actor=world.officer_of(union))
    _people_come_in(world, running, session)


def plan_ahead(world: World) -> None:
    """Plan the sessions of the next weeks; one of them is already called off."""
    planned = []
    for number, occasion in enumerate(Programme(world).coming(COMING)):
        occasion.is_public = number % 3 == 0
        planned.append(occasion.plan(world, at=world.now - timedelta(days=number % 12, hours=2)))
    called_off = planned[len(planned) // 2]
    cancel_session(
        called_off, actor=world.officer_of(called_off.host), at=world.now - timedelta(hours=1),
        reason="Báo cáo viên bận, chuyển sang tháng sau",
    )  # fmt: skip


def strangers_come_in(world: World, session: Session, moments: Iterable[datetime]) -> None:
    """Let people whom nobody has on record check in with phone and name."""
    dice = world.dice("strangers", session.code)
    for at in moments:
        name = names.person(dice, dice.choice(list(Gender)))
        phone = names.phone(900_000 + dice.randrange(100_000))
        check_in_by_phone(session, Ticket(session.pk, at + TICKET_LASTS), phone, name, at=at)


def _people_come_in(world: World, occasion: Occasion, session: Session) -> None:
    dice = world.dice("running")
    guests = turnout.draw_guests(dice, occasion, share=0.3, most=64)
    opened = max(session.opens_at, session.starts_at - timedelta(minutes=25))
    seconds = int((world.now - opened).total_seconds())
    ways = (Source.SCAN, Source.SCAN, Source.SELF_PHONE)
    rows = [
        turnout.at_the_door(
            world, session, person, dice.choice(ways), opened + timedelta(seconds=dice.randint(0, seconds))
        )
        for person in guests
    ]
    turnout.write(session, sorted(rows, key=lambda row: row.checked_in_at), at=world.now)
    strangers_come_in(world, session, [world.now - timedelta(minutes=minutes) for minutes in (9, 4)])
