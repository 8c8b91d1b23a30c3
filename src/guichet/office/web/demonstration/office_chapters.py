"""Second half of the story: examination, bulletin, observations, registration."""

from __future__ import annotations

from datetime import date

from guichet.office.web.demonstration.browser import Person, StepFailed
from guichet.office.web.demonstration.loading import NEXT_ISSUE
from guichet.office.web.demonstration.story import PASSWORD, World

REASONS = "« cahiers » est clair ; « publicité » l'est moins : précisez les services, ou acceptez notre proposition."
PROPOSAL = "16 : cahiers\n16 : ardoises pour écrire\n35 : services de publicité"


def plans_publication(world: World) -> None:
    """The examiner opens the file; publication must come within six weeks of reception."""
    world.moves_to(date(2024, 3, 7))
    world.tell("5. L'examinatrice ouvre le dossier et prévoit sa publication")
    person = enters_the_desk(world, "examinatrice", world.examiner)
    _file(person, world).expects("ARDOISINE")
    world.explain(person.because("six semaines"))
    person.follow("Prévoir la publication").submit("Prévoir la publication", {"issue_date": NEXT_ISSUE.isoformat()})
    world.tell(f"   Publication prévue au bulletin du {NEXT_ISSUE:%d/%m/%Y}.")


def notifies_an_irregularity(world: World) -> None:
    """A term is not precise enough: reasoned notification, with a proposal."""
    world.tell("\n6. Elle notifie une irrégularité, avec une proposition de régularisation (R. 712-11, 1°)")
    person = world.person("examinatrice")
    _file(person, world).follow("Notifier une irrégularité")
    values = {"grounds": ["R. 712-3-1"], "reasons": REASONS, "with_proposal": "on", "proposal": PROPOSAL, "months": "1"}
    person.submit("Notifier une irrégularité", values).expects("Irrégularité notifiée")
    world.person("déposant").waits_for("/espace/courrier/", "irrégularité")
    world.tell("   Une lettre scellée part dans l'espace du déposant ; un courriel dit seulement qu'elle est là.")


def reads_the_letter(world: World) -> None:
    """Opening the letter is its notification; the period runs from there."""
    world.moves_to(date(2024, 3, 11))
    world.tell("7. Le déposant ouvre la lettre : c'est sa notification, le délai court (R. 718-4, R. 718-2)")
    person = world.person("déposant").open("/espace/courrier/")
    person.follow("rrégularité")
    if "Ouvrir" in person.text:
        person.submit("Ouvrir")
    person.open("/espace/echeances/").expects("11 avril 2024")
    world.explain(person.because("11 avril 2024"))


def publishes(world: World) -> None:
    """Technical preparations, then the issue of Friday 22 March; two months begin."""
    world.moves_to(date(2024, 3, 20))
    world.tell("8. Le rédacteur du bulletin prépare, puis publie le numéro du 22 mars")
    person = enters_the_desk(world, "rédacteur", world.editor)
    person.open("/poste/bulletin/").submit("Commencer les préparatifs techniques")
    world.moves_to(NEXT_ISSUE)
    person.open("/poste/bulletin/").submit("Publier ce numéro").expects("publication(s)")
    number = f"{world.number[:2]} {world.number[2]} {world.number[3:6]} {world.number[6:]}"
    issue = person.open("/bulletin/").follow("2024-12").expects(number)
    world.tell(f"   BOPI 2024-12 publié : {issue.address}")


def looks_it_up(world: World) -> None:
    """A citizen finds the mark by its number and reads how long she may observe."""
    world.moves_to(date(2024, 4, 2))
    world.tell("9. Une citoyenne cherche la marque au registre et formule des observations")
    person = world.person("citoyenne").open("/registre/").submit("Rechercher", {"q": world.number})
    person.expects("22 mai 2024")
    world.explain(person.because("22 mai 2024"))
    person.follow("Formuler des observations")
    statement = "« Ardoisine » évoque seulement l'ardoise, mais le terme est courant chez les papetiers."
    values = {"grounds": ["L. 711-2, 4°"], "statement": statement, "name": "Aline Roux", "email": "aline@example.org"}
    person.submit("Envoyer mes observations", values).expects("reçues")
    examiner = _file(world.person("examinatrice"), world).follow("Communiquer des observations")
    examiner.submit("Communiquer des observations")
    world.tell("   L'office les communique au déposant et en informe l'auteur (R. 712-9).")


def silence_accepts_the_proposal(world: World) -> None:
    """The period passes without an answer: the proposal is deemed accepted, by the clock."""
    world.moves_to(date(2024, 4, 12))
    world.tell("10. Le délai est passé sans réponse : la proposition est réputée acceptée (R. 712-11, 1°)")
    person = _file(world.person("examinatrice"), world).expects("services de publicité", "Irrégularité levée")
    person.follow("Clore l'examen").submit("Clore l'examen").expects("sans objection")
    world.tell("   L'examen est clos sans objection (R. 712-10).")


def registers(world: World) -> None:
    """After the two months, preparations close withdrawal; the bulletin's date is the registration's."""
    world.moves_to(date(2024, 5, 27))
    world.tell("11. Le délai d'opposition est passé : préparatifs, puis enregistrement au bulletin du 31 mai")
    person = world.person("rédacteur").open("/poste/bulletin/")
    person.submit("Commencer les préparatifs techniques")
    applicant = world.person("déposant").open(f"/espace/dossiers/{world.number}/")
    world.tell(f"   Le retrait n'est plus possible (R. 712-21) : {refusal(applicant, 'Retirer')}")
    world.moves_to(date(2024, 5, 31))
    person.open("/poste/bulletin/").submit("Publier ce numéro")
    citizen = world.person("citoyenne").open(f"/registre/marques/{world.number}/")
    citizen.expects("Marque enregistrée", "31 mai 2024", "4 mars 2034")
    world.explain(citizen.because("4 mars 2034"))
    applicant.waits_for("/espace/courrier/", "Votre marque est enregistrée")
    world.tell("   Le certificat est dans le courrier du titulaire (R. 712-23).")


def gets_the_certificate(world: World) -> None:
    """The certificate of identity, by anyone."""
    world.tell("\n12. La citoyenne demande le certificat d'identité (R. 714-8)")
    person = world.person("citoyenne").open(f"/registre/marques/{world.number}/")
    certificate = person.receive("Obtenir le certificat")
    if not certificate.startswith(b"%PDF"):
        raise StepFailed("le certificat d'identité n'est pas un PDF")
    world.tell(f"   Certificat scellé reçu, {len(certificate) // 1024} Ko.")


def enters_the_desk(world: World, name: str, credentials: tuple[str, str]) -> Person:
    """Log in at the staff's own door."""
    email, password = credentials
    person = world.person(name).open("/poste/connexion/")
    person.submit("Se connecter", {"username": email, "email": email, "password": password or PASSWORD})
    return person


def _file(person: Person, world: World) -> Person:
    return person.open(f"/poste/dossiers/{world.number}/")


def refusal(person: Person, act: str) -> str:
    """The law's reason beside an act that is not possible now."""
    for item in person.page.xpath("//details//li"):
        told = " ".join(" ".join(item.itertext()).split())
        if told.startswith(act):
            return told.split(" : ", 1)[-1].split(" L'article")[0]
    raise StepFailed(f"{person.name} : l'acte « {act} » devrait être refusé avec sa raison sur {person.address}")
