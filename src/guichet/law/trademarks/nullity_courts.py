"""What courts decide about a mark, as far as it reaches the office: R. 716-14 to R. 716-22, R. 722-1 to R. 722-7.

The measures themselves are the courts' affair. The office gives the days within which one must sue, and tells what it
may enter in the register: a final judgment (kind ``recordal``), never a seizure of infringing goods.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from guichet.law.answers import Deadline, Finding
from guichet.law.general.suits import suit
from guichet.law.saying import no, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import LongerOf
from guichet.rights.trademarks.nullity import Ground

Measure = Literal["mark_order", "mark_seizure", "indication_order", "indication_seizure"]
Decision = Literal["nullity", "revocation", "ownership", "infringement", "infringement_seizure", "provisional_order"]

_LENGTH = "est de vingt jours ouvrables ou de trente et un jours civils si ce délai est plus long"
ONLY_OFFICE = cite(
    "R. 716-13", "al. 2", "présentée devant une juridiction en méconnaissance du I de l'article L. 716-5"
)
EXCLUSIVE = cite("L. 716-5", "I", "Ne peuvent être formées que devant l'Institut national de la propriété industrielle")
CONNECTED = cite("L. 716-5", "II, 1°", "de façon connexe à toute autre demande relevant de la compétence du tribunal")
MEASURES = cite("L. 716-5", "II, 2°", "sont en cours d'exécution avant l'engagement d'une action au fond")
MAY_STAY = cite("R. 716-14", "al. 1", "la juridiction peut surseoir à statuer jusqu'au jour où la décision")
MUST_STAY = cite("R. 716-22", "", "sursoit à statuer jusqu'à la publication de l'enregistrement")
WHICH_COURTS = cite("R. 716-21", "", "sont fixés conformément au tableau VI annexé à l'article D. 211-6-1")
SEIZED_BY = cite("R. 716-16", "al. 1", "est ordonnée par le président du tribunal judiciaire compétent")
GUARANTEES = cite("R. 716-17", "al. 1", "celles-ci doivent être constituées avant qu'il soit procédé à la saisie")
COPIES = cite("R. 716-17", "al. 2", "donner copie aux détenteurs des objets saisis ou décrits de l'ordonnance")
SUBSTITUTED = cite("R. 716-17", "al. 3", "qu'après livraison des produits ou fourniture des services")
MORE_PROOF = cite("R. 716-19", "", "toute mesure pour compléter la preuve des actes de contrefaçon allégués")
INDICATION_SEIZED_BY = cite("R. 722-2", "al. 1", "est ordonnée par le président du tribunal judiciaire compétent")
INDICATION_GUARANTEES = cite("R. 722-3", "al. 1", "celles-ci doivent être constituées avant qu'il soit procédé")
INDICATION_COPIES = cite("R. 722-3", "al. 2", "donner copie aux détenteurs des objets saisis ou décrits")
INDICATION_MORE_PROOF = cite("R. 722-5", "", "toute mesure pour compléter la preuve des actes portant prétendument")
FINAL_ONLY = cite("R. 714-3", "al. 2", "Seules les décisions judiciaires définitives peuvent être inscrites")
ON_REQUEST = cite("R. 714-3", "al. 1", "sur réquisition du greffier ou sur requête de l'une des parties")
OWNERSHIP = cite("R. 714-2", "2°", "Les actes modifiant la propriété de la marque")
SCOPE = cite("R. 714-2", "1°", "les actes ultérieurs en affectant l'existence ou la portée")

OFFICE_FIRST = Undecided(
    question="L'institut suspend-il sa procédure quand un tribunal est saisi ensuite d'une demande reconventionnelle "
    "entre les mêmes parties ?",
    default="Non : c'est le tribunal qui peut surseoir ; l'institut continue.",
    why="R. 716-14 ne parle que de la juridiction saisie postérieurement.",
    articles=("R. 716-14", "R. 716-9"),
)


_ORDER, _SEIZURE = "de l'ordonnance", "du jour de la saisie ou de la description"
AFTER_ORDER = suit(cite("R. 716-15", "", _LENGTH), "court.measure_ordered", _ORDER, "marks")
AFTER_SEIZURE = suit(cite("R. 716-18", "", _LENGTH), "court.seized", _SEIZURE, "marks")
AFTER_INDICATION_ORDER = suit(cite("R. 722-1", "", _LENGTH), "court.measure_ordered", _ORDER, "marks")
AFTER_INDICATION_SEIZURE = suit(cite("R. 722-4", "", _LENGTH), "court.seized", _SEIZURE, "marks")
SUITS: Mapping[Measure, LongerOf] = {
    "mark_order": AFTER_ORDER,
    "mark_seizure": AFTER_SEIZURE,
    "indication_order": AFTER_INDICATION_ORDER,
    "indication_seizure": AFTER_INDICATION_SEIZURE,
}


def suit_due(measure: Measure, made_on: date) -> Deadline:
    """The last day to sue after this measure, the longer of twenty working days and thirty-one days."""
    return SUITS[measure].expires(made_on)


_OFFICE_GROUNDS: frozenset[Ground] = frozenset(
    {
        "absolute",
        "guarantee",
        "collective",
        "non_use",
        "generic",
        "misleading",
        "guarantee_conduct",
        "collective_conduct",
    }
)


def forum(
    grounds: tuple[Ground, ...], *, personal_right: bool = False, connected: bool = False, measures: bool = False
) -> Finding:
    """Whether the office decides on these grounds; refused when only a court may.

    personal_right: on copyright, a design or a right of personality (L. 711-3 I 6° to 8°). connected: with a claim
    that a court decides. measures: of proof or provisional ones are being carried out before any suit.
    """
    if connected:
        return no("La demande est connexe à un procès : le tribunal est seul compétent.", CONNECTED, WHICH_COURTS)
    if measures:
        return no("Des mesures sont en cours d'exécution : le tribunal est seul compétent.", MEASURES, WHICH_COURTS)
    if personal_right:
        message = "Le droit d'auteur, le dessin ou le droit de la personnalité s'invoquent devant le tribunal."
        return no(message, EXCLUSIVE, WHICH_COURTS)
    known = _OFFICE_GROUNDS | {"earlier_right"}
    if not grounds or not set(grounds) <= known:
        return no("Indiquez le motif de la demande.", EXCLUSIVE)
    return yes("La demande se forme devant l'institut, et devant lui seul.", EXCLUSIVE, ONLY_OFFICE)


def stay(*, counterclaim_after_request: bool, claimant_mark_pending: bool) -> Finding:
    """Whether a court waits: it must while the claimant's mark is only applied for, it may while the office rules."""
    if claimant_mark_pending:
        return yes("La juridiction sursoit à statuer jusqu'à la publication de l'enregistrement.", MUST_STAY)
    if counterclaim_after_request:
        return yes("La juridiction peut surseoir jusqu'à la décision définitive sur la demande à l'institut.", MAY_STAY)
    return no("Aucun texte n'invite la juridiction à surseoir à statuer.", MAY_STAY, MUST_STAY)


