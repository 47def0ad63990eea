"""What may be wrong with the settings of signing in; a site that lets the wrong people in does not start."""

from collections.abc import Iterator


def problems() -> Iterator[tuple[str, str]]:
    """Say what is wrong and how to mend it."""
    yield from _waiver()
    yield from _issuer()


def _waiver() -> Iterator[tuple[str, str]]:
    """The database knows by itself whether it holds the demo."""
    from django.conf import settings

    from donghanh.accounts.queries import WAIVED, second_factor_is_waived
    from donghanh.demo import is_demo_there

    if settings.SECOND_FACTOR not in {"required", WAIVED}:
        yield (
            f"DONGHANH_SECOND_FACTOR is “{settings.SECOND_FACTOR}”, which means nothing.",
            f"Write required; on a demo, {WAIVED} is possible.",
        )
    if second_factor_is_waived() and not is_demo_there():
        yield (
            f"DONGHANH_SECOND_FACTOR is {WAIVED}, but this database does not hold the demo.",
            "Remove the setting: officers then set up a second factor when they sign in.",
        )


def _issuer() -> Iterator[tuple[str, str]]:
    from urllib.parse import urlsplit

    from django.conf import settings

    from donghanh.kernel import configuration

    if not settings.OIDC_ISSUER:
        return
    place = urlsplit(settings.OIDC_ISSUER)
    if place.scheme != "https" and place.hostname not in {"localhost", "127.0.0.1"}:
        yield (
            f"DONGHANH_OIDC_ISSUER is “{settings.OIDC_ISSUER}”, where anybody on the way can read along.",
            "Write an address that starts with https://.",
        )
    for name in ("DONGHANH_OIDC_CLIENT_ID", "DONGHANH_OIDC_CLIENT_SECRET"):
        if not configuration.read(name):
            yield f"DONGHANH_OIDC_ISSUER is set, but {name} is not.", "Write what the issuer gave you for this site."
