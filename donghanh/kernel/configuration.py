"""Every setting that the environment may give: its name, its default, what it is for.

This is the one list: the settings modules read it, ``donghanh doctor`` checks the
environment against it, and docs/operations.md prints it.
"""

import base64
import contextlib
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Setting:
    """One documented setting of the environment."""

    name: str
    default: str
    purpose: str


SETTINGS = (
    Setting("DATABASE_URL", "", "Database address; empty = SQLite under DONGHANH_DATA."),
    Setting(
        "DONGHANH_CARD_KEYS", "", "Keys that sign member cards, the signing one first; empty = kept in DONGHANH_DATA."
    ),
    Setting("DONGHANH_DATA", "var", "Folder of the database, uploaded files and generated keys."),
    Setting("DONGHANH_DEBUG", "0", "1 = development mode with tracebacks in the browser."),
    Setting("DONGHANH_DEMO", "0", "1 = mark every page as illustrative data and list the demo logins."),
    Setting(
        "DONGHANH_FIELD_KEYS",
        "",
        "Keys of sealed phones and ids, the writing one first; empty = kept in DONGHANH_DATA.",
    ),
    Setting("DONGHANH_HOSTS", "", "Host names answered, separated by commas; empty = this machine only."),
    Setting("DONGHANH_LAW_DIR", "", "Folder of law texts that make run imports."),
    Setting("DONGHANH_LOG", "plain", "json = log lines as JSON objects, for a system that collects them."),
    Setting("DONGHANH_SECRET_KEY", "", "Signing key; empty = a key made once and kept in DONGHANH_DATA."),
    Setting("DONGHANH_SECURITY_CONTACT", "", "Where weaknesses are told, mailto: or https:; empty = no security.txt."),
    Setting("DONGHANH_URL", "", "Address printed on codes and documents, for example https://cd.example.vn."),
    Setting("DONGHANH_PRIVACY_CONTACT", "", "Who answers for personal data, shown to everybody."),
    Setting("DONGHANH_QUESTION_CONTACT", "", "Phone or e-mail that answers questions of law where no unit names one."),
    Setting("DONGHANH_BACKDATE_DAYS", "60", "How many days after a session presence may still be recorded."),
    Setting("DONGHANH_SMS_NAME", "", "Name that messages to phones come from, as agreed with the SMS gateway."),
    Setting("DONGHANH_SMS_TOKEN", "", "Secret that this site shows to the SMS gateway."),
    Setting(
        "DONGHANH_SMS_URL", "", "Address of the SMS gateway; console: = print messages; empty = no codes are offered."
    ),
    Setting("DONGHANH_PRIVATE_WEBHOOKS", "0", "1 = webhooks may go to the internal network, and without HTTPS."),
    Setting("DONGHANH_UNDO_DAYS", "30", "How many days an import can be undone."),
    Setting("DONGHANH_SECOND_FACTOR", "required", "waived = officers sign in with a password alone; on a demo only."),
    Setting("DONGHANH_DESK_IDLE_MINUTES", "120", "After how many minutes without a click officers sign in again."),
    Setting("DONGHANH_DESK_HOURS", "12", "After how many hours officers sign in again in any case."),
    Setting("DONGHANH_PHONE_IDLE_DAYS", "14", "After how many days without a visit workers sign in again."),
    Setting("DONGHANH_PHONE_DAYS", "90", "After how many days workers sign in again in any case."),
    Setting(
        "DONGHANH_OIDC_ISSUER", "", "OpenID Connect issuer to sign in with, exactly as it names itself; empty = none."
    ),
    Setting("DONGHANH_OIDC_CLIENT_ID", "", "Name under which the issuer knows this site."),
    Setting("DONGHANH_OIDC_CLIENT_SECRET", "", "Secret shared with the issuer."),
    Setting("DONGHANH_OIDC_LABEL", "OpenID Connect", "What the button for the issuer says."),
    Setting("PORT", "8000", "Port that the server listens on."),
)
TEST_SETTINGS = (
    Setting("DONGHANH_REQUIRE_SHARED", "0", "1 = tests that need ../shared fail instead of being skipped."),
    Setting("DONGHANH_TEST_DATABASE_URL", "", "Database that the test suite runs on; empty = SQLite."),
)
_DEFAULTS = {setting.name: setting.default for setting in (*SETTINGS, *TEST_SETTINGS)}


