"""Settings for work on the code: errors in the browser, static files from the source."""

from donghanh.settings.base import *  # noqa: F403
from donghanh.settings.base import STORAGES

DEBUG = True
SECOND_FACTOR = "waived"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
