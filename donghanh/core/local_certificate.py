"""HTTPS for a local network: an authority of this site's own and the certificate it gives the server.

Phones let a page use their camera over HTTPS only. A site without a public name makes its own authority, which a
phone is told to trust once; the authority may speak for this machine and private addresses, never for a public name.
"""

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LASTS = timedelta(days=5 * 365)
CERTIFICATE_LASTS = timedelta(days=90)
RENEWED_BEFORE = timedelta(days=30)
_PRIVATE = ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "::1/128", "fc00::/7")


@dataclass(frozen=True, slots=True)
class LocalCertificate:
    """The files that the server needs, and what a person compares before trusting the authority."""

    certificate: Path
    key: Path
    authority: Path
    fingerprint: str


def local_certificate(names: Sequence[str], folder: Path, *, at: datetime) -> LocalCertificate:
    """Return a certificate for host names and private addresses, made anew when it nears its end or lacks a name."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority, authority_key = _authority(names, folder, at)
    kept = folder / "server.pem", folder / "server.key"
    if not _still_good(kept[0], authority, names, at):
        _keep(kept, *_issued(names, authority, authority_key, at))
    fingerprint = authority.fingerprint(hashes.SHA256()).hex(":").upper()
    return LocalCertificate(*kept, authority=folder / "authority.pem", fingerprint=fingerprint)


def _authority(names: Sequence[str], folder: Path, at: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    kept = folder / "authority.pem", folder / "authority.key"
    if kept[0].exists() and kept[1].exists():
        certificate = x509.load_pem_x509_certificate(kept[0].read_bytes())
        key = serialization.load_pem_private_key(kept[1].read_bytes(), password=None)
        lasts = certificate.not_valid_after_utc > at + CERTIFICATE_LASTS
        if isinstance(key, ec.EllipticCurvePrivateKey) and lasts and _may_speak_for(certificate, names):
            return certificate, key
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Đồng Hành, local authority of this machine")
    allowed: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_network(network)) for network in _PRIVATE]
    allowed += [x509.DNSName(host) for host in ("localhost", "local", socket.gethostname())]
    allowed += [x509.IPAddress(ipaddress.ip_network(name)) for name in names if _is_outside(name)]
    certificate = (
        _builder(name, name, key, at, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=None), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    _keep(kept, certificate, key)
    return certificate, key


def _is_outside(name: str) -> bool:
    """Tell whether a name is an address that this machine has, but not one of the usual private ones."""
    address = _address(name)
    return address is not None and not any(address in ipaddress.ip_network(network) for network in _PRIVATE)


def _may_speak_for(authority: x509.Certificate, names: Sequence[str]) -> bool:
    limits = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    kinds = ipaddress.IPv4Network | ipaddress.IPv6Network
    networks = [limit.value for limit in limits if isinstance(limit.value, kinds)]
    hosts = [limit.value for limit in limits if isinstance(limit, x509.DNSName)]
    addresses = {name: _address(name) for name in names}
    return all(
        name in hosts if address is None else any(address in network for network in networks)
        for name, address in addresses.items()
    )


def _issued(
    names: Sequence[str], authority: x509.Certificate, authority_key: ec.EllipticCurvePrivateKey, at: datetime
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        _builder(_name("Đồng Hành"), authority.subject, key, at, CERTIFICATE_LASTS)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(
                authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
            ),
            critical=False,
        )
        .sign(authority_key, hashes.SHA256())
    )
    return certificate, key


def _still_good(file: Path, authority: x509.Certificate, names: Sequence[str], at: datetime) -> bool:
    if not file.exists():
        return False
    certificate = x509.load_pem_x509_certificate(file.read_bytes())
    try:
        certificate.verify_directly_issued_by(authority)
    except Exception:  # noqa: BLE001 - whatever is wrong with it, a new one is made.
        return False
    covered = set(certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value)
    return covered >= {_general(name) for name in names} and certificate.not_valid_after_utc > at + RENEWED_BEFORE


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, at: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(hours=1))  # Clocks of phones differ.
        .not_valid_after(at + lasts)
        .add_extension(identifier, critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _general(name: str) -> x509.GeneralName:
    address = _address(name)
    return x509.DNSName(name) if address is None else x509.IPAddress(address)


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return a name as an address, or None when it is a host's name."""
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _keep(files: tuple[Path, Path], certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
    """Write both files, the key first and for the owner alone."""
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    files[1].touch(mode=0o600)
    files[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
