"""The content security policy: everything from this site, nothing inline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit


def content_security_policy(*, payment_provider: str, identity_providers: Sequence[str] = ()) -> dict[str, Any]:
    """For django-csp. Browsers apply form-action to redirections too, hence the providers' origins."""
    places = [urlsplit(address) for address in (payment_provider, *identity_providers)]
    return {
        "DIRECTIVES": {
            "default-src": ["'self'"],
            "img-src": ["'self'", "data:"],
            "object-src": ["'none'"],
            "base-uri": ["'none'"],
            "frame-ancestors": ["'none'"],
            "form-action": ["'self'", *(f"{place.scheme}://{place.netloc}" for place in places)],
        }
    }
