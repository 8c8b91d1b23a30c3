"""A licence, or an expropriation, for national defence (L. 613-19, L. 613-20, R. 613-34 to R. 613-42)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents.licence_commission import registered_letter
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, required
from guichet.law.saying import because, no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import state_licences as s
from guichet.rights.patents.maintenance import OfficialLicenceEntered

PARTICULARS = cite("R. 613-34", "al. 1", "comporte toutes précisions utiles sur les conditions nécessaires")
DURATION = cite("R. 613-34", "2°", "A la durée de la licence")
IMPROVEMENTS = cite("R. 613-34", "3°", "Aux droits et obligations respectifs de l'Etat et du propriétaire")
AT_ONCE = cite("R. 613-35", "", "Il est immédiatement notifié par le ministre chargé de la propriété industrielle")
HELD = cite("R. 613-35", "", "il n'est procédé à l'inscription qu'après que ladite demande a été rendue publique")
FROM_REQUEST = cite("L. 613-19", "al. 3", "La licence prend effet à la date de la demande de licence d'office")
BY_DECREE = cite("L. 613-20", "al. 1", "L'Etat peut, à tout moment, par décret, exproprier, en tout ou partie")
SERVED = cite("R. 613-39", "", "est notifié par le ministre chargé de la propriété industrielle au propriétaire")
SAME_COMPENSATION = cite("R. 613-40", "", "comme il est prévu pour la rémunération de la licence d'office")
LETTER = cite("R. 613-36", "al. 1", "par lettre recommandée avec demande d'avis de réception")
AMICABLE = cite("L. 613-19", "al. 4", "A défaut d'accord amiable, le montant des redevances est fixé par le tribunal")
NO_ANALYSIS = cite("R. 613-37", "al. 1", "qui ne contiennent aucune analyse de l'invention de nature à en entraîner")
COPIES = cite(
    "R. 613-37", "al. 2", "Seuls le ministère public, les parties ou leurs mandataires peuvent en obtenir copie"
)
SECRET_USES = cite("R. 613-37", "al. 3", "ne contiennent aucune mention de nature à divulguer lesdites applications")
EVERY_SUIT = cite("R. 613-38", "", "à l'occasion de toute instance relative à une contestation née de l'exécution")
CIVIL_SUIT = cite("R. 613-41", "", "sont soumises aux dispositions de l'article R. 613-37")
ADMINISTRATIVE = cite("R. 613-42", "al. 2", "Seuls les parties ou leurs mandataires peuvent recevoir communication")

FOUR_MONTHS = TimeLimit(
    cite("R. 613-36", "al. 2", "avant l'expiration d'un délai de quatre mois à compter de la date de réception de la"),
    "defence_licence.remuneration_claimed",
    months=4,
    since="de la réception de la lettre recommandée",
    title="patents",
)

EXPROPRIATION_ENTERED = Undecided(
    question="Le décret d'expropriation est-il inscrit d'office au registre ?",
    default="Non : ce guichet n'inscrit que la licence.",
    why="R. 613-39 ne prescrit que la notification, quand R. 613-35 prescrit l'inscription.",
    articles=("R. 613-39", "R. 613-35"),
)

Copier = Literal["public_prosecutor", "party", "party_agent", "anyone"]


@dataclass(frozen=True)
class Judgment:
    """A court decision about an invention. court: civil, or administrative (R. 613-42).

    about: what a civil court was asked: the compensation, another dispute on the licence, or an infringement.
    """

    prohibited: bool = False
    secret_uses: bool = False
    court: Literal["civil", "administrative"] = "civil"
    about: Literal["compensation", "licence", "infringement"] = "compensation"


_REACHED: Mapping[str, tuple[Source, ...]] = {
    "compensation": (),
    "licence": (EVERY_SUIT,),
    "infringement": (CIVIL_SUIT,),
}
"""The words that extend R. 613-37 to other disputes than that on the compensation."""


def may_have_a_copy(judgment: Judgment, who: Copier) -> Finding:
    """Whether this person may have a copy of the decision."""
    if not (judgment.prohibited or judgment.secret_uses):
        return Finding(True, "La décision est publique.", ())
    sources = (COPIES, *_REACHED[judgment.about]) if judgment.court == "civil" else (ADMINISTRATIVE,)
    admitted = {"party", "party_agent"} | ({"public_prosecutor"} if judgment.court == "civil" else set())
    if who in admitted:
        return Finding(True, "Une copie peut être remise.", because("", *sources))
    secret = NO_ANALYSIS if judgment.prohibited else SECRET_USES
    return no("Cette décision n'est communiquée qu'aux parties et à leurs mandataires.", *sources, secret)


def confidential(dossier: Dossier) -> bool:
    """Whether nothing of this file may be shown, found or exported."""
    asked, taken = dossier.first(s.DefenceLicenceAsked), dossier.first(s.Expropriated)
    return bool((asked and (asked.prohibited or asked.secret_uses)) or (taken and taken.prohibited))


def _public(dossier: Dossier, on: date) -> Finding | None:
    asked = dossier.first(s.DefenceLicenceAsked)
    if asked is None or asked.public or dossier.has(s.DefenceApplicationPublic):
        return None
    return no("La demande n'est pas encore publique : l'inscription attend.", HELD)


def _letter(act: s.RemunerationClaimed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.registered_letter:
        yield no("Faites connaître vos prétentions par lettre recommandée.", LETTER, field="registered_letter")
    if act.amount_cents <= 0:
        yield no("Chiffrez vos prétentions.", LETTER, field="amount_cents")


AMICABLE_PERIOD = Clock(
    "amicable",
    "S'accorder avant de saisir le tribunal",
    FOUR_MONTHS,
    lambda d: d.on(s.RemunerationClaimed),
    "holder",
    "seise_court",
    "Le tribunal judiciaire peut être saisi.",
    ("claimed",),
)


def _entered(event: s.DefenceLicenceEntered, dossier: Dossier) -> tuple[Effect, ...]:
    granted = dossier.last(s.DefenceLicenceGranted)
    return (Effect("patent", OfficialLicenceEntered(granted.order if granted else "", "defence_licence")),)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    return {
        "effective_on": dossier.first_on(s.DefenceLicenceAsked) if dossier.has(s.DefenceLicenceGranted) else None,
        "confidential": confidential(dossier),
        "entry_held": dossier.in_state("to_enter") and _public(dossier, date.min) is not None,
    }


PROCEDURE = Procedure(
    s.DEFENCE_LICENCE,
    rules={
        "ask_defence_licence": Rule(
            PARTICULARS,
            checks=(
                required("duration", "Précisez la durée de la licence.", DURATION),
                required("improvements", "Précisez le sort des perfectionnements.", IMPROVEMENTS),
            ),
        ),
        "expropriate": Rule(
            BY_DECREE, checks=(required("decree", "Indiquez le décret.", BY_DECREE, SERVED), registered_letter)
        ),
        "grant_defence_licence": Rule(AT_ONCE, checks=(registered_letter,)),
        "refuse_defence_licence": Rule(AT_ONCE),
        "note_publication": Rule(HELD),
        "enter_defence_licence": Rule(FROM_REQUEST, guards=(_public,)),
        "claim_remuneration": Rule(SAME_COMPENSATION, checks=(_letter,)),
        "agree_remuneration": Rule(AMICABLE),
        "seise_court": Rule(FOUR_MONTHS.source, guards=(after(AMICABLE_PERIOD),)),
    },
    clocks=(AMICABLE_PERIOD,),
    facts=_facts,
    effects={s.DefenceLicenceEntered: _entered},
)
