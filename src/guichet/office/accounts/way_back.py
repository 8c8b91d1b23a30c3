"""Where to go after the log-in: a page of this site, or nowhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.utils.http import url_has_allowed_host_and_scheme


def same_site_path(address: str, *, host: str, is_secure: bool) -> str:
    """Path, query and fragment of an address of this site (``host``); empty for any other address."""
    if not address or not url_has_allowed_host_and_scheme(address, allowed_hosts={host}, require_https=is_secure):
        return ""
    parts = urlsplit(address)
    path = parts.path if parts.path.startswith("/") else ""
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{path}{query}{fragment}" if path and not path.startswith("//") else ""
