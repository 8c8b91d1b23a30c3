"""R. 712-3-1 and R. 712-11 3°: goods and services are single items, and their list never grows."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from guichet.law.answers import Finding
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import advice, no, to_regularise
from guichet.law.trademarks.facts import Facts
from guichet.rights.trademarks.application import Application, GoodsServicesItem

CLEAR = cite(
    "R. 712-3-1", "al. 1", "Les produits et les services sont désignés avec suffisamment de clarté et de précision"
)
NICE = cite(
    "R. 712-3-1",
    "al. 2",
    "Les produits et les services sont classés conformément au système établi par l'arrangement de Nice",
)
NO_EXTENSION = cite(
    "R. 712-11",
    "3°",
    "Aucune régularisation effectuée conformément aux dispositions du présent article ne peut avoir pour "
    "effet d'étendre la portée du dépôt",
)

NICE_CLASSES = range(1, 46)

SCOPE = Undecided(
    "Quand une liste régularisée étend-elle la portée du dépôt ?",
    "Un libellé nouveau n'est admis que s'il en remplace un autre, et l'examinateur juge s'il est plus étroit ; "
    "un libellé ajouté, ou un autre signe, étend toujours la portée ; un changement de classe, jamais.",
    "R. 712-11 3° interdit l'extension sans dire comment la mesurer ; R. 712-3-1 rend la classe sans incidence.",
    ("R. 712-11", "R. 712-3-1"),
)


def review_items(items: tuple[GoodsServicesItem, ...]) -> Iterator[Finding]:
    """What is not in order in each item, and advice on words that are taken literally."""
    seen: set[tuple[int, str]] = set()
    for i, item in enumerate(items):
        path = f"goods_services[{i}]"
        if not item.term.strip():
            yield to_regularise(
                "Désignez le produit ou le service de cette ligne, ou supprimez-la.", CLEAR, field=f"{path}.term"
            )
        if item.nice_class not in NICE_CLASSES:
            yield to_regularise(
                f"La classe {item.nice_class} n'existe pas : la classification de Nice va de 1 à 45.",
                NICE,
                field=f"{path}.nice_class",
            )
        key = (item.nice_class, comparable(item.term))
        if key in seen:
            yield advice(f"« {item.term} » figure déjà dans la classe {item.nice_class}.", CLEAR, field=f"{path}.term")
        seen.add(key)


def comparable(term: str) -> str:
    """A term as it is compared: without case nor surplus spaces."""
    return " ".join(term.casefold().split())


def extends(facts: Facts, after: Application) -> Finding | None:
    """A refusal when ``after`` claims more than the file now does: another sign, good or service (R. 712-11 3°).

    What was withdrawn or refused may stay written in the list, as it was; in another class it would come back.
    """
    before = facts.application
    if before.mark is not None and after.mark != before.mark:
        return no(
            "La représentation de la marque ne peut plus être modifiée : un autre signe appelle un nouveau dépôt.",
            NO_EXTENSION,
            field="mark",
        )
    known = {comparable(item.term) for item in facts.goods_services}
    claimed = [(i, comparable(item.term)) for i, item in enumerate(after.goods_services) if item not in facts.removed]
    kept = {term for _, term in claimed}
    added = [i for i, term in claimed if term not in known]
    if len(added) > len(known - kept):
        i = added[-1]
        return no(
            f"« {after.goods_services[i].term} » n'est pas dans la demande : sa portée ne peut pas être étendue. "
            "Retirez ce libellé, ou faites un nouveau dépôt.",
            NO_EXTENSION,
            field=f"goods_services[{i}].term",
        )
    return None


def not_among(
    items: Collection[GoodsServicesItem], remaining: Collection[GoodsServicesItem]
) -> GoodsServicesItem | None:
    """The first item that is not among those that remain."""
    return next((item for item in items if item not in remaining), None)
