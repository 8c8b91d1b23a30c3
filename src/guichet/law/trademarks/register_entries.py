"""R. 714-2 to R. 714-6: what an accepted entry changes in the mark; and the bar to publication of R. 712-8."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Finding
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.events import Event
from guichet.rights.general import effects as g
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import outcomes as o

BARRED = cite(
    "R. 712-8",
    "al. 1",
    "soit que sa présentation ne satisfait pas aux prescriptions techniques nécessaires pour permettre sa reproduction",
)
PUBLIC_POLICY = cite(
    "R. 712-8",
    "al. 1",
    "soit que sa publication serait de nature à porter atteinte à l'ordre public ou aux bonnes mœurs",
)
NOT_BEFORE = cite(
    "R. 714-2", "dernier al.", "Aucune inscription n'est portée au registre tant que le dépôt n'est pas publié"
)
OWNERSHIP = cite("R. 714-2", "2°", "Les actes modifiant la propriété de la marque ou la jouissance des droits")
RULES = cite(
    "R. 714-4-1",
    "al. 1",
    "Les modifications du règlement déterminant les conditions auxquelles est subordonné l'usage de la marque",
)
GUARANTEE_HOLDER = cite(
    "L. 715-3", "", "Une marque de garantie ne peut être cédée ou transmise qu'à une personne répondant aux conditions"
)
COLLECTIVE_HOLDER = cite(
    "L. 715-8", "", "Une marque collective ne peut être cédée ou transmise qu'à une personne morale"
)

PARTIAL_TRANSFER = Undecided(
    "Qui est titulaire de la marque après une cession limitée à une partie des produits ou services ?",
    "Le cédant reste titulaire au registre, où la cession partielle figure ; la division les sépare.",
    "L. 714-1 permet la transmission partielle sans dire comment le registre la montre.",
    ("L. 714-1", "R. 714-4"),
)

_ENDED = ("none", "inadmissible")


def may_bar(facts: Facts, on: date) -> Finding:
    if facts.published_on is not None:
        return no("La demande est déjà publiée.", BARRED)
    if facts.filing_date is None:
        return no("Seul un dépôt reconnu recevable est publié, ou écarté de la publication.", BARRED)
    if facts.life.publication_bar is not None:
        return no("La publication est déjà écartée.", BARRED)
    return yes("La publication peut être écartée pour l'un des deux motifs du texte.", BARRED)


def bar(act: f.BarPublication, facts: Facts, on: date) -> Events:
    if not act.explanation.strip():
        source = BARRED if act.reason == "reproduction" else PUBLIC_POLICY
        refuse("Dites en quoi la demande ne peut pas être publiée.", source, field="explanation")
    return (o.PublicationBarred(act.reason, act.explanation),)


def may_lift_bar(facts: Facts, on: date) -> Finding:
    if facts.life.publication_bar is None:
        return no("Rien ne fait obstacle à la publication.", BARRED)
    return yes("L'obstacle à la publication peut être levé.", BARRED)


def lift_bar(act: f.LiftPublicationBar, facts: Facts, on: date) -> Events:
    return (o.PublicationBarLifted(act.because),)


def may_enter(facts: Facts, on: date) -> Finding:
    """The register opens with the publication; it also keeps what concerns a mark that has ended."""
    if facts.application_state in _ENDED or facts.published_on is None:
        return no("Aucune inscription n'est portée au registre avant la publication de la demande.", NOT_BEFORE)
    return yes("L'inscription peut être portée au registre.", OWNERSHIP)


def may_transfer(facts: Facts, on: date) -> Finding:
    entered = may_enter(facts, on)
    if entered.allowed and facts.application.kind == "guarantee":
        message = "La transmission s'inscrit si le nouveau titulaire ne fournit pas lui-même ce qu'il garantit."
        return yes(message, GUARANTEE_HOLDER)
    return entered


def may_enter_rules(facts: Facts, on: date) -> Finding:
    if facts.application.kind == "individual":
        return no("Seules une marque de garantie ou une marque collective ont un règlement d'usage.", RULES)
    return may_enter(facts, on)


def enter(act: Event, facts: Facts, on: date) -> Events:
    """The entry was examined in its own file: here it is only taken into account."""
    return (act,)


def transfer(act: g.TransferRecorded, facts: Facts, on: date) -> Events:
    if not act.holders or not all(holder.name.strip() for holder in act.holders):
        refuse("Nommez chaque titulaire.", OWNERSHIP, field="holders")
    if facts.application.kind == "collective" and any(holder.kind == "person" for holder in act.holders):
        message = "Une marque collective ne se transmet qu'à une association, un groupement ou une personne publique."
        refuse(message, COLLECTIVE_HOLDER, field="holders")
    return (act,)


DOINGS: Doings = {
    f.BarPublication: Doing(may_bar, bar),
    f.LiftPublicationBar: Doing(may_lift_bar, lift_bar),
    **{kind: Doing(may_enter, enter) for kind in g.RECORDED},
    g.TransferRecorded: Doing(may_transfer, transfer),
    g.RulesOfUseRecorded: Doing(may_enter_rules, enter),
}
