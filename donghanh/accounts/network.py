"""What is remembered of where a request came from."""

from django.utils.crypto import salted_hmac

_LETTERS = 16


def trace_of(network: str) -> str:
    """Return what the trail keeps of a network address: enough to see that two are the same, no more."""
    return salted_hmac("donghanh.accounts.network", network, algorithm="sha256").hexdigest()[:_LETTERS]
