"""Every setting that the environment may give: its name, its default, what it is for.

This is the one list: the settings modules read it, ``donghanh doctor`` checks the
environment against it, and docs/operations.md prints it.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """One documented setting of the environment."""

    name: str
    default: str
    purpose: str


SETTINGS = (
    Setting("DATABASE_URL", "", "Database address; empty = SQLite under DONGHANH_DATA."),
    Setting("DONGHANH_DATA", "var", "Folder of the database, uploaded files and generated keys."),
    Setting("DONGHANH_DEBUG", "0", "1 = development mode with tracebacks in the browser."),
    Setting("DONGHANH_DEMO", "0", "1 = mark every page as illustrative data and list the demo logins."),
    Setting("DONGHANH_HOSTS", "", "Host names answered, separated by commas; empty = this machine only."),
    Setting("DONGHANH_LAW_DIR", "", "Folder of law texts that make run imports."),
    Setting("DONGHANH_SECRET_KEY", "", "Signing key; empty = a key made once and kept in DONGHANH_DATA."),
    Setting("DONGHANH_URL", "", "Address printed on codes and documents, for example https://cd.example.vn."),
    Setting("DONGHANH_BACKDATE_DAYS", "60", "How many days after a session presence may still be recorded."),
    Setting("DONGHANH_UNDO_DAYS", "30", "How many days an import can be undone."),
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


def keep_data_in(folder: str) -> None:
    """Work on another data folder, on SQLite, from now on; for measurements on data of their own."""
    os.environ["DONGHANH_DATA"] = folder
    os.environ.pop("DATABASE_URL", None)


def secret_key() -> str:
    """Return the signing key; without one in the environment, make it once and keep it."""
    given = read("DONGHANH_SECRET_KEY")
    if given:
        return given
    kept = data_folder() / "secret.key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return kept.read_text(encoding="ascii").strip()
