"""Production: nothing is guessed."""

from guichet.office.settings.base import *  # noqa: F403
from guichet.office.settings import readers

SECRET_KEY = readers.required("SECRET_KEY")
ALLOWED_HOSTS = readers.required("ALLOWED_HOSTS").split(",")
SITE_URL = readers.required("SITE_URL")
SECURE_SSL_REDIRECT = readers.boolean("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CLOCK_CAN_MOVE = False
