"""What the simulator can be told to do, and the test cards that tell it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scenario:
    """name: as the control address takes it. card: the number that plays it. label: in French, for the pages."""

    name: str
    card: str
    label: str
    debits: bool = True
    notices: int = 1
    """Notifications sent."""
    held: bool = False
    """Notifications wait until they are released."""
    fails: bool = False
    """The page answers 500 after the debit."""


SCENARIOS = (
    Scenario("success", "4242424242424242", "Paiement accepté"),
    Scenario("refused", "4000000000000002", "Paiement refusé par la banque", debits=False),
    Scenario("twice", "4000000000000101", "Paiement accepté, notifié deux fois", notices=2),
    Scenario("late", "4000000000000119", "Paiement accepté, notifié seulement quand on le demande", held=True),
    Scenario("never", "4000000000000127", "Paiement accepté, jamais notifié", notices=0),
    Scenario("crash", "4000000000000135", "Carte débitée, puis panne du prestataire", notices=0, fails=True),
)
BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}
BY_CARD = {scenario.card: scenario for scenario in SCENARIOS}

MOODS = {
    "normal": "répond normalement",
    "silent_after": "fait ce qu'on lui demande, mais ne répond pas à temps",
    "silent_before": "ne répond pas et n'a rien fait",
    "error": "répond une erreur 500 et n'a rien fait",
}
"""How the next request of a kind (create, fetch, refund) is answered; once, then normally again."""


def printed(card: str) -> str:
    """A card number in groups of four."""
    return " ".join(card[i : i + 4] for i in range(0, len(card), 4))
