"""What every installation shares. Values of the law (fees, holidays) are not settings."""

from __future__ import annotations

import pkgutil
from importlib.util import find_spec
from pathlib import Path

from guichet.office import procedures
from guichet.office.settings import databases, readers

VAR = Path(readers.text("GUICHET_VAR", "var")).resolve()
"""Where the embedded database, received files and keys of a single machine live."""

SECRET_KEY = readers.text("SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS = readers.words("ALLOWED_HOSTS", ("localhost", "127.0.0.1"))
SITE_URL = readers.text("SITE_URL", "http://127.0.0.1:8000")

OPERATOR_NAME = readers.text("OPERATOR_NAME", "Office de la propriété industrielle")
OPERATOR_LOGO = readers.text("OPERATOR_LOGO", "")

OFFICE_APPS = [
    "web", "examination", "bulletin", "opendata", "drafts", "agenda", "notices", "payments",
    "register", "ledger", "documents", "accounts", "toolbox", "design",
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
    "allauth",
    "allauth.account",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "guichet.office.toolbox.requests.RequestNumberMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}
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
KEY_STORE = readers.text("KEY_STORE", str(VAR / "keys"))

AUTH_USER_MODEL = "accounts.User"

CLOCK_CAN_MOVE = readers.boolean("CLOCK_CAN_MOVE", False)
