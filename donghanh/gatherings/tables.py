"""The list of sessions as a page shows it and a file holds it."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from donghanh.core.registers import ListColumn
from donghanh.core.registers.cells import evidence_cell, figure_cell, status_cell
from donghanh.gatherings.listings.sessions import SessionLine


def _page(line: SessionLine) -> str:
    return reverse("gatherings:session-detail", args=[line.session.pk])


def _shares(line: SessionLine) -> str:
    """Say how the attendances are known, grade by grade."""
    return ", ".join(f"{grade} {share}%" for grade, share in line.attendances.shares.items() if share)


def _status(line: SessionLine) -> str:
    return status_cell(str(capfirst(str(line.status.words))), line.status.shape)


SESSION_COLUMNS: tuple[ListColumn[SessionLine], ...] = (
    ListColumn(_("Session"), lambda line: line.session.title, 50, name="title", link=_page),
    ListColumn(_("Starts at"), lambda line: line.session.starts_at, 18, name="starts_at", is_number=True),
    ListColumn(_("Host"), lambda line: line.session.host.name, 36, name="host"),
    ListColumn(
        _("Attendances"), lambda line: line.attendances.value, 12,
        name="attendances", cell=lambda line: figure_cell(line.attendances), is_number=True,
    ),
    ListColumn(
        _("Evidence A B C D"), _shares, 20, name="evidence", cell=lambda line: evidence_cell(line.attendances.shares)
    ),
    ListColumn(_("State"), lambda line: line.status.words, 16, name="state", cell=_status),
    ListColumn(_("Form"), lambda line: line.session.get_form_display(), 20, name="form"),
    ListColumn(
        _("Topics"), lambda line: ", ".join(map(str, line.session.topics.all())), 36, name="topics", at_first=False
    ),
    ListColumn(_("Place"), lambda line: line.session.place, 30, name="place", at_first=False),
    ListColumn(
        _("Expected number"), lambda line: line.session.expected_count, 12,
        name="expected", at_first=False, is_number=True,
    ),
)  # fmt: skip
