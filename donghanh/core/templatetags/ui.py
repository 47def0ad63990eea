"""The components of the look; a page draws them through these tags and never by hand."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput
from django.utils.safestring import SafeString

from donghanh.core.figures import Figure
from donghanh.core.ui import completeness as completeness_layout
from donghanh.core.ui import icons, numbers
from donghanh.core.ui import seal as seal_pattern
from donghanh.core.ui.citation import Citation
from donghanh.core.ui.due import Due, sector
from donghanh.core.ui.evidence import segments

register = template.Library()
MIDDLE_WORDS = {"Văn", "Thị"}
"""Words between family and given name that tell nobody apart."""
SEAL_EDGE = 12.5
"""Where the pattern begins inside the two frames of the seal."""

register.filter("number", numbers.number)
register.filter("percent", numbers.percent)
register.filter("signed_percent", numbers.signed_percent)
register.filter("money", numbers.money)


@register.simple_tag
def icon(name: str, size: int = 18) -> SafeString:
    """Draw a Tabler icon beside a word: ``{% icon "printer" %}``."""
    return icons.icon(name, size)


@register.inclusion_tag("ui/figure.html")
def figure(figure: Figure, size: str = "m") -> dict[str, Any]:
    """Draw a figure: "l" in the head of a page, "m" in a panel, "s" in a table or a sentence."""
    return {"figure": figure, "size": size}


@register.inclusion_tag("ui/evidence_bar.html")
def evidence_bar(shares: Mapping[str, float], size: str = "m") -> dict[str, Any]:
    """Draw how a figure is known; only size "m" carries letters and percentages."""
    return {"segments": segments(shares), "size": size, "height": 6 if size == "s" else 8}


@register.inclusion_tag("ui/unit_path.html")
def unit_path(
    units: Sequence[tuple[str, str | None]],
    here: str,
    note: str = "",
    note_url: str = "",
    *,
    closed: bool = False,
) -> dict[str, Any]:
    """Draw where a unit hangs: the units above it that the reader may open, then itself."""
    return {"units": units, "here": here, "note": note, "note_url": note_url, "closed": closed}


@register.inclusion_tag("ui/due.html")
def due(due: Due) -> dict[str, Any]:
    """Draw a due time: clock, remainder, then when."""
    return {"due": due, "sector": sector(due.left)}


@register.inclusion_tag("ui/law_citation.html")
def law_citation(citation: Citation) -> dict[str, Any]:
    """Draw the law article that something stands on."""
    return {"citation": citation}


@register.inclusion_tag("ui/status.html")
def status(word: str, shape: str) -> dict[str, Any]:
    """Draw a status: ring, half, done, triangle, square or star, and a word of the field."""
    return {"word": word, "shape": shape}


@register.inclusion_tag("ui/seal.html")
def seal(digest: str, at: datetime, name: str = "") -> dict[str, Any]:
    """Draw the seal of a snapshot: pattern, time, who sealed, first and last digits."""
    cells = [(SEAL_EDGE + 5 * column, SEAL_EDGE + 5 * row) for column, row in seal_pattern.cells(digest)]
    return {"cells": cells, "at": at, "name": name, "digits": seal_pattern.short(digest)}


@register.inclusion_tag("ui/completeness.html")
def completeness(there: Sequence[bool]) -> dict[str, Any]:
    """Draw one cell a unit, the missing ones outlined in red."""
    return {"cells": completeness_layout.layout(there), "count": sum(there), "total": len(there)}


@register.inclusion_tag("ui/field.html")
def field(field: BoundField) -> dict[str, Any]:
    """Draw a form field: label, hint, control, and what to write when it was refused."""
    return {"field": field, "is_tick": isinstance(field.field.widget, CheckboxInput)}


@register.inclusion_tag("ui/form_errors.html")
def form_errors(form: BaseForm) -> dict[str, Any]:
    """Draw what a form refused, with links to the fields, and say that the rest was kept."""
    return {"form": form, "fields": [field for field in form if field.errors]}


@register.inclusion_tag("ui/steps.html")
def steps(current: int, *names: str) -> dict[str, Any]:
    """Draw the steps of an import; ``current`` counts from one."""
    return {"steps": names, "current": current}


@register.inclusion_tag("ui/progress.html")
def progress(percent: float, expected: float | None = None) -> dict[str, Any]:
    """Draw a progress bar, with an ink tick where today should be when that is known."""
    return {"percent": min(percent, 100), "expected": expected}


@register.inclusion_tag("ui/ring.html")
def ring(left: int, whole: int = 30) -> dict[str, Any]:
    """Draw the seconds left until the next code of a hall screen."""
    return {"left": left, "whole": whole}


@register.inclusion_tag("ui/hall_bar.html")
def hall_bar(percent: float) -> dict[str, Any]:
    """Draw how many of those expected are present, for a projector."""
    return {"percent": min(percent, 100)}


@register.filter
def initials(name: str) -> str:
    """Return the letters for the round sign beside a name: Lê Thị Ví Dụ is VD, Trần Văn Thử is TT."""
    words = [word for word in name.split() if word not in MIDDLE_WORDS]
    return "".join(word[0] for word in words[-2:]).upper()
