"""Accounts: log-in, passwords, activation, rate limits (read by ``base``)."""

from guichet.office.settings import readers

AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "sign_in:login"
LOGIN_REDIRECT_URL = "web:space"
LOGOUT_REDIRECT_URL = "web:home"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
PASSWORD_LEAST_LENGTH = 12
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": PASSWORD_LEAST_LENGTH}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
    {"NAME": "guichet.office.accounts.passwords.TradeWordsValidator"},
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "last_name", "first_name")},
    },
]
PASSWORD_RESET_TIMEOUT = 2 * 3600
"""Seconds during which the link of a lost password works; on the office's clock."""

PROXY_COUNT = readers.number("PROXY_COUNT", 0, least=0)
"""How many reverse proxies of ours stand before the web process: the caller's address is read behind them."""
