"""The living organisation: parts of Hanoi and Khánh Hòa in depth, with the history of 2025."""

from dataclasses import dataclass
from datetime import date, timedelta

from donghanh.demo.country import ON_RECORD_SINCE, found_superior, paper
from donghanh.demo.founding import Registrar
from donghanh.demo.world import Branch, World, area
from donghanh.org.choices import SuperiorForm, UnitKind
from donghanh.org.models import Area, Unit
from donghanh.org.services import close_unit, found_unit, merge_unit, move_unit

HANOI, KHANH_HOA = "LDLD-01", "LDLD-56"
QUANG_MINH = "LDLD-01-QUANGMINH"
QUANG_MINH_FOUNDED = date(2025, 9, 26)
QUANG_MINH_AREA, SON_TAY = "08974", "09574"
QUANG_MINH_UNIONS = 41
QUANG_MINH_MEMBERS = 2_900
LIVELY = 2.5
MERGED_ON = date(2025, 8, 15)
SETTLED_ON = date(2025, 10, 1)
A_DAY = timedelta(days=1)
DISTRICTS_FOUNDED = date(2004, 1, 1)
LIVING_PEOPLE, LIVING_PLACES = 7_500, 86
"""How many people and places the sizes below come to, about; other scales take a share of the people."""


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward union that took over from a union of the level abolished in 2025."""

    federation: str
    area: str
    founded_on: date
    former_code: str
    former_name: str
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A union of a zone or a sector, which no reform touched."""

    federation: str
    code: str
    name: str
    form: SuperiorForm
    hall: str
    sizes: tuple[int, ...]
    sections: int = 0


WARDS = (
    Ward(
        HANOI, "00004", date(2025, 9, 12), "LDLD-01-Q-BADINH", "LĐLĐ quận Ba Đình",
        (120, 85, 70, 60, 48, 40, 36, 30, 22),
    ),
    Ward(
        HANOI, SON_TAY, date(2025, 9, 16), "LDLD-01-TX-SONTAY", "LĐLĐ thị xã Sơn Tây",
        (90, 64, 55, 42, 34, 28, 20),
    ),
    Ward(
        KHANH_HOA, "22366", date(2025, 9, 15), "LDLD-56-TP-NHATRANG", "LĐLĐ thành phố Nha Trang",
        (130, 90, 60, 45, 36, 24),
    ),
)  # fmt: skip
STANDING = (
    Standing(
        HANOI, "LDLD-01-KCN", "Công đoàn các khu công nghiệp và chế xuất Hà Nội", SuperiorForm.INDUSTRIAL_ZONE,
        "Nhà văn hóa công nhân khu công nghiệp", (420, 310, 240, 170, 110), sections=4,
    ),
    Standing(
        HANOI, "LDLD-01-XAYDUNG", "Công đoàn ngành Xây dựng Hà Nội", SuperiorForm.SECTOR,
        "Hội trường Công đoàn ngành Xây dựng", (90, 60, 40),
    ),
    Standing(
        KHANH_HOA, "LDLD-56-KCN", "Công đoàn các khu công nghiệp và khu kinh tế Khánh Hòa",
        SuperiorForm.INDUSTRIAL_ZONE, "Nhà văn hóa công nhân khu công nghiệp", (180, 120, 90, 70, 50, 30),
    ),
)  # fmt: skip
DIRECT = {HANOI: ("Cung Văn hóa lao động", (70, 50, 35)), KHANH_HOA: ("Nhà văn hóa lao động", (60, 40, 25))}


def found_living(world: World) -> None:
    """Found the unions in depth and let the decisions of 2025 happen in their order."""
    found = _Founding(world)
    found.quang_minh()
    for ward in WARDS:
        found.ward(ward)
    for standing in STANDING:
        found.standing(standing)
    for federation, (hall, sizes) in DIRECT.items():
        found.direct(federation, hall, sizes)
    found.close_smallest_in(SON_TAY)


