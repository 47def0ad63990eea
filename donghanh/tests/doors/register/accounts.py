"""Pages of signing in, of one's own account, and of those who help others back into theirs."""

from collections.abc import Iterator

from donghanh.tests.doors.matrix import NAME
from donghanh.tests.doors.needs import (
    Target,
    changes_there,
    either,
    every,
    everybody,
    one_of,
    reads_somewhere,
    whoever_signs_in,
)
from donghanh.tests.doors.register.door import (
    BOTH,
    POST,
    READS_UNIT,
    Args,
    Door,
    code,
    holders,
    no,
    nowhere,
    own,
    pk,
    public,
)
from donghanh.tests.doors.scenery import Scenery

_HOLDER: Args = lambda grant: [grant.unit.code, grant.user_id]  # noqa: E731 - a table of short functions
_KEEPS = changes_there("workers")
_HAS_SAY = either(one_of("leader@G"), changes_there("users"))
"""The leader who asked, and the administrators who have a say over the account as well."""


def _unit(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.units["G"])


def _reset(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].papers.reset)


def _joiner(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].papers.joiner)


def _poster(scenery: Scenery) -> Iterator[Target]:
    yield Target("G", scenery.sites["G"].papers.join_code)


_SIGNING_IN = (
    "account_login", "account_signup", "account_inactive", "mfa_authenticate", "mfa_login_webauthn",
    "socialaccount_login_cancelled", "accounts:code-ask", "accounts:code-enter", "accounts:reset-redeem",
    "accounts:join",
)  # fmt: skip
_ONES_OWN = (
    "account_logout", "account_change_password", "account_set_password", "account_reauthenticate",
    "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_index", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_generate_recovery_codes", "mfa_list_webauthn",
    "mfa_add_webauthn", "accounts:security", "accounts:contact", "accounts:account-trail", "accounts:join-done",
)  # fmt: skip
ACCOUNTS: dict[str, Door] = {
    **{name: public(leads_elsewhere=True) for name in _SIGNING_IN},
    **{name: own(leads_elsewhere=True) for name in _ONES_OWN},
    "openid_connect_callback": Door("", everybody, nowhere, lambda _: ["issuer"], leads_elsewhere=True),
    "mfa_remove_webauthn": Door("", whoever_signs_in, nowhere, lambda _: [1], leads_elsewhere=True),
    "accounts:issuer-sign-in": Door("", everybody, nowhere, no, POST, leads_elsewhere=True),
    "accounts:issuer-link": Door("", whoever_signs_in, nowhere, no, POST, leads_elsewhere=True),
    "accounts:issuer-unlink": Door("", whoever_signs_in, nowhere, no, POST, leads_elsewhere=True),
    "accounts:sessions-end": Door("", whoever_signs_in, nowhere, no, POST),
    "accounts:session-end": Door("", whoever_signs_in, nowhere, lambda _: [987_654], POST, leads_elsewhere=True),
    "accounts:join-unit": Door("", everybody, nowhere, lambda _: ["KHONG-CO"], leads_elsewhere=True),
    "accounts:user-sessions": Door("users", every(READS_UNIT, changes_there("users", "grant")), holders, _HOLDER, BOTH),
    "accounts:reset-start": Door("users", changes_there("users", "grant"), holders, _HOLDER, BOTH),
    "accounts:reset-list": Door(
        "users", either(reads_somewhere("users", NAME), reads_somewhere("workers", NAME)), nowhere, no
    ),
    "accounts:reset-detail": Door("users", _HAS_SAY, _reset, pk),
    "accounts:reset-confirm": Door("users", _HAS_SAY, _reset, pk, POST, leads_elsewhere=True),
    "accounts:reset-refuse": Door("users", _HAS_SAY, _reset, pk, POST),
    "accounts:reset-code": Door("users", _HAS_SAY, _reset, pk, POST, leads_elsewhere=True),
    "accounts:joiner-list": Door("workers", every(READS_UNIT, _KEEPS), _unit, code),
    "accounts:join-code-make": Door("workers", every(READS_UNIT, _KEEPS), _unit, code, POST, data={"lasts": "30"}),
    "accounts:joiner-detail": Door("workers", _KEEPS, _joiner, pk, queries=("", "?q=Du")),
    "accounts:joiner-bind": Door("workers", _KEEPS, _joiner, pk, POST, leads_elsewhere=True),
    "accounts:joiner-refuse": Door("workers", _KEEPS, _joiner, pk, POST),
    "accounts:join-poster": Door("workers", _KEEPS, _poster, pk),
    "accounts:join-code-revoke": Door("workers", _KEEPS, _poster, pk, POST),
}
