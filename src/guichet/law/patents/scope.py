"""Which proceedings about patents are open to the other titles on inventions (R. 613-43-1, R. 616-3, R. 617-2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import no, yes
from guichet.law.sources import Source, cite
from guichet.rights.patents.concerned import Title

Proceeding = Literal[
    "opposition", "limitation", "documentary_opinion", "ex_officio_licence", "seizure", "annuities", "restoration",
    "recordal",
]  # fmt: skip

PATENTS = cite("L. 613-23", "", "tout brevet délivré en application de l'article L. 612-17 peut faire l'objet")
CERTIFICATES = cite(
    "L. 611-2", "al. 5", "Les dispositions du présent livre concernant les brevets sont applicables aux"
)
NOT_OPPOSITION = cite(
    "L. 611-2", "al. 5",
    "au premier alinéa des articles L. 612-15 et L. 612-17 et aux articles L. 613-23 à L. 613-23-6",
)  # fmt: skip
CHAPTERS = cite("R. 616-3", "", "Les dispositions des chapitres Ier, II, III, V, VI et VIII du présent titre")
NOT_OPINION = cite("R. 616-3", "", "et des articles R. 613-60 à R. 613-62")
ADDITIONS = cite("R. 613-43-1", "", "R. 613-4 à R. 613-43 et R. 613-51 s'appliquent aux certificats d'addition")
SUPPLEMENTARY = cite("R. 617-2", "", "R. 613-45 à R. 613-59 et R. 618-1 à R. 618-3 sont applicables aux demandes")

_FROM_45_TO_59 = ("limitation", "annuities", "restoration", "recordal", "seizure")
_OPEN: Mapping[Title, Mapping[str, Source]] = MappingProxyType(
    {
        "utility_certificate": {
            **dict.fromkeys((*_FROM_45_TO_59, "ex_officio_licence"), CHAPTERS),
        },
        "addition_certificate": dict.fromkeys(("ex_officio_licence", "seizure"), ADDITIONS),
        "spc": dict.fromkeys(_FROM_45_TO_59, SUPPLEMENTARY),
    }
)
_CLOSED: Mapping[tuple[str, str], Source] = MappingProxyType(
    {
        ("utility_certificate", "opposition"): NOT_OPPOSITION,
        ("utility_certificate", "documentary_opinion"): NOT_OPINION,
        ("spc", "opposition"): CERTIFICATES,
    }
)
_WHOLE_LIST = MappingProxyType(
    {"utility_certificate": CHAPTERS, "addition_certificate": ADDITIONS, "spc": SUPPLEMENTARY}
)


def applies(proceeding: Proceeding, title: Title) -> Finding:
    """Whether this proceeding is open to this title, and by which article."""
    if title == "patent":
        return yes("Cette procédure est ouverte aux brevets.", PATENTS if proceeding == "opposition" else CHAPTERS)
    source = _OPEN[title].get(proceeding)
    if source is not None:
        return yes("Cette procédure est aussi ouverte à ce titre.", source)
    closed = _CLOSED.get((title, proceeding), _WHOLE_LIST[title])
    return no("Cette procédure n'est pas ouverte à ce titre.", closed)
