"""The programme of eighteen months: who holds which session when, and who may come."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from donghanh.demo import rhythm, subjects
from donghanh.demo.world import Branch, Place, World
from donghanh.gatherings.choices import Audience, SessionForm
from donghanh.gatherings.models import Session
from donghanh.gatherings.services import plan_session
from donghanh.legal.models import Topic
from donghanh.org.models import Unit, User
from donghanh.people.models import Enterprise

PLACES_AT_ONE_SESSION = 6
SPEAKERS = ("Báo cáo viên Trần Ví Dụ Minh", "Luật sư Lê Mẫu Hà", "Tuyên truyền viên Phạm Thử Lan")
PARTNERS = ("Công an phường (minh họa)", "Trung tâm Tư vấn pháp luật công đoàn", "Trạm Y tế (minh họa)")


@dataclass(slots=True)
class Occasion:
    """A session as it will be planned, and the places whose people are invited."""

    title: str
    topics: list[str]
    host: Unit
    starts_at: datetime
    ends_at: datetime
    guests: list[Place]
    where: str
    form: SessionForm = SessionForm.DIRECT
    audiences: list[str] = field(default_factory=lambda: [Audience.WORKER, Audience.MEMBER])
    co_hosts: list[Unit] = field(default_factory=list)
    enterprise: Enterprise | None = None
    above: Unit | None = None
    """The union above the host, when it may enter this session on the host's behalf."""
    is_public: bool = False

    def plan(self, world: World, *, at: datetime, actor: User | None = None) -> Session:
        """Open the session through the service, by the host's officer unless another one acts for it."""
        dice = world.dice("session", self.host.code, self.starts_at)
        topics = Topic.objects.filter(code__in=self.topics)
        return plan_session(
            self.title,
            self.host,
            topics=topics,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            actor=actor or world.officer_of(self.host),
            at=at,
            co_hosts=self.co_hosts,
            form=self.form,
            integrated_into=dice.choice(subjects.EVENTS) if self.form == SessionForm.INTEGRATED else "",
            audiences=self.audiences,
            document_numbers=sorted({law for topic in topics for law in topic.laws}),
            partners=dice.choice(PARTNERS) if dice.random() < 0.2 else "",
            speakers=dice.choice(SPEAKERS),
            enterprise=self.enterprise,
            place="" if self.form == SessionForm.ONLINE else self.where,
            link="https://hop.example.org/phap-luat" if self.form in {SessionForm.ONLINE, SessionForm.HYBRID} else "",
            expected_count=dice.randrange(20, 160, 10),
            is_public=self.is_public,
            code=next(world.session_codes),
        )


class Programme:
    """Draws occasions, most of them at the grassroots."""

    def __init__(self, world: World) -> None:
        self._world = world

    def past(self) -> Iterator[Occasion]:
        """Yield the sessions up to yesterday, in order."""
        dice = self._world.dice("programme")
        yesterday = self._world.days_ago(1)
        for day in rhythm.draw_days(dice, self._world.first_day, yesterday, self._world.scale.sessions):
            yield self._draw(dice, day)

    def coming(self, count: int) -> Iterator[Occasion]:
        """Yield sessions of the next three weeks, in order."""
        dice = self._world.dice("coming")
        tomorrow = self._world.today + timedelta(days=1)
        for day in rhythm.draw_days(dice, tomorrow, tomorrow + timedelta(days=20), count):
            yield self._draw(dice, day)

    def _draw(self, dice: Random, day: date) -> Occasion:
        branch = dice.choices(self._world.branches, [len(each.places) for each in self._world.branches])[0]
        drawn = subjects.subjects(dice, day.month)
        starts_at, ends_at = rhythm.hours(dice, day)
        occasion = Occasion(
            title=dice.choice(drawn[0].titles),
            topics=[subject.topic for subject in drawn],
            host=branch.unit_on(day),
            starts_at=starts_at,
            ends_at=ends_at,
            guests=_open_on(day, branch.places),
            where=branch.hall,
            form=subjects.form(dice),
        )
        level = dice.choices((self._by_place, self._by_union, self._by_federation, self._by_office), (66, 20, 7, 7))
        level[0](dice, occasion, branch)
        return occasion

    def _by_place(self, dice: Random, occasion: Occasion, branch: Branch) -> None:
        active = [place for place in occasion.guests if place.activity]
        if not active:
            self._by_union(dice, occasion, branch)
            return
        place = dice.choices(active, [place.activity for place in active])[0]
        occasion.host, occasion.guests, occasion.enterprise = place.unit, [place], place.enterprise
        occasion.where = f"Nhà ăn ca, {place.enterprise.name}"
        # Only the union above of today may act for the place, and only since it stands there.
        since, above = branch.above[-1]
        occasion.above = above if since <= occasion.starts_at.date() and place.exists_on(self._world.today) else None

    def _by_union(self, dice: Random, occasion: Occasion, branch: Branch) -> None:
        occasion.guests = _some(dice, occasion.guests)
        if dice.random() < 0.25:
            occasion.co_hosts = [self._world.office_of(branch)]
        occasion.is_public = dice.random() < 0.15

    def _by_federation(self, dice: Random, occasion: Occasion, branch: Branch) -> None:
        occasion.host = branch.federation
        occasion.audiences = [Audience.OFFICIAL]
        occasion.guests = self._all_of(dice, branch, occasion)
        occasion.where = "Hội trường Liên đoàn Lao động"
        if dice.random() < 0.5:
            occasion.co_hosts = [self._world.office_of(branch)]

    def _by_office(self, dice: Random, occasion: Occasion, branch: Branch) -> None:
        occasion.host = self._world.office_of(branch)
        occasion.audiences = [Audience.WORKER, dice.choice((Audience.EMPLOYER, Audience.BENEFICIARY))]
        occasion.topics = [dice.choice(("social_insurance", "health_insurance", "pension", "late_payment"))]
        occasion.title = "Giải đáp chính sách bảo hiểm xã hội, bảo hiểm y tế"
        occasion.guests = self._all_of(dice, branch, occasion)
        occasion.where = "Hội trường cơ quan Bảo hiểm xã hội"
        if dice.random() < 0.6:
            occasion.co_hosts = [branch.federation]

    def _all_of(self, dice: Random, branch: Branch, occasion: Occasion) -> list[Place]:
        day = occasion.starts_at.date()
        return _some(
            dice,
            [
                place
                for each in self._world.branches
                if each.federation == branch.federation
                for place in _open_on(day, each.places)
            ],
        )


def _open_on(day: date, places: list[Place]) -> list[Place]:
    return [place for place in places if place.exists_on(day)]


def _some(dice: Random, places: list[Place]) -> list[Place]:
    return dice.sample(places, min(PLACES_AT_ONE_SESSION, len(places)))
