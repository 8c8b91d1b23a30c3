"""An office of real processes around one applicant, and the proof that nothing is lost or done twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
from django.test import Client

from crash.processes import PATIENCE, Program
from factories.trademarks import a_trademark
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.documents.models import SealedDocument
from guichet.office.drafts.models import Draft
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.payments.models import Payment
from guichet.office.payments.providers.simulator.client import sign
from guichet.office.toolbox import clock
from guichet.rights.events import FeePaid, FeeRefunded

KILLED = -9
_far_from_allotted = count(8_000_001)


@dataclass
class Office:
    nursery: Program
    port: int
    bank_url: str
    secret: str
    applicant: User
    _sessions: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def web(self, *, dies_at: str = "") -> Iterator[None]:
        """The web process while the block runs; when ``dies_at`` is given, it must have died there."""
        number = self.nursery.tell(do="web", port=self.port, failpoint=dies_at)
        try:
            yield
        except BaseException:
            self.nursery.tell(do="kill", process=number)
            raise
        ended = self.nursery.tell(do="wait" if dies_at else "kill", process=number)
        assert ended == KILLED

    def worker(self, *, dies_at: str = "") -> None:
        """One round of the worker; when ``dies_at`` is given, it must have died there."""
        number = self.nursery.tell(do="worker", failpoint=dies_at)
        assert self.nursery.tell(do="wait", process=number) == (KILLED if dies_at else 0)

    def submits(self, *drafts: Draft, dies_at: str = "") -> None:
        """« Déposer » is pressed for each of these drafts at the same moment; the process must die when told so."""
        by = account_actor(self.applicant)
        numbers = [self.nursery.tell(do="submit", draft=str(one.pk), by=by, failpoint=dies_at) for one in drafts]
        ends = [self.nursery.tell(do="wait", process=number) for number in numbers]
        assert ends == [KILLED if dies_at else 0] * len(drafts)

    def receives_a_filing(self) -> str:
        """A filing in two classes that owes 230 euros."""
        number = f"24{next(_far_from_allotted)}"
        return a_trademark("received", number=number, received_on=clock.today(), owner=account_actor(self.applicant))

    def opens_a_tab(self, stream: str) -> Callable[[], httpx.Response]:
        """The applicant opens the page of the fees; what is returned presses « Payer » in that tab."""
        address = f"http://127.0.0.1:{self.port}/paiement/{stream.split('/')[1]}/"
        page = httpx.get(address, cookies=self._session(), trust_env=False, timeout=PATIENCE)
        assert page.status_code == 200, page.text
        names = ("csrfmiddlewaretoken", "token", "shown_cents")
        form = {name: re.findall(rf'name="{name}" value="([^"]+)"', page.text)[-1] for name in names}
        cookies = {**self._session(), "csrftoken": page.cookies["csrftoken"]}
        return lambda: httpx.post(address, data=form, cookies=cookies, trust_env=False, timeout=PATIENCE)

    def presses_pay(self, stream: str) -> httpx.Response | None:
        """The applicant opens the page and presses « Payer »; None when the web process died over it."""
        press = self.opens_a_tab(stream)
        try:
            return press()
        except (httpx.RemoteProtocolError, httpx.ReadError):
            return None

    def teller(self, stream: str) -> Callable[[], httpx.Response]:
        """What is returned tells the office the first news that the simulator has of this file."""
        pages = {row["provider_reference"] for row in self.checkouts(stream)}
        body = next(
            row["body"] for row in self.bank("deliver")["notices"] if row["provider_reference"] in pages
        ).encode()
        headers = {"Guichet-Signature": sign(body, self.secret)}
        address = f"http://127.0.0.1:{self.port}/paiement/avis/simulator/"
        return lambda: httpx.post(address, content=body, headers=headers, trust_env=False, timeout=PATIENCE)

    def bank(self, action: str, **order: str) -> dict[str, Any]:
        """Tell the simulator something; its books afterwards."""
        answer = httpx.post(
            f"{self.bank_url}/control", json={"action": action, **order}, trust_env=False, timeout=PATIENCE
        )
        assert answer.status_code == 200, answer.text
        books: dict[str, Any] = answer.json()
        return books

    def pays_by_card(self, stream: str, scenario: str = "success") -> None:
        """The payer's bank debits; the simulator tells the office as the scenario says."""
        (checkout,) = self.checkouts(stream)
        self.bank("play", provider_reference=checkout["provider_reference"], scenario=scenario)

    def checkouts(self, stream: str) -> list[dict[str, Any]]:
        """Pages that the simulator opened for this file."""
        ours = {str(payment.reference) for payment in Payment.objects.filter(stream=stream)}
        return [row for row in self.bank("deliver")["checkouts"] if row["reference"] in ours]

    def money(self, stream: str, table: str) -> list[int]:
        """Cents that the simulator debited (``debits``) or gave back (``refunds``) for this file."""
        pages = {row["provider_reference"] for row in self.checkouts(stream)}
        return [row["amount_cents"] for row in self.bank("deliver")[table] if row["provider_reference"] in pages]

    def is_proved_right(self, stream: str, *, refunded: bool = False) -> None:
        """One debit, one act of payment, one receipt, no orphan, no act lost; refunds once when there are."""
        kinds = Counter(entry.type for entry in ledger.history(stream))
        states = Counter(Payment.objects.filter(stream=stream).values_list("state", flat=True))
        assert self.money(stream, "debits") == [23000]
        assert self.money(stream, "refunds") == ([23000] if refunded else [])
        assert kinds["trademark.application_received/1"] == kinds[FeePaid.type] == 1
        assert kinds[FeeRefunded.type] == int(refunded)
        assert states == {"refunded" if refunded else "captured": 1}
        receipts = SealedDocument.objects.filter(stream=stream, kind="payment_receipt")
        assert receipts.count() == 1
        assert list(ledger.broken_links()) == []
        assert {name: lag for name, lag in followers.lag().items() if name.startswith("payments.")} == {
            "payments.contacts": 0,
            "payments.receipts": 0,
            "payments.refunds": 0,
        }

    def _session(self) -> dict[str, str]:
        if not self._sessions:
            browser = Client()
            browser.force_login(self.applicant)
            self._sessions["sessionid"] = browser.cookies["sessionid"].value
        return self._sessions
