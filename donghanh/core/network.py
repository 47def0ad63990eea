"""Where a request comes from, as far as it is counted."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

_ONE_HOUSEHOLD = 64
"""Bits of an IPv6 address that a provider hands out as one; the rest changes at will."""


def network_of(request: HttpRequest) -> str:
    """Return the network address that tries are counted by."""
    address = ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _ONE_HOUSEHOLD), strict=False).network_address)
    return str(address)
