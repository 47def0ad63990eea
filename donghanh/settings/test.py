"""Settings of the test suite: a database of its own, quick passwords, no manifest of static files."""

import os
import tempfile

os.environ["DONGHANH_DATA"] = tempfile.mkdtemp(prefix="donghanh-test-")
os.environ["DATABASE_URL"] = os.environ.get("DONGHANH_TEST_DATABASE_URL", "")
os.environ["DONGHANH_SECRET_KEY"] = "only-for-tests"  # noqa: S105

from donghanh.settings.base import *  # noqa: F403
from donghanh.settings.base import DATABASES, STORAGES

DATABASES["default"]["CONN_MAX_AGE"] = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SECOND_FACTOR = "waived"  # Tests of the rule switch it on.
WHITENOISE_AUTOREFRESH = True  # Nothing collects static files for the tests.