def read(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return a setting's value, or its default; an undocumented name is a mistake of ours."""
    return environment.get(name, "") or _DEFAULTS[name]


def is_on(name: str) -> bool:
    """Tell whether a yes-or-no setting is on."""
    return read(name).lower() in {"1", "true", "yes", "on"}


def unknown(environment: Mapping[str, str]) -> list[str]:
    """List the ``DONGHANH_`` names of the environment that mean nothing."""
    return sorted(name for name in environment if name.startswith("DONGHANH_") and name not in _DEFAULTS)


def data_folder() -> Path:
    """Return the data folder, made when it is not there yet."""
    folder = Path(read("DONGHANH_DATA")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def prefer(name: str, value: str) -> None:
    """Give a documented setting a value for this process and those it starts; before the settings are read."""
    if name not in _DEFAULTS:
        raise KeyError(name)
    os.environ[name] = value


def has_public_name(address: str) -> bool:
    """Tell whether an address names a site, not a machine: browsers are not told to insist on HTTPS with the latter."""
    host = urlsplit(address).hostname or ""
    return "." in host and ":" not in host and not host.replace(".", "").isdigit() and not host.endswith(".local")


def keep_data_in(folder: str) -> None:
    """Work on another data folder, on SQLite, from now on; for measurements on data of their own."""
    os.environ["DONGHANH_DATA"] = folder
    os.environ.pop("DATABASE_URL", None)


def secret_key() -> str:
    """Return the signing key; without one in the environment, make it once and keep it."""
    return read("DONGHANH_SECRET_KEY") or _kept(data_folder() / "secret.key", lambda: secrets.token_urlsafe(50))


def card_keys() -> list[str]:
    """Return the keys of member cards, the signing one first; without any, make one and keep it."""
    return _keys("DONGHANH_CARD_KEYS", data_folder() / "card.keys", lambda: secrets.token_urlsafe(48))


def field_keys() -> list[str]:
    """Return the keys of sealed fields, the writing one first; without any, make one and keep it."""
    return _keys("DONGHANH_FIELD_KEYS", field_key_file(), new_field_key)


def field_key_file() -> Path:
    """Return where the keys of sealed fields are kept when the environment does not give them, one on a line."""
    return data_folder() / "field.keys"


def add_field_key() -> list[str]:
    """Make a key that writes from now on, in front of those in the file; the others still read."""
    file = field_key_file()
    keys = [new_field_key(), *field_keys()]
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    with fresh.open("w", encoding="ascii") as target:
        target.writelines(f"{key}\n" for key in keys)
        target.flush()
        os.fsync(target.fileno())  # Nothing may be sealed under a key that a power cut takes away.
    fresh.replace(file)
    return keys


def new_field_key() -> str:
    """Make a key for sealed fields: 64 random bytes in base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(64)).decode()


def _keys(name: str, file: Path, make: Callable[[], str]) -> list[str]:
    given = read(name)
    if given:
        return [key.strip() for key in given.split(",") if key.strip()]
    return _kept(file, make).split()


def _kept(file: Path, make: Callable[[], str]) -> str:
    """Read a secret that is made once; of several processes that begin together, the first one's stays."""
    if not file.exists():
        made = file.with_name(f"{file.name}.{os.getpid()}")
        made.touch(mode=0o600)
        made.write_text(f"{make()}\n", encoding="ascii")
        with contextlib.suppress(FileExistsError):
            os.link(made, file)
        made.unlink()
    return file.read_text(encoding="ascii").strip()
