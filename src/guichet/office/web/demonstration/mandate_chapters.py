"""Two organisations: a company gives a mandate to its attorneys, who act for it, within its terms and until its end."""

from __future__ import annotations

import csv
import io
from datetime import date

from guichet.office.web.demonstration.browser import StepFailed
from guichet.office.web.demonstration.filing_chapters import logs_in
from guichet.office.web.demonstration.organisation_chapters import COMPANY, NEXT_MARK, begins, file_of, first_sentence
from guichet.office.web.demonstration.story import World

FIRM = "Cabinet Castel"
NO_POWER = "Sauf lorsqu'il a la qualité de conseil en propriété industrielle ou d'avocat"
IN_THE_TRAIL = (
    f"Sofia Bernard, pour {COMPANY} : Projet pris en main",
    f"Hélène Castel, pour {FIRM} : Mandat accepté",
    f"Hélène Castel, pour {COMPANY} : Régulariser le dépôt",
    f"Karim Haddad, pour {COMPANY} : Départ de l'entreprise",
    f"Sofia Bernard, pour {COMPANY} : Mandat révoqué",
)
RIGHTS = "/espace/habilitations/"
MANDATES = f"{RIGHTS}mandats/"
REASONS = "« encres » est clair ; « cahiers » l'est moins : précisez, ou acceptez notre proposition."
PROPOSAL = "16 : encres\n16 : cahiers d'écriture"


def gives_a_mandate(world: World) -> None:
    """The power that the code asks for, and whom it does not ask it of (R. 712-2)."""
    world.moves_to(date(2024, 6, 5))
    world.tell(f"16. {COMPANY} donne mandat au {FIRM}")
    sofia, helene = world.person("Sofia"), logs_in(world.person("Hélène"), world.attorney)
    helene.open("/espace/").expects(FIRM).finds_nothing(file_of(world))
    world.person("déposant").finds_nothing(file_of(world))
    world.tell("   Avant le mandat, le dossier n'existe ni pour le cabinet ni pour Nicolas Dupuis : page introuvable.")
    asked = {"invited": world.attorney, "rights": ["trademark"], "since": "2024-06-05", "country": "FR"}
    sofia.open(f"{MANDATES}donner/").is_refused("Proposer le mandat", asked | {"quality": "special_list"})
    world.tell(f"   À quelqu'un de la liste spéciale : refusé. {first_sentence(sofia.refusal)}")
    world.explain(sofia.because())
    attorneys = {"quality": "ip_attorney_company", "mentions": ["marks_designs"]}
    sofia.submit("Proposer le mandat", asked | attorneys).expects("est proposé")
    world.mandate = str(sofia.address)
    world.tell("   À une société de conseils en propriété industrielle, sans pouvoir : proposé.")
    world.explain([f"« {NO_POWER} » R. 712-2, al. 5"])


def represents(world: World) -> None:
    """Accepted: the office's letter, signed by delegation, is answered by the attorney for the company."""
    world.tell(f"\n17. Hélène Castel accepte, et répond à l'office pour {COMPANY}")
    helene = world.person("Hélène").open(MANDATES).expects(COMPANY)
    helene.open(world.mandate).submit("Accepter le mandat").expects("Vous représentez désormais le mandant")
    examiner = world.person("examinatrice").open(f"/poste/dossiers/{world.company_number}/")
    examiner.follow("Notifier une irrégularité")
    values = {"grounds": ["R. 712-3-1"], "reasons": REASONS, "with_proposal": "on", "proposal": PROPOSAL, "months": "1"}
    examiner.submit("Notifier une irrégularité", values).expects("Décision n° 1")
    helene.waits_for("/espace/courrier/", "rrégularité").follow("rrégularité")
    if "Ouvrir" in helene.text:
        helene.submit("Ouvrir")
    world.tell("   L'office notifie une irrégularité ; la lettre dit qui signe, et de qui il le tient (R. 411-2) :")
    world.explain([helene.words("par délégation", between=" · ")])
    helene.open(f"{file_of(world)}regulariser/").submit("Accepter la proposition").expects("la demande est régularisée")
    trail = world.person("Sofia").open(f"{RIGHTS}trace/trademark/{world.company_number}/")
    world.tell("   Elle accepte la proposition. Le registre des actes dit pour qui, et par quel mandat :")
    world.explain([trail.row("Régulariser le dépôt")])


