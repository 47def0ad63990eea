"""Every setting of the environment is in one list, and the operations guide prints that list."""

import re

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache

from donghanh.kernel.configuration import SETTINGS, TEST_SETTINGS, Setting
from donghanh.tests.source import ROOT, texts

NAME = re.compile(r"\bDONGHANH_[A-Z][A-Z_]*[A-Z]\b")


def test_the_operations_guide_prints_every_setting() -> None:
    guide = (ROOT / "docs" / "operations.md").read_text("utf-8")
    for table in (_table(SETTINGS), _table(TEST_SETTINGS)):
        assert table in guide, f"docs/operations.md must hold this table:\n{table}"


def test_no_file_speaks_of_a_setting_that_does_not_exist() -> None:
    documented = {setting.name for setting in (*SETTINGS, *TEST_SETTINGS)}
    spoken_of = {name: place for place, text in texts() for name in NAME.findall(text)}
    assert {name: place for name, place in spoken_of.items() if name not in documented} == {}


def test_only_the_list_reads_the_environment() -> None:
    read = re.compile(r"environ\.get|environ\[|getenv|environ\.pop")
    readers = {place for place, text in texts() if place.startswith("donghanh/") and read.search(text)}
    assert {place for place in readers if not _about_tests(place)} == {"donghanh/kernel/configuration.py"}


def test_what_processes_must_remember_together_lies_in_the_database() -> None:
    assert isinstance(caches["default"], DatabaseCache), "A code used at one process would be good again at another."


def _about_tests(place: str) -> bool:
    return "/tests/" in place or place in {"donghanh/conftest.py", "donghanh/settings/test.py"}


def _table(settings: tuple[Setting, ...]) -> str:
    rows = [f"| `{setting.name}` | {_shown(setting.default)} | {setting.purpose} |" for setting in settings]
    return "\n".join(["| setting | default | what it is for |", "| --- | --- | --- |", *rows])


def _shown(default: str) -> str:
    return f"`{default}`" if default else "empty"
