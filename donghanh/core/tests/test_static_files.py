"""Static files are collected when one of them changed, and only then."""

import os
from pathlib import Path

import pytest

from donghanh.core import static_files
from donghanh.core.static_files import MANIFEST, collect_changed


@pytest.fixture
def collected(tmp_path: Path, settings, monkeypatch) -> list[str]:
    settings.STATIC_ROOT = tmp_path
    calls: list[str] = []

    def collect(name: str, **options: object) -> None:
        (tmp_path / MANIFEST).touch()
        calls.append(name)

    monkeypatch.setattr(static_files, "call_command", collect)
    return calls


def test_they_are_collected_the_first_time_and_not_again(collected) -> None:
    assert collect_changed()
    assert not collect_changed()
    assert collected == ["collectstatic"]


def test_they_are_collected_again_after_a_change(collected, tmp_path) -> None:
    collect_changed()
    os.utime(tmp_path / MANIFEST, (1, 1))
    assert collect_changed()
    assert len(collected) == 2
