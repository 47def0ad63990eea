"""Accounts: one to sign in with for each role, and officers who only stand for who entered what."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from donghanh.demo import names
from donghanh.demo.living import HANOI, KHANH_HOA, QUANG_MINH
from donghanh.demo.rhythm import OFFICE_HOURS, moment
from donghanh.demo.world import World
from donghanh.org.choices import Role, UnitKind
from donghanh.org.models import Grant, Unit, User
from donghanh.org.services import create_user, grant_role
from donghanh.people.choices import Gender
from donghanh.people.models import Worker
from donghanh.people.services import bind_account, update_worker

PASSWORD = "thu-nghiem-1"  # noqa: S105 - printed beside every demo login
IN_OFFICE_SINCE = date(2020, 1, 1)
FIRST_UNION = "LDLD-01-CS-0001"
VOLUNTEER = "tinhnguyen.thu"
WORKER, WORKER_NAME, WORKER_PHONE = "congnhan.chi", "Lê Thị Ví Dụ Chi", "0900000000"


@dataclass(frozen=True, slots=True)
class Login:
    """An account of the demo: how to sign in, as whom, and where one lands."""

    username: str
    password: str
    full_name: str
    role: str
    unit: str
    home: str


ACCOUNTS = (
    ("tw.tongliendoan", "Đặng Minh Họa Sơn", Role.VIEWER, "TLD"),
    ("tinh.hanoi", "Nguyễn Ví Dụ Hòa", Role.LEADER, HANOI),
    ("tinh.hanoi.canbo", "Trần Thị Mẫu Hương", Role.OFFICER, HANOI),
    ("tinh.hanoi.xem", "Vũ Thử Long", Role.VIEWER, HANOI),
    ("tinh.hanoi.quantri", "Bùi Giả Định Quang", Role.ADMINISTRATOR, HANOI),
    ("xa.quangminh", "Phạm Văn Mẫu", Role.LEADER, QUANG_MINH),
    ("xa.quangminh.canbo", "Hoàng Thị Thử Nga", Role.OFFICER, QUANG_MINH),
    ("coso.mayvidu", "Đỗ Thị Ví Dụ", Role.LEADER, FIRST_UNION),
    ("tinh.khanhhoa", "Ngô Hư Cấu Bình", Role.LEADER, KHANH_HOA),
    ("bhxh.hanoi", "Lý Minh Họa Lan", Role.SOCIAL_SECURITY_OFFICER, "BHXH-01"),
    (VOLUNTEER, "Mai Thí Dụ Phong", Role.VOLUNTEER, QUANG_MINH),
)
"""Sign-in name, name, role and unit; a later row of a unit keeps its records if it may."""
_KEEPERS = {Role.OFFICER, Role.LEADER, Role.SOCIAL_SECURITY_OFFICER}


def demo_logins() -> list[Login]:
    """Return the accounts that one can sign in with, as far as they are there."""
    usernames = [*(row[0] for row in ACCOUNTS), WORKER]
    grants = {
        grant.user.username: grant
        for grant in Grant.objects.filter(user__username__in=usernames).select_related("user", "unit")
    }
    return [_login(grants[username]) for username in usernames if username in grants]


def make_logins(world: World) -> None:
    """Make the account of each role at the units that there are."""
    for username, full_name, role, code in ACCOUNTS:
        unit = world.units.get(code)
        if unit is not None:
            user = create_user(username, full_name, actor=world.system, unit=unit, password=PASSWORD)
            _appoint(world, user, role, unit)
            if role in _KEEPERS:
                world.officers[unit.pk] = user


def make_officers(world: World) -> None:
    """Give every other unit that holds sessions an officer, whose account has no password."""
    for unit in _units_at_work(world):
        if unit.pk not in world.officers:
            dice = world.dice("officer", unit.code)
            full_name = names.person(dice, Gender.FEMALE if dice.random() < 0.5 else Gender.MALE)
            user = create_user(unit.code.lower(), full_name, actor=world.system, unit=unit)
            is_office = unit.kind == UnitKind.SOCIAL_SECURITY
            _appoint(world, user, Role.SOCIAL_SECURITY_OFFICER if is_office else Role.LEADER, unit)
            world.officers[unit.pk] = user


def bind_worker(world: World) -> None:
    """Bind an account to somebody who works at the first union all along and comes to everything."""
    place = world.places()[0]
    number, attendee = next(
        (number, person)
        for number, person in enumerate(place.people)
        if person.starts_on < world.first_day < person.ends_on
    )
    chair = world.officer_of(place.unit)
    worker = Worker.objects.get(pk=attendee.worker_id)
    update_worker(worker, actor=chair, unit=place.unit, full_name=WORKER_NAME, phone=WORKER_PHONE)
    account = bind_account(
        worker, place.unit, actor=chair, username=WORKER, password=PASSWORD, at=moment(world.first_day, OFFICE_HOURS)
    )
    world.account_holders[worker.pk] = account.user
    place.people[number] = attendee._replace(eagerness=1000.0)


def _units_at_work(world: World) -> list[Unit]:
    units = [unit for branch in world.branches for _, unit in branch.above]
    units += [unit for branch in world.branches for unit in (branch.federation, world.office_of(branch))]
    units += [place.unit for place in world.places()]
    return list({unit.pk: unit for unit in units}.values())


def _appoint(world: World, user: User, role: Role, unit: Unit) -> None:
    grant_role(user, role, unit, actor=world.system, starts_on=max(unit.founded_on, IN_OFFICE_SINCE))


def _login(grant: Grant) -> Login:
    return Login(
        username=grant.user.username,
        password=PASSWORD,
        full_name=grant.user.full_name,
        role=str(Role(grant.role).label),
        unit=grant.unit.label,
        home=settings.LOGIN_REDIRECT_URL,
    )
