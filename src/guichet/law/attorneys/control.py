"""Controls of attorneys: facts reported at once, thirty days and thirty days, the final report (R. 422-55-2 to -5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.attorneys import control as k

EVERYONE = cite("R. 422-55-2", "", "Toute personne physique ou morale qui exerce la profession de conseil en propriété")
CONTROLLERS = cite("R. 422-55-3", "", "parmi les conseils en propriété industrielle ou les anciens membres de la")
AT_ONCE = cite("R. 422-55-4", "", "communiquent immédiatement au directeur général de l'Institut national")
PROVISIONAL = TimeLimit(
    cite("R. 422-55-5", "al. 1", "Dans les trente jours suivant la fin des opérations matérielles de contrôle"),
    "attorney_control.field_ended",
    days=30,
    since="de la fin des opérations",
    title="attorneys",
    bearer="office",
)
OBSERVE = TimeLimit(
    cite("R. 422-55-5", "al. 2", "dispose d'un délai de trente jours pour former ses observations écrites"),
    "attorney_control.provisional_report",
    days=30,
    since="de la réception du rapport provisoire",
    title="attorneys",
)
FINAL = cite("R. 422-55-5", "al. 3", "A l'issue de ce délai, le ou les contrôleurs établissent un rapport définitif")
ANNEXED = cite("R. 422-55-5", "al. 3", "auquel ils annexent les observations écrites de la personne concernée")
SECRET = cite("R. 422-55-5", "al. 3", "Le rapport ne comporte aucune information couverte par le secret professionnel")

WRONG_REFERENCES = Undecided(
    question="Que visent R. 422-55-2, qui parle de la liste de L. 422-5, et R. 422-55-4, qui cite R. 422-52-2 ?",
    default="La liste de L. 422-1 et l'article R. 422-55-2.",
    why="L. 422-5 est une liste fermée en 1992 et R. 422-52-2 n'existe pas : ce sont des erreurs de renvoi.",
    articles=("R. 422-55-2", "R. 422-55-4"),
)
EARLY_FINAL = Undecided(
    question="Le rapport définitif peut-il suivre les observations sans attendre la fin des trente jours ?",
    default="Non : la personne peut les compléter jusqu'au dernier jour.",
    why="R. 422-55-5 fait établir le rapport « à l'issue de ce délai ».",
    articles=("R. 422-55-5",),
)

REPORTING = Clock(
    "provisional_report", "Adresser le rapport provisoire", PROVISIONAL, lambda d: d.on(k.FieldEnded), "authority",
    "send_provisional_report", states=("field_done",),
)  # fmt: skip
OBSERVING = Clock(
    "observations", "Présenter des observations sur le rapport provisoire", OBSERVE,
    lambda d: d.served_on(k.ProvisionalReportSent), "attorney", "observe_report",
    "Le rapport définitif est établi sans observations.", states=("provisional",),
)  # fmt: skip


def _controllers(act: k.ControlOpened, dossier: Dossier, on: date) -> Iterator[Finding]:
    if any(each.standing == "other" for each in act.controllers):
        message = "Choisissez les contrôleurs parmi les conseils ou les anciens membres de la profession."
        yield no(message, CONTROLLERS, field="controllers")


def _to_both(act: k.FactReported, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not (act.to_institute and act.to_president):
        message = "Communiquez le fait à l'institut et au président de la Compagnie nationale."
        yield no(message, AT_ONCE, field="to_institute")


def _final(act: k.FinalReportSent, dossier: Dossier, on: date) -> Iterator[Finding]:
    if dossier.has(k.ControlObserved) and not act.observations_annexed:
        yield no("Annexez les observations reçues.", ANNEXED, field="observations_annexed")
    if not act.secret_kept:
        yield no("Retirez ce que couvre le secret professionnel.", SECRET, field="secret_kept")


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    final = dossier.last(k.FinalReportSent)
    return {
        "facts_reported": tuple(each.fact for each in dossier.all(k.FactReported)),
        "breach": final.breach if final else None,
    }


PROCEDURE = Procedure(
    k.CONTROL,
    rules={
        "open_control": Rule(EVERYONE, checks=(
            required("who", "Nommez la personne contrôlée.", EVERYONE),
            required("controllers", "Nommez les contrôleurs.", CONTROLLERS), _controllers)),
        "report_fact": Rule(AT_ONCE, checks=(required("fact", "Décrivez le fait constaté.", AT_ONCE), _to_both)),
        "end_field_work": Rule(PROVISIONAL.source),
        "send_provisional_report": Rule(PROVISIONAL.source),
        "observe_report": Rule(OBSERVE.source, guards=(within(OBSERVING),), checks=(
            required("statement", "Écrivez vos observations.", OBSERVE.source),)),
        "send_final_report": Rule(FINAL, guards=(after(OBSERVING),), checks=(_final,)),
    },
    clocks=(REPORTING, OBSERVING),
    facts=_facts,
)  # fmt: skip
