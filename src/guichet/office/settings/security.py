"""The content security policy: everything from this site, nothing inline."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit


def content_security_policy(*, payment_provider: str) -> dict[str, Any]:
    """For django-csp. Browsers apply form-action to redirections too, hence the payment provider's origin."""
    provider = urlsplit(payment_provider)
    return {
        "DIRECTIVES": {
            "default-src": ["'self'"],
            "img-src": ["'self'", "data:"],
            "object-src": ["'none'"],
            "base-uri": ["'none'"],
            "frame-ancestors": ["'none'"],
            "form-action": ["'self'", f"{provider.scheme}://{provider.netloc}"],
        }
    }
