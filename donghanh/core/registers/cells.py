"""Cells that show more than words: a figure, how it is known, where something stands."""

from collections.abc import Mapping

from django.template.loader import render_to_string

from donghanh.core.figures import Figure
from donghanh.core.templatetags import ui


def figure_cell(figure: Figure) -> str:
    """Show a figure as a link to its records."""
    return render_to_string("ui/figure.html", ui.figure(figure, "s"))


def evidence_cell(shares: Mapping[str, float]) -> str:
    """Show how a figure is known as a bar."""
    return render_to_string("ui/evidence_bar.html", ui.evidence_bar(shares, "s"))


def status_cell(words: str, shape: str) -> str:
    """Show where something stands as a shape and a word."""
    return render_to_string("ui/status.html", ui.status(words, shape))
