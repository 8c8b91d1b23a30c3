"""What every installation shares. Values of the law (fees, holidays) are not settings."""

from __future__ import annotations

import pkgutil
from importlib.util import find_spec
from pathlib import Path

from guichet.office import procedures
from guichet.office.settings import databases, logs, mail, readers, security
from guichet.office.settings.accounts import *  # noqa: F403 - a file of settings, kept by the accounts
from guichet.office.settings.sign_in import *  # noqa: F403 - a file of settings, kept by the doors
from guichet.office.settings.sign_in import IDENTITY_ORIGINS

VAR = Path(readers.text("GUICHET_VAR", "var")).resolve()
"""Where the embedded database, received files and keys of a single machine live."""

SECRET_KEY = readers.text("SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS = readers.words("ALLOWED_HOSTS", ("localhost", "127.0.0.1"))
SITE_URL = readers.url("SITE_URL", "http://127.0.0.1:8000")

OPERATOR_NAME = readers.text("OPERATOR_NAME", "Office de la propriété industrielle")
OPERATOR_LOGO = readers.text("OPERATOR_LOGO", "")

OFFICE_APPS = [
    "web", "examination", "bulletin", "opendata", "helpdesk", "portfolio", "my_account", "my_company",
    "drafts", "agenda", "notices", "payments", "register", "staff", "authority", "ledger", "documents",
    "organisations", "sign_in", "accounts", "toolbox", "design",
]  # fmt: skip
PROCEDURE_APPS = [
    f"guichet.office.procedures.{module.name}"
    for module in pkgutil.iter_modules(procedures.__path__)
    if find_spec(f"guichet.office.procedures.{module.name}.apps")
]
INSTALLED_APPS = [
    *(f"guichet.office.{name}" for name in OFFICE_APPS),
    *PROCEDURE_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "guichet.office.toolbox.requests.RequestNumberMiddleware",
    "guichet.office.toolbox.metrics.MeasureMiddleware",
    "guichet.office.toolbox.middleware.KnownMethodsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "guichet.office.toolbox.middleware.SameOriginMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "guichet.office.toolbox.middleware.PrivateMiddleware",
    "guichet.office.toolbox.middleware.RefusalMiddleware",
    "guichet.office.sign_in.middleware.SessionWatchMiddleware",
    "guichet.office.organisations.middleware.ActingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "guichet.office.sign_in.middleware.DeskMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "guichet.office.web.urls"
WSGI_APPLICATION = "guichet.office.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "guichet.office.web.context.site",
            ],
            "builtins": ["guichet.office.design.templatetags.design"],
        },
    }
]
DATABASES = databases.from_environment(VAR)
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}
"""Shared by every process: rate limits and the office's clock. Never culled at random under a million entries."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
DOCUMENT_STORE = readers.text("DOCUMENT_STORE", str(VAR / "documents"))
DOCUMENT_STORE_CLASS = readers.text("DOCUMENT_STORE_CLASS", "guichet.office.toolbox.storage.FolderStore")
DERIVED_VIEWS = readers.text("DERIVED_VIEWS", str(VAR / "views"))
"""Thumbnails: a cache that can be emptied, apart from the files received."""
VIRUS_SCANNER = readers.text("VIRUS_SCANNER", "")
"""A clamd server, ``host:3310`` or ``unix:/run/clamav/clamd.ctl``; empty: files are marked as not scanned."""
VIRUS_SCANNER_REQUIRED = False
KEY_STORE = readers.text("KEY_STORE", str(VAR / "keys"))
TSA_URL = readers.text("TSA_URL", "")
"""RFC 3161 time-stamp authority; empty: the local one, which is not a qualified one (eIDAS)."""
TSA_TRUST = readers.text("TSA_TRUST", "")
"""PEM file with the roots of the authority at TSA_URL."""

AUTH_USER_MODEL = "accounts.User"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = readers.number("SESSION_SECONDS", 8 * 3600, least=300)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

PAYMENT_PROVIDER = readers.text("PAYMENT_PROVIDER", "simulator")
"""A folder of ``office/payments/providers``."""
PAYMENT_SIMULATOR_URL = readers.url("PAYMENT_SIMULATOR_URL", "http://127.0.0.1:8020")
PAYMENT_SIMULATOR_SECRET = readers.text("PAYMENT_SIMULATOR_SECRET", "only-for-the-simulator")
PAYMENT_TIME_LIMIT = readers.number("PAYMENT_TIME_LIMIT", 10, least=1, most=60)
"""Seconds that one request to the payment provider may take."""

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
MAIL = mail.from_environment()
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
EMAIL_TIMEOUT = 20
MAIL_DOMAIN = readers.text("MAIL_DOMAIN", "guichet.localhost")
DEFAULT_FROM_EMAIL = readers.text("DEFAULT_FROM_EMAIL", f"Guichet PI <ne-pas-repondre@{MAIL_DOMAIN}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
CONTACT_EMAIL = readers.text("CONTACT_EMAIL", f"contact@{MAIL_DOMAIN}")
"""Where the contact form writes, and what the contact page gives."""
CONTACT_PHONE = readers.text("CONTACT_PHONE", "")
"""The information desk's number, as the contact page prints it; none when empty."""

PROCRASTINATE_IMPORT_PATHS = ["guichet.office.toolbox.mail"]
PROCRASTINATE_READONLY_MODELS = False

CONTENT_SECURITY_POLICY = security.content_security_policy(
    payment_provider=PAYMENT_SIMULATOR_URL, identity_providers=IDENTITY_ORIGINS
)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "guichet.office.web.errors.csrf_failed"
CSRF_COOKIE_SAMESITE = "Lax"

LOG_LEVEL = readers.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = logs.configuration(level=LOG_LEVEL)
METRICS_TOKEN = readers.text("METRICS_TOKEN", "")
"""When set, ``/metrics`` is given only to ``Authorization: Bearer <token>``."""

CLOCK_CAN_MOVE = readers.boolean("CLOCK_CAN_MOVE", False)
