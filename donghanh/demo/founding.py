"""Grassroots unions and their enterprises, founded through the services one after the other."""

from collections import Counter
from datetime import date
from itertools import count

from donghanh.demo import names
from donghanh.demo.country import paper
from donghanh.demo.world import Branch, Place, World
from donghanh.org.choices import UnitKind
from donghanh.org.models import Unit
from donghanh.org.services import found_unit
from donghanh.people.services import register_enterprise

MEMBERS_OF_TEN = 9
SECTION_NAMES = ("Phân xưởng 1", "Phân xưởng 2", "Phân xưởng 3", "Khối văn phòng")


class Registrar:
    """Founds one place after the other; each gets the next name, tax code and unit code."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._numbers = count()
        self._tax_codes = names.tax_codes()
        self._codes: Counter[str] = Counter()

    def open(self, branch: Branch, above: Unit, size: int, *, members: int | None = None, sections: int = 0) -> Place:
        """Found a grassroots union of ``size`` people under ``above`` and put its enterprise on record."""
        number = next(self._numbers)
        dice = self._world.dice("place", number)
        founded_on = date(dice.randint(2010, 2023), dice.randint(1, 12), dice.randint(1, 28))
        unit = self._found(branch, above, number, founded_on)
        trade = names.trade(number)
        enterprise = register_enterprise(
            names.enterprise(number),
            unit,
            actor=self._world.system,
            tax_code=next(self._tax_codes),
            insurance_code=f"MAU{number + 1:05d}",
            sector=trade.sector,
            ownership=trade.ownership,
            area=unit.area or branch.federation.area,
        )
        place = Place(
            unit=unit,
            enterprise=enterprise,
            departments=trade.departments,
            size=size,
            member_count=size * MEMBERS_OF_TEN // 10 if members is None else members,
            activity=0.0 if dice.random() < 0.12 else dice.uniform(0.4, 1.6),
        )
        place.sections = [self._found_section(unit, index) for index in range(sections)]
        branch.places.append(place)
        return place

    def _found(self, branch: Branch, above: Unit, number: int, founded_on: date) -> Unit:
        self._codes[branch.federation.code] += 1
        union = found_unit(
            f"{branch.federation.code}-CS-{self._codes[branch.federation.code]:04d}",
            f"CĐCS {names.enterprise(number)}",
            UnitKind.GRASSROOTS_UNION,
            actor=self._world.system,
            parent=above,
            on=founded_on,
            paper=paper(number + 1, "QĐ-CĐ", founded_on, above.name),
            short_name=names.short_name(number),
            area=branch.area,
        )
        self._world.units[union.code] = union
        return union

    def _found_section(self, union: Unit, index: int) -> Unit:
        return found_unit(
            f"{union.code}-B{index + 1}",
            f"Công đoàn bộ phận {SECTION_NAMES[index]}, {union.short_name}",
            UnitKind.SECTION,
            actor=self._world.system,
            parent=union,
            on=union.founded_on,
            short_name=SECTION_NAMES[index],
        )
