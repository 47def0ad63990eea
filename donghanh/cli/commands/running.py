"""``donghanh serve`` and ``donghanh upgrade``: one web process, one worker, one up-to-date database."""

import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from types import FrameType

import click

from donghanh.cli import sealed_fields, sign_in_settings
from donghanh.cli.session import Session, migrate
from donghanh.cli.shipped_guides import bring_in_guides
from donghanh.kernel import configuration

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
    bring_in_guides()
    collect_changed()
    click.echo("The database is up to date.")


@click.command()
@click.option("--lan", is_flag=True, help="Bind all addresses and print codes with the network address.")
@click.option(
    "--https", is_flag=True, help="Speak HTTPS with a certificate of this machine; phones may use the camera."
)
@click.pass_obj
def serve(session: Session, lan: bool, https: bool) -> None:
    """Serve the site on PORT (8000 when unset), with one worker for jobs beside it."""
    port = int(configuration.read("PORT"))
    host = "0.0.0.0" if lan else "127.0.0.1"  # noqa: S104
    address = network_address() if lan else "localhost"
    if lan:
        configuration.prefer("DONGHANH_HOSTS", ",".join(filter(None, [configuration.read("DONGHANH_HOSTS"), address])))
    if lan or https:
        configuration.prefer("DONGHANH_URL", configuration.read("DONGHANH_URL") or _address(address, port, https=https))
    session.start()
    from donghanh.core.schedule import keep_schedule

    for what, mend in (*sign_in_settings.problems(), *sealed_fields.unreadable()):
        raise click.ClickException(f"{what} {mend}")
    keep_schedule()
    bring_in_guides()
    server = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", "1", "--blocking-threads", str(BLOCKING_THREADS), "--no-ws",
        *(_tls(address) if https else []), "donghanh.web.wsgi:application",
    ]  # fmt: skip
    worker = [sys.executable, "-m", "django", "qcluster"]
    click.echo(f"{_address('localhost', port, https=https)}   (stop with Ctrl-C)")
    if lan:
        click.echo(f"In this network: {_address(address, port, https=https)}")
    _run_together([server, worker], dict(os.environ))


def _address(name: str, port: int, *, https: bool) -> str:
    return f"{'https' if https else 'http'}://{name}:{port}"


def _tls(address: str) -> list[str]:
    """Return the server's options for HTTPS, and say how a phone comes to trust it."""
    from donghanh.core.local_certificate import local_certificate

    names = list(dict.fromkeys(["localhost", "127.0.0.1", "::1", socket.gethostname(), address]))
    made = local_certificate(names, configuration.data_folder() / "https", at=datetime.now(UTC))
    click.echo(f"Copy {made.authority} to the phone and let it trust this authority for web sites.")
    click.echo(f"Its SHA-256 fingerprint, to compare on the phone: {made.fingerprint}")
    return ["--ssl-certificate", str(made.certificate), "--ssl-keyfile", str(made.key), "--ssl-protocol-min", "tls1.2"]


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
