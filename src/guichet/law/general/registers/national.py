"""The entries that the registers of marks, designs and patents share, from their article numbers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guichet.law.general.register_law import (
    PROFESSIONALS,
    EntryLaw,
    National,
    Papers,
    RegisterLaw,
    act_papers,
    form,
)
from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.regimes import Title
from guichet.law.sources import cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.general.recordal import Capacity, Entry, Register
from guichet.rights.source import Source

_ACTS: Mapping[Entry, tuple[str, str, str, bool]] = {
    "transfer": ("Transmission de propriété", "cession", "l'acquéreur", False),
    "licence": ("Licence", "concession d'un droit d'exploitation", "le licencié", False),
    "licence_end": ("Fin de licence", "concession d'un droit d'exploitation", "", True),
    "pledge": ("Nantissement ou gage", "constitution ou cession d'un", "le créancier", False),
    "pledge_transfer": (
        "Cession de nantissement ou de gage",
        "constitution ou cession d'un",
        "le nouveau créancier",
        True,
    ),
    "pledge_release": ("Renonciation au nantissement ou au gage", "ou renonciation à ce", "", True),
    "seizure": ("Saisie", "saisie, validation et mainlevée de saisie", "le créancier saisissant", False),
    "seizure_validation": ("Validation de saisie", "saisie, validation et mainlevée de saisie", "", True),
    "seizure_release": ("Mainlevée de saisie", "saisie, validation et mainlevée de saisie", "", True),
    "other_act": ("Autre acte sur la propriété ou la jouissance", "tels que", "", False),
}
"""Label, words of the article, other party in French, whether an earlier entry is concerned."""


def act_entries(numbers: National, *, released: str) -> dict[Entry, EntryLaw]:
    """Acts on ownership or enjoyment; ``released`` are the register's own words for giving up a pledge."""
    asked_by = cite(numbers.acts, "al. 1", "s'il n'est pas partie à l'acte, du titulaire du dépôt au jour de")
    fee = cite(numbers.acts, "3°", "La justification du paiement de la redevance prescrite")
    chain = cite(numbers.acts, "al. 2", "un acte ne peut être inscrit que si la personne indiquée dans l'acte")
    found: dict[Entry, EntryLaw] = {}
    for entry, (label, words, parties, earlier) in _ACTS.items():
        who: tuple[Capacity, ...] = ("party", "holder", "heir") if entry == "transfer" else ("party", "holder")
        quote = released if entry == "pledge_release" else words
        found[entry] = EntryLaw(
            label=label,
            source=cite(numbers.acts, "al. 1", quote),
            who=who,
            asked_by=asked_by,
            asked_by_label="une partie à l'acte, ou le titulaire inscrit s'il n'y est pas partie",
            papers=act_papers(numbers),
            fee=fee,
            chain=chain,
            earlier_entry=earlier,
            parties=parties,
        )
    return found


def detail_entries(numbers: National) -> dict[Entry, EntryLaw]:
    """Changes of name, legal form or address, free of charge; corrections of errors, for a fee."""
    holder = cite(numbers.details, "", "qui doit être le titulaire inscrit au Registre national")
    label = "le titulaire inscrit, ou une partie à l'acte précédemment inscrit que le changement concerne"
    who: tuple[Capacity, ...] = ("holder", "party")

    def change(title: str, quote: str, fee: Source | None = None) -> EntryLaw:
        source = cite(numbers.details, "", quote)
        return EntryLaw(title, source, who, holder, label, (form(numbers.details),), fee)

    paid = cite(
        numbers.details,
        "3°",
        "S'il s'agit d'une rectification d'erreur matérielle, la justification du paiement de la redevance prescrite",
    )
    return {
        "name": change("Changement de nom ou de forme juridique", "Les changements de nom, de forme juridique"),
        "address": change("Changement d'adresse", "Les changements de nom, de forme juridique"),
        "correction": change("Rectification d'erreur matérielle", "rectifications d'erreurs matérielles", paid),
    }


