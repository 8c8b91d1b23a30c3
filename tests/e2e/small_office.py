"""A small office with one file in each situation that a page shows; every act goes through the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from e2e import around_drafts
from e2e.people import AGENT, DIRECTOR, EDITOR, EXAMINER, NEWCOMER, OWNER, PASSWORD, STEPS
from e2e.small_picture import picture
from guichet.law import trademarks as law
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import Role, User
from guichet.office.accounts.queries import account_actor
from guichet.office.bulletin import services as bulletin
from guichet.office.documents import services as documents
from guichet.office.drafts import services as drafts
from guichet.office.helpdesk import services as helpdesk
from guichet.office.helpdesk.models import News
from guichet.office.ledger.acts import perform
from guichet.office.notices.services import new_reference
from guichet.office.organisations import acting
from guichet.office.staff.services import open_desk
from guichet.office.toolbox import clock
from guichet.rights.parties import Address, Document, Party
from guichet.rights.trademarks import acts
from guichet.rights.trademarks.application import (
    Application,
    GoodsServicesItem,
    MarkRepresentation,
    PriorityClaim,
    Signature,
)

BY = "office:tests"
FIRST, SECOND = date(2023, 12, 8), date(2024, 2, 9)
"""The two issues of the bulletin that are out."""


def load() -> dict[str, Any]:
    """Accounts, files by situation, drafts by state; what the tests need to find them again."""
    at(date(2023, 10, 2))
    owner = person(OWNER, "Castel", "Hélène")
    person(NEWCOMER, "Nouvelle", "Inès")
    open_the_desk()
    office = SmallOffice(account_actor(owner))
    office.lives_through_the_winter()
    helpdesk.publish_news(
        title="Le dépôt de marque est ouvert en ligne",
        body="Déposez, payez et suivez votre marque jusqu'à son enregistrement.",
        kind=News.Kind.EVOLUTION,
        at=clock.now(),
    )
    return {
        "files": office.files,
        "drafts": prepare_drafts(owner),
        "letters": office.letters,
        "requests": {"open": ask_something(owner)},
        "staff": {"examiner": str(User.objects.get(email=EXAMINER).public_id)},
    }


def ask_something(owner: User) -> str:
    """A question that waits for its answer at INPI Direct's desk."""
    asked = helpdesk.ask(
        user=owner, kind="other", subject="Date de ma prochaine échéance", text="Où la lire ?", at=clock.now()
    )
    return asked.number


def open_the_desk() -> None:
    """The office's people; the director general delegates the signature of every act to those who sign."""
    director, examiner = person(DIRECTOR, "Faure", "Claude"), person(EXAMINER, "Morel", "Agathe")
    editor, agent = person(EDITOR, "Lenoir", "Paul"), person(AGENT, "Brun", "Nadia")
    accounts.appoint(director, Role.ADMINISTRATOR)
    accounts.appoint(examiner, Role.EXAMINER)
    accounts.appoint(editor, Role.BULLETIN_EDITOR)
    accounts.appoint(agent, Role.INFORMATION_AGENT)
    qualities = {examiner: "examinatrice de marques", editor: "rédacteur du bulletin"}
    open_desk(director=director, delegates=qualities, since=clock.today())


def at(day: date) -> None:
    clock.move_to(datetime(day.year, day.month, day.day, 9, 30, tzinfo=clock.PARIS))


def person(email: str, last_name: str, first_name: str) -> User:
    place = {"address": "3 rue des Lilas", "postcode": "59000", "city": "Lille", "country": "FR"}
    return User.objects.create_user(email, PASSWORD, last_name=last_name, first_name=first_name, **place)


def application(text: str, **changes: Any) -> Application:
    address = Address(street="3 rue des Lilas", postcode="59000", city="Lille")
    whole = Application(
        applicants=(Party(kind="organisation", name="Lilas du Nord", legal_form="SAS", address=address),),
        mark=MarkRepresentation(feature="word", text=text),
        goods_services=(GoodsServicesItem(9, "logiciels"), GoodsServicesItem(35, "publicité")),
        signature=Signature(name="Hélène Castel", capacity="applicant"),
    )
    return replace(whole, **changes)


