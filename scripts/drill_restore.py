"""Rehearse the loss of a site: back it up, destroy it, restore it, and hold every row and file to what was there.

    python scripts/drill_restore.py [--scale demo|province]

Works in a temporary folder on SQLite. Prints what was lost (RPO) and how long it took (RTO), and exits 1 when a
checksum differs, an entry acknowledged before the backup is missing, or a killed restore changed anything.
"""

import argparse
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

KILLS = 3
DATABASE = "donghanh.sqlite3"


class Site:
    """A site in a folder, reached by its commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / DATABASE
        others = {name: value for name, value in os.environ.items() if not name.startswith("DONGHANH_")}
        self._environment = {
            **others, "DATABASE_URL": "", "DONGHANH_DATA": str(folder), "DONGHANH_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "donghanh.settings.production",
        }  # fmt: skip

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start a command."""
        command = [sys.executable, "-m", "donghanh.cli", *arguments]
        return subprocess.Popen(command, env=self._environment, text=True, stdout=-1, stderr=-1)

    def run(self, *arguments: str) -> str:
        """Run a command to its end."""
        running = self.start(*arguments)
        output, errors = running.communicate()
        if running.returncode:
            sys.exit(f"donghanh {' '.join(arguments)} failed:\n{errors}")
        return output.strip()

    def sums(self, backup: Path) -> str:
        """Return every checksum of the site as it is now."""
        self.run("backup", str(backup))
        read = "import sys; from pathlib import Path; import django; django.setup()\n"
        read += "from donghanh.core.backup.contents import check\n"
        read += "m = check(Path(sys.argv[1]))[1]; m.tables.pop('core_auditentry'); m.tables.pop('django_q_schedule')\n"
        read += "m.tables.pop('core_auditseal'); print(m.tables, m.files)"
        command = [sys.executable, "-c", read, str(backup)]
        return subprocess.run(command, env=self._environment, check=True, text=True, capture_output=True).stdout

    def entries(self) -> set[str]:
        """Return the entries of the trail."""
        connection = sqlite3.connect(self.database)
        found = {row[0] for row in connection.execute("SELECT id FROM core_auditentry")}
        connection.close()
        return found


def main() -> None:
    """Run the drill and print its record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", default="demo", choices=["demo", "province"])
    scale = parser.parse_args().scale
    with TemporaryDirectory(prefix="donghanh-drill-") as name:
        drill(Path(name), scale)


def drill(folder: Path, scale: str) -> None:
    """Lose a site and get it back."""
    site = Site(folder / "site")
    site.folder.mkdir()
    site.run("upgrade")
    site.run("generate", "--scale", scale)
    uploads = site.folder / "files" / "drill"
    uploads.mkdir(parents=True)
    for number in range(20):
        (uploads / f"{number}.bin").write_bytes(os.urandom(200_000))
    before = site.entries()

    began = time.monotonic()
    print("backup   ", site.run("backup", str(folder / "backup")))
    took = time.monotonic() - began
    wanted = site.sums(folder / "first")

    for number in range(1, KILLS + 1):
        kill_in_the_middle(site, folder / "backup", number)
        if site.sums(folder / "again") != wanted:
            sys.exit("A killed restore changed the data.")
    print(f"killed    {KILLS} restores in the middle: the old data were there each time")

    began = time.monotonic()
    site.database.unlink()
    for path in uploads.iterdir():
        path.unlink()
    site.run("restore", str(folder / "backup"))
    back = time.monotonic() - began
    lost = before - site.entries()
    same = site.sums(folder / "restored") == wanted
    sizes = [path.stat().st_size / 1e6 for path in (folder / "backup", site.database)]
    print(f"size      {sizes[0]:.1f} MB archive, {sizes[1]:.1f} MB database")
    print(f"backup    {took:.1f} s")
    print(f"RTO       {back:.1f} s from the loss to the restored site")
    print(f"RPO       {len(lost)} of {len(before)} entries acknowledged before the backup are missing")
    print(f"checksums {'identical, files included' if same else 'DIFFERENT'}")
    if lost or not same:
        sys.exit(1)


def kill_in_the_middle(site: Site, backup: Path, number: int) -> None:
    """Kill a restore while it fills the new database, each time a little later."""
    running = site.start("restore", str(backup), "--replace")
    fresh = site.database.with_name(f"{DATABASE}.restoring")
    while running.poll() is None and not (fresh.exists() and fresh.stat().st_size > number * 500_000):
        time.sleep(0.02)
    if running.poll() is not None:
        sys.exit("The restore ended before it could be killed.")
    running.send_signal(signal.SIGKILL)
    running.communicate()


if __name__ == "__main__":
    main()
