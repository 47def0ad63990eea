"""The documents: what they name exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_NAMED = re.compile(r"`((?:donghanh|scripts|docs|examples|requirements)/[\w./-]+)(?:::[\w…]+)?`")
_LINKED = re.compile(r"\]\((?!https?:|#)([^)#]+)")
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


@each_document
def test_every_file_that_a_document_names_is_there(document) -> None:
    text = document.read_text(encoding="utf-8")
    assert [name for name in _NAMED.findall(text) if not (ROOT / name).exists()] == []


@each_document
def test_every_link_between_documents_leads_somewhere(document) -> None:
    text = document.read_text(encoding="utf-8")
    assert [link for link in _LINKED.findall(text) if not (document.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "docs" / "decisions").glob("*.md") if path.name not in listed] == []