class SmallOffice:
    """Files by the situation that they are in on 4 March 2024."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.files: dict[str, str] = {}
        self.letters: dict[str, str] = {}

    def lives_through_the_winter(self) -> None:
        """In the order of time, so that the ledger reads like a real one."""
        self.receive("registered", application("HIVERNALE", mark=figurative("HIVERNALE")), date(2023, 11, 6), FIRST)
        self.publish(FIRST)
        for name, word in PUBLISHED.items():
            self.receive(name, application(word), date(2024, 1, 15), SECOND)
        self.publish(SECOND)
        self.on(date(2024, 2, 12), registered=acts.ClearExamination())
        self.object_to("objected", date(2024, 2, 12))
        self.object_to("answered", date(2024, 2, 12))
        self.object_to("drafted", date(2024, 2, 12))
        self.find_irregular("irregular", date(2024, 2, 26))
        self.find_irregular("notified", date(2024, 2, 28))
        self.on(date(2024, 2, 20), observed=acts.Observe("OBS-1", "OBS-1", ("L. 711-2, 4°",), "Terme usuel."))
        answer = acts.AnswerObjection("Le signe est seulement évocateur.")
        self.on(date(2024, 2, 26), answered=answer, drafted=answer)
        self.letter("drafted", date(2024, 2, 28), lambda to: acts.NotifyDraftDecision(to, "L'objection demeure."))
        at(date(2024, 3, 1))
        bulletin.start_preparations(issue_date=date(2024, 3, 1), by=BY)
        bulletin.publish(issue_date=date(2024, 3, 1), by=BY)
        self.receive("admissible", application("CLAIRVAL", priority_claims=(priority(),)), date(2024, 3, 4))
        self.receive("planned", application("VERNELLE"), date(2024, 3, 4), date(2024, 3, 15))
        self.receive("unpaid", application("MISTRALE"), date(2024, 3, 4), paid=False)
        self.receive("invited", application("ONDINE"), date(2024, 2, 22), paid=False)
        self.letter("invited", date(2024, 2, 26), lambda to: acts.InviteToComplete(to))

    def receive(self, name: str, what: Application, day: date, issue: date | None = None, paid: bool = True) -> None:
        """A filing, its fees, its filing date (accorded by the office's follower) and its place in the bulletin."""
        number = f"{day.year % 100:02d}{4_800_001 + len(self.files)}"
        self.files[name] = number
        self.on(day, **{name: acts.File(number, what)})
        if paid:
            fees = law.fees_due(what, on=day)
            heads = tuple(fee.head for fee in fees for _ in range(fee.quantity))
            total = sum(fee.amount_cents for fee in fees)
            self.on(day, **{name: acts.Pay(heads, total, f"tests-{number}")})
        if issue:
            self.on(day, **{name: acts.PlanPublication(issue)})

    def on(self, day: date, **done: acts.Act) -> None:
        at(day)
        for name, act in done.items():
            by = self.owner if act.who == "applicant" else BY
            perform(act, stream=f"trademark/{self.files[name]}", by=by)

    def letter(self, name: str, day: date, act: Any, *, opened: bool = True) -> None:
        """An act that notifies, and the letter opened two days later unless it still waits."""
        self.letters[name] = new_reference()
        self.on(day, **{name: act(self.letters[name])})
        if opened:
            opening = date(day.year, day.month, min(day.day + 2, 29))
            self.on(opening, **{name: acts.ServeNotice(self.letters[name], "opened")})

    def object_to(self, name: str, day: date) -> None:
        self.letter(name, day, lambda to: acts.NotifyObjection(to, ("L. 711-2, 3°",), "Signe descriptif.", months=2))

    def find_irregular(self, name: str, day: date) -> None:
        """With a proposal; only the first has been opened."""
        whole = application(PUBLISHED[name])
        proposal = replace(whole, goods_services=(whole.goods_services[0],))
        reasons = "Le libellé « publicité » manque de précision."
        self.letter(
            name,
            day,
            lambda to: acts.NotifyIrregularity(to, ("R. 712-3-1",), reasons, proposal=proposal),
            opened=name == "irregular",
        )

    def publish(self, day: date) -> None:
        at(day)
        bulletin.start_preparations(issue_date=day, by=BY)
        bulletin.publish(issue_date=day, by=BY)


PUBLISHED = {
    "published": "LUMIVELLE", "objected": "DOUCEUR", "answered": "FRAICHEUR", "drafted": "RAPIDE",
    "irregular": "ATELIER NORD", "notified": "GRANDVENT", "observed": "PAPETERIE",
}  # fmt: skip


def figurative(text: str) -> MarkRepresentation:
    return MarkRepresentation(feature="figurative", text=text, image=received_picture())


def received_picture() -> Document:
    upload = SimpleUploadedFile("signe.png", picture("#7a1f3d"), "image/png")
    return documents.receive(upload=upload, purpose="mark_image", by=BY)


def priority() -> PriorityClaim:
    return PriorityClaim(kind="foreign_filing", office="BE", number="1402233", filed_on=date(2023, 11, 20))


FILLED = {
    "applicants[0].kind": "person", "applicants[0].name": "Castel", "applicants[0].first_name": "Hélène",
    "applicants[0].address.street": "3 rue des Lilas", "applicants[0].address.postcode": "59000",
    "applicants[0].address.city": "Lille", "applicants[0].address.country": "FR",
    "applicants[1].kind": "organisation", "applicants[1].name": "Lilas du Nord", "applicants[1].legal_form": "SAS",
    "applicants[1].address.street": "5 rue Haute", "applicants[1].address.city": "Bruxelles",
    "applicants[1].address.country": "BE", "representation.choice": "agent", "representative.quality": "other",
    "representative.party.name": "Roux", "kind": "collective", "mark.feature": "figurative", "mark.text": "BRUMELINE",
    "lists.9": "logiciels\napplications mobiles", "lists.35": "divers", "priority_claims[0].office": "BE",
    "priority_claims[0].number": "140", "priority_claims[0].filed_on": "2022-01-01",
    "distinctiveness_acquired_by_use": "oui", "signature.name": "Hélène Castel", "client_reference": "REF-1",
}  # fmt: skip


def prepare_drafts(owner: User) -> dict[str, str]:
    """A draft just begun, one seen from end to end with nothing in it, one rich in remarks."""
    visited = {f"visited.{step}": "oui" for step in STEPS}
    new = {"applicants[0].kind": "person", "mark.feature": "word"}
    kinds = {"empty": new, "errors": {**new, **visited}, "filled": {**FILLED, **visited}}
    made = {}
    for name, data in kinds.items():
        draft = drafts.create(procedure="depot-marque", acting=acting.of(owner), data=data, at=clock.now())
        made[name] = str(draft.public_id)
    return made | around_drafts.prepare(owner, draft)
