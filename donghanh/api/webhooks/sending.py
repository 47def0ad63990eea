"""One message out of the house: only to a public computer, only over HTTPS, never where a redirect leads.

The name is looked up once, every address behind it is checked, and the connection goes to the address that was
checked, so that a name which changes between look and call leads nowhere else.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from donghanh.api.errors import AddressRefused

PATIENCE = 5
"""Seconds for one step of a call."""
DEADLINE = 10
"""Seconds for the whole call, also of a receiver that answers letter by letter."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: the parts of its address, and the checked address of the computer."""

    url: SplitResult
    host: str
    port: int
    address: str


def target_of(url: str) -> Target:
    """Look up where an address leads; refuse what is not public, or not secret on its way."""
    parts, host, port = _parts(url)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AddressRefused(url) from None
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(map(_is_allowed, addresses)):
        raise AddressRefused(url)
    return Target(parts, host, port, addresses[0])


def check_address(url: str) -> None:
    """Refuse an address by its looks; where its name leads is looked up at each call."""
    _parts(url)


def send(target: Target, body: bytes, headers: Mapping[str, str]) -> int:
    """Send a message and return the status of the answer; what else the answer says is not read."""
    connection = _connection(target)
    stop = threading.Timer(DEADLINE, _hang_up, [connection])
    stop.start()
    try:
        path = (target.url.path or "/") + (f"?{target.url.query}" if target.url.query else "")
        connection.request("POST", path, body=body, headers=dict(headers))
        return connection.getresponse().status
    finally:
        stop.cancel()
        connection.close()


def _parts(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise AddressRefused(url) from None
    schemes = {"https": 443, **({"http": 80} if settings.PRIVATE_WEBHOOKS else {})}
    if parts.scheme not in schemes or not host or parts.username or parts.password:
        raise AddressRefused(url)
    return parts, host, port or schemes[parts.scheme]


def _is_allowed(address: str) -> bool:
    """Tell whether a message may go to an address: a public one, unless a setting opens the internal network."""
    if settings.PRIVATE_WEBHOOKS:
        return True
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        within = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if within is not None or ip in _NAT64:
            return False
    return ip.is_global and not ip.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _connection(target: Target) -> http.client.HTTPConnection:
    if target.url.scheme == "https":
        return _SecretLine(target)
    return http.client.HTTPConnection(target.address, target.port, timeout=PATIENCE)


class _SecretLine(http.client.HTTPSConnection):
    """A connection to the checked address, whose certificate must be the one of the name."""

    def __init__(self, target: Target) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(target.host, target.port, timeout=PATIENCE, context=self._tls)
        self._address = target.address

    def connect(self) -> None:
        """Connect to the checked address and no other."""
        line = socket.create_connection((self._address, self.port), PATIENCE)
        self.sock = self._tls.wrap_socket(line, server_hostname=self.host)


def _hang_up(connection: http.client.HTTPConnection) -> None:
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)
