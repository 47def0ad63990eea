"""A file of figures with slips in it: each slip is named with its place, the rest is stored."""

import json
from dataclasses import asdict
from typing import Any

import pytest

from donghanh.indicators.errors import GroupAlreadyAssigned, NotAFigureFile
from donghanh.indicators.models import Figure, WaitingGroup
from donghanh.indicators.services import assign_group, import_figures
from donghanh.indicators.tests.conftest import NOW

GOOD = {"indicator": "legal_contests", "value": 11, "qualifier": "exact", "kind": "flow"}
WITHOUT_CODE = {"unit_code": ""}


def document(*values, **facts) -> dict[str, Any]:
    group = {"unit": "Ví Dụ", "unit_code": "LDLD-01", "from": "2025-01-01", "to": "2025-12-31"}
    return {"figures": [{**group, **facts, "values": [*values, GOOD]}]}


@pytest.mark.parametrize("content", [None, [], {}, {"figures": {}}, {"figures": None}, "figures"])
def test_another_kind_of_file_is_refused_whole(content, system) -> None:
    with pytest.raises(NotAFigureFile):
        import_figures(content, actor=system, at=NOW)


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        (5, "5"),
        ({"kind": "flow", "value": 1}, "indicator"),
        (GOOD | {"indicator": "legal_contest"}, "legal_contests"),
        (GOOD | {"value": "7.285"}, "7.285"),
        (GOOD | {"value": True}, "True"),
        (GOOD | {"value": 1.5}, "1.5"),
        (GOOD | {"qualifer": "over"}, "qualifer"),
        (GOOD | {"qualifier": "about"}, "about"),
        (GOOD | {"kind": "rate"}, "rate"),
        (GOOD | {"kind": "change"}, "Cuộc thi tìm hiểu pháp luật"),
        (GOOD | {"audience": "children"}, "children"),
        ({"indicator": "legal_contests", "kind": "change", "change_percent": float("nan")}, "nan"),
        ({"indicator": "legal_contests", "kind": "change", "change_percent": 1.234}, "1.234"),
        ({"indicator": "legal_contests", "kind": "change", "change_percent": 1e300}, "1e+300"),
    ],
)
def test_a_slip_in_one_value_is_named_with_its_place_and_the_rest_is_stored(slip, words, province, system) -> None:
    report = import_figures(document(slip), actor=system, at=NOW)
    assert (report.saved, len(report.left_out)) == (1, 1)
    assert "1 (Ví Dụ)" in report.left_out[0]
    assert words in report.left_out[0].replace("1 (Ví Dụ)", "")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"from": "2025-13-01"}, "2025-13-01"),
        ({"from": "2026-01-01"}, "2026-01-01"),
        ({"to": 2025}, "2025"),
        ({"values": []}, "values"),
        ({"note": "\ud800"}, "\\ud800"),
        ({"note": "Thử\0"}, "\\x00"),
        ({"unit": ""}, "unit"),
        ({"unitcode": "LDLD-01"}, "unitcode"),
        ({"former_unit": "yes"}, "yes"),
        ({"credited_to": ["LDLD-01", "BHXH-99"]}, "BHXH-99"),
        ({"former_unit": True, "successor_code": "LDLD-99"}, "LDLD-99"),
        ({"note": "x" * 301}, "300"),
    ],
)
def test_a_slip_in_a_group_leaves_the_group_out(facts, words, province, system) -> None:
    content = document()
    content["figures"][0].update(facts)
    report = import_figures(content, actor=system, at=NOW)
    assert (report.saved, len(report.left_out)) == (0, 1)
    assert words in report.left_out[0]


def test_what_an_import_did_can_be_printed_as_json(province, system) -> None:
    report = import_figures(document(), actor=system, at=NOW)
    assert json.loads(json.dumps(asdict(report))) == {"saved": 1, "unchanged": 0, "changed": 0, "left_out": []}


def test_the_same_figure_twice_in_a_file_is_a_slip(province, system) -> None:
    report = import_figures(document(GOOD | {"value": 12}), actor=system, at=NOW)
    assert (report.saved, report.changed, len(report.left_out)) == (1, 0, 1)
    assert Figure.objects.get().value == 12


