"""The national register of plant variety certificates, kept by its own office (R. 623-38 to R. 623-42)."""

from __future__ import annotations

from types import MappingProxyType

from guichet.law.general.register_law import EntryLaw, Papers, RegisterLaw, When, always, by_death
from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod
from guichet.rights.general.recordal import Capacity, Change, Entry

ACTS = cite("R. 623-40", "dernier al.", "la mention de tous actes relatifs à la transmission de propriété")
JUDGMENTS = cite("R. 623-40", "al. 3", "la mention des décisions judiciaires déterminant le titulaire du droit")
FEE = cite("R. 623-40", "dernier al.", "seront faites moyennant le versement de redevances")
ANYONE = cite("R. 623-41", "", "pour les autres mentions à la requête de toute partie intéressée")
CLERK = cite("R. 623-41", "", "à la requête du greffier du tribunal qui a rendu la décision")
ORIGINAL = cite("R. 623-41", "", "sur production de l'un des originaux de l'acte si celui-ci est sous seing privé")
BY_DEATH = cite("R. 623-41", "", "d'un document justifiant le transfert en cas de mutation par décès")
DERIVED = cite("R. 623-40-1", "al. 1", "La mention de variétés essentiellement dérivées")
OWNER = cite("R. 623-40", "al. 2", "le nom et l'adresse du propriétaire du certificat d'obtention végétale")
_WHO: tuple[Capacity, ...] = ("interested", "party", "holder", "heir")


def _between_living(change: Change) -> bool:
    return change.basis != "death"


_DEED = (
    Papers(
        ("act_original", "act_authentic_copy"), "un original de l'acte, ou une expédition", ORIGINAL, _between_living
    ),
    Papers(("transfer_proof",), "un document qui justifie le transfert", BY_DEATH, by_death),
)


def _act(label: str, parties: str = "", *, earlier: bool = False) -> EntryLaw:
    return EntryLaw(
        label,
        ACTS,
        _WHO,
        ANYONE,
        "toute partie intéressée",
        _DEED,
        FEE,
        decided=False,
        earlier_entry=earlier,
        parties=parties,
    )


def _detail(label: str, when: When = always) -> EntryLaw:
    papers = (
        Papers(("change_proof", "act_original", "act_authentic_copy"), "un document qui le justifie", ANYONE, when),
    )
    return EntryLaw(label, OWNER, _WHO, ANYONE, "toute partie intéressée", papers, FEE, decided=False)


_ENTRIES: dict[Entry, EntryLaw] = {
    "transfer": _act("Transmission de propriété", "l'acquéreur"),
    "licence": _act("Cession ou concession d'un droit d'exploitation", "le licencié"),
    "licence_end": _act("Fin de licence", earlier=True),
    "pledge": _act("Gage", "le créancier"),
    "pledge_transfer": _act("Cession de gage", "le nouveau créancier", earlier=True),
    "pledge_release": _act("Renonciation au gage", earlier=True),
    "seizure": _act("Saisie", "le créancier saisissant"),
    "seizure_validation": _act("Validation de saisie", earlier=True),
    "seizure_release": _act("Mainlevée de saisie", earlier=True),
    "other_act": _act("Autre acte qui transmet ou modifie les droits, licence d'office comprise"),
    "name": _detail("Changement de nom"),
    "address": _detail("Changement d'adresse"),
    "correction": _detail("Rectification d'erreur matérielle"),
    "judgment": EntryLaw(
        "Décision de justice sur le titulaire du droit",
        JUDGMENTS,
        ("clerk",),
        CLERK,
        "le greffier du tribunal qui a rendu la décision",
        (Papers(("judgment",), "la décision", CLERK),),
        FEE,
        decided=False,
    ),
    "derived_variety": EntryLaw(
        "Variété essentiellement dérivée",
        DERIVED,
        _WHO,
        ANYONE,
        "toute partie intéressée",
        (
            Papers(
                ("judgment", "act_original", "holder_statement"),
                "une décision passée en force de chose jugée, un original de l'acte de reconnaissance ou la "
                "déclaration du titulaire qui a obtenu les deux variétés",
                cite("R. 623-40-1", "al. 5", "sur production de l'un des originaux de l'acte sous seing privé"),
            ),
        ),
        FEE,
        decided=False,
    ),
}

PLANT_VARIETIES = RegisterLaw(
    register="plant_varieties",
    label="registre national des certificats d'obtention végétale",
    bulletin="Bulletin officiel de l'instance nationale des obtentions végétales",
    kind="plant_variety",
    entries=MappingProxyType(_ENTRIES),
    loop=RegularisationCycle(
        notification=ORIGINAL,
        refused=ORIGINAL,
        proposal_accepted=None,
        period=OfficePeriod(ORIGINAL, "recordal.irregularity_notified", default_months=2, title="plant_varieties"),
    ),
    power=cite("R. 623-3", "al. 2", "Sauf stipulation contraire, le pouvoir du mandataire désigné"),
    opposable=cite("L. 623-24", "al. 2", "Il en est de même des articles L. 613-9, L. 613-21 et L. 613-24"),
    knew=cite("L. 613-9", "al. 2", "qui avaient connaissance de celui-ci lors de l'acquisition de ces droits"),
    fee_prefix="plant_variety",
)

Undecided(
    question="Que fait l'instance nationale des obtentions végétales d'une demande d'inscription incomplète ?",
    default="Elle demande la pièce qui manque dans un délai de son choix, deux mois d'ordinaire, puis refuse.",
    why="R. 623-41 exige des pièces sans dire ce qui suit leur absence ; aucun article ne donne de délai de décision "
    "ni de sens au silence.",
    articles=("R. 623-41",),
)
Undecided(
    question="Un changement de nom ou d'adresse est-il inscrit au registre des obtentions végétales, et par qui ?",
    default="Oui, à la requête de toute partie intéressée, avec un document qui le justifie.",
    why="R. 623-40 veut le nom et l'adresse du propriétaire sans dire comment ils changent ; R. 623-41 règle « les "
    "autres mentions ».",
    articles=("R. 623-40", "R. 623-41"),
)
Undecided(
    question="Le registre des obtentions végétales vérifie-t-il que le cédant y est inscrit ?",
    default="Non : un avertissement suffit.",
    why="R. 623-40 et R. 623-41 n'ont pas la condition de R. 613-55, deuxième alinéa.",
    articles=("R. 623-40", "R. 623-41", "R. 613-55"),
)
