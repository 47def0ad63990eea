"""What opens a door, said in the words of the matrix."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from donghanh.tests.doors.matrix import ANYWHERE, NAME, NUMBER, changes
from donghanh.tests.doors.places import KINDS
from donghanh.tests.doors.readers import Reader, name_of


@dataclass(frozen=True)
class Target:
    """What a door is about: where it stands, and the records that its address is made of."""

    place: str
    records: Any
    beside: tuple[str, ...] = ()
    """The places that co-host, when it is a session."""


Needs = Callable[[Reader, Target], bool]


def everybody(reader: Reader, target: Target) -> bool:
    """Open to all, with or without an account."""
    return True


def whoever_signs_in(reader: Reader, target: Target) -> bool:
    """Open to every account: it shows what is the reader's own, or nobody's."""
    return reader.is_signed_in


def reads(thing: str, least: int = NUMBER) -> Needs:
    """Open to those who read so much of a thing there."""
    return lambda reader, target: reader.reads(target.place, thing, least)


def changes_there(thing: str, verb: str = "") -> Needs:
    """Open to those who change a thing there."""
    return lambda reader, target: reader.changes(target.place, thing, verb)


def reads_somewhere(thing: str, least: int = NUMBER) -> Needs:
    """Open to those who read so much of a thing anywhere: a list, which holds what they may read."""
    return lambda reader, _target: reader.reads_anywhere(thing, least)


def changes_somewhere(thing: str) -> Needs:
    """Open to those who change a thing anywhere: a form, which offers where they may."""
    return lambda reader, _target: changes(reader.role, ANYWHERE, thing)


def takes_in(thing: str) -> Needs:
    """Open to those who may take in lists of a thing at their own unit."""
    return lambda reader, _target: (
        reader.is_signed_in and all(reader.changes(reader.held_at, each) for each in ("imports", thing))
    )


def keeps_law(reader: Reader, target: Target) -> bool:
    """Open to those who change the law of the site, at a unit with legal officers."""
    with_lawyers = {"confederation", "federation", "sector_union", "social_security"}
    return reader.is_signed_in and KINDS[reader.held_at] in with_lawyers and reader.changes(reader.held_at, "law")


def every(*needs: Needs) -> Needs:
    """Open to those for whom all of it holds."""
    return lambda reader, target: all(need(reader, target) for need in needs)


def either(*needs: Needs) -> Needs:
    """Open to those for whom one of it holds."""
    return lambda reader, target: any(need(reader, target) for need in needs)


def reads_session(reader: Reader, target: Target) -> bool:
    """Open to those who read sessions of the host, or of a unit that hosts beside it."""
    return any(reader.reads(place, "sessions") for place in (target.place, *target.beside))


def reads_presence(reader: Reader, target: Target) -> bool:
    """Open to those who read who was present at the host, and to a unit that hosts beside it."""
    beside = reader.held_at in target.beside and reader.reads(reader.held_at, "attendances", NAME)
    return reader.reads(target.place, "attendances", NAME) or beside


def at_the_door(reader: Reader, target: Target) -> bool:
    """Open to those who take presence: officers of the host, and the volunteers named for this session."""
    return reader.changes(target.place, "attendances") or reader.name == name_of("volunteer", target.place)


def one_of(*names: str) -> Needs:
    """Open to certain readers: it is theirs, or they were asked."""
    return lambda reader, _target: reader.name in names


def is_a_worker(reader: Reader, target: Target) -> bool:
    """Open to those whose account is bound to a person on record: it is about themselves."""
    return reader.role == "worker"


def keeps_figures_near(reader: Reader, target: Target) -> bool:
    """Open to those who read figures of a unit whose name comes near: any of them may be meant."""
    return any(reader.reads(place, "figures", NAME) for place in (target.place, *target.beside))