class _Founding:
    def __init__(self, world: World) -> None:
        self._world = world
        self._registrar = Registrar(world)

    def direct(self, code: str, hall: str, sizes: tuple[int, ...]) -> None:
        federation = self._world.units[code]
        branch = self._branch(federation, hall, (ON_RECORD_SINCE, federation))
        self._open(branch, federation, sizes)

    def standing(self, plan: Standing) -> None:
        federation = self._world.units[plan.federation]
        union = found_unit(
            plan.code, plan.name, UnitKind.SUPERIOR_UNION, actor=self._world.system, parent=federation,
            on=ON_RECORD_SINCE, paper=paper(11, "QĐ-LĐLĐ", ON_RECORD_SINCE, federation.name), form=plan.form,
        )  # fmt: skip
        self._world.units[union.code] = union
        self._open(self._branch(federation, plan.hall, (ON_RECORD_SINCE, union)), union, plan.sizes, plan.sections)

    def ward(self, plan: Ward) -> None:
        """Let a ward union take over everything from the union of the abolished level at once."""
        federation = self._world.units[plan.federation]
        former = self._former(plan.former_code, plan.former_name, federation)
        ward = area(plan.area)
        branch = self._branch(federation, "", (DISTRICTS_FOUNDED, former), ward)
        self._open(branch, former, plan.sizes)
        union = self._succeed(branch, ward, plan.founded_on, number=200 + plan.founded_on.day)
        merge_unit(
            former, union, actor=self._world.system, on=plan.founded_on,
            paper=paper(300 + plan.founded_on.day, "QĐ-LĐLĐ", plan.founded_on, federation.name),
        )  # fmt: skip

    def quang_minh(self) -> None:
        """Let 41 unions of a district move to the new commune union, each named in the decision."""
        federation = self._world.units[HANOI]
        former = self._former("LDLD-01-H-MELINH", "LĐLĐ huyện Mê Linh", federation)
        commune = area(QUANG_MINH_AREA)
        branch = self._branch(federation, "", (DISTRICTS_FOUNDED, former), commune)
        for index, members in enumerate(quang_minh_sizes(self._world)):
            size = members + members // 9
            self._registrar.open(branch, former, size, members=members, sections=3 if index == 1 else 0)
        for place in branch.places[:2]:
            place.activity = LIVELY
        self._merge_a_small_one(branch, former)
        union = self._succeed(branch, commune, QUANG_MINH_FOUNDED, number=412)
        decision = paper(413, "QĐ-LĐLĐ", QUANG_MINH_FOUNDED, federation.name)
        for place in branch.places[:QUANG_MINH_UNIONS]:
            move_unit(place.unit, union, actor=self._world.system, on=QUANG_MINH_FOUNDED, paper=decision)
        self._settle_the_rest(former, federation)

    def close_smallest_in(self, code: str) -> None:
        """Close the smallest union of a ward some months ago."""
        branch = next(each for each in self._world.branches if each.area and each.area.code == code)
        place = branch.places[-1]
        on = max(self._world.days_ago(200), SETTLED_ON)
        place.last_day = on - A_DAY
        close_unit(
            place.unit, actor=self._world.system, on=on,
            paper=paper(58, "QĐ-LĐLĐ", on, branch.federation.name),
        )  # fmt: skip

    def _merge_a_small_one(self, branch: Branch, former: Unit) -> None:
        successor = branch.places[4]
        small = self._registrar.open(branch, former, 0)
        small.last_day = MERGED_ON - A_DAY
        small.successor = successor
        merge_unit(
            small.unit, successor.unit, actor=self._world.system, on=MERGED_ON,
            paper=paper(77, "QĐ-LĐLĐ", MERGED_ON, former.name),
        )  # fmt: skip

    def _settle_the_rest(self, former: Unit, federation: Unit) -> None:
        """Bring what is left under the district to the federation, and end the district's union."""
        branch = self._branch(federation, "Nhà văn hóa xã Mê Linh", (DISTRICTS_FOUNDED, former))
        self._open(branch, former, (32, 18))
        branch.above.append((SETTLED_ON, federation))
        merge_unit(
            former, federation, actor=self._world.system, on=SETTLED_ON,
            paper=paper(430, "QĐ-LĐLĐ", SETTLED_ON, federation.name),
        )  # fmt: skip

    def _former(self, code: str, name: str, federation: Unit) -> Unit:
        unit = found_unit(
            code, name, UnitKind.SUPERIOR_UNION, actor=self._world.system, parent=federation,
            on=DISTRICTS_FOUNDED, paper=paper(21, "QĐ-LĐLĐ", DISTRICTS_FOUNDED, federation.name),
        )  # fmt: skip
        self._world.units[code] = unit
        return unit

    def _succeed(self, branch: Branch, place: Area, on: date, *, number: int) -> Unit:
        union = found_superior(self._world, branch.federation, place, on=on, number=number)
        branch.above.append((on, union))
        branch.hall = f"Nhà văn hóa {union.name.removeprefix('Công đoàn ')}"
        return union

    def _branch(self, federation: Unit, hall: str, above: tuple[date, Unit], place: Area | None = None) -> Branch:
        branch = Branch(federation, [above], hall, place)
        self._world.branches.append(branch)
        return branch

    def _open(self, branch: Branch, above: Unit, sizes: tuple[int, ...], sections: int = 0) -> None:
        for index, size in enumerate(sizes):
            self._registrar.open(branch, above, self._share(size), sections=0 if index else sections)

    def _share(self, size: int) -> int:
        return max(size * self._world.scale.workers // LIVING_PEOPLE, 2)


def quang_minh_sizes(world: World) -> list[int]:
    """Split the members of Quang Minh among its 41 unions: few large ones, many small ones."""
    members = max(QUANG_MINH_MEMBERS * world.scale.workers // LIVING_PEOPLE, 2 * QUANG_MINH_UNIONS)
    weights = [1 / (4 + rank) for rank in range(QUANG_MINH_UNIONS)]
    spare = members - 2 * QUANG_MINH_UNIONS
    shares = [int(spare * weight / sum(weights)) for weight in weights]
    shares[0] += spare - sum(shares)
    return [2 + share for share in shares]
