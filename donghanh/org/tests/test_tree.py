"""The unit tree: what happened keeps the tree of its day."""

from datetime import date

import pytest
import time_machine

from donghanh.conftest import leader_of
from donghanh.core.errors import NotForYou
from donghanh.org.access import authorize, reading, units_read
from donghanh.org.choices import Reading
from donghanh.org.errors import HistoryAlreadyWritten, UnitNotThere, UnitStillHasChildren, UnitUnderItself
from donghanh.org.models import Unit
from donghanh.org.services import close_unit, create_user, found_unit, grant_role, merge_unit, move_unit

MOVE_DAY = date(2026, 7, 1)


def test_a_moved_unit_hangs_under_its_old_parent_before_the_day_and_its_new_one_from_it(
    factory_union, commune, other_commune, system
) -> None:
    section = found_unit("CS-01-A", "Tổ may 1", "section", actor=system, parent=factory_union, on=date(2025, 1, 1))
    move_unit(factory_union, other_commune, actor=system, on=MOVE_DAY)
    before, after = date(2026, 6, 30), MOVE_DAY
    assert set(Unit.objects.under(commune, on=before)) == {commune, factory_union, section}
    assert set(Unit.objects.under(commune, on=after)) == {commune}
    assert set(Unit.objects.under(other_commune, on=after)) == {other_commune, factory_union, section}


def test_a_unit_cannot_hang_below_itself(province, commune, system) -> None:
    with pytest.raises(UnitUnderItself):
        move_unit(province, commune, actor=system, on=MOVE_DAY)


def test_a_move_before_a_later_move_is_refused(factory_union, commune, other_commune, system) -> None:
    move_unit(factory_union, other_commune, actor=system, on=MOVE_DAY)
    with pytest.raises(HistoryAlreadyWritten, match="01/07/2026"):
        move_unit(factory_union, commune, actor=system, on=date(2026, 1, 1))


def test_a_merged_unit_ends_and_its_children_go_to_its_successor(factory_union, commune, other_commune, system) -> None:
    merge_unit(commune, other_commune, actor=system, on=MOVE_DAY)
    commune.refresh_from_db()
    assert (commune.closed_on, commune.successor) == (date(2026, 6, 30), other_commune)
    assert set(Unit.objects.under(other_commune, on=MOVE_DAY)) == {other_commune, factory_union}
    assert not Unit.objects.under(commune, on=MOVE_DAY)


def test_a_unit_with_units_below_it_cannot_close(factory_union, commune, system) -> None:
    with pytest.raises(UnitStillHasChildren, match="1 "):
        close_unit(commune, actor=system, on=MOVE_DAY)


def test_a_closed_unit_cannot_be_moved(factory_union, other_commune, system) -> None:
    close_unit(factory_union, actor=system, on=MOVE_DAY)
    with pytest.raises(UnitNotThere):
        move_unit(factory_union, other_commune, actor=system, on=date(2026, 8, 1))


def test_a_leader_reads_names_of_the_grassroots_unions_directly_below_and_numbers_further_down(
    province, commune, factory_union, an, dung, binh
) -> None:
    assert reading(an, "workers", at=factory_union) == Reading.NONE
    assert reading(an, "sessions", at=factory_union) == Reading.NUMBER
    assert reading(dung, "workers", at=factory_union) == Reading.NAME
    assert reading(binh, "sessions", at=factory_union) == Reading.NONE


def test_a_section_belongs_to_its_union(factory_union, commune, dung, system) -> None:
    section = found_unit("CS-01-A", "Tổ may 1", "section", actor=system, parent=factory_union, on=date(2025, 1, 1))
    assert reading(dung, "workers", at=section) == Reading.NAME
    assert set(Unit.objects.filter(units_read(dung, "workers", least=Reading.NAME))) == {
        factory_union,
        section,
    }


def test_a_stranger_may_change_nothing(binh, factory_union) -> None:
    with pytest.raises(NotForYou):
        authorize(binh, "sessions", at=factory_union)


@pytest.mark.parametrize("thing", ["sessions", "workers", "reach", "units", "enterprises"])
@pytest.mark.parametrize("least", [Reading.NUMBER, Reading.NAME])
def test_the_filter_on_units_agrees_with_the_reading_of_each_unit(
    thing, least, an, binh, dung, province, neighbour, commune, factory_union, other_commune, confederation
) -> None:
    for user in (an, binh, dung):
        found = set(Unit.objects.filter(units_read(user, thing, least=least)))
        assert found == {unit for unit in Unit.objects.all() if reading(user, thing, at=unit) >= least}


def test_a_role_at_a_section_is_a_role_at_its_own_unit(factory_union, system) -> None:
    section = found_unit("CS-01-A", "Tổ may 1", "section", actor=system, parent=factory_union, on=date(2025, 1, 1))
    user = create_user("to", "Lê Thử Tổ", actor=system, unit=section)
    grant_role(user, "officer", section, actor=system, starts_on=date(2025, 1, 1))
    assert reading(user, "workers", at=section) == Reading.NAME
    assert set(Unit.objects.filter(units_read(user, "workers", least=Reading.NAME))) == {section}


@time_machine.travel(date(2026, 9, 1))
def test_a_unit_that_moved_is_read_by_those_above_it_now_and_a_closed_one_by_those_above_it_last(
    factory_union, commune, other_commune, system
) -> None:
    before, after = (leader_of(unit, unit.code, "Lê Thử", system) for unit in (commune, other_commune))
    move_unit(factory_union, other_commune, actor=system, on=MOVE_DAY)
    read = {user: Unit.objects.filter(units_read(user, "workers", least=Reading.NAME)) for user in (before, after)}
    assert factory_union not in read[before]
    assert factory_union in read[after]
    close_unit(factory_union, actor=system, on=date(2026, 8, 1))
    assert factory_union not in read[before].all()
    assert factory_union in read[after].all()
    assert reading(after, "workers", at=factory_union) == Reading.NAME
