"""Keeping what officers write, so that of two who write at once neither loses a word."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from donghanh.core import audit
from donghanh.kernel.periods import Period
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User
from donghanh.reporting.choices import Part
from donghanh.reporting.errors import ReportTextTooLong
from donghanh.reporting.models import ReportDraft
from donghanh.reporting.reports.drafts import current_draft

THING = "reports"
LONGEST = 20_000


@transaction.atomic
def save_draft(
    unit: Unit,
    kind: str,
    period: Period,
    texts: Mapping[str, str],
    *,
    based_on: int,
    actor: User,
    at: datetime,
) -> ReportDraft:
    """Keep what an officer typed over the draft that he had on his screen.

    When somebody saved after that one, the text is kept aside and the newer draft stays in place; the
    row returned says so. Saving the same words again changes nothing.
    """
    authorize(actor, THING, at=unit)
    typed = _typed(texts)
    # Drafts of one report are numbered one after the other, also when two are sent at once.
    Unit.objects.select_for_update().get(pk=unit.pk)
    latest = current_draft(unit, kind, period)
    if latest and latest.texts == typed:
        return latest
    taken = ReportDraft.objects.about(unit, kind, period).order_by("-number").values_list("number", flat=True)
    draft = ReportDraft.objects.create(
        unit=unit,
        kind=kind,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        number=(taken.first() or 0) + 1,
        based_on=based_on,
        is_aside=latest is not None and latest.number != based_on,
        texts=typed,
        saved_at=at,
        saved_by=actor,
    )
    audit.record(actor, "save_report_draft", draft, unit_id=unit.pk, aside=draft.is_aside)
    return draft


def _typed(texts: Mapping[str, str]) -> dict[str, str]:
    """Keep the parts that hold words, with line ends of one kind."""
    typed = {part.value: texts.get(part, "").replace("\r\n", "\n").strip() for part in Part}
    for part, text in typed.items():
        if len(text) > LONGEST:
            raise ReportTextTooLong(Part(part).label, len(text), LONGEST)
    return {part: text for part, text in typed.items() if text}
