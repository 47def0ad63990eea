"""Where a request comes from, as far as it is counted and remembered."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_ONE_HOUSEHOLD = 64
"""Bits of an IPv6 address that a provider hands out as one; the rest changes at will."""
_LETTERS = 16


def network_of(request: HttpRequest) -> str:
    """Return the network address that tries are counted by."""
    address = ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _ONE_HOUSEHOLD), strict=False).network_address)
    return str(address)


def trace_of(network: str) -> str:
    """Return what the trail keeps of a network address: enough to see that two are the same, no more."""
    return salted_hmac("donghanh.accounts.network", network, algorithm="sha256").hexdigest()[:_LETTERS]
