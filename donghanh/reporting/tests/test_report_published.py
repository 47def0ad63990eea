"""What real organisations published comes back from their reports, with its qualifiers and changes."""

from typing import Any

import pytest

from donghanh.kernel.periods import Period
from donghanh.reporting.reports.answer import report_as_data
from donghanh.reporting.reports.composing import compose
from donghanh.reporting.tests.report_samples import moment, publish, published

CUTS = ("audience", "form", "place_kind", "unit_type")
REPORTS = [
    ("LDLD-01", "2023-01-01/2025-12-31"),
    ("BHXH", "2023"),
    ("LDLD-56", "2018-01-01/2023-10-29"),
    ("TLD", "2025"),
]


@pytest.fixture
def bodies(shared, system):
    return publish(shared, system)


def answer(unit: Any, period: str, system: Any) -> dict[str, Any]:
    report = compose(unit, Period.parse(period), actor=system, at=moment("2026-11-02"))
    return report_as_data(report, {})


@pytest.mark.parametrize(("code", "period"), REPORTS)
def test_a_report_gives_back_what_its_unit_published(bodies, shared, system, code, period) -> None:
    entries = answer(bodies[code], period, system)["indicators"]
    told = [(group, value) for group in _of(code, shared) for value in group["values"]]
    assert told
    for group, value in told:
        expected = {
            "declared": value.get("value"),
            "minimum": value.get("min"),
            "maximum": value.get("max"),
            "qualifier": value["qualifier"],
            "kind": value["kind"],
            "origin": "published",
            "part_of": value.get("part_of"),
            "from": group["from"],
            "to": group["to"],
        }
        if value["kind"] == "change":
            expected |= {"change": value.get("change"), "change_percent": value.get("change_percent")}
        cut = {name: value[name] for name in CUTS if name in value}
        found = [entry for entry in entries if entry["code"] == value["indicator"] and entry["cut"] == cut]
        assert any(expected.items() <= entry.items() for entry in found), (value, found)


def test_a_change_stands_beside_its_figure_and_last_year_stays_unknown(bodies, system) -> None:
    entries = answer(bodies["BHXH"], "2023", system)["indicators"]
    news = next(entry for entry in entries if entry["code"] == "news_items")
    assert (news["declared"], news["change_percent"], news["change_qualifier"]) == (271752, 5, "exact")
    assert news["previous"] is None
    printed = next(entry for entry in entries if entry["code"] == "printed_items")
    assert (printed["qualifier"], printed["change_percent"], printed["change_qualifier"]) == ("exact", 0, "nearly")
    views = next(entry for entry in entries if entry["code"] == "facebook_views")
    assert (views["declared"], views["change"]) == (None, 700_000)


def test_a_part_never_stands_for_the_whole(bodies, system) -> None:
    entries = answer(bodies["BHXH"], "2023", system)["indicators"]
    whole, online = [entry for entry in entries if entry["code"] == "legal_education_sessions"]
    assert (whole["declared"], whole["cut"]) == (24275, {})
    assert (online["declared"], online["cut"], online["part_of"]) == (909, {"form": "online"}, whole["code"])
    attendances = next(entry for entry in entries if entry["code"] == "legal_education_attendances")
    assert attendances["declared"] is None, "no body published how many all the audiences were together"


def test_a_former_unit_is_listed_with_its_successor_and_not_added(bodies, system) -> None:
    entries = answer(bodies["LDLD-56"], "2018-01-01/2023-10-29", system)["indicators"]
    attendances = next(entry for entry in entries if entry["code"] == "legal_education_attendances")
    (former,) = attendances["listed"]
    assert (former["declared"], former["qualifier"], former["cut"]) == (50, "over", {"audience": "worker"})
    assert former["former_unit"].startswith("Cam Lam")
    workers = next(entry for entry in entries if entry["cut"] == {"audience": "worker"} and entry["line"] == "PB02")
    assert workers["declared"] == 44397


def test_a_joint_figure_is_credited_to_both_and_listed_once_above(bodies, system) -> None:
    own = answer(bodies["BHXH-56"], "2018-01-01/2023-10-29", system)["indicators"]
    guidance = next(entry for entry in own if entry["code"] == "guidance_documents")
    assert (guidance["declared"], guidance["qualifier"], len(guidance["joint"])) == (200, "over", 2)
    above = answer(bodies["TLD"], "2018-01-01/2023-10-29", system)
    listed = [each for each in above["listed_below"] if each["code"] == "guidance_documents"]
    assert [each["declared"] for each in listed] == [200]
    assert all(entry["declared"] is None for entry in above["indicators"] if entry["code"] == "guidance_documents")


def _of(code: str, shared: Any) -> list[dict[str, Any]]:
    """Return the groups of a unit that its report of the period must give back."""
    period = Period.parse(dict(REPORTS)[code])
    return [
        group
        for group in published(shared)["figures"]
        if group.get("unit_code") == code and Period.parse(f"{group['from']}/{group['to']}").ends_on >= period.starts_on
    ]
