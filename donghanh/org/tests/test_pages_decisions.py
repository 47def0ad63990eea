"""Decisions about the tree: looked at first, written once confirmed, refused where they were typed."""

from datetime import date

import pytest
from django.urls import reverse

from donghanh.org.models import Area, Unit
from donghanh.org.services import found_unit

FIRST_DAY = date(2024, 1, 1)
PAPER = {"number": "12/QĐ-LĐLĐ", "issued_on": "20/11/2026", "issuer": "LĐLĐ tỉnh Ví Dụ", "on": "01/12/2026"}


@pytest.fixture
def send(client, root):
    """Send a form about a unit as the administrator."""
    client.force_login(root)

    def post(page: str, unit: Unit, **typed: str):
        return client.post(reverse(f"org:{page}", args=[unit.code]), {**PAPER, **typed})

    return post


def test_a_move_is_shown_with_its_count_before_anything_is_written(send, commune, factory_union, neighbour) -> None:
    answer = send("unit-move", factory_union, parent=commune.code)
    assert answer.status_code == 200
    assert "Chuyển 1 đơn vị" in answer.content.decode()
    assert factory_union.placements.count() == 1


def test_a_confirmed_move_keeps_the_paper(send, factory_union, other_commune) -> None:
    answer = send("unit-move", factory_union, parent=other_commune.code, confirmed="1")
    assert answer.url == reverse("org:unit-detail", args=[factory_union.code])
    decision = factory_union.decisions.get(kind="moved")
    assert (decision.number, decision.issued_on, decision.issuer) == (
        "12/QĐ-LĐLĐ", date(2026, 11, 20), "LĐLĐ tỉnh Ví Dụ",
    )  # fmt: skip
    assert factory_union in Unit.objects.children_of(other_commune, on=date(2026, 12, 1))


def test_what_was_typed_comes_back_to_be_changed(send, factory_union, other_commune) -> None:
    answer = send("unit-move", factory_union, parent=other_commune.code, back="1")
    assert 'value="12/QĐ-LĐLĐ"' in answer.content.decode()
    assert factory_union.placements.count() == 1


def test_a_move_under_itself_is_refused_in_the_form(send, commune, factory_union) -> None:
    answer = send("unit-move", commune, parent=factory_union.code, confirmed="1")
    assert answer.status_code == 422
    assert "nằm dưới nó" in answer.content.decode()


def test_a_unit_typed_by_half_its_name_comes_back_with_the_ones_it_may_mean(
    send, factory_union, commune, other_commune
) -> None:
    answer = send("unit-move", factory_union, parent="cong doan xa")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert f'name="parent_found" value="{other_commune.code}"' in shown
    marked = send("unit-move", factory_union, parent="cong doan xa", parent_found=other_commune.code)
    assert marked.status_code == 200


def test_a_unit_of_another_province_cannot_be_chosen(send, factory_union, neighbour) -> None:
    answer = send("unit-move", factory_union, parent=neighbour.code, confirmed="1")
    assert answer.status_code == 422
    assert factory_union.placements.count() == 1


def test_a_missing_field_says_what_to_write(send, factory_union, other_commune) -> None:
    shown = send("unit-move", factory_union, parent=other_commune.code, number="").content.decode()
    assert "Ghi số quyết định." in shown


def test_a_merged_unit_ends_the_day_before_and_names_its_successor(send, commune, other_commune, factory_union) -> None:
    preview = send("unit-merge", commune, into=other_commune.code).content.decode()
    assert "1 đơn vị trực thuộc" in preview
    send("unit-merge", commune, into=other_commune.code, confirmed="1")
    commune.refresh_from_db()
    assert (commune.closed_on, commune.successor) == (date(2026, 11, 30), other_commune)
    assert factory_union in Unit.objects.children_of(other_commune, on=date(2026, 12, 1))


def test_a_unit_with_others_below_it_is_not_closed(send, commune, factory_union) -> None:
    answer = send("unit-close", commune, confirmed="1")
    assert answer.status_code == 422
    assert "còn 1 đơn vị trực thuộc" in answer.content.decode()


def test_a_unit_founded_below_later_keeps_its_parent_open(send, commune, system) -> None:
    found_unit("CS-77", "CĐCS Mới", "grassroots_union", actor=system, parent=commune, on=date(2027, 1, 1))
    assert send("unit-close", commune, confirmed="1").status_code == 422


def test_a_unit_is_closed(send, factory_union) -> None:
    send("unit-close", factory_union, confirmed="1")
    factory_union.refresh_from_db()
    assert factory_union.closed_on == date(2026, 11, 30)


def test_a_unit_is_founded_with_its_area(send, commune) -> None:
    area = Area.objects.get(name="Phường Ba Đình", province__code="01")
    answer = send(
        "unit-found", commune, code="cs-42", name="CĐCS Công ty Thử", kind="grassroots_union", area=area.code,
        confirmed="1",
    )  # fmt: skip
    assert answer.status_code == 302
    unit = Unit.objects.get(code="CS-42")
    assert unit.area == area
    assert unit in Unit.objects.children_of(commune, on=date(2026, 12, 1))


@pytest.mark.parametrize("code", ["XA-01", "có dấu", "a b"])
def test_a_code_that_is_taken_or_unreadable_is_refused(send, commune, code) -> None:
    answer = send("unit-found", commune, code=code, name="CĐCS Thử", kind="grassroots_union", confirmed="1")
    assert answer.status_code == 422


def test_a_unit_is_not_founded_before_the_one_above(send, commune) -> None:
    answer = send(
        "unit-found", commune, code="CS-42", name="CĐCS Thử", kind="grassroots_union", on="01/12/2020", confirmed="1"
    )
    assert answer.status_code == 422
    assert not Unit.objects.filter(code="CS-42").exists()


def test_the_facts_of_a_unit_are_corrected(send, commune) -> None:
    send("unit-edit", commune, name="Công đoàn xã Ví Dụ Mới", form="commune", address="Thôn Thử")
    commune.refresh_from_db()
    assert (commune.name, commune.form, commune.address) == ("Công đoàn xã Ví Dụ Mới", "commune", "Thôn Thử")


def test_the_look_of_papers_is_set_by_those_who_make_reports(client, an, province) -> None:
    client.force_login(an)
    address = reverse("org:unit-documents", args=[province.code])
    answer = client.post(address, {"heading": "LĐLĐ TỈNH VÍ DỤ", "symbol": "LĐLĐ", "prints_distinct_people": "on"})
    assert answer.status_code == 302
    assert province.document_settings.prints_distinct_people