def court_entries(numbers: National) -> dict[Entry, EntryLaw]:
    """Final judgments, at the request of the clerk or of a party; the writ of an ownership claim."""
    asked = cite(numbers.ex_officio, "al. 1", "s'il s'agit d'une décision judiciaire, sur réquisition du greffier ou")
    writ = cite(numbers.content, "2°", "l'assignation correspondante")
    final = cite(numbers.ex_officio, "al. 2", "Seules les décisions judiciaires définitives peuvent être inscrites")
    return {
        "judgment": EntryLaw(
            label="Décision de justice",
            source=asked,
            who=("clerk", "litigant"),
            asked_by=asked,
            asked_by_label="le greffier, ou l'une des parties",
            papers=(
                Papers(("judgment",), "la décision", asked),
                Papers(("finality_proof",), "la preuve qu'elle est définitive", final),
            ),
            final=final,
            decided=False,
        ),
        "ownership_claim": EntryLaw(
            label="Action en revendication de propriété",
            source=writ,
            who=("litigant", "clerk"),
            asked_by=writ,
            asked_by_label="une partie à l'instance",
            papers=(form(numbers.acts), Papers(("writ",), "l'assignation", writ)),
            decided=False,
        ),
    }


def national_register(
    numbers: National,
    *,
    register: Register,
    label: str,
    kind: str,
    title: Title,
    released: str,
    more: Mapping[Entry, EntryLaw] = MappingProxyType({}),
) -> RegisterLaw:
    """A whole register on the common model; ``more`` are its own entries."""
    return RegisterLaw(
        register=register,
        label=label,
        bulletin="Bulletin officiel de la propriété industrielle",
        kind=kind,
        entries=MappingProxyType(
            {**act_entries(numbers, released=released), **detail_entries(numbers), **court_entries(numbers), **more}
        ),
        loop=_loop(numbers, title),
        power=cite(numbers.acts, "4°", "n'ait la qualité de conseil en propriété industrielle ou d'avocat"),
        dispensed=PROFESSIONALS,
        opposable=_opposable(numbers.opposable),
        knew=cite(
            numbers.opposable, "al. 2", "qui avaient connaissance de celui-ci lors de l'acquisition de ces droits"
        ),
        fee_prefix=kind,
        unpublished=cite(numbers.content, "dernier al.", "Aucune inscription n'est portée au registre tant que"),
        decision=decision_period(numbers.decision, title),
        interruption=cite(numbers.decision, "", "jusqu'à la régularisation de la demande ou la levée de l'objection"),
        silence=cite(numbers.silence, "", "la demande est réputée acceptée"),
        mention=cite(numbers.mention, "al. 1", "fait l'objet d'une mention au Bulletin officiel"),
        proof_may_be_asked=cite(numbers.details, "dernier al.", "peut exiger la justification de la réalité"),
    )


_OPPOSABLE = {
    "L. 714-7": "doit, pour être opposable aux tiers, être inscrite au Registre national des marques",
    "L. 513-3": "n'est opposable aux tiers que s'il a été inscrit au Registre national des dessins et modèles",
    "L. 613-9": "doivent, pour être opposables aux tiers, être inscrits sur un registre",
}


def _opposable(article: str) -> Source:
    return cite(article, "al. 1", _OPPOSABLE[article])


def decision_period(article: str, title: Title) -> TimeLimit:
    """The office's six months, which it counts for itself: no prorogation."""
    return TimeLimit(
        cite(article, "", "dans un délai de six mois à compter de son dépôt"),
        "recordal.requested",
        months=6,
        since="du dépôt de la demande",
        title=title,
        bearer="effect",
    )


def _loop(numbers: National, title: Title) -> RegularisationCycle:
    period = cite(
        numbers.irregular, "", "Un délai lui est imparti pour régulariser sa demande ou présenter des observations"
    )
    return RegularisationCycle(
        period=OfficePeriod(period, "recordal.irregularity_notified", default_months=2, title=title),
        notification=cite(numbers.irregular, "", "notification motivée en est faite au demandeur"),
        proposal_accepted=cite(numbers.irregular, "", "proposition est réputée acceptée si le"),
        refused=cite(numbers.irregular, "", "la demande est rejetée par décision du directeur général"),
    )
