"""Talks to the simulator over HTTP, as one would to a real provider."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import httpx

from guichet.office.payments.providers.base import (
    BadNotification,
    Checkout,
    Notification,
    ProviderRefuses,
    ProviderSilent,
    ProviderStatus,
)
from guichet.office.toolbox import clock

SIGNATURE_HEADER = "Guichet-Signature"


def sign(body: bytes, secret: str) -> str:
    """HMAC-SHA256 of a notification's bytes. A replay is harmless: the same news is acted upon once."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


class SimulatorClient:
    """Every request says the office's time, which may have been moved: the simulator dates payments by it."""

    name = "simulator"

    def __init__(self, *, url: str, secret: str, time_limit: float) -> None:
        self._url, self._secret, self._time_limit = url.rstrip("/"), secret, time_limit

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
        answer = self._ask(
            "POST",
            "/api/checkouts",
            json={
                "reference": reference,
                "amount_cents": amount_cents,
                "idempotency_key": idempotency_key,
                "return_url": return_url,
                "notify_url": notify_url,
                "description": description,
            },
        )
        return Checkout(url=str(answer["url"]), provider_reference=str(answer["provider_reference"]))

    def fetch(self, *, provider_reference: str = "", idempotency_key: str = "") -> ProviderStatus:
        asked = (
            {"provider_reference": provider_reference} if provider_reference else {"idempotency_key": idempotency_key}
        )
        return _status(self._ask("GET", "/api/checkouts", params=asked))

    def refund(self, *, provider_reference: str, amount_cents: int, idempotency_key: str) -> None:
        refund = {
            "provider_reference": provider_reference,
            "amount_cents": amount_cents,
            "idempotency_key": idempotency_key,
        }
        self._ask("POST", "/api/refunds", json=refund)

    def read_notification(self, body: bytes, headers: Mapping[str, str]) -> Notification:
        given = headers.get(SIGNATURE_HEADER, "")
        if not hmac.compare_digest(sign(body, self._secret).encode(), given.encode()):
            raise BadNotification("signature")
        try:
            content = json.loads(body)
            return Notification(reference=str(content["reference"]), status=_status(content))
        except (ValueError, KeyError, TypeError) as error:
            raise BadNotification("content") from error

    def _ask(self, method: str, path: str, **content: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._secret}", "Office-Time": clock.now().isoformat()}
        try:
            answer = httpx.request(
                method, self._url + path, headers=headers, timeout=self._time_limit, trust_env=False, **content
            )
            plain: dict[str, Any] = answer.json() if answer.status_code < 500 else {}
        except (httpx.HTTPError, ValueError) as error:
            raise ProviderSilent(str(error)) from error
        if answer.status_code >= 500:
            raise ProviderSilent(f"status {answer.status_code}")
        if answer.status_code >= 400:
            raise ProviderRefuses(str(plain.get("error", answer.status_code)))
        return plain


def _status(plain: Mapping[str, Any]) -> ProviderStatus:
    captured_at = plain.get("captured_at")
    return ProviderStatus(
        status=plain["status"],
        provider_reference=plain.get("provider_reference", ""),
        amount_cents=int(plain.get("amount_cents", 0)),
        captured_at=datetime.fromisoformat(captured_at) if captured_at else None,
    )
