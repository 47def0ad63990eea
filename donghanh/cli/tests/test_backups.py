"""Backup and restore from the command line, also when the plug is pulled."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DATABASE = "donghanh.sqlite3"


def command(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Start a command on a site of its own."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("DONGHANH_")},
        "DJANGO_SETTINGS_MODULE": "donghanh.settings.production",
        "DATABASE_URL": "",
        "DONGHANH_DATA": str(folder),
    }
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "donghanh.cli", *arguments],
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run a command to its end; return its exit code and all it said."""
    running = command(folder, *arguments)
    output, errors = running.communicate()
    return running.returncode, output + errors


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A site with one backup of it, which holds the trail of itself only."""
    folder: Path = tmp_path_factory.mktemp("site")
    for step in (["backup", str(folder / "none")], ["backup", str(folder / "one")]):
        code, said = run(folder, *step)
        assert code == 0, said
    return folder


def test_a_backup_can_be_verified_and_is_not_put_over_work_by_mistake(site) -> None:
    code, said = run(site, "verify", "backup", str(site / "one"))
    assert (code, said[0]) == (0, "✓")
    code, said = run(site, "restore", str(site / "one"))
    assert code == 1
    assert "--replace" in said


def test_a_restore_that_is_killed_leaves_the_old_database(site) -> None:
    before = (site / DATABASE).stat().st_ino
    running = command(site, "restore", str(site / "one"), "--replace")
    fresh = site / f"{DATABASE}.restoring"
    while running.poll() is None and not (fresh.exists() and fresh.stat().st_size > 200_000):
        time.sleep(0.01)
    assert running.poll() is None, "the restore ended before it could be killed"
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert (site / DATABASE).stat().st_ino == before
    code, said = run(site, "verify", "audit")
    assert code == 0, said
    code, said = run(site, "restore", str(site / "one"), "--replace")
    assert code == 0, said
    assert not fresh.exists()
    assert len(list(site.glob(f"{DATABASE}.before-*"))) == 1
