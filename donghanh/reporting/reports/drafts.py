"""What officers have written of a report so far."""

from donghanh.kernel.periods import Period
from donghanh.org.models import Unit
from donghanh.reporting.models import ReportDraft


def current_draft(unit: Unit, kind: str, period: Period) -> ReportDraft | None:
    """Return the draft in place: the last one that did not run into another."""
    drafts = ReportDraft.objects.about(unit, kind, period).in_place()
    return drafts.select_related("saved_by").order_by("-number").first()
