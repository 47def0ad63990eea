"""The list of units, a unit on any day, the tree and the map, as their readers see them."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from donghanh.org.models import Area
from donghanh.org.services import close_unit, found_unit, move_unit, update_unit

FIRST_DAY, MOVE_DAY = date(2024, 1, 1), date(2025, 9, 26)


@pytest.fixture
def page(client, an):
    """Open a page as An, who leads the province, and return its text."""
    client.force_login(an)

    def read(name: str, *args: str, **query: str) -> str:
        return str(client.get(reverse(f"org:{name}", args=args), query).content.decode())

    return read


@pytest.mark.parametrize("words", ["cong doan xa mau", "XÃ MẪU", "xa-02"])
def test_units_are_found_without_diacritics_and_by_code(words, page, commune, other_commune) -> None:
    shown = page("unit-list", q=words)
    assert other_commune.name in shown
    assert commune.name not in shown


def test_a_filter_that_cannot_be_read_is_left_out(page, commune) -> None:
    assert commune.name in page("unit-list", kind="no-such-kind", province="x", after="broken")


def test_closed_units_stand_under_their_own_filter(page, other_commune, commune, system) -> None:
    close_unit(other_commune, actor=system, on=date(2025, 1, 1))
    assert other_commune.name not in page("unit-list")
    closed = page("unit-list", state="closed")
    assert other_commune.name in closed
    assert commune.name not in closed


def test_units_are_filtered_by_kind_and_province(page, commune, factory_union, system) -> None:
    hanoi = Area.objects.get(code="01")
    update_unit(factory_union, actor=system, area=hanoi.communes.first())
    by_kind = page("unit-list", kind="grassroots_union")
    assert factory_union.name in by_kind
    assert f">{commune.name}</a>" not in by_kind
    by_province = page("unit-list", province=str(hanoi.pk))
    assert factory_union.name in by_province
    assert f">{commune.name}</a>" not in by_province


def test_a_list_that_fits_nothing_offers_the_whole_one(page, commune) -> None:
    assert f'href="{reverse("org:unit-list")}"' in page("unit-list", q="khong co don vi nay")


def test_the_list_is_taken_away_as_a_file_with_its_filters(client, an, commune, other_commune) -> None:
    client.force_login(an)
    answer = client.get(reverse("org:unit-list"), {"q": "xa mau", "export": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert [row[0] for row in rows[1:]] == [other_commune.name]
    answer = client.get(reverse("org:unit-list"), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).worksheets[0]
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} >= {commune.name, other_commune.name}


def test_a_moved_unit_shows_where_it_hung_on_an_earlier_day(
    page, factory_union, commune, other_commune, system
) -> None:
    move_unit(factory_union, other_commune, actor=system, on=MOVE_DAY)
    assert other_commune.name in page("unit-detail", factory_union.code)
    before = page("unit-detail", factory_union.code, on="2025-09-25")
    assert commune.name in before
    assert other_commune.name not in before.split("dh-sheet-head", 1)[0]
    assert factory_union.name in page("unit-detail", commune.code, on="2025-09-25")
    assert factory_union.name not in page("unit-detail", commune.code)


def test_the_path_starts_at_the_highest_unit_the_reader_may_open(page, factory_union, confederation, province) -> None:
    path = page("unit-detail", factory_union.code).split("<main", 1)[0]
    assert province.name in path
    assert confederation.name not in path


def test_a_closed_unit_says_so_in_its_title(page, factory_union, system) -> None:
    close_unit(factory_union, actor=system, on=date(2025, 1, 1))
    assert "31/12/2024</h1>" in page("unit-detail", factory_union.code).replace("\n", "")


def test_one_paper_that_moved_many_units_is_one_line(page, commune, other_commune, system) -> None:
    for number in range(3):
        unit = found_unit(
            f"CS-9{number}", f"CĐCS Thử {number}", "grassroots_union", actor=system, parent=commune, on=FIRST_DAY
        )
        move_unit(unit, other_commune, actor=system, on=MOVE_DAY)
    assert "CĐCS Thử 0 và 2 đơn vị khác" in page("unit-detail", other_commune.code)


def test_a_unit_elsewhere_than_its_union_says_where_it_is(page, commune, factory_union, system) -> None:
    here, there = Area.objects.filter(province__code="01").order_by("code")[:2]
    update_unit(commune, actor=system, area=here)
    update_unit(factory_union, actor=system, area=there)
    assert f"Đóng tại {there}, thuộc {commune}" in page("unit-detail", factory_union.code)


def test_the_tree_shows_two_levels(page, province, commune, factory_union) -> None:
    shown = page("unit-tree", province.code)
    assert commune.name in shown
    assert factory_union.name in shown


def test_the_page_of_a_commune_names_the_units_there_that_the_reader_may_open(
    page, commune, neighbour, system, client
) -> None:
    area = Area.objects.get(name="Phường Ba Đình", province__code="01")
    update_unit(commune, actor=system, area=area)
    update_unit(neighbour, actor=system, area=area)
    shown = page("area-detail", area.code)
    assert commune.name in shown
    assert neighbour.name not in shown
    client.logout()
    assert commune.name not in client.get(reverse("org:area-detail", args=[area.code])).content.decode()


@pytest.mark.django_db
def test_the_city_of_hanoi_stands_under_h(client) -> None:
    shown = client.get(reverse("org:area-list")).content.decode().split("<table", 1)[1]
    assert shown.index("Gia Lai") < shown.index("Thành phố Hà Nội") < shown.index("Hưng Yên")


def test_suggestions_name_units_the_reader_may_open_and_no_others(page, commune, neighbour) -> None:
    shown = page("unit-suggestions", field="parent", parent="cong doan")
    assert commune.code in shown
    assert neighbour.code not in page("unit-suggestions", field="parent", parent="lang gieng")
    assert page("unit-suggestions", field="parent", parent="") == ""


def test_suggestions_take_no_markup_for_the_name_of_a_field(client, an) -> None:
    client.force_login(an)
    assert client.get(reverse("org:unit-suggestions"), {"field": "a'b"}).status_code == 400
