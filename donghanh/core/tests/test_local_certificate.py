"""A site without a public name speaks HTTPS on its own network, and can speak for nothing else."""

import http.server
import ssl
import threading
import urllib.request
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
from cryptography import x509

from donghanh.core.local_certificate import local_certificate

NAMES = ["localhost", "127.0.0.1"]
NOW = datetime.now(UTC)


def _read(file) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


def test_a_browser_that_trusts_the_authority_reaches_the_server_and_another_does_not(tmp_path) -> None:
    made = local_certificate(NAMES, tmp_path, at=NOW)
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made.certificate, made.key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"https://127.0.0.1:{server.server_port}/missing"
    try:
        trusting = ssl.create_default_context(cafile=str(made.authority))
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(address, context=trusting)
        with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
            urllib.request.urlopen(address, context=ssl.create_default_context())
    finally:
        server.shutdown()
        server.server_close()


def test_the_authority_may_speak_for_private_addresses_only(tmp_path) -> None:
    authority = _read(local_certificate(NAMES, tmp_path, at=NOW).authority)
    limits = authority.extensions.get_extension_for_class(x509.NameConstraints)
    assert limits.critical
    networks = [each.value for each in limits.value.permitted_subtrees or [] if isinstance(each, x509.IPAddress)]
    assert all(network.is_private for network in networks)
    assert ip_network("192.168.0.0/16") in networks


def test_the_certificate_stays_until_it_nears_its_end_or_lacks_a_name(tmp_path) -> None:
    first = _read(local_certificate(NAMES, tmp_path, at=NOW).certificate)
    assert _read(local_certificate(NAMES, tmp_path, at=NOW + timedelta(days=50)).certificate) == first
    assert _read(local_certificate(NAMES, tmp_path, at=NOW + timedelta(days=61)).certificate) != first
    second = _read(local_certificate(NAMES, tmp_path, at=NOW).certificate)
    assert _read(local_certificate([*NAMES, "192.168.1.20"], tmp_path, at=NOW).certificate) != second


def test_the_authority_stays_so_that_phones_trust_it_once(tmp_path) -> None:
    first = local_certificate(NAMES, tmp_path, at=NOW).fingerprint
    assert local_certificate(["192.168.1.20"], tmp_path, at=NOW + timedelta(days=700)).fingerprint == first
    assert local_certificate(NAMES, tmp_path, at=NOW + timedelta(days=5 * 365)).fingerprint != first


def test_a_machine_with_an_unusual_address_gets_an_authority_that_may_speak_for_it(tmp_path) -> None:
    first = local_certificate(NAMES, tmp_path, at=NOW).fingerprint
    made = local_certificate([*NAMES, "192.0.2.2"], tmp_path, at=NOW)
    assert made.fingerprint != first
    limits = _read(made.authority).extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
    assert x509.IPAddress(ip_network("192.0.2.2/32")) in (limits or [])


def test_the_keys_are_for_the_owner_alone(tmp_path) -> None:
    local_certificate(NAMES, tmp_path, at=NOW)
    assert {file.stat().st_mode & 0o077 for file in tmp_path.glob("*.key")} == {0}
