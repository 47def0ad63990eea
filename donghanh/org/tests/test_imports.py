"""The list of units: founded with their decisions, corrected, never moved."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from donghanh.core.errors import NotForYou
from donghanh.core.import_models import ImportBatch
from donghanh.core.imports import batches, jobs
from donghanh.core.imports.inline import ImportReport, run_import
from donghanh.core.tests.spreadsheets import Lines, saved
from donghanh.org.access import may_change, units_changed
from donghanh.org.models import Decision, Unit, UnitPlacement
from donghanh.org.services import close_unit, create_user, found_unit, grant_role

FIRST_DAY = date(2024, 1, 1)
HEADINGS = [
    "Mã đơn vị", "Tên đơn vị", "Cấp", "Mã đơn vị cấp trên", "Ngày thành lập", "Số quyết định", "Ngày quyết định",
]  # fmt: skip
COMMUNE = [
    "XA-02",
    "Công đoàn xã Mẫu",
    "Công đoàn cấp trên trực tiếp cơ sở",
    "LDLD-01",
    "26/09/2025",
    "12/QĐ-LĐLĐ",
    "20/09/2025",
]
FACTORY = ["CS-02", "CĐCS Công ty Mẫu", "CĐCS", "XA-02", "01/10/2025"]


@pytest.fixture(autouse=True)
def _english() -> Any:
    with translation.override("en"):
        yield


@pytest.fixture
def keeper(province, system):
    """Return somebody who leads and administers An's province."""
    user = create_user("quan", "Võ Thử Quân", actor=system, unit=province, password="mat-khau-thu")
    for role in ("leader", "administrator"):
        grant_role(user, role, province, actor=system, starts_on=FIRST_DAY)
    return user


@pytest.fixture
def take_in(tmp_path, keeper, province):
    """Import a list of units at the province."""

    def run(lines: Lines, *, dry_run: bool = False) -> ImportReport:
        return run_import("units", saved(tmp_path, lines), actor=keeper, unit=province, dry_run=dry_run)

    return run


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.same, report.bad


def sentence(report: ImportReport) -> str:
    [problem] = report.problems
    return problem.sentence


def everything() -> list[Any]:
    models: list[Any] = [Unit, Decision, UnitPlacement]
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_unit_is_founded_with_its_decision_under_the_one_above(take_in, province) -> None:
    assert counts(take_in([HEADINGS, COMMUNE])) == (1, 0, 0, 0)
    unit = Unit.objects.get(code="XA-02")
    decision, place = unit.decisions.get(), unit.placements.get()
    assert (unit.kind, unit.founded_on) == ("superior_union", date(2025, 9, 26))
    assert (decision.number, decision.issued_on) == ("12/QĐ-LĐLĐ", date(2025, 9, 20))
    assert place.parent == province


@pytest.mark.parametrize("lines", [[COMMUNE, FACTORY], [FACTORY, COMMUNE]])
def test_the_unit_above_may_stand_anywhere_in_the_same_file(take_in, lines) -> None:
    assert counts(take_in([HEADINGS, *lines])) == (2, 0, 0, 0)
    assert Unit.objects.get(code="CS-02").placements.get().parent == Unit.objects.get(code="XA-02")


def test_without_a_unit_above_it_hangs_under_the_unit_of_the_import(take_in, province) -> None:
    take_in([HEADINGS, ["XA-03", "Công đoàn phường Mẫu", "Công đoàn cấp trên", None, "26/09/2025"]])
    assert Unit.objects.get(code="XA-03").placements.get().parent == province


def test_the_same_file_twice_changes_nothing(take_in) -> None:
    lines = [HEADINGS, COMMUNE, FACTORY]
    take_in(lines)
    before = everything()
    assert counts(take_in(lines)) == (0, 0, 2, 0)
    assert everything() == before


def test_a_dry_run_writes_nothing(take_in) -> None:
    before = everything()
    assert counts(take_in([HEADINGS, FACTORY, COMMUNE], dry_run=True)) == (2, 0, 0, 0)
    assert everything() == before


