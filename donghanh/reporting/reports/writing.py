"""What stands beside each part while an officer writes it: the sentences that come by themselves, a newer text."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import BoundField, Form
from django.utils.translation import override

from donghanh.core.documents.words import words_text
from donghanh.reporting.choices import Part
from donghanh.reporting.models import ReportDraft
from donghanh.reporting.reports.composing import LANGUAGE
from donghanh.reporting.reports.files import Version
from donghanh.reporting.reports.paper import sentences
from donghanh.reporting.reports.paper.figures import Figures


@dataclass(frozen=True, slots=True)
class PartToWrite:
    """One field of the form, with what the report says there by itself."""

    field: BoundField
    sentences: list[str]
    newer: str | None
    """What somebody else saved meanwhile, where it differs."""


def parts_to_write(version: Version, form: Form, *, newer: ReportDraft | None = None) -> list[PartToWrite]:
    """Return the parts in the order of the paper."""
    typed: Mapping[str, str] = form.data
    found = []
    with override(LANGUAGE):
        written = {part: _sentences(part, version) for part in Part}
    for part in Part:
        theirs = newer.texts.get(part.value, "") if newer else None
        mine = typed.get(part.value, "").replace("\r\n", "\n").strip()
        differs = theirs if theirs is not None and theirs != mine else None
        found.append(PartToWrite(form[part.value], written[part], differs))
    return found


def unwritten(version: Version) -> list[str]:
    """Name the parts that would be printed empty: no sentence comes by itself and nobody wrote one."""
    with override(LANGUAGE):
        silent = [part for part in Part if not version.texts.get(part.value) and not _sentences(part, version)]
    return [str(part.label) for part in silent]


def _sentences(part: Part, version: Version) -> list[str]:
    return [words_text(each.words) for each in sentences.of_part(part, Figures(version.report))]
