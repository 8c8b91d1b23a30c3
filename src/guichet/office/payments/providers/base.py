"""What the office asks of a payment service provider, whichever it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Status = Literal["unknown", "open", "captured", "refused", "cancelled"]
"""unknown: never heard of; open: the payer may still pay; the three others are final."""


class ProviderSilent(Exception):
    """No usable answer: nobody knows whether the provider did what was asked. Ask again with the same key."""


class ProviderRefuses(Exception):
    """The provider understood and refuses (a key used for another amount, more refunded than paid)."""


class BadNotification(Exception):
    """A notification that does not come from the provider, or that cannot be read."""


@dataclass(frozen=True)
class Checkout:
    """Where to send the payer, and the provider's own reference."""

    url: str
    provider_reference: str


@dataclass(frozen=True)
class ProviderStatus:
    """What the provider says of one payment. ``captured_at`` is aware; both amounts are in cents."""

    status: Status
    provider_reference: str = ""
    amount_cents: int = 0
    captured_at: datetime | None = None


@dataclass(frozen=True)
class Notification:
    """A message of the provider, its signature verified. ``reference`` is ours.

    It may come twice, late, out of order or never: it is news to act upon once, never an order.
    """

    reference: str
    status: ProviderStatus


class Provider(Protocol):
    """A payment service provider. Every call may raise ProviderSilent; the same key never debits or refunds twice."""

    name: str

    def create(
        self,
        *,
        reference: str,
        amount_cents: int,
        idempotency_key: str,
        return_url: str,
        notify_url: str,
        description: str,
    ) -> Checkout:
        """Open a payment, or find again the one that this key opened."""

    def fetch(self, *, provider_reference: str = "", idempotency_key: str = "") -> ProviderStatus:
        """What became of a payment, by the provider's reference or, when it is not known, by our key."""

    def refund(self, *, provider_reference: str, amount_cents: int, idempotency_key: str) -> None:
        """Give money back, once for each key."""

    def read_notification(self, body: bytes, headers: Mapping[str, str]) -> Notification:
        """The notification, once its signature is verified. Raises BadNotification."""
