"""Sealing: what was sealed stays, what changed since is shown, tampering is found."""

import pytest

from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.kernel.periods import Period
from donghanh.reporting.choices import Part
from donghanh.reporting.errors import AlreadySealed, FiguresMoved, PeriodNotBegun, SomethingToReport
from donghanh.reporting.models import NothingToReport, Snapshot
from donghanh.reporting.reports.composing import compose
from donghanh.reporting.reports.differences import differences
from donghanh.reporting.reports.files import version_to_send
from donghanh.reporting.reports.sealed import fingerprint, is_intact, opened, standing_snapshot
from donghanh.reporting.services import Issue, declare_nothing, save_draft, seal_report
from donghanh.reporting.tests.report_samples import KIND, NINE_MONTHS, declare, hold, moment

AT = moment("2026-10-05", 16)
LATER = moment("2026-10-09")
ISSUE = Issue(issued_on=AT.date(), number="15", signer="Lê Thị Ví Dụ")
ATTENDANCES = "legal_education_attendances"


@pytest.fixture
def held(commune, system):
    return hold(commune, "2026-08-03", system, headcount=10)


@pytest.fixture
def snapshot(province, held, an) -> Snapshot:
    save_draft(province, KIND, NINE_MONTHS, {Part.LIMITS: "Còn ít."}, based_on=0, actor=an, at=AT)
    return seal_report(province, KIND, NINE_MONTHS, ISSUE, actor=an, at=AT)


def test_a_sealed_report_holds_figures_words_and_heading(snapshot) -> None:
    sealed = opened(snapshot)
    assert sealed.report.row(ATTENDANCES).counted == 10
    assert sealed.texts == {"limits": "Còn ít."}
    assert (sealed.letterhead.number, sealed.letterhead.signer) == ("15", "Lê Thị Ví Dụ")
    assert (sealed.sealed_at, sealed.sealed_by) == (AT, "Nguyễn Thử An")
    assert AuditEntry.objects.filter(action="seal_report", unit_id=snapshot.unit_id).exists()


def test_equal_contents_have_equal_hashes(province, held, an) -> None:
    first, second = (compose(province, NINE_MONTHS, actor=an, at=at) for at in (AT, LATER))
    assert fingerprint(first, {}) == fingerprint(second, {})
    assert fingerprint(first, {"limits": "Còn ít."}) != fingerprint(first, {})


@pytest.mark.parametrize(
    "change",
    [
        {"canonical": '"limits":"Không còn gì."'},
        {"sha256": "0" * 64},
        {"number": "16"},
        {"sealed_at": LATER},
        {"ends_on": LATER.date()},
    ],
)
def test_tampering_with_a_sealed_report_is_found(snapshot, change) -> None:
    assert is_intact(snapshot)
    if "canonical" in change:
        change = {"canonical": snapshot.canonical.replace('"limits":"Còn ít."', change["canonical"])}
    Snapshot.objects.filter(pk=snapshot.pk).update(**change)
    assert not is_intact(Snapshot.objects.get(pk=snapshot.pk))


def test_what_changed_since_is_shown_figure_by_figure(province, commune, snapshot, system, an) -> None:
    hold(commune, "2026-09-01", system, headcount=12)
    declare(province, "printed_items", "2026-9M", system, value=400)
    now = compose(province, NINE_MONTHS, actor=an, at=LATER)
    found = {(each.row.key, each.side): each for each in differences(opened(snapshot).report, now)}
    attendances = found[ATTENDANCES, "counted"]
    assert attendances.then
    assert attendances.now
    assert (attendances.then.value, attendances.now.value, attendances.step) == (10, 22, 12)
    printed = found["printed_items", "declared"]
    assert printed.then is None
    assert printed.now
    assert (printed.now.value, printed.step) == (400, None)
    assert ("legal_contests", "counted") not in found


def test_the_sealed_report_is_what_is_sent_whatever_happened_since(province, commune, snapshot, system, an) -> None:
    hold(commune, "2026-09-01", system, headcount=12)
    version = version_to_send(province, KIND, NINE_MONTHS, actor=an, at=LATER)
    assert version.snapshot == snapshot
    assert version.report.row(ATTENDANCES).counted == 10


def test_a_new_seal_takes_the_place_of_the_old_one_and_leaves_it_readable(province, snapshot, an) -> None:
    again = seal_report(province, KIND, NINE_MONTHS, ISSUE, actor=an, at=LATER)
    assert again.supersedes == snapshot
    assert standing_snapshot(province, KIND, NINE_MONTHS) == again
    assert opened(Snapshot.objects.get(pk=snapshot.pk)).sealed_at == AT


def test_nobody_seals_what_he_has_not_seen(province, commune, held, system, an) -> None:
    seen = fingerprint(compose(province, NINE_MONTHS, actor=an, at=AT), {})
    hold(commune, "2026-09-01", system, headcount=12)
    with pytest.raises(FiguresMoved):
        seal_report(province, KIND, NINE_MONTHS, ISSUE, actor=an, at=AT, seen=seen)
    assert not Snapshot.objects.exists()


def test_a_period_to_come_is_not_sealed(province, an) -> None:
    with pytest.raises(PeriodNotBegun, match="01/01/2027"):
        seal_report(province, KIND, Period.parse("2027"), ISSUE, actor=an, at=AT)


def test_only_the_units_own_officers_seal(province, commune, held, an, binh, chi) -> None:
    for stranger, unit in ((binh, province), (chi, commune), (an, commune)):
        with pytest.raises(NotForYou):
            seal_report(unit, KIND, NINE_MONTHS, ISSUE, actor=stranger, at=AT)


def test_nothing_to_report_is_said_once(commune, system) -> None:
    first = declare_nothing(commune, KIND, NINE_MONTHS, actor=system, at=AT)
    assert declare_nothing(commune, KIND, NINE_MONTHS, actor=system, at=LATER) == first
    assert NothingToReport.objects.count() == 1


def test_nothing_to_report_is_refused_where_sessions_are_on_record(commune, held, system) -> None:
    with pytest.raises(SomethingToReport, match="1"):
        declare_nothing(commune, KIND, NINE_MONTHS, actor=system, at=AT)


def test_nothing_to_report_is_refused_where_figures_were_declared(commune, system) -> None:
    declare(commune, "printed_items", "2026-9M", system, value=400)
    with pytest.raises(SomethingToReport):
        declare_nothing(commune, KIND, NINE_MONTHS, actor=system, at=AT)


def test_nothing_to_report_is_refused_after_the_seal(province, snapshot, an) -> None:
    with pytest.raises(AlreadySealed, match="16:00, 05/10/2026"):
        declare_nothing(province, KIND, NINE_MONTHS, actor=an, at=LATER)
