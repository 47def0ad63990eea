"""A site behind HTTPS: its settings follow its address, and the checks of the framework find nothing to say."""

import json
import os
import subprocess
import sys

import pytest

ASK = """
import json, django
from django.conf import settings
django.setup()
from django.core.checks import run_checks
found = [str(message) for message in run_checks(include_deployment_checks=True) if not message.is_silenced()]
names = ("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS")
print(json.dumps({"found": found, **{name: getattr(settings, name) for name in names}}))
"""


def production(url: str, folder: str) -> dict[str, object]:
    """Return what a site with this address would run with."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("DONGHANH_")},
        "DJANGO_SETTINGS_MODULE": "donghanh.settings.production",
        "DATABASE_URL": "",
        "DONGHANH_DATA": folder,
        "DONGHANH_URL": url,
        "DONGHANH_LOG": "json",
    }
    command = [sys.executable, "-W", "error::UserWarning", "-c", ASK]
    answer = subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603 - our own code
    return dict(json.loads(answer.stdout))


@pytest.fixture(scope="module")
def https(tmp_path_factory) -> dict[str, object]:
    return production("https://cd.example.vn", str(tmp_path_factory.mktemp("https")))


def test_the_deployment_checks_find_nothing(https) -> None:
    """SECURITY 24."""
    assert https["found"] == []


def test_behind_https_cookies_are_bound_to_this_host_and_to_https(https) -> None:
    assert str(https["SESSION_COOKIE_NAME"]).startswith("__Host-")
    assert https["SESSION_COOKIE_SECURE"] is True
    assert https["CSRF_COOKIE_SECURE"] is True
    assert https["SECURE_HSTS_SECONDS"] == 365 * 24 * 60 * 60


def test_a_site_of_one_machine_works_without_https(tmp_path) -> None:
    assert production("", str(tmp_path))["SESSION_COOKIE_SECURE"] is False
