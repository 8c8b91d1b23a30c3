"""Where e-mail goes: ``EMAIL_URL``, or ``EMAIL_HOST`` and its companions, or this machine's mail catcher."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from guichet.office.settings import readers

CATCHER_PORT = 8025


@dataclass(frozen=True)
class Server:
    """An SMTP server. starttls: encrypt after connecting; tls: encrypted from the start."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def from_environment() -> Server:
    """The server that the environment names; the mail catcher's by default."""
    url = os.environ.get("EMAIL_URL", "")
    if url:
        return _from_url(url)
    if not os.environ.get("EMAIL_HOST"):
        return Server("127.0.0.1", readers.number("MAIL_CATCHER_PORT", CATCHER_PORT, least=1, most=65535))
    server = Server(
        host=readers.required("EMAIL_HOST"),
        port=readers.number("EMAIL_PORT", 587, least=1, most=65535),
        user=readers.text("EMAIL_HOST_USER", ""),
        password=readers.text("EMAIL_HOST_PASSWORD", ""),
        starttls=readers.boolean("EMAIL_USE_TLS", True),
        tls=readers.boolean("EMAIL_USE_SSL", False),
    )
    if server.starttls and server.tls:
        raise ImproperlyConfigured("EMAIL_USE_TLS et EMAIL_USE_SSL ne peuvent pas être vrais ensemble.")
    return server


def is_external() -> bool:
    """Whether the environment names a mail server, so that none is to be started."""
    return bool(os.environ.get("EMAIL_URL") or os.environ.get("EMAIL_HOST"))


def _from_url(url: str) -> Server:
    ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ports or not parts.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL : la forme attendue est smtp+tls://utilisateur:secret@hôte:587 (ou smtp://, smtps://)."
        )
    return Server(
        host=parts.hostname,
        port=port or ports[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+tls",
        tls=parts.scheme == "smtps",
    )
