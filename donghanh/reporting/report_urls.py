"""Addresses of reports."""

from django.urls import path, register_converter

from donghanh.kernel.periods import Period, UnknownPeriod
from donghanh.reporting.views import report_list, report_pages, report_writing


class PeriodConverter:
    """Reads the period of an address: 2026, 2026-9M, 2023-01-01/2025-12-31."""

    regex = r"\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}|\d{4}(?:-[0-9A-Z]{2})?"

    def to_python(self, value: str) -> Period:
        """Read a period; one that does not exist is no address."""
        try:
            return Period.parse(value)
        except UnknownPeriod as refusal:
            raise ValueError(value) from refusal

    def to_url(self, value: Period) -> str:
        """Write a period in its shortest form."""
        return value.code


register_converter(PeriodConverter, "period")

_REPORT = "reports/<str:code>/<slug:kind>/<period:period>/"

urlpatterns = [
    path("reports/", report_list.report_list, name="report-list"),
    path(_REPORT, report_pages.report_detail, name="report-detail"),
    path(f"{_REPORT}file.<str:extension>", report_pages.report_file, name="report-file"),
    path(f"{_REPORT}sessions/", report_pages.report_sessions, name="report-sessions"),
    path(f"{_REPORT}write/", report_writing.report_write, name="report-write"),
    path(f"{_REPORT}nothing/", report_writing.report_nothing, name="report-nothing"),
    path(f"{_REPORT}seal/", report_writing.report_seal, name="report-seal"),
    path("s/<str:text>/", report_pages.short_code, name="short-code"),
]
