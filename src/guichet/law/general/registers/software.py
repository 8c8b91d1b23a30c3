"""The special national register of software: pledges of the right to exploit them (R. 132-8 to R. 132-17)."""

from __future__ import annotations

from types import MappingProxyType

from guichet.law.general.register_law import EntryLaw, Papers, RegisterLaw
from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.general.recordal import Change, Entry

ASKED = cite("R. 132-9", "", "par l'une des parties à l'acte ou par un mandataire muni d'un pouvoir")
PLEDGE = cite("R. 132-10", "al. 1", "La demande d'inscription du nantissement est réalisée par le dépôt d'un bordereau")
LATER = cite("R. 132-11", "al. 1", "Les actes ayant pour effet de modifier ou d'anéantir les droits publiés")
IDENTITY = cite("R. 132-12", "al. 1", "sont inscrits à la demande de toute personne intéressée")
CORRECTION = cite("R. 132-13", "", "peuvent être présentées par toute partie aux actes concernés")
RENEWAL = cite(
    "R. 132-15", "", "selon la procédure prévue à l'article R. 132-10, avant l'expiration du délai de cinq ans"
)
REMOVAL = cite("R. 132-16", "al. 1", "La radiation de l'inscription peut être requise par le créancier ou le débiteur")
_DEBT = cite("R. 132-10", "4°", "Le montant de la créance exprimée dans l'acte, son exigibilité")
_SOFTWARE = cite("R. 132-10", "2°", "La désignation du logiciel par son nom, sa marque")
_PEOPLE = cite("R. 132-10", "1°", "du créancier et du débiteur")
_DATED = cite("R. 132-10", "3°", "La nature et la date de l'acte constitutif du nantissement")
_RETURN_PLEDGE = cite(
    "R. 132-10", "al. 3", "une reproduction de l'acte susmentionné lorsque le demandeur entend que l'original"
)
_RETURN_LATER = cite("R. 132-11", "3°", "lorsque le demandeur entend que l'original ou l'expédition lui soit restitué")
_ORIGINAL = cite("R. 132-11", "2°", "Un des originaux de l'acte sous seing privé ou, selon les cas, une expédition")


def _wanted_back(change: Change) -> bool:
    return change.original_wanted_back


_PLEDGE_PAPERS = (
    Papers(("form",), "le bordereau", PLEDGE),
    Papers(
        ("act_original",),
        "un original de l'acte de nantissement",
        cite("R. 132-10", "al. 3", "un des originaux de l'acte constitutif du nantissement"),
    ),
    Papers(
        ("act_reproduction",), "une reproduction de l'acte, dont vous voulez l'original", _RETURN_PLEDGE, _wanted_back
    ),
)
_LATER_PAPERS = (
    Papers(("form",), "le bordereau", cite("R. 132-11", "1°", "Un bordereau de demande d'inscription")),
    Papers(("act_original", "act_authentic_copy"), "un original de l'acte, ou une expédition", _ORIGINAL),
    Papers(
        ("act_reproduction",), "une reproduction de l'acte, dont vous voulez l'original", _RETURN_LATER, _wanted_back
    ),
)
_IDENTITY_PAPERS = (
    Papers(("form",), "le bordereau", cite("R. 132-12", "1°", "Un bordereau de demande d'inscription")),
    Papers(
        ("change_proof",),
        "un document qui constate le changement",
        cite("R. 132-12", "2°", "Tout document destiné à constater les changements ou modifications"),
    ),
)
_LATER_FEE = cite("R. 132-11", "4°", "La justification du paiement de la redevance prescrite")
_IDENTITY_FEE = cite("R. 132-12", "3°", "La justification du paiement de la redevance prescrite")
_PLEDGE_DETAILS = MappingProxyType(
    {
        "previous": ("le débiteur, titulaire du droit d'exploitation", _PEOPLE),
        "identified_by": ("le logiciel, par son nom, sa marque et ses éléments d'identification", _SOFTWARE),
        "act_on": ("la date de l'acte", _DATED),
        "debt": ("la créance : montant, exigibilité, intérêts, frais", _DEBT),
    }
)


def _pledge(label: str, *, renewal: bool) -> EntryLaw:
    return EntryLaw(
        label=label,
        source=RENEWAL if renewal else PLEDGE,
        who=("party", "creditor", "debtor"),
        asked_by=ASKED,
        asked_by_label="l'une des parties à l'acte, créancier ou débiteur",
        papers=_PLEDGE_PAPERS,
        fee=cite("R. 132-10", "al. 3", "la justification du paiement de la redevance prescrite"),
        earlier_entry=renewal,
        parties="le créancier",
        details=_PLEDGE_DETAILS,
    )


def _later(label: str, parties: str = "", *, earlier: bool = False) -> EntryLaw:
    return EntryLaw(
        label=label,
        source=LATER,
        who=("party", "creditor", "debtor", "litigant"),
        asked_by=cite("R. 132-11", "al. 1", "sont inscrits à la demande de l'une des parties à l'acte"),
        asked_by_label="l'une des parties à l'acte",
        papers=_LATER_PAPERS,
        fee=_LATER_FEE,
        earlier_entry=earlier,
        parties=parties,
    )


def _identity(label: str) -> EntryLaw:
    return EntryLaw(
        label,
        IDENTITY,
        ("interested", "holder", "party", "creditor", "debtor"),
        IDENTITY,
        "toute personne intéressée",
        _IDENTITY_PAPERS,
        _IDENTITY_FEE,
    )


