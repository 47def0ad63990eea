"""``donghanh serve`` and ``donghanh upgrade``: one web process, one worker, one up-to-date database."""

import os
import signal
import socket
import subprocess
import sys
from types import FrameType

import click

from donghanh.cli.session import Session, migrate

BLOCKING_THREADS = 8


@click.command()
@click.pass_obj
def upgrade(session: Session) -> None:
    """Create or upgrade the database, the schedule of the worker and the collected static files."""
    session.start()
    from donghanh.core.schedule import keep_schedule
    from donghanh.core.static_files import collect_changed

    migrate()
    keep_schedule()
    collect_changed()
    click.echo("The database is up to date.")


@click.command()
@click.option("--lan", is_flag=True, help="Bind all addresses and print codes with the network address.")
@click.pass_obj
def serve(session: Session, lan: bool) -> None:
    """Serve the site on PORT (8000 when unset), with one worker for jobs beside it."""
    session.start()
    from donghanh.core.schedule import keep_schedule
    from donghanh.kernel import configuration

    port = int(configuration.read("PORT"))
    host = "0.0.0.0" if lan else "127.0.0.1"  # noqa: S104
    environment = dict(os.environ)
    if lan:
        address = network_address()
        environment.setdefault("DONGHANH_URL", f"http://{address}:{port}")
        environment["DONGHANH_HOSTS"] = ",".join(filter(None, [configuration.read("DONGHANH_HOSTS"), address]))
    keep_schedule()
    server = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", "1", "--blocking-threads", str(BLOCKING_THREADS), "--no-ws", "donghanh.web.wsgi:application",
    ]  # fmt: skip
    worker = [sys.executable, "-m", "django", "qcluster"]
    click.echo(f"http://localhost:{port}   (stop with Ctrl-C)")
    _run_together([server, worker], environment)


def network_address() -> str:
    """Return this machine's address in its network, found without sending anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _run_together(commands: list[list[str]], environment: dict[str, str]) -> None:
    """Run the processes until one ends or somebody stops us; then stop the others."""
    running = [subprocess.Popen(command, env=environment) for command in commands]  # noqa: S603

    def stop(number: int, frame: FrameType | None) -> None:
        for process in running:
            process.terminate()

    signal.signal(signal.SIGTERM, stop)
    try:
        code = running[0].wait()
    except KeyboardInterrupt:
        code = 0
    for process in running:
        process.terminate()
    for process in running:
        process.wait()
    sys.exit(max(code, 0))
