"""Declaring, correcting and withdrawing: who may, what is refused, what stays readable."""

import pytest

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.indicators import errors
from donghanh.indicators.amounts import Amount
from donghanh.indicators.models import Figure
from donghanh.indicators.queries import trace_of
from donghanh.indicators.services import Statement, correct_figure, withdraw_figure
from donghanh.indicators.tests.conftest import NOW
from donghanh.kernel.periods import Period

SESSIONS, ATTENDANCES = "legal_education_sessions", "legal_education_attendances"


def test_an_declares_a_figure_of_her_province(state, province, an) -> None:
    figure = state(province, SESSIONS, "2025", value=12, actor=an, grade="C")
    assert (figure.value, figure.grade, figure.entered_by, figure.is_entered_on_behalf) == (12, "C", an, False)
    assert AuditEntry.objects.filter(action="declare_figure", actor_id=an.pk, unit_id=province.pk).exists()


def test_a_declared_number_without_evidence_is_grade_d_and_a_published_one_has_no_grade(state, province) -> None:
    assert state(province, SESSIONS, "2025", value=12).grade == "D"
    assert state(province, SESSIONS, "2025", value=12, origin="published").grade == ""


def test_binh_of_the_next_province_cannot(state, province, binh) -> None:
    with pytest.raises(NotForYou):
        state(province, SESSIONS, "2025", value=12, actor=binh)
    figure = state(province, SESSIONS, "2025", value=12)
    with pytest.raises(NotForYou):
        withdraw_figure(figure, actor=binh, at=NOW, reason="Thử")
    with pytest.raises(NotForYou):
        correct_figure(figure, Statement.of(figure), actor=binh, at=NOW, reason="Thử")


def test_chi_who_is_a_worker_cannot(state, factory_union, chi) -> None:
    with pytest.raises(NotForYou):
        state(factory_union, SESSIONS, "2025", value=12, actor=chi)


def test_the_commune_declares_for_its_grassroots_union_on_its_behalf(state, factory_union, commune, system) -> None:
    from donghanh.conftest import leader_of

    officer = leader_of(commune, "em", "Vũ Thử Em", system)
    assert state(factory_union, SESSIONS, "2025", value=1, actor=officer).is_entered_on_behalf


def test_nobody_credits_a_figure_to_a_unit_beyond_his_reach(state, province, neighbour, an, system) -> None:
    with pytest.raises(NotForYou):
        state(province, SESSIONS, "2025", value=3, actor=an, credited_to=[province, neighbour])
    joint = state(province, SESSIONS, "2025", value=3, actor=system, credited_to=[province, neighbour])
    assert set(Figure.objects.of(neighbour)) == {joint}


@pytest.mark.parametrize(
    ("facts", "refusal", "words"),
    [
        ({"indicator": "legal_education_sesions", "value": 1}, errors.UnknownIndicator, SESSIONS),
        ({"period": "2015", "value": 1}, errors.IndicatorNotInForce, "31/12/2015"),
        ({"kind": "stock", "value": 1}, errors.KindNotAllowed, "Cuộc tuyên truyền"),
        ({"kind": "sometimes", "value": 1}, errors.KindNotAllowed, "sometimes"),
        ({}, errors.FigureSaysNothing, "Cuộc tuyên truyền"),
        ({"kind": "change", "value": 1}, errors.ChangeSaysNothing, "Cuộc tuyên truyền"),
        ({"value": 1, "change": 1}, errors.NotAChange, "Cuộc tuyên truyền"),
        ({"minimum": 6, "maximum": 4}, errors.RangeUpsideDown, "6"),
        ({"minimum": 6}, errors.RangeWithoutEnd, "6"),
        ({"minimum": 4, "maximum": 6, "value": 5}, errors.ValueBesideRange, "5"),
        ({"value": -1}, errors.NegativeFigure, "1"),
        ({"value": 10**18}, errors.FigureTooLarge, "1.000.000.000.000.000.000"),
        ({"kind": "change", "change_percent": 10**6}, errors.FigureTooLarge, "1.000.000"),
        ({"value": 1, "cuts": {"colour": "red"}}, errors.UnknownCut, "colour"),
        ({"value": 1, "cuts": {"audience": "children"}}, errors.UnknownCutValue, "children"),
        ({"value": 1, "part_of": "all_things"}, errors.UnknownIndicator, "all_things"),
        ({"value": 1, "source": " "}, errors.SourceMissing, "Cuộc tuyên truyền"),
        ({"indicator": "distinct_people", "value": 1}, errors.PeopleAreCounted, "lượt người|attendances"),
        (
            {"indicator": "percent_union_officers_trained", "kind": "target", "value": 101},
            errors.PercentOutOfRange,
            "101",
        ),
    ],
)
def test_a_refusal_names_the_value(state, province, facts, refusal, words) -> None:
    told = {"indicator": SESSIONS, "period": "2025"} | facts
    with pytest.raises(refusal, match=words):
        state(province, told.pop("indicator"), told.pop("period"), **told)
    assert not Figure.objects.exists()


