"""The simulator keeps its books as a bank does: one debit a payment, keys honoured, nothing lost in a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from guichet.office.payments.providers.base import ProviderRefuses, ProviderSilent
from guichet.office.payments.providers.simulator.client import SimulatorClient
from guichet.office.payments.simulator.scenarios import BY_NAME, SCENARIOS
from guichet.office.payments.simulator.store import Store
from office.payments.bank import SECRET, Bank


@pytest.fixture
def simulator(bank: Bank) -> SimulatorClient:
    return SimulatorClient(url=bank.url, secret=SECRET, time_limit=2.0)


def opened(simulator: SimulatorClient, **changes: Any) -> Any:
    asked = {
        "reference": "ours", "amount_cents": 19000, "idempotency_key": "key-1", "return_url": "http://127.0.0.1:9/retour/",
        "notify_url": "http://127.0.0.1:9/avis/", "description": "Dossier 245000001",
    }  # fmt: skip
    return simulator.create(**{**asked, **changes})


def pay(url: str, card: str) -> httpx.Response:
    return httpx.post(url, data={"card": card, "action": "pay"}, trust_env=False)


def test_the_same_key_opens_one_payment(simulator: SimulatorClient, bank: Bank) -> None:
    assert opened(simulator) == opened(simulator)
    assert len(bank.store.books()["checkouts"]) == 1


def test_the_same_key_for_another_amount_is_refused(simulator: SimulatorClient) -> None:
    opened(simulator)
    with pytest.raises(ProviderRefuses):
        opened(simulator, amount_cents=1)


def test_a_wrong_secret_opens_nothing(bank: Bank) -> None:
    with pytest.raises(ProviderRefuses):
        opened(SimulatorClient(url=bank.url, secret="guess", time_limit=2))
    assert bank.store.books()["checkouts"] == []


def test_the_card_form_debits_once(simulator: SimulatorClient, bank: Bank) -> None:
    checkout = opened(simulator)
    answer = pay(checkout.url, "4242 4242 4242 4242")
    again = pay(checkout.url, "4242 4242 4242 4242")
    assert (answer.status_code, answer.headers["Location"]) == (303, "http://127.0.0.1:9/retour/")
    assert "pas débitée une seconde fois" in again.text
    assert bank.debits() == [19000]
    assert simulator.fetch(idempotency_key="key-1").status == "captured"


def test_each_scenario_debits_and_tells_as_it_says(simulator: SimulatorClient, bank: Bank) -> None:
    for scenario in SCENARIOS:
        checkout = opened(simulator, idempotency_key=scenario.name)
        before = len(bank.debits()), len(bank.store.notices())
        answer = pay(checkout.url, scenario.card)
        assert answer.status_code == (500 if scenario.fails else 303), scenario.name
        assert len(bank.debits()) - before[0] == scenario.debits, scenario.name
        assert len(bank.store.notices()) - before[1] == scenario.notices, scenario.name
    assert len(bank.store.notices("held")) == 1


def test_an_unknown_card_is_told_at_its_field(simulator: SimulatorClient, bank: Bank) -> None:
    answer = pay(opened(simulator).url, "1234")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text and 'aria-describedby="hint error"' in answer.text
    assert bank.debits() == []


def test_cancelling_ends_the_payment_without_debit(simulator: SimulatorClient, bank: Bank) -> None:
    answer = httpx.post(opened(simulator).url, data={"action": "cancel"}, trust_env=False)
    assert answer.status_code == 303
    assert simulator.fetch(idempotency_key="key-1").status == "cancelled"
    assert bank.debits() == []


@pytest.mark.parametrize(("mood", "opens"), [("silent_after", 1), ("silent_before", 0), ("error", 0)])
def test_a_mood_holds_for_one_request(simulator: SimulatorClient, bank: Bank, mood: str, opens: int) -> None:
    bank.next(create=mood)
    with pytest.raises(ProviderSilent):
        opened(simulator)
    assert len(bank.store.books()["checkouts"]) == opens
    assert opened(simulator).provider_reference


def test_a_refund_is_made_once_and_never_exceeds_the_debit(simulator: SimulatorClient, bank: Bank) -> None:
    checkout = opened(simulator)
    bank.server.play(checkout.provider_reference, BY_NAME["success"])
    for _ in range(2):
        simulator.refund(provider_reference=checkout.provider_reference, amount_cents=19000, idempotency_key="back")
    with pytest.raises(ProviderRefuses):
        simulator.refund(provider_reference=checkout.provider_reference, amount_cents=1, idempotency_key="more")
    assert bank.refunds() == [19000]


def test_the_books_survive_a_restart(simulator: SimulatorClient, bank: Bank, tmp_path: Path) -> None:
    checkout = opened(simulator)
    bank.server.play(checkout.provider_reference, BY_NAME["late"])
    reopened = Store(tmp_path / "bank.sqlite")
    assert reopened.checkout(checkout.provider_reference)["status"] == "captured"
    assert len(reopened.notices("held")) == len(reopened.books()["debits"]) == 1


def test_payments_are_dated_by_the_clock_of_the_office(simulator: SimulatorClient, bank: Bank, day: Any) -> None:
    checkout = opened(simulator)
    bank.server.play(checkout.provider_reference, BY_NAME["success"])
    captured_at = simulator.fetch(provider_reference=checkout.provider_reference).captured_at
    assert captured_at is not None and captured_at.date().isoformat() == "2024-03-04"


def test_its_own_page_sets_the_next_answers(simulator: SimulatorClient, bank: Bank) -> None:
    opened(simulator)
    httpx.post(f"{bank.url}/", data={"action": "wish", "create": "error"}, trust_env=False)
    page = httpx.get(f"{bank.url}/", trust_env=False)
    assert '<option value="error" selected>' in page.text and "Dossier 245000001" in page.text
    with pytest.raises(ProviderSilent):
        opened(simulator)


def test_unreadable_requests_get_a_clean_answer(bank: Bank) -> None:
    headers = {"Authorization": f"Bearer {SECRET}"}
    assert httpx.post(f"{bank.url}/api/checkouts", content=b"[", headers=headers, trust_env=False).status_code == 400
    assert httpx.post(f"{bank.url}/control", json={"action": "?"}, trust_env=False).status_code == 400
    assert httpx.get(f"{bank.url}/payer/none", trust_env=False).status_code == 404
    assert httpx.get(f"{bank.url}/elsewhere", trust_env=False).status_code == 404
