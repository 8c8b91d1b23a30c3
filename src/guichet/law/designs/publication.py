"""R. 512-10: publication of what is conform and no longer deferred, then who may read the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.designs import deferral, money, reading
from guichet.law.designs.giving_up import UNTIL
from guichet.law.dossier import Dossier
from guichet.law.procedure import Rule
from guichet.law.rules import required
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.rights.designs import life as v

PUBLISHED = cite("R. 512-10", "al. 1", "Tout dépôt reconnu conforme est publié au Bulletin officiel")
AT_TERM = cite("R. 512-10", "al. 1", "La publication n'intervient qu'au terme du délai de trois ans")
INSPECTED = cite("R. 512-10", "al. 4", "A compter du jour de la publication prévue au premier alinéa")
INTEREST = cite("R. 512-10", "al. 4", "L'institut peut subordonner l'usage de cette faculté à la justification d'un")
EXCLUDED = cite("R. 512-10", "dernier al.", "les pièces non communiquées au déposant ainsi que celles qui comportent")
COPY = cite("R. 512-3", "dernier al.", "Le déposant peut, jusqu'à la publication prévue à l'article R. 512-10")
REGISTER = cite("R. 512-13", "1°", "L'identification du titulaire et les références du dépôt")

NOTICE_CONTENT = Undecided(
    "Que dit du dépôt l'avis publié au bulletin ?",
    "Numéro, dates de dépôt et de priorité, titulaire, mandataire, produit, classe, reproductions et ajournement.",
    "R. 512-10 ordonne la publication sans en fixer le contenu.",
    ("R. 512-10",),
)


def ready(dossier: Dossier) -> tuple[str, ...]:
    """Designs that may go into a bulletin: conform, no longer deferred, under no objection, paid for."""
    if dossier.in_state("received"):
        return ()
    day = reading.filing_date(dossier)
    unpaid = money.unpaid_publication(dossier, date.max) if day else ()
    waiting = reading.in_place(dossier, "to_publish")
    return tuple(each for each in waiting if each not in reading.objected(dossier) and each not in unpaid)


def _ready(dossier: Dossier, on: date) -> Finding | None:
    if ready(dossier):
        return None
    if reading.in_place(dossier, "deferred") and not reading.in_place(dossier, "to_publish"):
        return no("La publication est ajournée.", AT_TERM, deferral.ANY_TIME)
    return no("Rien de ce dépôt n'est prêt à être publié.", PUBLISHED, deferral.FEES)


def _settled(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("no_rectification"):
        return None
    return no("Tranchez d'abord la demande de rectification : elle est possible jusqu'aux préparatifs.", UNTIL)


def _prepared(act: v.PreparationsStarted, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.issue.strip():
        yield no("Indiquez le numéro du bulletin.", PUBLISHED, field="issue")
    if set(act.designs or reading.in_place(dossier, "to_publish")) - set(ready(dossier)):
        message = "Désignez des dessins ou modèles prêts à être publiés : conformes, sans objection, payés."
        yield no(message, PUBLISHED, deferral.FEES, field="designs")


def _in_preparation(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("preparing"):
        return None
    return no("Préparez d'abord la publication dans un numéro du bulletin.", PUBLISHED, UNTIL)


def _published(act: v.DesignPublished, dossier: Dossier, on: date) -> Iterator[Finding]:
    prepared = dossier.last(v.PreparationsStarted)
    if prepared is not None and prepared.issue != act.issue:
        yield no(f"La publication est préparée pour le bulletin {prepared.issue}.", PUBLISHED, field="issue")
    inside = reading.in_place(dossier, "in_preparation")
    if act.designs and set(act.designs) != set(inside):
        yield no("La publication porte sur tout ce qui a été préparé.", PUBLISHED, field="designs")


def _after_publication(dossier: Dossier, on: date) -> Finding | None:
    published = dossier.first_on(v.DesignPublished)
    if published is not None and on >= published:
        return None
    return no("Le dossier n'est pas public avant la publication du dépôt.", INSPECTED)


def _before_publication(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.has(v.DesignPublished):
        return None
    return no("Le dépôt est publié : demandez la communication du dossier.", COPY, INSPECTED)


def _inspected(act: v.DesignFileInspected, dossier: Dossier, on: date) -> Iterator[Finding]:
    closed = [piece.name for piece in act.pieces if piece.internal or piece.personal_data or piece.trade_secret]
    if closed:
        message = f"La pièce « {closed[0]} » n'est pas communicable ; demandez-en une version occultée."
        yield no(message, EXCLUDED, field="pieces")
    if act.interest_asked and not act.interest.strip():
        yield no("Justifiez d'un intérêt suffisant.", INTEREST, field="interest")


RULES = {
    "start_preparations": Rule(PUBLISHED, guards=(_settled, _ready), checks=(_prepared,)),
    "publish_design": Rule(PUBLISHED, guards=(_in_preparation,), checks=(_published,)),
    "issue_copy": Rule(COPY, guards=(_before_publication,)),
    "inspect_file": Rule(
        INSPECTED,
        guards=(_after_publication,),
        checks=(required("requester", "Indiquez qui demande la communication.", INSPECTED), _inspected),
    ),
}