_ENTERED: Mapping[Decision, Source] = {"nullity": SCOPE, "revocation": SCOPE, "ownership": OWNERSHIP}


def enters_register(decision: Decision, *, final: bool) -> Finding:
    """Whether what a court decided is entered in the register of marks, and at whose request."""
    if decision not in _ENTERED:
        message = "Cette décision n'affecte ni l'existence ni la portée de la marque : elle ne s'inscrit pas."
        return no(message, SCOPE)
    if not final:
        message = "La décision peut encore faire l'objet d'un recours : attendez qu'elle soit définitive."
        return no(message, FINAL_ONLY)
    return yes("L'inscription se fait à la demande du greffier ou d'une partie.", ON_REQUEST, _ENTERED[decision])


def seizure_steps(*, guarantees_asked: bool, substituted: bool) -> tuple[Finding, ...]:
    """What a seizure on a mark goes through, in order."""
    when, source = ("après la livraison ou le service", SUBSTITUTED) if substituted else ("avant la saisie", COPIES)
    return _seizure(SEIZED_BY, GUARANTEES if guarantees_asked else None, when, source, MORE_PROOF)


def indication_seizure_steps(*, guarantees_asked: bool) -> tuple[Finding, ...]:
    """What a seizure on a geographical indication goes through, in order; nothing is substituted there."""
    guarantees = INDICATION_GUARANTEES if guarantees_asked else None
    return _seizure(INDICATION_SEIZED_BY, guarantees, "avant la saisie", INDICATION_COPIES, INDICATION_MORE_PROOF)


def _seizure(
    ordered: Source, guarantees: Source | None, when: str, copied: Source, more_proof: Source
) -> tuple[Finding, ...]:
    steps = [yes("La saisie est ordonnée par le président du tribunal judiciaire compétent.", ordered)]
    if guarantees is not None:
        steps.append(yes("Les garanties sont constituées avant la saisie.", guarantees))
    steps.append(yes(f"Copie de l'ordonnance est donnée au détenteur {when}.", copied))
    steps.append(yes("Le président peut ordonner des mesures pour compléter la preuve.", more_proof))
    return tuple(steps)