_JUDGED = cite("R. 132-11", "al. 1", "les décisions judiciaires définitives relatives à ces droits")
_ENTRIES: dict[Entry, EntryLaw] = {
    "pledge": _pledge("Nantissement", renewal=False),
    "pledge_renewal": _pledge("Renouvellement du nantissement", renewal=True),
    "transfer": _later("Cession du droit d'exploitation", "l'acquéreur"),
    "licence": _later("Concession d'un droit d'exploitation", "le licencié"),
    "pledge_transfer": _later("Cession du nantissement", "le nouveau créancier", earlier=True),
    "pledge_release": _later("Renonciation au nantissement", earlier=True),
    "other_act": _later("Autre acte sur les droits publiés"),
    "ownership_claim": _later("Demande en justice", "le demandeur en justice"),
    "judgment": EntryLaw(
        label="Décision de justice",
        source=_JUDGED,
        who=("party", "creditor", "debtor", "litigant"),
        asked_by=_JUDGED,
        asked_by_label="l'une des parties",
        papers=(
            Papers(("form",), "le bordereau", cite("R. 132-11", "1°", "Un bordereau de demande d'inscription")),
            Papers(("judgment", "act_authentic_copy"), "une expédition de la décision", _JUDGED),
        ),
        fee=_LATER_FEE,
        final=_JUDGED,
    ),
    "name": _identity("Changement de nom, de dénomination ou de forme juridique"),
    "address": _identity("Changement de domicile ou de siège"),
    "correction": EntryLaw(
        "Rectification d'erreur matérielle",
        CORRECTION,
        ("party", "creditor", "debtor"),
        CORRECTION,
        "toute partie à l'acte publié",
        (
            _IDENTITY_PAPERS[0],
            Papers(
                ("change_proof", "act_original", "act_copy"),
                "les pièces qui prouvent l'erreur",
                cite("R. 132-13", "", "Elles doivent être accompagnées de toutes pièces justificatives"),
            ),
        ),
        _IDENTITY_FEE,
    ),
    "pledge_removal": EntryLaw(
        "Radiation",
        REMOVAL,
        ("creditor", "debtor"),
        REMOVAL,
        "le créancier ou le débiteur",
        (
            Papers(
                ("extinction_proof", "release_act", "judgment"),
                "la preuve que la dette est éteinte, l'acte de mainlevée ou une décision définitive",
                cite(
                    "R. 132-16", "al. 1", "sur justification de l'extinction de la dette garantie ou de la production"
                ),
            ),
        ),
        earlier_entry=True,
    ),
}

SOFTWARE = RegisterLaw(
    register="software",
    label="registre national spécial des logiciels",
    bulletin="Bulletin officiel de la propriété industrielle",
    kind="software_pledge",
    entries=MappingProxyType(_ENTRIES),
    loop=RegularisationCycle(
        notification=cite("R. 132-14", "al. 1", "notification motivée en est faite au demandeur"),
        refused=cite("R. 132-14", "al. 1", "la demande est rejetée par décision du directeur général"),
        proposal_accepted=cite(
            "R. 132-14", "al. 2", "cette proposition est réputée acceptée si le demandeur ne la conteste pas"
        ),
        period=TimeLimit(
            cite("R. 132-14", "al. 1", "Un délai de deux mois lui est imparti pour régulariser sa demande"),
            "recordal.irregularity_notified",
            months=2,
            since="de la notification",
            title="copyright",
        ),
    ),
    power=ASKED,
    opposable=cite("L. 132-34", "al. 3", "Le nantissement est inscrit, à peine d'inopposabilité"),
    fee_prefix="software",
    decision=TimeLimit(
        cite("R. 132-14-1", "", "dans un délai de six mois à compter de son dépôt"),
        "recordal.requested",
        months=6,
        since="du dépôt de la demande",
        title="copyright",
        bearer="effect",
    ),
    interruption=cite("R. 132-14-1", "", "jusqu'à la régularisation de la demande ou la levée de l'objection"),
    silence=cite("R. 132-14-2", "", "la demande est réputée acceptée"),
    mention=cite("R. 132-17", "al. 1", "fait l'objet d'une mention au Bulletin officiel"),
)
RANK = cite("L. 132-34", "al. 4", "Le rang des inscriptions est déterminé par l'ordre dans lequel elles sont requises")

Undecided(
    question="Un conseil ou un avocat doit-il joindre un pouvoir pour le registre des logiciels ?",
    default="Oui : tout mandataire joint un pouvoir.",
    why="R. 132-9 dit « un mandataire muni d'un pouvoir », sans la dispense que donnent R. 714-4 et R. 512-15.",
    articles=("R. 132-9",),
)
Undecided(
    question="Le rang d'un nantissement régularisé part-il de la demande ou de la régularisation ?",
    default="De la demande.",
    why="L. 132-34 suit l'ordre dans lequel les inscriptions sont requises ; R. 132-14 permet de régulariser la même "
    "demande.",
    articles=("L. 132-34", "R. 132-14"),
    safe="De la régularisation.",
)
Undecided(
    question="Faut-il qu'un cédant soit déjà inscrit pour que sa cession le soit au registre des logiciels ?",
    default="Non.",
    why="R. 132-11 n'a pas la condition de R. 714-4, deuxième alinéa.",
    articles=("R. 132-11", "R. 714-4"),
)