def test_a_known_unit_is_corrected(take_in, commune) -> None:
    report = take_in([["Mã đơn vị", "Tên đơn vị", "Địa chỉ", "Mã xã"], ["xa-01", "Công đoàn xã Mới", "Số 1", "00004"]])
    assert counts(report) == (0, 1, 0, 0)
    commune.refresh_from_db()
    assert (commune.name, commune.address, commune.folded_name) == (
        "Công đoàn xã Mới",
        "Số 1",
        "xa-01 cong doan xa moi",
    )
    assert commune.area.code == "00004"


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("Cấp", "CĐCS", "On record this unit is: immediate superior union."),
        ("Mã đơn vị cấp trên", "TLD", "On record this unit hangs under LDLD-01."),
        ("Ngày thành lập", "02/01/2024", "On record this unit was founded on 01/01/2024."),
    ],
)
def test_what_only_a_decision_may_change_is_refused(take_in, commune, heading, cell, said) -> None:
    report = take_in([["Mã đơn vị", "Tên đơn vị", heading], ["XA-01", commune.name, cell]])
    assert (report.bad, sentence(report)) == (1, said)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["xã 4", *COMMUNE[1:]], "Write the code with letters A–Z, digits and hyphens, for example QM-42."),
        ([*COMMUNE[:2], "Chi bộ", *COMMUNE[3:]], "This is not a word for this column."),
        ([*COMMUNE[:2], None, *COMMUNE[3:]], "A new unit needs this."),
        ([*COMMUNE[:4], None], "A new unit needs this."),
        ([*COMMUNE[:3], "LDLD-02", "26/09/2025"], "There is no such unit that you may write for. Near: LDLD-01."),
        ([*COMMUNE[:4], "31/12/2023"], "The unit above was founded later, on 01/01/2024."),
    ],
)
def test_a_new_unit_that_cannot_be_is_refused_with_its_reason(take_in, line, said) -> None:
    report = take_in([HEADINGS, line])
    assert (report.bad, sentence(report)) == (1, said)
    assert not Unit.objects.filter(code__startswith="XA").exists()


def test_a_unit_under_a_refused_one_says_which(take_in) -> None:
    report = take_in([HEADINGS, FACTORY, [*COMMUNE[:4], "31/02/2025"]])
    assert [problem.sentence for problem in report.problems] == [
        "The unit above, in row 3, is left out.",
        "Month 2 of 2025 has no day 31.",
    ]


def test_units_above_each_other_in_a_circle_are_refused(take_in) -> None:
    report = take_in([HEADINGS, [*COMMUNE[:3], "CS-02", "26/09/2025"], FACTORY])
    assert counts(report) == (0, 0, 0, 2)


def test_nothing_is_founded_under_a_closed_unit(take_in, commune, system) -> None:
    close_unit(commune, actor=system, on=date(2025, 1, 1))
    report = take_in([HEADINGS, [*FACTORY[:3], "XA-01", "01/10/2025"]])
    assert report.bad == 1


def test_units_of_a_neighbour_cannot_be_touched(take_in, neighbour, confederation, system) -> None:
    under = [*COMMUNE[:3], "LDLD-56", "26/09/2025"]
    report = take_in([HEADINGS, under, ["LDLD-56", "Tên Khác"]])
    assert counts(report) == (0, 0, 0, 2)
    neighbour.refresh_from_db()
    assert neighbour.name == "LĐLĐ tỉnh Láng Giềng"


def test_taking_back_leaves_the_tree_as_it_was(take_in, keeper, commune) -> None:
    before = everything()
    take_in([HEADINGS, FACTORY, COMMUNE, ["XA-01", "Công đoàn xã Đổi Tên"]])
    batch = ImportBatch.objects.get()
    batches.undo(batch, actor=keeper)
    jobs.undo(batch.pk)
    assert everything() == before


def test_a_unit_that_got_others_below_it_is_left(take_in, keeper, system) -> None:
    take_in([HEADINGS, FACTORY, COMMUNE])
    found_unit("TO-1", "Tổ Mẫu", "section", actor=system, parent=Unit.objects.get(code="CS-02"), on=date(2026, 1, 1))
    batch = ImportBatch.objects.get()
    batches.undo(batch, actor=keeper)
    jobs.undo(batch.pk)
    assert set(Unit.objects.filter(code__in=["CS-02", "XA-02"]).values_list("code", flat=True)) == {"CS-02", "XA-02"}


def test_the_command_line_plants_a_whole_tree(tmp_path, system) -> None:
    lines: Lines = [
        ["Unit code", "Unit name", "Level", "Code of the unit above", "Founded on"],
        ["LDLD-01", "LĐLĐ tỉnh Ví Dụ", "federation", "TLD", "01/01/2024"],
        ["TLD", "Tổng Liên đoàn", "confederation", None, "01/01/2024"],
    ]
    report = run_import("units", saved(tmp_path, lines), actor=system)
    assert counts(report) == (2, 0, 0, 0)
    assert Unit.objects.get(code="LDLD-01").placements.get().parent == Unit.objects.get(code="TLD")


def test_only_who_may_change_units_and_import_may_take_in_units(tmp_path, province, an, binh, chi) -> None:
    for person in (an, binh, chi):
        with pytest.raises(NotForYou):
            run_import("units", saved(tmp_path, [HEADINGS, COMMUNE]), actor=person, unit=province)
    with pytest.raises(NotForYou):
        run_import("units", saved(tmp_path, [HEADINGS, COMMUNE]), actor=an)


def test_the_units_open_to_an_import_are_those_that_the_service_would_change(
    keeper, dung, an, binh, chi, system, commune, factory_union, neighbour
) -> None:
    for person in (keeper, dung, an, binh, chi, system):
        for thing in ("units", "workers", "enterprises"):
            allowed = set(Unit.objects.filter(units_changed(person, thing)))
            assert allowed == {unit for unit in Unit.objects.all() if may_change(person, thing, at=unit)}
