"""A company at work: it is created, someone joins it, a draft passes from hand to hand, someone leaves."""

from __future__ import annotations

import re
from datetime import date

from guichet.office.web.demonstration.browser import Person, StepFailed
from guichet.office.web.demonstration.filing_chapters import CARD, activates, wait_for_payment
from guichet.office.web.demonstration.story import PASSWORD, World, newest_mail

COMPANY = "Papeterie des Deux Caps"
SOFIA, KARIM = "sofia.bernard@deux-caps.example", "karim.haddad@deux-caps.example"
WRONG_SIREN, SIREN, SIRET = "732 829 321", "732 829 320", "732 829 320 00074"
MARK, NEXT_MARK = "ENCRELUNE", "PLUMEVENT"
PLACE = {"country": "FR", "address": "8 quai du Bassin", "postcode": "62200", "city": "Boulogne-sur-Mer"}
ENTITY = {
    "administers": "yes", "entity-name": COMPANY, "entity-siret": SIRET, "entity-legal_form": "5710",
    "entity-ape_code": "47.62Z", **{f"entity-{name}": value for name, value in PLACE.items()},
}  # fmt: skip


def creates_her_company(world: World) -> None:
    """Sign-up with « Oui »: the SIREN is checked, and whoever creates the entity administers it."""
    world.moves_to(date(2024, 6, 3))
    world.tell(f"13. Sofia Bernard crée son compte et son entreprise, {COMPANY}")
    person = world.person("Sofia").open("/compte/inscription/")
    values = _details("madame", "Bernard", "Sofia", SOFIA) | ENTITY
    person.is_refused("Enregistrer", values | {"entity-siren": WRONG_SIREN})
    world.tell(f"   SIREN {WRONG_SIREN}, refusé : {first_sentence(person.refusal).removeprefix('SIREN : ')}")
    person.submit("Enregistrer", values | {"entity-siren": SIREN}).expects("3 jours")
    activates(world, person, SOFIA)
    person.open("/espace/entreprise/").expects(COMPANY, "vous êtes gestionnaire", "Demandes de rattachement")
    world.tell(f"   SIREN {SIREN} : reconnu. Le bandeau montre « Mon entreprise » ; elle en est gestionnaire.")


def is_joined(world: World) -> None:
    """By the address of an administrator; nobody learns from the answer whether that account exists."""
    world.tell("\n14. Karim Haddad demande à rejoindre l'entreprise, par l'adresse de Sofia")
    karim, sofia = world.person("Karim").open("/compte/inscription/"), world.person("Sofia")
    karim.submit("Enregistrer", _details("monsieur", "Haddad", "Karim", KARIM)).expects("3 jours")
    activates(world, karim, KARIM)
    karim.open("/espace/entreprise/rejoindre/").submit("Envoyer ma demande", {"address": SOFIA})
    karim.expects("Votre demande est envoyée. Si cette adresse est celle d'un compte administrateur")
    world.tell("   La réponse est la même que l'adresse soit connue ou non : nul n'apprend qui a un compte.")
    newest_mail(world, SOFIA, "Karim Haddad")
    sofia.open("/espace/entreprise/").submit("Accepter la demande de").expects("est maintenant rattaché")
    sofia.submit("Promouvoir gestionnaire").expects("est maintenant gestionnaire")
    karim.open("/espace/entreprise/").expects("vous êtes gestionnaire")
    world.tell("   Avertie par courriel, Sofia accepte, puis le promeut gestionnaire : il gère à son tour les comptes.")


def shares_a_draft(world: World) -> None:
    """Begun by one, taken over and filed by the other: a draft is the company's, and has one contact."""
    world.tell(f"\n15. Karim commence le dépôt d'{MARK} ; Sofia le reprend et le dépose")
    karim = world.person("Karim")
    draft = begins(karim, MARK)
    sofia = world.person("Sofia").open("/espace/brouillons/").expects(MARK, "Karim Haddad").follow("Afficher")
    sofia.expects("Karim Haddad est aussi sur ce projet")
    world.tell("   Elle ouvre le projet de son collègue, et voit qu'il y travaille au même moment.")
    sofia.open(f"/espace/brouillons/{draft}/").submit("Prendre la main")
    newest_mail(world, KARIM, "a pris la main")
    world.tell("   Elle prend la main : un courriel le dit à Karim, jusqu'ici contact principal.")
    sofia.open(f"/espace/procedures/depot-marque/{draft}/produits-et-services/")
    world.company_number = finishes(sofia, "Sofia Bernard")
    sofia.open("/espace/dossiers/?basket=files").expects(MARK, "Sofia Bernard")
    karim.open(file_of(world)).expects(f"Tenu par {COMPANY}", "Contact principal Sofia Bernard")
    world.tell(
        f"   Déposée et payée sous le n° {world.company_number}, la demande est tenue par l'entreprise. Son contact"
    )
    world.tell("   principal est Sofia, qui a déposé et payé ; Karim la voit, et peut y agir.")


def begins(person: Person, mark: str) -> str:
    """A word mark for the company, up to its sign; the draft's identifier."""
    person.open("/espace/procedures/depot-marque/").submit("Commencer un nouveau dépôt")
    company = {"kind": "organisation", "name": COMPANY, "legal_form": "SAS", "first_name": ""}
    person.submit("Enregistrer et continuer", {f"applicants[0].{name}": value for name, value in company.items()})
    person.submit("Enregistrer et continuer")
    person.submit("Enregistrer et continuer", {"kind": "individual", "mark.feature": "word", "mark.text": mark})
    return str(person.address).rstrip("/").split("/")[-2]


def finishes(person: Person, name: str) -> str:
    """One class, the review, the payment by card; the national number."""
    person.submit("Ouvrir cette classe", {"new_class": "16"})
    person.submit("Enregistrer et continuer", {"lists.16": "encres\ncahiers"})
    person.submit("Enregistrer et continuer").submit("Enregistrer et continuer")
    person.submit("Déposer et payer", {"signature.name": name, "signature.capacity": "applicant"})
    found = re.search(r"/paiement/(\d{9})/", str(person.address))
    if not found:
        raise StepFailed(f"{person.name} : le dépôt mène à {person.address}\n{person.errors()}")
    person.submit("Payer").submit("Payer", {"card": CARD})
    wait_for_payment(person)
    return found.group(1)


def file_of(world: World) -> str:
    """Address of the company's file, in the space of whoever sees it."""
    return f"/espace/dossiers/{world.company_number}/"


def first_sentence(text: str) -> str:
    """Up to its first full stop."""
    return text.split(". ")[0].rstrip(".") + "."


def _details(civility: str, last_name: str, first_name: str, email: str) -> dict[str, str]:
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    named = {"civility": civility, "last_name": last_name, "first_name": first_name, "email": email}
    return {**named, **passwords, **PLACE, "mobile_phone": "06 12 34 56 78"}