@pytest.mark.parametrize("percent", [0, 100])
def test_a_share_may_be_nothing_or_everything(state, province, percent) -> None:
    figure = state(province, "percent_union_officers_trained", "2025", kind="target", value=percent)
    assert figure.value == percent


def test_one_unit_indicator_period_and_cut_have_one_standing_figure(state, province) -> None:
    state(province, ATTENDANCES, "2025", value=10, cuts={"audience": "worker"})
    state(province, ATTENDANCES, "2025", value=10, cuts={"audience": "official"})
    with pytest.raises(errors.FigureAlreadyStands, match="LĐLĐ tỉnh Ví Dụ"):
        state(province, ATTENDANCES, "2025", value=11, cuts={"audience": "worker"})


def test_a_correction_leaves_the_old_figure_readable_and_keeps_its_credits(
    state, province, neighbour, an, system
) -> None:
    old = state(province, SESSIONS, "2025", value=12, credited_to=[province, neighbour])
    told = Statement(indicator=SESSIONS, period=Period.parse("2025"), amount=Amount(value=13), source="Biên bản thử")
    new = correct_figure(old, told, actor=an, at=NOW, reason="Cộng sót một cuộc")
    assert trace_of(new) == trace_of(old) == [old, new]
    old.refresh_from_db()
    assert (old.value, old.withdrawn_by, old.withdraw_reason) == (12, an, "Cộng sót một cuộc")
    assert {credit.unit for credit in new.credits.all()} == {province, neighbour}
    assert list(Figure.objects.standing()) == [new]


def test_what_was_withdrawn_is_neither_withdrawn_nor_corrected_again(state, province, an) -> None:
    figure = state(province, SESSIONS, "2025", value=12)
    withdraw_figure(figure, actor=an, at=NOW, reason="Nhầm năm")
    with pytest.raises(errors.FigureWithdrawn, match="02/11/2026"):
        withdraw_figure(figure, actor=an, at=NOW, reason="Nhầm năm")
    with pytest.raises(errors.FigureWithdrawn):
        correct_figure(figure, Statement.of(figure), actor=an, at=NOW, reason="Nhầm năm")
    assert state(province, SESSIONS, "2025", value=14).value == 14


def test_taking_back_needs_a_reason(state, province, an) -> None:
    figure = state(province, SESSIONS, "2025", value=12)
    with pytest.raises(errors.ReasonMissing):
        withdraw_figure(figure, actor=an, at=NOW, reason=" ")
    assert list(Figure.objects.standing()) == [figure]


def test_a_refused_correction_leaves_the_figure_standing(state, province, an) -> None:
    figure = state(province, SESSIONS, "2025", value=12)
    empty = Statement(indicator=SESSIONS, period=Period.parse("2025"), amount=Amount(), source="Thử")
    with pytest.raises(errors.FigureSaysNothing):
        correct_figure(figure, empty, actor=an, at=NOW, reason="Thử")
    assert list(Figure.objects.standing()) == [figure]
