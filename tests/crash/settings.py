"""Settings of the processes that crash tests kill: failpoints live, one clock for all of them."""

import os

from guichet.office.settings.test import *  # noqa: F403 - a layer over the settings of tests

FAILPOINTS = True
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": os.environ["CRASH_CACHE"],
    }
}
