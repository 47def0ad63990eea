"""The list of sessions as a table."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from donghanh.gatherings.listings.sessions import SessionLine

_NUMBER = {"th": {"class": "dh-number"}, "td": {"class": "dh-number"}}


class SessionTable(tables.Table):
    """Sessions, the latest first: when, what, who hosts, how many came and how that is known."""

    title = tables.Column(_("Session"), accessor="session__title")
    starts_at = tables.Column(_("When"), accessor="session__starts_at", attrs=_NUMBER)
    host = tables.Column(_("Host"), accessor="session__host__name")
    attendances = tables.TemplateColumn(
        '{% load ui %}{% figure record.attendances "s" %}', verbose_name=_("Attendances"), attrs=_NUMBER
    )
    evidence = tables.TemplateColumn(
        '{% load ui %}{% evidence_bar record.attendances.shares "s" %}',
        verbose_name=_("Evidence A B C D"),
        attrs={"td": {"class": "dh-evidence-cell"}},
    )
    state = tables.TemplateColumn(
        "{% load ui %}{% status record.status.words|capfirst record.status.shape %}", verbose_name=_("State")
    )
    form = tables.Column(_("Form"), accessor="session__get_form_display")

    class Meta:
        orderable = False
        attrs = {"class": "dh-table-blocks", "caption": _("Sessions, the latest first")}

    def render_title(self, value: str, record: SessionLine) -> SafeString:
        """Lead to the session."""
        return format_html('<a href="{}">{}</a>', reverse("gatherings:session-detail", args=[record.session.pk]), value)

    def render_starts_at(self, record: SessionLine) -> str:
        """Show day and hour."""
        return f"{localtime(record.session.starts_at):%d/%m/%Y %H:%M}"
