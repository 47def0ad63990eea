"""A demo site of its own: the commands of the product, a free port, a folder that goes away."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PASSWORD = "thu-nghiem-1"
"""Of every demo login."""
FACTORY_CHAIR, COMMUNE_OFFICER, PROVINCE_LEADER = "coso.mayvidu", "xa.quangminh.canbo", "tinh.hanoi"
COMMUNE_LEADER = "xa.quangminh"
CONFEDERATION_VIEWER, ADMINISTRATOR = "tw.tongliendoan", "tinh.hanoi.quantri"
INSURANCE_OFFICER, VOLUNTEER, WORKER = "bhxh.hanoi", "tinhnguyen.thu", "congnhan.chi"
WORKER_NAME, WORKER_NAME_BARE, WORKER_PHONE = "Lê Thị Ví Dụ Chi", "le thi vi du chi", "0900000000"
COMMUNE = "LDLD-01-QUANGMINH"

STARTS_WITHIN = 60
STOPS_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Site:
    """A running server."""

    url: str
    log: Path

    def at(self, path: str) -> str:
        """Return the whole address of a page."""
        return self.url + path


@contextmanager
def demo_site(folder: Path, *, public_url: str = "", second_factor: str = "waived") -> Iterator[Site]:
    """Fill ``folder`` with the demo unless it holds it already, and serve it; codes carry ``public_url``."""
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("DONGHANH_")},
        "DJANGO_SETTINGS_MODULE": "donghanh.settings.production",
        "DATABASE_URL": "",
        "DONGHANH_DATA": str(folder),
        "DONGHANH_DEMO": "1",
        "DONGHANH_SECOND_FACTOR": second_factor,
        "DONGHANH_URL": public_url,
        "PORT": str(port),
    }
    command = [sys.executable, "-m", "donghanh.cli"]
    log = folder / "server.log"
    folder.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        for step in ("upgrade", "demo"):
            subprocess.run([*command, step], env=environment, stdout=output, stderr=output, check=True)  # noqa: S603
        server = subprocess.Popen([*command, "serve"], env=environment, stdout=output, stderr=output)  # noqa: S603
        try:
            site = Site(f"http://127.0.0.1:{port}", log)
            _wait_for(site, server)
            yield site
        finally:
            server.terminate()
            server.wait(STOPS_WITHIN)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(site: Site, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(site.at("/accounts/login/"), timeout=5):  # noqa: S310 - our own server
                return
        except (URLError, OSError):
            time.sleep(0.2)
    message = f"The server did not start:\n{site.log.read_text('utf-8', errors='replace')[-4000:]}"
    raise RuntimeError(message)
