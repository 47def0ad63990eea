"""Settings of a running site, on one machine or several."""

from donghanh.settings.base import *  # noqa: F403
