"""The denomination of a variety: proposed, published, refused; what a mark and another State change (R. 623-6 ff)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.other_titles.plant_filing import inadmissible
from guichet.law.other_titles.plant_papers import live, while_live
from guichet.law.procedure import Rule
from guichet.law.rules import required, within
from guichet.law.saying import because, no, yes
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.other_titles import plant_variety_events as v

IDENTIFIES = cite("R. 623-6", "al. 1", "doit permettre d'identifier la variété par rapport à toute autre variété")
GIVES_UP_MARKS = cite("R. 623-6", "al. 2", "doit souscrire un engagement pour lui et, éventuellement, tous ses ayants")
MARK_STAYS = cite("R. 623-6", "al. 4", "Cette renonciation ne porte pas atteinte à la validité du dépôt de la marque")
PROVEN_BEFORE = cite("L. 623-15", "al. 6", "soit produite préalablement à la délivrance dudit certificat")
SAME_NAME = cite("R. 623-7", "", "cette dénomination doit obligatoirement être utilisée en France")
PROPOSE = TimeLimit(
    cite("R. 623-12", "", "dans les deux mois de la notification qui est adressée au titulaire de la demande"),
    "plant_variety.denomination_requested",
    months=2,
    since="de la notification",
    title="plant_varieties",
)
PUBLISHED = cite("R. 623-19", "", "il est procédé à une publication de cette dénomination dans le Bulletin officiel")
RENAME = TimeLimit(
    cite("R. 623-22", "", "dans un délai de deux mois à compter de la notification qui lui est faite"),
    "plant_variety.denomination_refused",
    months=2,
    since="de la notification",
    title="plant_varieties",
)
OBSERVE = TimeLimit(
    cite(
        "R. 623-17",
        "",
        "Dans un délai de deux mois à compter de la date de la publication prévue à l'article précédent",
    ),
    "plant_variety.denomination_published",
    months=2,
    since="de la publication de la dénomination",
    title="plant_varieties",
)
SAME_MEASURES = cite("R. 623-22", "", "Cette nouvelle dénomination donne lieu aux mêmes mesures d'instruction et de")
VISIBLE = cite("R. 623-58", "", "afin que cette dénomination soit suffisamment apparente dans son contexte")

OBSERVED_AGAIN = Undecided(
    question="La publication d'une nouvelle dénomination rouvre-t-elle deux mois d'observations ?",
    default="Oui, limités à la dénomination ; la délivrance attend leur fin.",
    why="R. 623-22 veut « les mêmes mesures d'instruction et de publication », R. 623-17 ne vise que R. 623-16.",
    articles=("R. 623-17", "R. 623-19", "R. 623-22"),
)

FIRST_NAME = Clock(
    id="denomination",
    label="Proposer une dénomination",
    limit=PROPOSE,
    starts=while_live(lambda d: d.served_on(v.DenominationRequested)),
    who="applicant",
    act="propose_denomination",
    consequence="La demande est irrecevable.",
    states=("denomination_requested",),
    lapse=lambda d, on: inadmissible("no_denomination", on),
)
NEW_NAME = Clock(
    id="new_denomination",
    label="Proposer une nouvelle dénomination",
    limit=RENAME,
    starts=while_live(lambda d: d.served_on(v.DenominationRefused)),
    who="applicant",
    act="propose_denomination",
    consequence="La demande est irrecevable et les redevances sont conservées.",
    states=("denomination_refused",),
    lapse=lambda d, on: inadmissible("denomination", on),
)
NAME_OBSERVATIONS = Clock(
    id="denomination_observations",
    label="Présenter des observations sur la dénomination",
    limit=OBSERVE,
    starts=lambda d: d.on(v.DenominationPublished),
    who="public",
    act="observe_variety",
    consequence="La dénomination n'est plus discutée par des observations.",
    states=("published", "examining", "reported"),
)


def _in_time(dossier: Dossier, on: date) -> Finding | None:
    clock = {"denomination_requested": FIRST_NAME, "denomination_refused": NEW_NAME}.get(dossier.states["denomination"])
    return within(clock)(dossier, on) if clock else None


def _name(act: v.DenominationProposed, dossier: Dossier, on: date) -> Iterator[Finding]:
    elsewhere = act.accepted_elsewhere.strip()
    if elsewhere and elsewhere.casefold() != act.denomination.strip().casefold() and not act.unsuitable_here:
        message = f"Reprenez la dénomination « {elsewhere} », acceptée dans un autre État de l'Union."
        yield no(message, SAME_NAME, field="denomination", severity="regularisable")
    if act.marks and not act.renounces_marks:
        message = "Engagez-vous à renoncer à la jouissance de la marque dès la délivrance du certificat."
        yield no(message, GIVES_UP_MARKS, field="renounces_marks", severity="regularisable")


def marks_given_up(dossier: Dossier, on: date) -> Finding | None:
    """Refused while a mark of the breeder conflicts with the denomination and he has not undertaken to give it up."""
    proposed = dossier.last(v.DenominationProposed)
    if proposed is None or not proposed.marks or proposed.renounces_marks:
        return None
    message = f"La renonciation aux effets de la marque {proposed.marks[0]} doit être produite avant la délivrance."
    return no(message, PROVEN_BEFORE, GIVES_UP_MARKS, MARK_STAYS)


def named(dossier: Dossier, on: date) -> Finding | None:
    """Refused until a denomination is published, and while it may still be observed upon."""
    if dossier.states["denomination"] != "denomination_published":
        return no("La dénomination n'est pas publiée.", PUBLISHED, IDENTIFIES)
    due = NAME_OBSERVATIONS.deadline(dossier)
    if due and on <= due.date:
        message = "La nouvelle dénomination peut encore faire l'objet d'observations."
        return Finding(False, message, (*due.because, *because("", SAME_MEASURES)))
    return None


def _after_publication(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(v.VarietyApplicationPublished):
        return None
    return no("La dénomination sera publiée avec la demande.", PUBLISHED)


def denomination_beside_mark(denomination_visible: bool) -> Finding:
    """Whether a mark may stand beside the denomination of a protected variety in sales and adverts."""
    if denomination_visible:
        return yes("La marque peut être ajoutée à la dénomination.", VISIBLE)
    return no("Rendez la dénomination suffisamment apparente à côté de la marque.", VISIBLE)


RULES = {
    "request_denomination": Rule(PROPOSE.source, guards=(live,)),
    "propose_denomination": Rule(
        IDENTIFIES,
        guards=(live, _in_time),
        checks=(required("denomination", "Donnez la dénomination.", IDENTIFIES), _name),
    ),
    "publish_denomination": Rule(PUBLISHED, guards=(live, _after_publication)),
    "refuse_denomination": Rule(
        RENAME.source,
        guards=(live,),
        checks=(required("reason", "Dites pourquoi elle ne convient pas.", RENAME.source),),
    ),
}
CLOCKS = (FIRST_NAME, NEW_NAME, NAME_OBSERVATIONS)
