"""Lists of enterprises and of workers: who is meant, what changes, what is refused."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import translation
from django.utils.timezone import localdate

from donghanh.core.errors import NotForYou
from donghanh.core.imports.inline import ImportReport, run_import
from donghanh.core.tests.spreadsheets import Lines, saved
from donghanh.kernel.errors import DomainError
from donghanh.org.services import found_unit
from donghanh.people.models import Employment, Enterprise, Membership, Worker
from donghanh.people.services import end_employment, register_enterprise, register_worker

FIRST_DAY = date(2024, 1, 1)
TAX_CODE, OTHER_TAX_CODE = "0100109106", "0301442379"
HEADINGS = ["Họ và tên", "Mã đoàn viên", "Số điện thoại", "Số CCCD", "Mã đơn vị", "Ngày vào làm", "Ngày kết nạp"]
ANYBODY = ["Lê Thử Một", "DV1", "0900000011", "001190000011", "CS-01", "01/03/2024", "01/06/2024"]


@pytest.fixture(autouse=True)
def _english() -> Any:
    with translation.override("en"):
        yield


@pytest.fixture
def take_in(tmp_path, dung, factory_union):
    """Import a list as Dung, at the union she leads."""

    def run(kind: str, lines: Lines, *, dry_run: bool = False) -> ImportReport:
        return run_import(kind, saved(tmp_path, lines), actor=dung, unit=factory_union, dry_run=dry_run)

    return run


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.same, report.bad


def sentence(report: ImportReport) -> str:
    [problem] = report.problems
    return problem.sentence


def everything() -> list[Any]:
    """Return all that is on record about people."""
    models: list[Any] = [Worker, Employment, Membership, Enterprise]
    return [list(model.objects.order_by("pk").values()) for model in models]


# --- Workers -----------------------------------------------------------------------------------


def test_a_new_worker_is_on_the_rolls_and_a_member_from_his_days(take_in, factory_union) -> None:
    assert counts(take_in("workers", [HEADINGS, ANYBODY])) == (1, 0, 0, 0)
    worker = Worker.objects.get(member_no="DV1")
    assert (worker.full_name, worker.folded_name) == ("Lê Thử Một", "le thu mot")
    assert worker.name_key
    employment, membership = worker.employments.get(), worker.memberships.get()
    assert (employment.unit, employment.starts_on) == (factory_union, date(2024, 3, 1))
    assert (membership.unit, membership.starts_on) == (factory_union, date(2024, 6, 1))


def test_without_a_unit_or_a_day_he_belongs_to_the_unit_of_the_import_from_today(take_in, factory_union) -> None:
    take_in("workers", [["Họ tên"], ["Lê Thử Hai"]])
    employment = Employment.objects.get(worker__full_name="Lê Thử Hai")
    assert (employment.unit, employment.starts_on) == (factory_union, localdate())


def test_a_dry_run_says_the_same_and_writes_nothing(take_in) -> None:
    before = everything()
    assert counts(take_in("workers", [HEADINGS, ANYBODY, ["", "x"]], dry_run=True)) == (1, 0, 0, 1)
    assert everything() == before


def test_the_same_file_twice_changes_nothing(take_in) -> None:
    lines = [HEADINGS, ANYBODY, ["Lê Thử Hai", None, "0900000012"], ["Lê Thử Ba"]]
    assert counts(take_in("workers", lines[:3])) == (2, 0, 0, 0)
    before = everything()
    assert counts(take_in("workers", lines[:3])) == (0, 0, 2, 0)
    assert everything() == before


@pytest.mark.parametrize(
    "identified_by",
    [
        {"Mã đoàn viên": "DV1"},
        {"Mã đoàn viên": "dv 1"},
        {"Số CCCD": "001190000011"},
        {"Số điện thoại": "0900 000 011"},
        {"Số điện thoại": "+84 900000011"},
        {"Số điện thoại": 900000011},
    ],
)
def test_a_known_worker_is_recognised(take_in, identified_by) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    report = take_in(
        "workers", [["Họ tên", *identified_by, "Bộ phận"], ["Lê Thử Một", *identified_by.values(), "Xưởng 2"]]
    )
    if "dv 1" in identified_by.values():
        assert counts(report) == (1, 0, 0, 0), "a number is compared as it is written, but for spaces"
        return
    assert counts(report) == (0, 1, 0, 0)
    assert Worker.objects.get().employments.get().department == "Xưởng 2"


def test_an_empty_cell_leaves_what_is_on_record(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    before = everything()
    assert counts(take_in("workers", [HEADINGS, ["Lê Thử Một", "DV1"]])) == (0, 0, 1, 0)
    assert everything() == before


def test_a_number_that_our_own_export_hides_says_nothing(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    worker = Worker.objects.get()
    exported = ["Lê Thử Một", "DV1", worker.masked_phone, worker.masked_id_number]
    assert counts(take_in("workers", [HEADINGS[:4], exported])) == (0, 0, 1, 0)


def test_facts_are_corrected_and_days_too(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    corrected = ["Lê Thử Một", "DV1", "0900000099", None, "CS-01", "02/03/2024", "02/06/2024"]
    assert counts(take_in("workers", [HEADINGS, corrected])) == (0, 1, 0, 0)
    worker = Worker.objects.get()
    assert (worker.phone, worker.id_number) == ("0900000099", "001190000011")
    assert worker.employments.get().starts_on == date(2024, 3, 2)
    assert worker.memberships.get().starts_on == date(2024, 6, 2)


def test_a_name_is_corrected_when_a_second_number_vouches_for_the_person(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    assert counts(take_in("workers", [HEADINGS[:4], ["Lê Thử Đổi", "DV1", None, "001190000011"]])) == (0, 1, 0, 0)
    worker = Worker.objects.get()
    assert (worker.full_name, worker.folded_name) == ("Lê Thử Đổi", "le thu doi")


def test_a_member_number_alone_renames_nobody(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    report = take_in("workers", [HEADINGS[:2], ["Trần Người Khác", "DV1"]])
    assert sentence(report) == "This member number is on record for somebody with another name."
    assert Worker.objects.get().full_name == "Lê Thử Một"


def test_numbers_of_two_people_in_one_row_are_refused(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY, ["Lê Thử Hai", "DV2", None, "001190000022"]])
    report = take_in("workers", [HEADINGS, ["Lê Thử Một", "DV1", None, "001190000022"]])
    assert sentence(report) == "This id number is on record for another person than the member number."


def test_a_phone_and_a_name_mean_nobody_outside_the_own_rolls(take_in, system, neighbour) -> None:
    register_worker("Lê Thử Một", neighbour, actor=system, starts_on=FIRST_DAY, phone="0900000011")
    assert counts(take_in("workers", [HEADINGS, ANYBODY])) == (1, 0, 0, 0)
    assert Worker.objects.filter(folded_name="le thu mot").count() == 2


def test_one_phone_and_name_with_another_id_number_is_another_person(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    assert counts(take_in("workers", [HEADINGS, ["Lê Thử Một", None, "0900000011", "001190000099"]])) == (1, 0, 0, 0)


def test_two_people_with_one_phone_and_name_are_not_guessed_at(take_in, system, factory_union) -> None:
    for number in ("A", "B"):
        register_worker(
            "Lê Thử Một", factory_union, actor=system, starts_on=FIRST_DAY, phone="0900000011", member_no=number
        )
    report = take_in("workers", [HEADINGS, ["Lê Thử Một", None, "0900000011"]])
    assert sentence(report) == "2 people of your units have this phone and name."


def test_somebody_from_elsewhere_joins_with_his_number_and_his_name_only(take_in, system, neighbour) -> None:
    register_worker("Lê Thử Một", neighbour, actor=system, starts_on=FIRST_DAY, member_no="DV1", phone="0900000011")
    assert sentence(take_in("workers", [HEADINGS[:3], ["Tên Khác", "DV1", "0900000011"]]))
    assert counts(take_in("workers", [HEADINGS, ANYBODY])) == (0, 1, 0, 0)
    assert Worker.objects.get(member_no="DV1").employments.count() == 2


def test_a_merged_record_stands_for_the_one_that_was_kept(take_in, system) -> None:
    from django.utils import timezone

    from donghanh.people.services import merge_workers

    take_in("workers", [HEADINGS, ANYBODY, ["Lê Thử Một", "DV9", "0900000099"]])
    kept, gone = Worker.objects.order_by("pk")
    merge_workers(kept, gone, actor=system, at=timezone.now())
    take_in("workers", [["Họ tên", "Mã đoàn viên", "Bộ phận"], ["Lê Thử Một", "DV9", "Xưởng 5"]])
    assert kept.employments.get().department == "Xưởng 5"


def test_who_left_comes_back_with_a_new_first_day(take_in, system, factory_union) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    end_employment(Worker.objects.get(), factory_union, actor=system, last_day=date(2024, 12, 31))
    assert sentence(take_in("workers", [HEADINGS, ANYBODY])) == "On record a stay at the unit ended on 31/12/2024."
    again = [*ANYBODY[:5], "01/02/2025", None]
    assert counts(take_in("workers", [HEADINGS, again])) == (0, 1, 0, 0)
    assert [stay.starts_on for stay in Worker.objects.get().employments.order_by("starts_on")] == [
        date(2024, 3, 1),
        date(2025, 2, 1),
    ]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (["Trần Thử Khác", "DV1"], "Repeats row 2, with another full name."),
        (["Lê Thử Một", None, "0900000011"], "Repeats row 2, with another member number."),
        (ANYBODY, "Repeats row 2."),
    ],
)
def test_a_row_that_repeats_another_one_names_it(take_in, second, said) -> None:
    report = take_in("workers", [HEADINGS, ANYBODY, second])
    assert counts(report) == (1, 0, 0, 1)
    assert sentence(report) == said


def test_two_rows_that_mean_one_known_person_are_not_both_taken(take_in) -> None:
    take_in("workers", [HEADINGS, ANYBODY])
    rows = [["Lê Thử Một", "DV1", None, None], ["Lê Thử Một", None, None, "001190000011"]]
    report = take_in("workers", [HEADINGS[:4], *rows])
    assert (counts(report), sentence(report)) == ((0, 0, 1, 1), "Repeats row 2, with another member number.")


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("Số điện thoại", "098765432", "A phone number has 10 digits and starts with 0; this one has 9."),
        ("Số CCCD", "12345", "An identity number has 12 digits, on old cards 9; this one has 5."),
        ("Số CCCD", 1190000011, "Excel took this for a number and dropped the zeros in front."),
        ("Năm sinh", "1890", "Write a year between 1926 and 2013, for example 1994."),
        ("Ngày vào làm", "31/02/2024", "Month 2 of 2024 has no day 31."),
        (
            "Mã số thuế",
            "0100109107",
            "0100109107 is not a tax code: its check digit does not fit. Copy it from the tax papers.",
        ),
        ("Mã số thuế", TAX_CODE, "No enterprise on record has this tax code."),
        ("Mã đơn vị", "CS-10", "There is no such unit that you may write for. Near: CS-01."),
        ("Mã đơn vị", "XYZ", "There is no such unit that you may write for."),
    ],
)
@time_machine.travel("2026-07-01T09:00:00+07:00", tick=False)
def test_a_wrong_cell_is_refused_with_its_reason(take_in, heading, cell, said) -> None:
    report = take_in("workers", [["Họ tên", heading], ["Lê Thử Một", cell]])
    assert (report.bad, sentence(report)) == (1, said)
    assert not Worker.objects.exists()


def test_a_unit_of_others_looks_like_no_unit(take_in, neighbour) -> None:
    report = take_in("workers", [["Họ tên", "Mã đơn vị"], ["Lê Thử Một", "LDLD-56"]])
    assert sentence(report).startswith("There is no such unit that you may write for.")


def test_the_employer_is_found_by_tax_code(take_in, system, factory_union) -> None:
    enterprise = register_enterprise("Công ty Ví Dụ", factory_union, actor=system, tax_code=TAX_CODE)
    take_in("workers", [["Họ tên", "MST"], ["Lê Thử Một", TAX_CODE]])
    assert Employment.objects.get().enterprise == enterprise


def test_the_pages_follow_the_same_rules_as_the_lists(system, factory_union) -> None:
    with pytest.raises(DomainError, match="10 digits"):
        register_worker("Lê Thử", factory_union, actor=system, starts_on=FIRST_DAY, phone="098765432")
    with pytest.raises(DomainError, match="12 digits"):
        register_worker("Lê Thử", factory_union, actor=system, starts_on=FIRST_DAY, id_number="1")


@pytest.mark.parametrize("kind", ["workers", "enterprises"])
def test_a_stranger_may_not_import(tmp_path, binh, chi, factory_union, kind) -> None:
    for stranger in (binh, chi):
        with pytest.raises(NotForYou):
            run_import(kind, saved(tmp_path, [HEADINGS, ANYBODY]), actor=stranger, unit=factory_union)


def test_checking_takes_a_bounded_number_of_queries(
    tmp_path, dung, factory_union, django_assert_max_num_queries
) -> None:
    def file(count: int) -> Path:
        rows = [[f"Lê Thử {n}", f"DV{n}", f"09{n:08d}", f"001{n:09d}", "CS-01"] for n in range(count)]
        return saved(tmp_path, [HEADINGS, *rows])

    with django_assert_max_num_queries(40):
        report = run_import("workers", file(2000), actor=dung, unit=factory_union, dry_run=True)
    assert report.new == 2000


# --- Enterprises -------------------------------------------------------------------------------

FIRM = ["Tên doanh nghiệp", "Mã số thuế", "Mã đơn vị BHXH", "Loại hình", "Mã xã"]


def test_an_enterprise_is_recorded_with_its_codes(take_in, factory_union) -> None:
    report = take_in("enterprises", [FIRM, ["Công ty Ví Dụ", TAX_CODE, "YN01", "FDI", "00004"]])
    assert counts(report) == (1, 0, 0, 0)
    enterprise = Enterprise.objects.get()
    assert (enterprise.tax_code, enterprise.unit, enterprise.ownership) == (TAX_CODE, factory_union, "foreign")
    assert enterprise.area is not None
    assert enterprise.area.code == "00004"


def test_the_same_enterprises_twice_change_nothing(take_in) -> None:
    lines = [FIRM, ["Công ty Ví Dụ", TAX_CODE], ["Công ty Mẫu", None, "YN02"], ["Hộ Thử"]]
    assert counts(take_in("enterprises", lines)) == (3, 0, 0, 0)
    before = everything()
    assert counts(take_in("enterprises", lines)) == (0, 0, 3, 0)
    assert everything() == before


def test_a_tax_code_whose_zeros_excel_dropped_is_read(take_in) -> None:
    assert counts(take_in("enterprises", [FIRM[:2], ["Công ty Ví Dụ", 100109106]])) == (1, 0, 0, 0)
    assert Enterprise.objects.get().tax_code == TAX_CODE


def test_a_name_gets_its_tax_code_and_another_code_is_another_enterprise(take_in) -> None:
    take_in("enterprises", [FIRM[:1], ["Công ty Ví Dụ"]])
    assert counts(take_in("enterprises", [FIRM[:2], ["CÔNG TY VÍ DỤ", TAX_CODE]])) == (0, 1, 0, 0)
    assert counts(take_in("enterprises", [FIRM[:2], ["Công ty Ví Dụ", OTHER_TAX_CODE]])) == (1, 0, 0, 0)


def test_an_enterprise_of_others_is_left_alone(take_in, system, neighbour) -> None:
    register_enterprise("Công ty Láng Giềng", neighbour, actor=system, tax_code=TAX_CODE)
    report = take_in("enterprises", [FIRM[:2], ["Công ty Ví Dụ", TAX_CODE]])
    assert sentence(report) == "This enterprise is on the record of a unit that you may not write for."
    assert Enterprise.objects.get().name == "Công ty Láng Giềng"


def test_a_social_insurance_code_that_fits_two_enterprises_is_not_guessed_at(take_in, system, factory_union) -> None:
    for name in ("Một", "Hai"):
        register_enterprise(name, factory_union, actor=system, insurance_code="YN1")
    report = take_in("enterprises", [FIRM[:3], ["Công ty Ví Dụ", None, "YN1"]])
    assert sentence(report) == "2 enterprises on record fit this row."


def test_an_unknown_area_is_refused(take_in) -> None:
    report = take_in("enterprises", [FIRM, ["Công ty Ví Dụ", TAX_CODE, None, None, "99999"]])
    assert sentence(report) == "No area has the code 99999."


def test_a_keeper_hands_an_enterprise_to_a_section(take_in, system, factory_union) -> None:
    section = found_unit("CS-01-A", "Tổ A", "section", actor=system, parent=factory_union, on=FIRST_DAY)
    take_in("enterprises", [FIRM[:2], ["Công ty Ví Dụ", TAX_CODE]])
    report = take_in("enterprises", [[*FIRM[:2], "Mã đơn vị"], ["Công ty Ví Dụ", TAX_CODE, "CS-01-A"]])
    assert counts(report) == (0, 1, 0, 0)
    assert Enterprise.objects.get().unit == section