def keeps_to_its_terms(world: World) -> None:
    """Withdrawing is not an ordinary act: the mandate must name it (R. 712-21). Each answer gives its reasons."""
    world.tell("\n18. Retirer la demande ? Le mandat ne le permet pas ; Sofia demande qui peut faire quoi")
    helene, sofia = world.person("Hélène"), world.person("Sofia")
    helene.open(f"{file_of(world)}retirer/")
    world.tell(f"   À Hélène : {helene.refusal}")
    world.explain(helene.because())
    sofia.open(f"{RIGHTS}droits/trademark/{world.company_number}/").follow("Qui peut faire quoi")
    matrix = str(sofia.address)
    for who, act in ((FIRM, "Déposer, répondre"), ("Karim Haddad", "Retirer")):
        sofia.open(matrix).follow(f"pourquoi ? ({who}, {act})")
        world.tell(f"   {who}, « {act} » : {sofia.answer}")
        world.explain(sofia.because()[:2])


def loses_someone(world: World) -> None:
    """Who leaves takes nothing away; an organisation never loses its last administrator."""
    world.moves_to(date(2024, 6, 10))
    world.tell(f"19. Karim quitte {COMPANY}, qui garde ses dossiers")
    karim, sofia = world.person("Karim"), world.person("Sofia")
    begins(karim, NEXT_MARK)
    karim.open("/espace/entreprise/quitter/").submit("Quitter l'entreprise").expects("Vous n'êtes plus rattaché")
    karim.finds_nothing(file_of(world))
    sofia.open("/espace/entreprise/dossiers/").expects("Karim Haddad", "n'est plus rattaché").follow("Confier")
    sofia.expects("Projet").submit("Tout confier", {"person": sofia.choice("person", "Sofia Bernard")})
    if "Karim Haddad" in sofia.open("/espace/entreprise/dossiers/").text:
        raise StepFailed("Karim suit encore quelque chose de l'entreprise")
    sofia.open("/espace/brouillons/").expects(NEXT_MARK)
    world.tell(f"   Son projet {NEXT_MARK} reste à l'entreprise ; Sofia se confie d'un coup tout ce qu'il suivait.")
    sofia.open("/espace/entreprise/quitter/").is_refused("Quitter l'entreprise")
    world.tell(f"   Dernière gestionnaire, elle veut partir à son tour : {sofia.refusal}")


def ends_the_mandate(world: World) -> None:
    """Revoked, at once: the next page that the attorney opens is already refused."""
    world.tell("\n20. Sofia révoque le mandat")
    helene, sofia = world.person("Hélène"), world.person("Sofia")
    helene.open(file_of(world)).expects(COMPANY)
    sofia.open(world.mandate).follow("Révoquer ce mandat").submit("Révoquer maintenant").expects("est révoqué")
    helene.finds_nothing(file_of(world))
    sofia.open(f"{RIGHTS}?file={world.company_number}")
    sofia.submit("Demander", {"who": sofia.choice("who", FIRM), "action": "see"})
    world.tell(f"   La page suivante d'Hélène est introuvable. {sofia.refusal}")


def reads_the_trail(world: World) -> None:
    """Who did what, when, on whose behalf: exported as a spreadsheet, and read."""
    world.tell("\n21. Elle emporte le journal des actes : qui a fait quoi, pour le compte de qui")
    data = world.person("Sofia").download("/espace/entreprise/journal.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data), delimiter=";"))
    told = [f"{row['Auteur']}, pour {row['Pour le compte de']} : {row['Acte']}" for row in rows]
    missing = [one for one in IN_THE_TRAIL if one not in told]
    if missing:
        raise StepFailed(f"le journal ne dit pas : {missing}")
    world.tell(f"   {len(rows)} actes, dont :")
    world.explain(list(IN_THE_TRAIL))
