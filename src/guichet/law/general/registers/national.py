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
from guichet.law.general.registers.words import WORDS
from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.regimes import Title
from guichet.law.sources import cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.general.recordal import Capacity, Entry
from guichet.rights.source import Source

_ACTS: Mapping[Entry, tuple[str, str, bool]] = {
    "transfer": ("Transmission de propriété", "l'acquéreur", False),
    "licence": ("Licence", "le licencié", False),
    "licence_end": ("Fin de licence", "", True),
    "pledge": ("Nantissement ou gage", "le créancier", False),
    "pledge_transfer": ("Cession de nantissement ou de gage", "le nouveau créancier", True),
    "pledge_release": ("Renonciation au nantissement ou au gage", "", True),
    "seizure": ("Saisie", "le créancier saisissant", False),
    "seizure_validation": ("Validation de saisie", "", True),
    "seizure_release": ("Mainlevée de saisie", "", True),
    "other_act": ("Autre acte sur la propriété ou la jouissance", "", False),
}
"""Label, other party in French, whether an earlier entry is concerned."""


def act_entries(numbers: National) -> dict[Entry, EntryLaw]:
    """Acts on ownership or enjoyment."""
    words = WORDS[numbers.register]
    listed = cite(numbers.acts, "al. 1", words["acts"])
    asked_by = cite(numbers.acts, "al. 1", words["asked_by"])
    fee = cite(numbers.acts, "3°", "La justification du paiement de la redevance prescrite")
    chain = cite(numbers.acts, "al. 2", words["chain"])
    found: dict[Entry, EntryLaw] = {}
    for entry, (label, parties, earlier) in _ACTS.items():
        who: tuple[Capacity, ...] = ("party", "holder", "heir") if entry == "transfer" else ("party", "holder")
        found[entry] = EntryLaw(
            label=label,
            source=listed,
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
    holder = cite(numbers.details, "", WORDS[numbers.register]["holder"])
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
    words = WORDS[numbers.register]
    asked = cite(numbers.ex_officio, "al. 1", words["clerk"])
    writ = cite(numbers.content, "2°", "l'assignation correspondante")
    final = cite(numbers.ex_officio, "al. 2", words["final"])
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
    numbers: National, *, label: str, kind: str, title: Title, more: Mapping[Entry, EntryLaw] = MappingProxyType({})
) -> RegisterLaw:
    """A whole register on the common model; ``more`` are its own entries."""
    words = WORDS[numbers.register]
    return RegisterLaw(
        register=numbers.register,
        label=label,
        bulletin="Bulletin officiel de la propriété industrielle",
        kind=kind,
        entries=MappingProxyType({**act_entries(numbers), **detail_entries(numbers), **court_entries(numbers), **more}),
        loop=_loop(numbers, title),
        power=cite(numbers.acts, "4°", words["power"]),
        dispensed=PROFESSIONALS,
        opposable=cite(numbers.opposable, "al. 1", words["opposable"]),
        knew=cite(
            numbers.opposable, "al. 2", "qui avaient connaissance de celui-ci lors de l'acquisition de ces droits"
        ),
        fee_prefix=kind,
        unpublished=cite(numbers.content, "dernier al.", words["unpublished"]),
        decision=decision_period(numbers.decision, title),
        interruption=cite(numbers.decision, "", "jusqu'à la régularisation de la demande ou la levée de l'objection"),
        silence=cite(numbers.silence, "", "la demande est réputée acceptée"),
        mention=cite(numbers.mention, "al. 1", words["mention"]),
        proof_may_be_asked=cite(numbers.details, "dernier al.", words["proof"]),
    )


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


_NOTIFIED = "En cas de non-conformité d'une demande d'inscription, notification motivée en est faite au demandeur"
_REJECTED = (
    "la demande est rejetée par décision du directeur général de l'Institut national de la propriété industrielle"
)


def _loop(numbers: National, title: Title) -> RegularisationCycle:
    period = cite(
        numbers.irregular, "", "Un délai lui est imparti pour régulariser sa demande ou présenter des observations"
    )
    return RegularisationCycle(
        period=OfficePeriod(period, "recordal.irregularity_notified", default_months=2, title=title),
        notification=cite(numbers.irregular, "", _NOTIFIED),
        proposal_accepted=cite(numbers.irregular, "", WORDS[numbers.register]["proposal"]),
        refused=cite(numbers.irregular, "", _REJECTED),
    )
