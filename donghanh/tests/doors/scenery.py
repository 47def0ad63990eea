"""The little country, filled: the same things in two provinces, every name, number and title of them unique."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import get_default_timezone
from stdnum.vn import mst

from donghanh.conftest import FIRST_DAY
from donghanh.core.imports import batches, jobs
from donghanh.core.imports.registry import importer_of
from donghanh.core.tests.spreadsheets import xlsx
from donghanh.gatherings.models import Attendance, Evidence, Session
from donghanh.gatherings.services import (
    attach_evidence,
    fold_waiting,
    plan_session,
    record_headcount,
    record_names,
    record_walk_in,
    set_volunteers,
)
from donghanh.indicators.amounts import Amount
from donghanh.indicators.models import Figure, WaitingGroup
from donghanh.indicators.services import Statement, declare_figure
from donghanh.kernel.periods import Period
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, User
from donghanh.org.services import found_unit
from donghanh.people.models import Enterprise, Merge, Worker
from donghanh.people.services import admit_member, bind_account, merge_workers, register_enterprise, register_worker
from donghanh.reporting.services import Issue, save_draft, seal_report
from donghanh.tests.doors import readers
from donghanh.tests.doors.marks import Marks, Opening
from donghanh.tests.doors.matrix import NAME, NUMBER
from donghanh.tests.doors.needs import Target
from donghanh.tests.doors.papers import Papers, papers_of
from donghanh.tests.doors.places import KINDS, PARENTS, above
from donghanh.tests.doors.readers import Reader

if TYPE_CHECKING:
    from donghanh.core.import_models import ImportBatch

NOW = datetime(2026, 7, 1, 9, 30, tzinfo=get_default_timezone())
YEAR, HALF = Period.parse("2025"), Period.parse("2026-H1")
KIND = "legal-education"
PNG = b"\x89PNG\r\n\x1a\n"
PLANNERS = {"officer", "leader", "social_security_officer"}
SITES = {"G": ("S", ("CO", "B1")), "G2": ("S2", ())}
"""Where a whole set of records is made: at a grassroots union, its section, and the co-hosts of one session."""


@dataclass
class Site:
    """What stands at one grassroots union."""

    place: str
    unit: Unit
    worker: Worker
    workmate: Worker
    double: Worker
    provisional: Worker
    merge: Merge
    enterprise: Enterprise
    session: Session
    joint: Session
    planned: Session
    presence: Attendance
    evidence: Evidence
    figure: Figure
    batch: "ImportBatch"
    waiting: WaitingGroup
    papers: Papers


@dataclass
class Scenery:
    """Units, readers and records, and the words that tell where something came from."""

    units: dict[str, Unit]
    marks: Marks
    readers: dict[str, Reader] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)
    offices: dict[str, "Office"] = field(default_factory=dict)

    def knocking_at(self, target: Target) -> list[Reader]:
        """Return who tries a door; those of the co-host are strangers like others where nothing is held jointly."""
        joint = target.beside or not target.place
        return [reader for reader in self.readers.values() if joint or reader.held_at not in {"CO", "Q"}]


@dataclass
class Office:
    """What stands at a social-security office."""

    place: str
    unit: Unit
    session: Session
    figure: Figure


def built(system: User) -> Scenery:
    """Build the whole country; the clock stands at ``NOW``."""
    marks = Marks()
    scenery = Scenery(_units(marks, system), marks)
    for reader in [*readers.officers(scenery.units, marks, system), readers.nobody()]:
        scenery.readers[reader.name] = reader
    for place in SITES:
        scenery.sites[place] = _site(scenery, place, system)
    scenery.offices["B1"] = _office(scenery, "B1", system)
    fold_waiting()
    return scenery


def _units(marks: Marks, system: User) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for place, parent in PARENTS.items():
        word = marks.word(f"name of unit {place}", *_naming(place), known_to=_knowing(place))
        units[place] = found_unit(
            f"DV-{place}", f"Đơn vị {word}", KINDS[place], actor=system, parent=units.get(parent), on=FIRST_DAY
        )
    return units


def _naming(place: str) -> tuple[Opening, ...]:
    """Whoever reads anything of a unit, or of one directly below it, may know what it is called.

    So may those who read of a session what units host it.
    """
    things = ("units", "sessions", "attendances", "reach", "figures", "reports", "workers", "enterprises", "users")
    known = [place, *(below for below, parent in PARENTS.items() if parent == place)]
    hosts = next(([site, *beside] for site, (_section, beside) in SITES.items() if place in {site, *beside}), [])
    return (
        *(Opening(each, thing) for each in known for thing in things),
        *(Opening(host, "sessions", beside=True) for host in hosts),
    )


def _knowing(place: str) -> list[str]:
    """Whoever works or helps at a unit or below it knows what it is called.

    At the door they see sections too, and whoever plans sessions finds the offices to hold them with.
    """
    held = {name: at for at, roles in readers.PLACES.items() for name in (readers.name_of(role, at) for role in roles)}
    held |= {readers.name_of("worker", site): site for site in SITES}
    section = [readers.name_of("volunteer", PARENTS[place])] if KINDS[place] == "section" else []
    return [
        *(name for name, at in held.items() if place == at or place in above(at)),
        *section,
        *(name for name in held if KINDS[place] == "social_security" and name.split("@")[0] in PLANNERS),
    ]


def _site(scenery: Scenery, place: str, system: User) -> Site:
    section, co_hosts = SITES[place]
    unit, marks = scenery.units[place], scenery.marks
    worker = _worker(scenery, place, "worker", system)
    admit_member(worker, unit, actor=system, on=FIRST_DAY)
    self_name = readers.name_of("worker", place)
    account = bind_account(
        worker, unit, actor=system, username=f"worker.{place.lower()}", password="mat-khau-thu", at=NOW
    )
    scenery.readers[self_name] = readers.signed_in(self_name, "worker", place, account.user)
    workmate, double = (_worker(scenery, place, name, system) for name in ("workmate", "double"))
    gone = _worker(scenery, place, "gone", system)
    _worker(scenery, section, "worker of the section", system)
    merge = merge_workers(workmate, gone, actor=system, at=NOW)
    session = _session(scenery, place, "session", system, known_to=[self_name])
    joint = _session(scenery, place, "joint session", system, co_hosts=co_hosts)
    planned = _session(scenery, place, "planned session", system, starts_at=NOW + timedelta(days=3))
    presence, *_others = record_names(session, [worker, workmate], actor=system, at=NOW)
    record_names(joint, [double], actor=system, at=NOW)
    provisional = _walk_in(scenery, session, place, system)
    record_headcount(session, "worker", 40, actor=system, at=NOW)
    set_volunteers(session, [_user(scenery, "volunteer", place)], actor=system)
    batch = batches.upload(
        _importer("workers"), unit.pk, _people_file(scenery, place),
        f"{marks.word(f'import at {place}', Opening(place, 'imports', NAME))}.xlsx", actor=system,
    )  # fmt: skip
    jobs.check(batch.pk)
    return Site(
        place=place, unit=unit, worker=worker, workmate=workmate, double=double, provisional=provisional,
        merge=merge, enterprise=_enterprise(scenery, place, system), session=session, joint=joint, planned=planned,
        presence=presence, evidence=attach_evidence(
            session, "photo", SimpleUploadedFile("anh.png", PNG), actor=system, at=NOW
        ), figure=_figure(scenery, place, system), batch=batch, waiting=_waiting(scenery, place, system),
        papers=papers_of(scenery.marks, scenery.readers, unit, worker, place, system),
    )  # fmt: skip


def _importer(kind: str) -> Any:
    return importer_of(kind)


def _office(scenery: Scenery, place: str, system: User) -> Office:
    return Office(
        place=place,
        unit=scenery.units[place],
        session=_session(scenery, place, "session", system),
        figure=_figure(scenery, place, system),
    )


def _user(scenery: Scenery, role: str, place: str) -> User:
    user = scenery.readers[readers.name_of(role, place)].user
    assert user is not None
    return user


def _worker(scenery: Scenery, place: str, which: str, system: User) -> Worker:
    marks, whose = scenery.marks, f"{which} of {place}"
    word = marks.word(
        f"name of {whose}", Opening(place, "workers", NAME), *_attendance_of(place, which),
        known_to=_those_at_the_door(place, which),
    )  # fmt: skip
    number = marks.word(f"member number of {whose}", Opening(place, "workers", NAME), known_to=_himself(place, which))
    return register_worker(
        f"Ví Dụ {word}", scenery.units[place], actor=system, starts_on=FIRST_DAY,
        phone=marks.phone(whose, known_to=_himself(place, which)),
        member_no=number.upper(), id_number=marks.id_number(whose),
    )  # fmt: skip


def _attendance_of(place: str, which: str) -> tuple[Opening, ...]:
    """The double came to the joint session, whose co-hosts read who was present."""
    if which != "double" or place not in SITES:
        return ()
    return tuple(Opening(co_host, "attendances", NAME, beside=True) for co_host in SITES[place][1])


def _those_at_the_door(place: str, which: str) -> list[str]:
    """The person himself, and the volunteer at the door of the host."""
    host = next((site for site, (section, _co_hosts) in SITES.items() if place in {site, section}), place)
    return [*_himself(place, which), readers.name_of("volunteer", host)]


def _himself(place: str, which: str) -> list[str]:
    return [readers.name_of("worker", place)] if which == "worker" else []


def _walk_in(scenery: Scenery, session: Session, place: str, system: User) -> Worker:
    word = scenery.marks.word(
        f"name of a stranger at {place}", Opening(place, "attendances", NAME),
        known_to=[readers.name_of("volunteer", place)],
    )  # fmt: skip
    attendance = record_walk_in(
        session, scenery.marks.phone(f"stranger at {place}"), f"Mẫu {word}", actor=system, at=NOW
    )
    return Worker.objects.get(pk=attendance.worker_id)


def _session(scenery: Scenery, place: str, which: str, system: User, **facts: Any) -> Session:
    co_hosts = facts.pop("co_hosts", ())
    known_to = [*facts.pop("known_to", ()), readers.name_of("volunteer", place)]
    beside = [Opening(co_host, "sessions", beside=True) for co_host in co_hosts]
    title = scenery.marks.word(
        f"title of {which} of {place}", Opening(place, "sessions", NUMBER), *beside, known_to=known_to
    )
    starts_at = facts.pop("starts_at", NOW - timedelta(minutes=30))
    return plan_session(
        f"Chuyên đề {title}", scenery.units[place], topics=Topic.objects.filter(code="wages"), starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2), actor=system, at=NOW - timedelta(days=7), audiences=["worker"],
        co_hosts=[scenery.units[co_host] for co_host in co_hosts], **facts,
    )  # fmt: skip


def _enterprise(scenery: Scenery, place: str, system: User) -> Enterprise:
    marks, number = scenery.marks, f"010{900_001 + len(scenery.sites):06d}"
    code = marks.keep(number + mst.calc_check_digit(number), f"tax code at {place}", *_kept_by(place))
    word = marks.word(f"enterprise of {place}", *_kept_by(place))
    return register_enterprise(f"Công ty {word}", scenery.units[place], actor=system, tax_code=code)


def _kept_by(place: str) -> tuple[Opening, ...]:
    return (Opening(place, "enterprises", NAME),)


def _figure(scenery: Scenery, place: str, system: User) -> Figure:
    printed = Opening(place, "reports", NUMBER)
    source = scenery.marks.word(f"source of the figure of {place}", Opening(place, "figures", NUMBER), printed)
    statement = Statement(
        indicator="legal_education_sessions", period=YEAR, amount=Amount(value=12), source=f"Sổ {source}"
    )
    figure = declare_figure(scenery.units[place], statement, actor=system, at=NOW)
    text = scenery.marks.word(f"report text of {place}", printed)
    save_draft(scenery.units[place], KIND, YEAR, {"difficulties": f"Thử {text}"}, based_on=0, actor=system, at=NOW)
    signer = scenery.marks.word(f"signer at {place}", printed)
    issue = Issue(issued_on=NOW.date(), signer=f"Ví Dụ {signer}")
    seal_report(scenery.units[place], KIND, YEAR, issue, actor=system, at=NOW)
    return figure


def _waiting(scenery: Scenery, place: str, system: User) -> WaitingGroup:
    near = [Opening(each, "figures", NAME) for each in SITES]
    name = scenery.marks.word(f"name of a waiting group near {place}", *near)
    group = WaitingGroup.objects.create(
        name=f"Công đoàn {name}", starts_on=YEAR.starts_on, ends_on=YEAR.ends_on, content={"values": []},
        imported_at=NOW, imported_by=system,
    )  # fmt: skip
    group.nearest.add(scenery.units[place], scenery.units["G2" if place == "G" else "G"])
    return group


def _people_file(scenery: Scenery, place: str) -> BytesIO:
    word = scenery.marks.word(f"row of an import at {place}", Opening(place, "imports", NAME))
    phone = scenery.marks.phone(f"row of an import at {place}", Opening(place, "imports", NAME))
    rows = [[f"Thử {word}", "", phone], ["", "", "123"]]
    return xlsx([["Họ và tên", "Số thẻ", "Số điện thoại"], *rows])
