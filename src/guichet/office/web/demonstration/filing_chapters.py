"""First half of the story: an account, a filing, a payment, a receipt."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from guichet.office.web.demonstration.browser import Person, StepFailed
from guichet.office.web.demonstration.story import PASSWORD, World, newest_link, picture

DETAILS = {
    "civility": "monsieur",
    "last_name": "Dupuis",
    "first_name": "Nicolas",
    "mobile_phone": "0612345678",
    "country": "FR",
    "address": "12 rue des Carmes",
    "postcode": "62000",
    "city": "Arras",
}
CARD = "4242 4242 4242 4242"
MARK = "ARDOISINE"


def signs_up(world: World) -> None:
    """An account, activated by the link of an e-mail, valid for three days."""
    world.tell("1. Nicolas Dupuis crée son compte")
    person = world.person("déposant")
    person.open("/").follow("Créer mon compte")
    values = {**DETAILS, "email": world.email, "password1": PASSWORD, "password2": PASSWORD}
    person.submit("Enregistrer", values).expects("3 jours")
    world.tell(f"   Un courriel d'activation, valable 3 jours, part à {world.email}.")
    activates(world, person, world.email)
    person.open("/espace/").expects("Dupuis", "Déposer, gérer, enregistrer sa marque française")
    world.tell("   Le compte est activé ; l'espace sécurisé montre les 18 démarches.")


def activates(world: World, person: Person, email: str) -> None:
    """Follow the link of the e-mail, give the password of this sign-up, and log in."""
    person.open(newest_link(world, email, "/compte/activation/"))
    if "Activation réussie" not in person.text:
        person.submit("Activer", {"password": PASSWORD})
    person.expects("Activation réussie")
    logs_in(person, email)


def logs_in(person: Person, email: str) -> Person:
    """By the public door."""
    return person.open("/compte/connexion/").submit("Se connecter", {"email": email, "password": PASSWORD})


def files(world: World) -> None:
    """A figurative mark in two classes, step by step, without JavaScript."""
    world.tell("\n2. Il dépose la marque figurative ARDOISINE en classes 16 et 35")
    person = world.person("déposant")
    person.open("/espace/procedures/depot-marque/").submit("Commencer un nouveau dépôt")
    person.submit("Enregistrer et continuer")
    person.submit("Enregistrer et continuer")
    world.sign = picture()
    sign = {"mark.image": ("ardoisine.png", world.sign, "image/png")}
    person.submit(
        "Enregistrer et continuer", {"kind": "individual", "mark.feature": "figurative", "mark.text": MARK}, sign
    )
    for nice_class, terms in (("16", "cahiers\nardoises pour écrire"), ("35", "publicité")):
        person.submit("Ouvrir cette classe", {"new_class": nice_class})
        person.submit("Enregistrer et continuer", {f"lists.{nice_class}": terms})
        if nice_class == "16":
            person.follow("Produits et services")
    person.submit("Enregistrer et continuer").submit("Enregistrer et continuer")
    world.tell("   La relecture montre ce que la loi relève et ce que coûte le dépôt :")
    world.explain(person.because("une classe comprise"))
    person.submit("Déposer et payer", {"signature.name": "Nicolas Dupuis", "signature.capacity": "applicant"})
    found = re.search(r"/paiement/(\d{9})/", str(person.address))
    if not found:
        raise StepFailed(f"déposant : le dépôt n'a pas mené au paiement, mais à {person.address}\n{person.errors()}")
    world.number = found.group(1)
    world.tell(f"   Le dépôt est reçu et porte le numéro national {world.number} (R. 712-6).")


def pays(world: World) -> None:
    """By card, at the simulated provider; the law says what the payment does to the filing date."""
    world.tell("\n3. Il paie 230 € par carte")
    person = world.person("déposant")
    person.expects("230,00")
    world.explain(person.because("supplémentaire")[:1])
    person.submit("Payer").submit("Payer", {"card": CARD})
    wait_for_payment(person)
    person.open(f"/espace/dossiers/{world.number}/")
    person.expects("recevable")
    world.tell(
        "   Payé une fois ; demande recevable, dont la date de dépôt est celle de sa réception (L. 712-2, R. 712-7)."
    )


def keeps_the_receipt(world: World) -> None:
    """The sealed receipt is verified by the program, then with one byte changed."""
    world.tell("\n4. Il reçoit un récépissé scellé, que chacun peut vérifier")
    person = world.person("déposant")
    person.waits_for(f"/espace/dossiers/{world.number}/", "Récépissé de dépôt")
    address = person.link(lambda text, href: "cépissé" in text)
    world.receipt = person.download(address)
    if verify(world.receipt, world.sign) != 0:
        raise StepFailed("le récépissé authentique n'est pas reconnu")
    world.tell("   guichet verify : authentique, et l'image déposée est bien celle qui a été reçue.")
    forged = bytearray(world.receipt)
    forged[len(forged) // 2] ^= 1
    if verify(bytes(forged), world.sign) == 0 or verify(world.receipt, world.sign + b" ") == 0:
        raise StepFailed("un octet changé passe inaperçu")
    world.tell("   Un octet changé dans le récépissé ou dans l'image : refusé.")


def verify(receipt: bytes, sign: bytes) -> int:
    """Status of ``guichet verify`` on these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        paper, image = Path(folder, "recepisse.pdf"), Path(folder, "ardoisine.png")
        paper.write_bytes(receipt)
        image.write_bytes(sign)
        command = [sys.executable, "-m", "guichet.cli", "verify", str(paper), str(image)]
        return subprocess.run(command, capture_output=True, check=False).returncode


def wait_for_payment(person: Person) -> None:
    """The return page says when the payment is known; it asks again by itself, here by hand."""
    for _ in range(100):
        if "Paiement reçu" in person.text or "payé" in person.text.lower():
            return
        person.open(str(person.address))
    raise StepFailed(f"le paiement n'est pas confirmé sur {person.address}")
