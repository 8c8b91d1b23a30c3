"""The simulator inside the test's process, with what a test tells it and counts in its books."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from guichet.office.payments.simulator.scenarios import BY_NAME
from guichet.office.payments.simulator.server import Simulator
from guichet.office.payments.simulator.store import Store

SECRET = "tests"


class Bank:
    """A simulator that listens on a free port; its notifications stay in the books until a test posts them."""

    def __init__(self, state: Path) -> None:
        self.store = Store(state)
        self.store.wish("deliver", "no")
        self.server = Simulator(("127.0.0.1", 0), self.store, SECRET)
        self.url = self.server.url
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def next(self, **moods: str) -> None:
        """``next(create="silent_after")``: how the next request of a kind is answered."""
        for kind, mood in moods.items():
            self.store.wish(f"next_{kind}", mood)

    def plays(self, payment: Any, scenario: str) -> None:
        """The payer enters the card of this scenario."""
        reference = payment.provider_reference or self.store.by_key(payment.idempotency_key)["provider_reference"]
        self.server.play(reference, BY_NAME[scenario])

    def debits(self) -> list[int]:
        return [row["amount_cents"] for row in self.store.books()["debits"]]

    def refunds(self) -> list[int]:
        return [row["amount_cents"] for row in self.store.books()["refunds"]]

    def notices(self, state: str = "queued") -> list[tuple[bytes, dict[str, str]]]:
        """Body and headers of the notifications in this state."""
        bodies = [notice["body"].encode() for notice in self.store.notices(state)]
        return [(body, {"Guichet-Signature": self.server.signature(body)}) for body in bodies]
