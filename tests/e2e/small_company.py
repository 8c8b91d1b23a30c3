"""A company in the small office: two administrators' tables to show, a shared draft and file, mandates, an auditor."""

from __future__ import annotations

from datetime import date
from typing import Any

from e2e.people import ASKER, ATTORNEY, AUDITOR, MANAGER, MEMBER
from e2e.small_office import application, at, person
from guichet.law import trademarks as law
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import Role, User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import mandates
from guichet.office.drafts import services as drafts
from guichet.office.ledger.acts import perform
from guichet.office.organisations import acting, joining, queries, services
from guichet.office.organisations.models import Organisation, Standing
from guichet.office.toolbox import clock
from guichet.rights.trademarks import acts

NUMBER = "244800900"
OPENED = date(2024, 3, 4)


def load() -> dict[str, Any]:
    """What the tests need to find its pages: people, the draft, the file, the mandates."""
    at(OPENED)
    manager, member = person(MANAGER, "Verrier", "Marthe"), person(MEMBER, "Oudin", "Luc")
    attorney, asker = person(ATTORNEY, "Delmas", "Camille"), person(ASKER, "Attal", "Zoé")
    accounts.appoint(person(AUDITOR, "Guérin", "Odile"), Role.AUDITOR)
    found("Verrier Conseil", manager)
    company = found("Verrerie du Nord", manager, member)
    found("Cabinet Delmas", attorney)
    joining.ask(user=asker, address=MANAGER, entity="Verrerie du Nord", at=clock.now())
    typed = {"client_reference": "VN-12", "mark.text": "CRISTALINE"}
    draft = drafts.create(procedure="depot-marque", acting=acting.of(member), data=typed, at=clock.now())
    receive(application("VERRELLE"), by=account_actor(member), under=queries.key(company))
    for_company = acting.of(manager, str(company.public_id))
    waiting, accepted = (give(for_company, family) for family in ("design", "trademark"))
    mandates.accept(mandate=accepted, acting=acting.of(attorney), number="", mentions=(), at=clock.now())
    return {
        "member": str(member.public_id), "draft": str(draft.public_id), "subject": draft.subject, "file": NUMBER,
        "waiting": str(waiting.public_id), "accepted": str(accepted.public_id),
    }  # fmt: skip


def found(name: str, administrator: User, *collaborators: User) -> Organisation:
    """The last one founded is the one that its administrator acts for."""
    made = services.create(
        name=name, administrator=administrator, at=clock.now(), siren="732829320", legal_form="5710",
        ape_code="26.51A", address="4 quai du Wault", postcode="59000", city="Lille", country="FR",
    )  # fmt: skip
    for user in collaborators:
        by = account_actor(administrator)
        services.admit(organisation=made, user=user, standing=Standing.COLLABORATOR, by=by, at=clock.now())
    return made


def receive(what: Any, *, by: str, under: str) -> None:
    """A filing of the company, paid."""
    stream = f"trademark/{NUMBER}"
    perform(acts.File(NUMBER, what), stream=stream, by=by, under=under)
    fees = law.fees_due(what, on=OPENED)
    heads = tuple(fee.head for fee in fees for _ in range(fee.quantity))
    total = sum(fee.amount_cents for fee in fees)
    perform(acts.Pay(heads, total, f"tests-{NUMBER}"), stream=stream, by=by, under=under)


def give(principal: acting.Acting, family: str) -> Any:
    """A mandate to the attorney for this kind of rights."""
    terms = mandates.Terms(quality="lawyer", rights=(family,), since=OPENED)
    return mandates.grant(acting=principal, invited=ATTORNEY, terms=terms, at=clock.now())
