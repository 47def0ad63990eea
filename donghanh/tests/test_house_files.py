"""What no file of the house may hold."""

import re
from pathlib import Path

from donghanh.tests.source import texts

LONGEST = 400
# Written so that this file does not hold what it looks for.
_REGISTRY = re.compile(
    r"registry\.(?:npmjs|yarnpkg)\.\w|files\.pythonhosted\.\w|pypi\.(?:org|io)\b|deb\.debian\.\w"
    r"|^--(?:extra-)?index-url|\"resolved\"\s*:",
    re.MULTILINE,
)
_MACHINE = re.compile(r"(?<![\w.*$}])/(?:work|farm|root)/")
_SKIPPED = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail|importorskip)|unittest\.skip|raise\s+SkipTest")
_ALLOWED_SKIP = "donghanh/conftest.py"


def test_no_file_names_a_package_registry() -> None:
    assert _holding(_REGISTRY) == set()


def test_no_file_names_a_folder_of_a_developers_machine() -> None:
    assert _holding(_MACHINE) == set()


def test_no_file_is_too_long_to_read_at_once() -> None:
    written = {".py", ".html", ".js", ".css"}
    long = {
        place: text.count("\n")
        for place, text in texts()
        if Path(place).suffix in written and "/migrations/" not in place and text.count("\n") > LONGEST
    }
    assert long == {}, f"split what is longer than {LONGEST} lines by noun"


def test_no_test_is_skipped_but_where_the_shared_facts_are_missing() -> None:
    assert _holding(_SKIPPED) <= {_ALLOWED_SKIP}
    shared = dict(texts())[_ALLOWED_SKIP]
    assert len(_SKIPPED.findall(shared)) <= 1


def _holding(pattern: re.Pattern[str]) -> set[str]:
    return {place for place, text in texts() if pattern.search(text)}
