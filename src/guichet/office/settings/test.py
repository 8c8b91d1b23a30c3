"""Tests: a fast hasher, a cache in memory, a database and a folder of their own."""

import os

# Before the base settings read it.
os.environ.setdefault("GUICHET_VAR", "var/tests")

from guichet.office.settings.base import *  # noqa: F403 - a layer over the base settings
from guichet.office.settings.base import DATABASES

SECRET_KEY = "tests"
CLOCK_CAN_MOVE = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"]["TEST"] = {"NAME": "test_guichet" + os.environ.get("GUICHET_TEST_SUFFIX", "")}
WHITENOISE_AUTOREFRESH = True