def test_a_figure_that_becomes_joint_is_credited_to_both(province, neighbour, system) -> None:
    import_figures(document(), actor=system, at=NOW)
    joint = document(credited_to=["LDLD-01", "LDLD-56"])
    assert import_figures(joint, actor=system, at=NOW).changed == 1
    assert import_figures(joint, actor=system, at=NOW).unchanged == 1
    assert Figure.objects.standing().of(neighbour).get().value == 11


def test_two_groups_of_one_unknown_body_and_period_are_a_slip(province, system) -> None:
    content = document(unit="Nơi Khác", **WITHOUT_CODE)
    content["figures"].append({**content["figures"][0], "values": [GOOD | {"value": 12}]})
    report = import_figures(content, actor=system, at=NOW)
    assert len(report.left_out) == 2
    assert WaitingGroup.objects.get().content["values"] == [GOOD]


def test_an_officer_imports_for_his_own_unit_and_nobody_elses(province, neighbour, an, binh) -> None:
    assert import_figures(document(), actor=an, at=NOW).saved == 1
    report = import_figures(document(), actor=binh, at=NOW)
    assert (report.saved, report.unchanged, len(report.left_out)) == (0, 0, 1)


def test_an_unknown_code_is_left_out_with_the_nearest_units(province, system) -> None:
    report = import_figures(document(unit="LĐLĐ tỉnh Ví Dụ", unit_code="LDLD-1"), actor=system, at=NOW)
    assert report.saved == 0
    assert "LDLD-1." in report.left_out[0]
    assert "LĐLĐ tỉnh Ví Dụ (LDLD-01)" in report.left_out[0]


def test_a_group_waits_for_those_who_may_take_it(province, neighbour, an, binh, chi, system) -> None:
    import_figures(document(unit="LĐLĐ tỉnh Ví Dụ", **WITHOUT_CODE), actor=system, at=NOW)
    (waiting,) = WaitingGroup.objects.visible_to(an)
    assert not WaitingGroup.objects.visible_to(binh).exists()
    assert not WaitingGroup.objects.visible_to(chi).exists()
    assert assign_group(waiting, province, actor=an, at=NOW).saved == 1
    with pytest.raises(GroupAlreadyAssigned, match="LĐLĐ tỉnh Ví Dụ"):
        assign_group(waiting, province, actor=an, at=NOW)
    assert not WaitingGroup.objects.waiting().exists()


def test_a_worker_leaves_nothing_waiting(province, chi) -> None:
    report = import_figures(document(unit="LĐLĐ tỉnh Ví Dụ", **WITHOUT_CODE), actor=chi, at=NOW)
    assert len(report.left_out) == 1
    assert not WaitingGroup.objects.exists()


def test_slips_of_a_waiting_group_are_named_at_once(province, system) -> None:
    report = import_figures(document(GOOD | {"value": -1}, unit="Nơi Khác", **WITHOUT_CODE), actor=system, at=NOW)
    assert len(report.left_out) == 2
    (waiting,) = WaitingGroup.objects.all()
    assert waiting.content["values"] == [GOOD]


def test_a_group_waits_no_longer_once_its_unit_is_founded(province, system) -> None:
    from donghanh.conftest import FIRST_DAY
    from donghanh.org.services import found_unit

    content = document(unit="Nơi Khác", unit_code="LDLD-99")
    import_figures(content, actor=system, at=NOW)
    assert WaitingGroup.objects.waiting().exists()
    unit = found_unit("LDLD-99", "LĐLĐ tỉnh Mới", "superior_union", actor=system, parent=province, on=FIRST_DAY)
    assert import_figures(content, actor=system, at=NOW).saved == 1
    assert WaitingGroup.objects.get().unit == unit


def test_a_waiting_group_follows_the_file(province, system) -> None:
    import_figures(document(unit="Nơi Khác", **WITHOUT_CODE), actor=system, at=NOW)
    import_figures(
        document(GOOD | {"indicator": "guidance_documents"}, unit="Nơi Khác", **WITHOUT_CODE), actor=system, at=NOW
    )
    (waiting,) = WaitingGroup.objects.all()
    assert len(waiting.content["values"]) == 2
