"""Payment service providers, a folder each: a module here that has ``build() -> Provider`` is one.

Only the simulator is written. A real provider is a folder more, named by the setting PAYMENT_PROVIDER.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from guichet.office.payments.providers.base import Provider


def current() -> Provider:
    """The provider that takes new payments."""
    return named(settings.PAYMENT_PROVIDER)


def named(name: str) -> Provider:
    """A provider by the name of its folder: a payment stays with the one that opened it."""
    if name not in {module.name for module in iter_modules(__path__) if module.ispkg}:
        raise ImproperlyConfigured(f"PAYMENT_PROVIDER={name!r} : aucun prestataire de paiement de ce nom.")
    provider: Provider = import_module(f"{__name__}.{name}").build()
    return provider
