"""What the office publishes and enters of European patents: abstracts, unitary effect, judgments (L. 612-22-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents.european_conversion import application
from guichet.law.rules import Rule
from guichet.law.saying import no
from guichet.law.sources import Source, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import european as e

UNITARY = cite(
    "L. 612-22-1", "1°", "De la mention de l'enregistrement de l'effet unitaire et de la date de prise d'effet"
)
OPT_OUT = cite("L. 612-22-1", "2°", "De la mention d'une dérogation en application du paragraphe 3 de l'article 83")
WITHDRAWN = cite("L. 612-22-1", "3°", "De la mention d'un retrait de dérogation en application du paragraphe 4")
FREE_OF_CHARGE = cite(
    "R. 614-14", "", "sans frais, sur réquisition du greffier du tribunal ou sur requête d'une des parties"
)
FINAL = cite("R. 614-14", "", "les décisions judiciaires passées en force de chose jugée")
IN_FRENCH = cite("L. 614-8", "", "lorsque la langue de la procédure n'est pas le français")

ABSTRACT = TimeLimit(
    cite("L. 614-8", "", "Dans les trois mois qui suivent la publication des demandes de brevets européens"),
    "european_patent.published",
    months=3,
    since="de la publication de la demande",
    title="european_patents",
    bearer="office",
)


def _to_translate(dossier: Dossier) -> date | None:
    known = application(dossier)
    if known.language == "fr" or dossier.has(e.AbstractPublished):
        return None
    return known.published_on


def _foreign(dossier: Dossier, on: date) -> Finding | None:
    known = application(dossier)
    if known.language != "fr":
        return None
    return no("La procédure est en français : l'abrégé n'a pas à être traduit.", IN_FRENCH)


_TRUE: Mapping[str, tuple[Source, Callable[[Dossier], bool]]] = {
    "unitary_effect": (UNITARY, lambda d: d.in_state("unitary")),
    "opt_out": (OPT_OUT, lambda d: d.in_state("opted_out")),
    "withdrawal": (WITHDRAWN, lambda d: d.has(e.OptOutWithdrawn) and not d.in_state("opted_out")),
}


def _happened(act: e.UnitaryMentionPublished, dossier: Dossier, on: date) -> Iterator[Finding]:
    source, true = _TRUE[act.what]
    if not true(dossier):
        yield no("Le dossier ne dit rien de tel : notez d'abord l'événement.", source, field="what")


def _final(act: e.EuropeanJudgmentEntered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.final:
        yield no("Seule une décision passée en force de chose jugée est inscrite.", FINAL, field="final")


ABSTRACTS = Clock(
    "abstract",
    "Publier l'abrégé en français",
    ABSTRACT,
    _to_translate,
    "office",
    "publish_abstract",
    states=e.AT_EPO,
)
RULES = {
    "publish_abstract": Rule(IN_FRENCH, guards=(_foreign,)),
    "note_opt_out": Rule(OPT_OUT),
    "note_opt_out_withdrawal": Rule(WITHDRAWN),
    "publish_unitary_mention": Rule(UNITARY, checks=(_happened,)),
    "enter_judgment": Rule(FREE_OF_CHARGE, checks=(_final,)),
}
