"""Production: nothing is guessed."""

from guichet.office.settings import readers
from guichet.office.settings.base import *  # noqa: F403 - a layer over the base settings
from guichet.office.settings.base import STORAGES

SECRET_KEY = readers.required("SECRET_KEY")
readers.required("ALLOWED_HOSTS")
readers.required("SITE_URL")
SECURE_SSL_REDIRECT = readers.boolean("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
BROWSER_COOKIE_NAME = "__Host-browser"
"""Browsers admit these names only from this very host, over TLS."""
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
CLOCK_CAN_MOVE = False
STAFF_REQUIRES_SECOND_FACTOR = readers.boolean("STAFF_REQUIRES_SECOND_FACTOR", True)
VIRUS_SCANNER_REQUIRED = readers.boolean("VIRUS_SCANNER_REQUIRED", True)
PAYMENT_PROVIDER = readers.required("PAYMENT_PROVIDER")
PAYMENT_SIMULATOR_SECRET = readers.required("PAYMENT_SIMULATOR_SECRET") if PAYMENT_PROVIDER == "simulator" else ""
SILENCED_SYSTEM_CHECKS = ["security.W003", "security.W021"]
"""W003: SameOriginMiddleware is Django's own protection, extended (ADR 7). W021: preloading binds the operator's whole
domain, not this site alone."""
