"""Two officers who write at once: the second is told, and neither loses a word."""

import pytest

from donghanh.core.errors import NotForYou
from donghanh.reporting.choices import Part
from donghanh.reporting.errors import ReportTextTooLong
from donghanh.reporting.models import ReportDraft
from donghanh.reporting.reports.drafts import current_draft
from donghanh.reporting.services import save_draft
from donghanh.reporting.services.drafts import LONGEST
from donghanh.reporting.tests.report_samples import KIND, NINE_MONTHS, moment

AT = moment("2026-10-02")


@pytest.fixture
def save(province):
    def saving(actor, text, based_on):
        texts = {Part.STRENGTHS.value: text}
        return save_draft(province, KIND, NINE_MONTHS, texts, based_on=based_on, actor=actor, at=AT)

    return saving


def test_each_save_is_kept_with_who_and_when(save, an) -> None:
    first = save(an, "Một.", 0)
    second = save(an, "Một. Hai.", first.number)
    assert [(draft.number, draft.texts, draft.saved_by) for draft in ReportDraft.objects.all()] == [
        (1, {"strengths": "Một."}, an),
        (2, {"strengths": "Một. Hai."}, an),
    ]
    assert not second.is_aside


def test_the_second_of_two_is_kept_aside_and_the_newer_draft_stays(save, province, an, system) -> None:
    start = save(an, "Chung.", 0)
    theirs = save(system, "Chung. Của người kia.", start.number)
    mine = save(an, "Chung. Của tôi.", start.number)
    assert mine.is_aside
    assert current_draft(province, KIND, NINE_MONTHS) == theirs
    assert set(ReportDraft.objects.values_list("texts__strengths", flat=True)) == {
        "Chung.",
        "Chung. Của người kia.",
        "Chung. Của tôi.",
    }


def test_whoever_has_seen_the_newer_draft_writes_over_it(save, province, an, system) -> None:
    start = save(an, "Chung.", 0)
    theirs = save(system, "Chung. Của người kia.", start.number)
    save(an, "Chung. Của tôi.", start.number)
    both = save(an, "Chung. Của người kia. Của tôi.", theirs.number)
    assert not both.is_aside
    assert current_draft(province, KIND, NINE_MONTHS) == both


def test_the_same_words_again_change_nothing(save, an) -> None:
    first = save(an, "Một.", 0)
    assert save(an, "Một.\r\n", 0) == first
    assert ReportDraft.objects.count() == 1


def test_a_part_has_a_limit_and_the_refusal_names_it(save, an) -> None:
    with pytest.raises(ReportTextTooLong, match=r"20\.001"):
        save(an, "a" * (LONGEST + 1), 0)


def test_strangers_write_nothing(save, binh, chi) -> None:
    for stranger in (binh, chi):
        with pytest.raises(NotForYou):
            save(stranger, "Một.", 0)
