"""Who may have a sample of a deposited culture, and on what undertakings (R. 612-42, R. 612-43)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.procedure import Procedure
from guichet.law.rules import Rule, required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.rights.patents.culture_access import CULTURE_ACCESS, AccessAsked, AccessCertified

WHO = cite("R. 612-42", "al. 1", "toute personne peut, soit à compter du jour de la publication prévue")
EARLIER = cite("R. 612-42", "al. 1", "si une copie de la demande de brevet lui a été notifiée")
NAMED = cite("R. 612-42", "al. 2", "Y figurent notamment le nom et l'adresse du requérant ainsi que son engagement")
NOT_PASSED = cite("R. 612-42", "1°", "De ne communiquer à quiconque la culture ou une culture qui en est dérivée")
EXPERIMENTS = cite("R. 612-42", "2°", "De n'utiliser la culture ou une culture qui en est dérivée qu'à des fins")
LICENSED = cite("R. 612-42", "2°", "en vertu d'une licence obligatoire ou d'une licence d'office")
DERIVED = cite("R. 612-43", "al. 1", "ne font pas obstacle à un dépôt d'une culture dérivée aux fins d'une procédure")
EXPERT = cite("R. 612-43", "al. 2", "seul un expert désigné par le requérant peut avoir accès à la culture déposée")
AGREED = cite("R. 612-43", "1°", "fournisse la preuve, lors du dépôt de la requête, que le demandeur du brevet a donné")
LISTED = cite("R. 612-43", "2°", "Soit toute personne physique figurant sur une liste établie par le directeur général")
EXPERT_BOUND = cite("R. 612-43", "al. 6", "doit souscrire aux engagements qui y sont prévus")
CERTIFIED = cite("R. 612-43", "al. 7", "a le droit d'obtenir un échantillon de la culture")
COPIED = cite("R. 612-43", "al. 7", "est communiquée à l'organisme auprès duquel la culture a été déposée ainsi qu'au")

OPTION_ENDS = Undecided(
    "L'accès réservé à un expert cesse-t-il le jour même où la délivrance, le retrait ou le rejet est publié ?",
    "Il dure jusqu'à la fin de ce jour.",
    "« jusqu'à la publication » ne dit pas si ce jour est compris.",
    ("R. 612-43",),
)


def _asks(act: AccessAsked, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.public and not act.copy_notified:
        message = "La demande n'est pas publique, et aucune copie ne vous en a été notifiée."
        yield no(message, WHO, EARLIER, field="public")
    if not (act.requester.strip() and act.address.strip()):
        yield no("Indiquez vos nom et adresse.", NAMED, field="requester")
    if not act.not_passed_on and not act.ended:
        message = "Engagez-vous à ne communiquer la culture à personne."
        yield no(message, NOT_PASSED, *([DERIVED] if act.deposit_elsewhere else []), field="not_passed_on")
    if not act.experiments_only and not (act.ended or act.granted or act.licensed):
        message = "Engagez-vous à n'utiliser la culture qu'à des fins expérimentales."
        yield no(message, EXPERIMENTS, LICENSED, field="experiments_only")
    if act.expert_reserved and not (act.ended or act.granted):
        yield from _expert(act)


def _expert(act: AccessAsked) -> Iterator[Finding]:
    if not act.expert.strip():
        yield no("Seul un expert a accès à la culture : désignez-le.", EXPERT, field="expert")
    elif not act.expert_on_list and act.applicant_agreed is None:
        message = "Prouvez l'accord du demandeur du brevet, ou choisissez un expert de la liste."
        yield no(message, AGREED, LISTED, field="expert")
    elif not act.expert_undertakes:
        yield no("L'expert doit souscrire aux mêmes engagements.", EXPERT_BOUND, field="expert_undertakes")


def _certifies(act: AccessCertified, dossier: Dossier, on: date) -> Iterator[Finding]:
    asked = dossier.first(AccessAsked)
    expert = bool(asked and asked.expert_reserved and not (asked.ended or asked.granted))
    if (act.to == "expert") != expert:
        who = "de l'expert" if expert else "du requérant"
        yield no(f"L'échantillon est celui {who}.", EXPERT, CERTIFIED, field="to")


PROCEDURE = Procedure(
    CULTURE_ACCESS,
    rules={
        "ask_access": Rule(WHO, checks=(required("patent", "Indiquez la demande de brevet.", WHO), _asks)),
        "certify_access": Rule(CERTIFIED, checks=(_certifies,)),
        "send_copies": Rule(
            COPIED,
            checks=(
                required("body", "Indiquez l'organisme qui garde la culture.", COPIED),
                required("holder_notice", "Communiquez aussi la copie au demandeur ou titulaire.", COPIED),
            ),
        ),
        "refuse_access": Rule(WHO, checks=(required("reasons", "Motivez le refus.", WHO),)),
    },
)
