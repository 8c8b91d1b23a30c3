"""The species whose harvest a farmer may sow again on his own farm (L. 623-24-1 to L. 623-24-3, R. 623-59)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.law.answers import Finding
from guichet.law.saying import no, yes
from guichet.law.sources import Source, Undecided, cite


@dataclass(frozen=True)
class FarmSavedSpecies:
    """One line of R. 623-59: Latin name, French name, group, and its words."""

    latin: str
    french: str
    group: str
    source: Source


def _lines(group: str, place: str, *lines: str) -> tuple[FarmSavedSpecies, ...]:
    found = []
    for line in lines:
        latin, _, french = line.partition(" - ")
        found.append(FarmSavedSpecies(latin, french, group, cite("R. 623-59", place, line)))
    return tuple(found)


SPECIES: tuple[FarmSavedSpecies, ...] = (
    *_lines(
        "Plantes fourragères", "I, 1°", "Trifolium pratense - Trèfle violet", "Trifolium incarnatum - Trèfle incarnat",
        "Lolium multiflorum - Ray Grass d'Italie", "Lolium hybridum - Ray Grass hybride", "Lathyrus spp. - Gesses",
    ),
    *_lines("Plantes oléagineuses", "I, 2°", "Glycine max - Soja"),
    *_lines(
        "Plantes à usage de cultures intermédiaires piège à nitrates", "I, 3°", "Sinapis alba - Moutarde blanche",
        "Avena strigosa - Avoine rude",
    ),
    *_lines(
        "Plantes protéagineuses", "I, 4°", "Pisum sativum - Pois protéagineux", "Lupinus albus - Lupin blanc",
        "Lupinus angustifolius - Lupin bleu",
    ),
    *_lines("Plantes potagères", "I, 5°", "Lens culinaris - Lentille", "Phaseolus vulgaris - Haricot"),
)  # fmt: skip
"""Besides those of regulation (EC) 2100/94, which the code does not list."""

OWN_FARM = cite(
    "L. 623-24-1", "", "ont le droit d'utiliser sur leur propre exploitation, sans l'autorisation de l'obtenteur"
)
PAYS = cite("L. 623-24-2", "", "l'agriculteur doit une indemnité aux titulaires des certificats d'obtention végétale")
SMALL = cite("L. 623-24-2", "", "Sauf en ce qui concerne les petits agriculteurs")
CONDITIONAL = cite(
    "R. 623-59", "II", "l'entrée en vigueur du I est subordonnée à la conclusion des contrats ou accords"
)
TRACEABLE = cite("L. 623-24-4", "al. 1", "dans des conditions permettant de garantir la traçabilité des produits")

EUROPEAN_LIST = Undecided(
    question="Quelles espèces le règlement (CE) n° 2100/94 énumère-t-il pour les semences de ferme ?",
    default="Non listées ici : la réponse renvoie au règlement.",
    why="R. 623-59 n'énumère que les autres espèces ; la liste du règlement est hors du code.",
    articles=("R. 623-59", "L. 623-24-1"),
)


def may_resow(latin: str, *, small_farmer: bool, agreement: bool) -> Finding:
    """Whether a farmer may sow again what he harvested of a protected variety of this species.

    agreement: a contract, an interprofessional agreement or the decree of L. 623-24-3 is in force.
    """
    found = next((each for each in SPECIES if each.latin.casefold() == latin.strip().casefold()), None)
    if found is None:
        message = f"« {latin} » n'est pas dans la liste de cet article : voyez celle du règlement européen."
        return no(message, OWN_FARM, field="latin")
    if small_farmer:
        return yes(f"{found.french} : le petit agriculteur peut ressemer, sans indemnité.", found.source, SMALL)
    if not agreement:
        message = f"{found.french} : il faut d'abord un contrat, un accord interprofessionnel ou le décret."
        return no(message, CONDITIONAL, found.source, field="agreement")
    return yes(f"{found.french} : l'agriculteur peut ressemer et doit une indemnité.", found.source, PAYS)


def sorting_allowed(traceable: bool) -> Finding:
    """Whether a contractor may sort saved seed; without traceability the seed counts as sold."""
    if traceable:
        return yes("Le triage garantit la traçabilité.", TRACEABLE)
    return no("Garantissez la traçabilité, sinon ces semences sont réputées commercialisées.", TRACEABLE)
