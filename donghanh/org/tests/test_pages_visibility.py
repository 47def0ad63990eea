"""The page that says who can see what at a unit: from the matrix itself, so that it cannot say anything else."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from donghanh.org import policy
from donghanh.org.queries import matrix


@pytest.fixture
def page(client, an):
    """Open the page of a unit as An, who leads the province."""
    client.force_login(an)

    def read(unit, **query: str):
        return client.get(reverse("org:unit-visibility", args=[unit.code]), query)

    return read


def test_the_unit_above_is_told_from_those_further_above(page, factory_union, commune) -> None:
    near, further = "Người có vai trò ở đơn vị cấp trên trực tiếp", "Người có vai trò ở các cấp trên"
    assert near in page(factory_union).content.decode()
    assert near not in page(commune).content.decode()
    assert further in page(commune).content.decode()


def test_every_row_of_the_matrix_has_its_words() -> None:
    rules = policy.rules()
    assert len(matrix.lines()) == len(rules)
    assert {rule.thing for rule in rules} <= set(matrix.THINGS)
    assert {rule.change for rule in rules} <= set(matrix.CHANGES)


def test_the_whole_matrix_is_shown_and_handed_out_as_a_file(page, factory_union) -> None:
    assert f"{len(policy.rules())} dòng" in page(factory_union).content.decode()
    file = b"".join(page(factory_union, export="xlsx").streaming_content)
    sheet = load_workbook(BytesIO(file)).worksheets[0]
    assert sheet.max_row == len(policy.rules()) + 1
    assert [cell.value for cell in sheet[1]] == ["Vai trò", "Ở đâu", "Nội dung", "Xem", "Thay đổi"]


def test_who_holds_the_roles_is_named_where_the_reader_may_see_accounts(
    page, province, factory_union, an, dung
) -> None:
    """An sees the accounts of her province, not those of a grassroots union."""
    shown = page(factory_union).content.decode()
    assert an.full_name in shown.partition("Toàn bộ bảng quyền")[0]
    assert dung.full_name not in shown
