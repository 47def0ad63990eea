"""Texts of laws that do not exist, built as real ones are; for tests."""

from pathlib import Path

_FOLDER = Path(__file__).with_name("sample_texts")
LAW, CONSOLIDATED, DECREE, CODIFIED = (
    (_FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in ("law", "consolidated", "decree", "codified")
)
