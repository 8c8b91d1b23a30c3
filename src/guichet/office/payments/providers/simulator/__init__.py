"""The bundled simulator of a provider (``python -m guichet.office.payments.simulator``), seen from the office."""

from django.conf import settings

from guichet.office.payments.providers.base import Provider
from guichet.office.payments.providers.simulator.client import SimulatorClient


def build() -> Provider:
    return SimulatorClient(
        url=settings.PAYMENT_SIMULATOR_URL,
        secret=settings.PAYMENT_SIMULATOR_SECRET,
        time_limit=settings.PAYMENT_TIME_LIMIT,
    )
