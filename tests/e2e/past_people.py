"""Whom the scenarios past the guide need, beside those whom the table of pages looks at."""

from __future__ import annotations

from datetime import date
from typing import Any

from e2e.people import ANA, BOB, DORA, LEA, TOM
from e2e.small_company import found
from e2e.small_office import application, at, person
from guichet.office.accounts.queries import account_actor
from guichet.office.drafts import services as drafts
from guichet.office.ledger.acts import perform
from guichet.office.organisations import acting, queries
from guichet.office.toolbox import clock
from guichet.rights.trademarks import acts

NUMBER = "244800910"


def load() -> dict[str, Any]:
    """Two organisations of Ana's, Bob in the first, Léa's firm, Dora and Tom alone; a draft, a file still to pay."""
    at(date(2024, 3, 4))
    ana, bob, lea = person(ANA, "Roussel", "Ana"), person(BOB, "Petit", "Bob"), person(LEA, "Morin", "Léa")
    person(DORA, "Seguin", "Dora")
    person(TOM, "Aubry", "Tom")
    found("Atelier Beta", ana)
    alpha = found("Atelier Alpha", ana, bob)
    found("Cabinet Morin", lea)
    typed = {
        "client_reference": "ALPHA-1", "applicants[0].kind": "organisation", "applicants[0].name": "Atelier Alpha",
        "mark.feature": "word", "mark.text": "ALPHALINE", "lists.16": "papier",
    }  # fmt: skip
    draft = drafts.create(procedure="depot-marque", acting=acting.of(bob), data=typed, at=clock.now())
    filed = acts.File(NUMBER, application("ALPHORA"))
    perform(filed, stream=f"trademark/{NUMBER}", by=account_actor(ana), under=queries.key(alpha))
    return {"draft": str(draft.public_id), "reference": draft.reference, "file": NUMBER}
