"""L. 715-1 to L. 715-10: who may hold a guarantee or collective mark, and what refuses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import no
from guichet.law.sources import Source, Undecided, cite

Kind = Literal["guarantee", "collective"]

NEUTRAL = cite("L. 715-2", "al. 1", "n'exerce pas une activité ayant trait à la fourniture de produits ou de services")
ELIGIBLE = cite("L. 715-7", "al. 1", "Peut déposer une marque collective toute association ou tout groupement")
PUBLIC_POLICY = {
    "guarantee": cite("L. 715-4", "al. 1", "que son règlement d'usage est contraire à l'ordre public"),
    "collective": cite("L. 715-9", "al. 1", "que son règlement d'usage est contraire à l'ordre public"),
}
MISLEADING = {
    "guarantee": cite("L. 715-4", "al. 2", "susceptible de ne pas apparaître comme une marque de garantie"),
    "collective": cite("L. 715-9", "al. 2", "susceptible de ne pas apparaître comme une marque collective"),
}
EXAMINED = cite("R. 712-10", "3°", "L. 715-4")

AFTER_FILING = Undecided(
    "Une marque déposée comme individuelle peut-elle devenir collective ou de garantie, ou l'inverse ?",
    "Non : sa nature est désignée au dépôt ; il faut un nouveau dépôt.",
    "L. 715-1 et L. 715-6 disent « ainsi désignée lors de son dépôt ».",
    ("L. 715-1", "L. 715-6"),
)
AMENDED_WHEN = Undecided(
    "Dans quel délai une modification du règlement d'usage est-elle portée à la connaissance de l'institut ?",
    "Aucun délai : elle n'est inscrite, et opposable, qu'après vérification.",
    "L. 715-2 et L. 715-7 n'en fixent pas.",
    ("L. 715-2", "L. 715-7", "R. 714-4-1"),
)


@dataclass(frozen=True)
class SpecialMark:
    """What is known of the mark and of its holder.

    supplies_the_same: the holder of a guarantee mark supplies goods or services of the kind guaranteed. holder_form:
    of the holder of a collective mark. rules_offend: against public policy. seems_ordinary: the public would not see
    that it is a guarantee or a collective mark.
    """

    kind: Kind
    supplies_the_same: bool = False
    holder_form: Literal["association", "group", "public_body", "person", "other"] = "association"
    rules_offend: bool = False
    seems_ordinary: bool = False


def refusal_grounds(mark: SpecialMark) -> tuple[Finding, ...]:
    """Each ground of L. 715-4 or L. 715-9 that stands against registration (R. 712-10 3°); empty if none."""
    return tuple(_grounds(mark))


def _grounds(mark: SpecialMark) -> Iterator[Finding]:
    if mark.kind == "guarantee" and mark.supplies_the_same:
        message = "Le titulaire d'une marque de garantie ne fournit pas lui-même les produits ou services garantis."
        yield _refused(message, NEUTRAL, "supplies_the_same")
    if mark.kind == "collective" and mark.holder_form in ("person", "other"):
        message = "Une marque collective est déposée par une association, un groupement ou une personne publique."
        yield _refused(message, ELIGIBLE, "holder_form")
    if mark.rules_offend:
        yield _refused("Le règlement d'usage est contraire à l'ordre public.", PUBLIC_POLICY[mark.kind], "rules_offend")
    if mark.seems_ordinary:
        message = "La marque trompe sur son caractère : le public n'y voit pas ce qu'elle est."
        yield _refused(message, MISLEADING[mark.kind], "seems_ordinary")


def _refused(message: str, source: Source, field: str) -> Finding:
    return no(message, source, EXAMINED, field=field, severity="regularisable")
