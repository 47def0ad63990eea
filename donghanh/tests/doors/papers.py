"""What lies on the desks of a grassroots union: requests about data, a breach, a reset, somebody who joined."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import now

from donghanh.accounts.choices import ResetKind
from donghanh.accounts.models import JoinCode, JoinRequest, ResetRequest
from donghanh.accounts.services import joining
from donghanh.accounts.services.reset import start_reset
from donghanh.api.models import ApiToken, Webhook
from donghanh.org.models import Unit, User
from donghanh.people.choices import RevealReason
from donghanh.people.models import NameReveal, Worker
from donghanh.people.services import ask_for_names
from donghanh.privacy.models import Breach, DataRequest, LegalHold
from donghanh.privacy.services import ask, place_hold, record_breach
from donghanh.tests.doors.marks import Marks, Opening
from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.readers import Reader, name_of

ASKER = name_of("officer", "P")


@dataclass
class Papers:
    """The papers of one union."""

    request: DataRequest
    breach: Breach
    hold: LegalHold
    reset: ResetRequest | None
    join_code: JoinCode
    joiner: JoinRequest
    token: ApiToken | None
    webhook: Webhook | None
    names_asked: NameReveal | None
    """What an officer of the province asked; nobody has answered."""


def papers_of(
    marks: Marks, readers: Mapping[str, Reader], unit: Unit, worker: Worker, place: str, system: User
) -> Papers:
    """Put papers on the desks of a union; its leader, where there is one, asked for a reset and made a token."""
    about_data = Opening(place, "data_requests", NAME)
    himself = [name_of("worker", place)]
    words = marks.word(f"words of a request at {place}", about_data, known_to=himself)
    title = marks.word(f"title of a breach at {place}", Opening(place, "breaches", NAME))
    reason = marks.word(f"reason to keep data at {place}", about_data, known_to=himself)
    joiner = marks.word(f"name of somebody who joined at {place}", Opening(place, "workers", NAME))
    join_code = joining.make_join_code(unit, actor=system, at=now(), lasts=timedelta(days=30))
    leader = _leader(readers, place)
    ask(worker, "access", actor=system, at=now(), evidence="Giấy 2")
    return Papers(
        request=ask(worker, "erasure", actor=system, at=now(), words=f"Xin {words}", evidence="Giấy 1"),
        breach=record_breach(
            unit, actor=system, found_at=now(), at=now(), title=f"Mất {title}", happened="Thử", data_kinds="Thử",
            consequences="Thử", is_serious=False,
        ),
        hold=place_hold(worker, actor=system, reason=f"Vì {reason}", until=date(2027, 1, 1), at=now()),
        reset=_reset(marks, readers, unit, leader, place) if leader else None,
        join_code=join_code,
        joiner=joining.join(
            join_code, joining.Joiner(f"Thử {joiner}", "0912345678", "mat-khau-thu"), network=place, at=now()
        ),
        token=ApiToken.objects.filter(user=leader).first() if leader else None,
        webhook=Webhook.objects.create(
            unit=unit, url="https://vidu.invalid/", events=["sessions"], told_seal=0, made_by=leader, made_at=now()
        )
        if leader
        else None,
        names_asked=_names_asked(marks, readers, unit, place),
    )  # fmt: skip


def _leader(readers: Mapping[str, Reader], place: str) -> User | None:
    reader = readers.get(name_of("leader", place))
    return reader.user if reader else None


def _names_asked(marks: Marks, readers: Mapping[str, Reader], unit: Unit, place: str) -> NameReveal | None:
    asker = readers.get(ASKER)
    if place != "G" or asker is None or asker.user is None:
        return None
    keepers = [name_of(role, place) for role in ("leader", "administrator")]
    word = marks.word(f"reason to ask for names of {place}", known_to=[ASKER, *keepers])
    return ask_for_names(unit, actor=asker.user, reason=RevealReason.CHECK, words=f"Vì {word}", at=now())


def _reset(marks: Marks, readers: Mapping[str, Reader], unit: Unit, leader: User, place: str) -> ResetRequest:
    officer = readers[name_of("officer", place)].user
    assert officer is not None
    word = marks.word(f"reason of a reset at {place}", Opening(place, "users", NAME))
    return start_reset(officer, ResetKind.PASSWORD, unit=unit, reason=f"Vì {word}", actor=leader, at=now())
