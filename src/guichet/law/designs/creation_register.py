"""R. 511-1 to R. 511-5: proving the date of a creation by a register that the office stamped before its use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import required
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite
from guichet.rights.designs import creation_register as c

WHO = cite("R. 511-1", "", "ayant intérêt à faire constater la date de création de dessins ou de modèles")
INDUSTRIES = cite("R. 511-2", "", "sont applicables aux industries des graveurs estampeurs")
SIMILAR = cite("R. 511-1", "", "ou à des industries similaires")
ONE_SIDE = cite("R. 511-3", "al. 1", "sur une feuille de papier dont un côté seulement est utilisé")
HATCHED = cite("R. 511-3", "al. 1", "distantes entre elles au plus de 20 millimètres")
SIZES = cite("R. 511-3", "al. 1", "les dimensions du papier à employer sont 21 x 29,7 ou 42 x 29,7")
DATED = cite("R. 511-3", "al. 2", "toutes indications de nature à préciser la date et les conditions de la création")
STAMPED = cite("R. 511-4", "al. 1", "ces registres sont visés et estampillés, avant usage")
PLACED = cite("R. 511-4", "al. 2", "ne doivent occuper qu'un seul côté d'une feuille d'un des registres")
KEPT = cite("R. 511-5", "", "régulièrement tenu par ordre de dates, sans blanc ni lacune")

ENVELOPE_IS_GONE = Undecided(
    "Le double exemplaire perforé par l'institut (R. 511-6) prouve-t-il encore la date de création d'un dessin ?",
    "Non pour les envois d'aujourd'hui : R. 511-1 ne renvoie plus qu'aux registres ; voyez les dépôts de preuve.",
    "R. 511-6 est abrogé depuis le 1er avril 2023, mais son texte reste dans le recueil.",
    ("R. 511-1", "R. 511-6"),
)
UNIT = Undecided(
    "En quelle unité R. 511-3 donne-t-il 21 x 29,7 et 42 x 29,7 ?",
    "En centimètres : ce sont les formats A4 et A3.",
    "L'article ne nomme aucune unité.",
    ("R. 511-3",),
)
STAMPING = Undecided(
    "Comment l'institut vise-t-il et estampille-t-il un registre ?",
    "Il vérifie qu'il est vierge, le numérote, l'estampille et en garde la trace.",
    "R. 511-4 renvoie à un arrêté ministériel, qui n'est pas dans le recueil.",
    ("R. 511-4",),
)


def _submitted(act: c.RegisterSubmitted, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.creator.strip():
        yield no("Nommez le créateur.", WHO, field="creator")
    if act.industry == "other":
        message = "Ce moyen de preuve est réservé à certaines industries et à celles qui leur ressemblent."
        yield no(message, INDUSTRIES, SIMILAR, field="industry")
    if act.sheets < 1:
        yield no("Indiquez le nombre de feuilles du registre.", STAMPED, field="sheets")


def _unused(dossier: Dossier, on: date) -> Finding | None:
    submitted = dossier.last(c.RegisterSubmitted)
    if submitted is not None and submitted.blank:
        return None
    return no("Le registre a déjà servi : seul un registre vierge est visé.", STAMPED)


@dataclass(frozen=True)
class Sheet:
    """One drawing in a register. width, height: in millimetres. hatching: the widest gap, in millimetres."""

    width: int
    height: int
    hatching: int = 0
    one_side: bool = True
    creation_dated: bool = True
    creator_named: bool = True


def sheet_defects(sheet: Sheet) -> list[Finding]:
    """What is not as R. 511-3 wants a drawing; empty when it is in order."""
    found = []
    if (sheet.width, sheet.height) not in ((210, 297), (420, 297), (297, 210), (297, 420)):
        found.append(no("Employez une feuille de 21 x 29,7 ou de 42 x 29,7.", SIZES, field="width"))
    if sheet.hatching > 20:
        found.append(no("Hachurez les parties libres tous les 20 millimètres au plus.", HATCHED, field="hatching"))
    if not sheet.one_side:
        found.append(no("N'utilisez qu'un côté de la feuille.", ONE_SIDE, PLACED, field="one_side"))
    if not (sheet.creation_dated and sheet.creator_named):
        message = "Mentionnez la date de création ou d'achat et le nom du créateur."
        found.append(no(message, DATED, field="creation_dated"))
    return found


def may_be_produced(*, stamped_before_use: bool, in_date_order: bool, gaps: bool) -> Finding:
    """Whether a register may be produced in a dispute to date a creation."""
    if not stamped_before_use:
        return no("Le registre n'a pas été visé avant usage.", STAMPED)
    if not in_date_order or gaps:
        return no("Le registre n'est pas tenu par ordre de dates, sans blanc ni lacune.", KEPT)
    return yes("Le registre peut être produit pour établir la date de la création.", KEPT)


PROCEDURE = Procedure(
    c.CREATION_REGISTER,
    rules={
        "submit_register": Rule(WHO, checks=(_submitted,)),
        "stamp_register": Rule(
            STAMPED, guards=(_unused,), checks=(required("number", "Donnez le numéro du registre.", STAMPED),)
        ),
        "refuse_stamp": Rule(STAMPED, checks=(required("reasons", "Motivez le refus.", STAMPED),)),
        "return_register": Rule(KEPT),
    },
)
