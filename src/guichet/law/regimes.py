"""How each part of the code counts its time limits, and between what bounds the office sets a period there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from guichet.law.readings import CHAINED, LOCAL_HOLIDAYS, OFFICE_CLOCK, WEEKS, WHIT_MONDAY
from guichet.law.sources import Source, cite

__all__ = [
    "CHAINED",
    "LOCAL_HOLIDAYS",
    "OFFICE_CLOCK",
    "REGIMES",
    "TITLES",
    "TITLE_LABELS",
    "WEEKS",
    "WHIT_MONDAY",
    "Regime",
    "Title",
    "regime_of",
]

Title = Literal[
    "marks", "designs", "patents", "utility_certificates", "spc", "european_patents", "topographies",
    "plant_varieties", "indications", "appeals", "plant_variety_appeals", "attorneys", "institution", "copyright",
]  # fmt: skip
"""The part of the code whose computation applies."""
TITLES: tuple[Title, ...] = get_args(Title)

TITLE_LABELS: Mapping[Title, str] = MappingProxyType(
    {
        "marks": "marques",
        "designs": "dessins et modèles",
        "patents": "brevets",
        "utility_certificates": "certificats d'utilité",
        "spc": "certificats complémentaires de protection",
        "european_patents": "brevets européens",
        "topographies": "topographies de semi-conducteurs",
        "plant_varieties": "obtentions végétales",
        "indications": "indications géographiques",
        "appeals": "recours devant la cour d'appel",
        "plant_variety_appeals": "recours en matière d'obtentions végétales",
        "attorneys": "conseils et personnes qualifiées",
        "institution": "institut et commissions",
        "copyright": "droit d'auteur et logiciels",
    }
)


@dataclass(frozen=True)
class Regime:
    """How one title of the code counts its time limits, paragraph by paragraph.

    clear: the words that make its limits clear (« francs »). through: the article that sends to another title's rule.
    settled: False when the title is silent. idle_days: whether « chômé » also prorogues. notes: what an outside code
    says, by step. longest: 0 when no article bounds the periods that the office sets.
    """

    title: Title
    days: Source
    months: Source
    month_end: Source
    months_then_days: Source
    midnight: Source
    prorogation: Source
    office_bounds: Source | None
    shortest: int
    longest: int
    clear: Source | None = None
    through: Source | None = None
    settled: bool = True
    idle_days: bool = True
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    @property
    def kind(self) -> Literal["civil", "clear", "procedure", "unwritten"]:
        """Calculation: civil, clear days, civil procedure, or by default."""
        if self.clear:
            return "clear"
        if self.notes:
            return "procedure"
        return "civil" if self.settled else "unwritten"

    def note(self, step: str) -> str:
        """« (code de procédure civile, art. 641) », or nothing."""
        return f" ({self.notes[step]})" if step in self.notes else ""


def _civil(title: Title, counting: str, bounds: Source, shortest: int, year: str, then: str) -> Regime:
    return Regime(
        title=title,
        days=cite(
            counting, "al. 1",
            "celui de l'acte, de l'événement, de la décision ou de la notification qui le fait courir ne compte pas",
        ),
        months=cite(
            counting, "al. 2",
            f"Lorsqu'un délai est exprimé en mois ou en {year}, ce délai expire le jour du dernier mois ou de la "
            "dernière année qui porte le même quantième",
        ),
        month_end=cite(counting, "al. 2", "A défaut de quantième identique, le délai expire le dernier jour du mois"),
        months_then_days=cite(counting, "al. 3", f"les mois sont d'abord décomptés{then} puis les jours"),
        midnight=cite(counting, "al. 4", "Tout délai expire le dernier jour à vingt-quatre heures"),
        prorogation=cite(
            counting, "al. 5",
            "Le délai qui expirerait normalement un samedi, un dimanche ou un jour férié ou chômé est prorogé jusqu'au "
            "premier jour ouvrable suivant",
        ),
        office_bounds=bounds,
        shortest=shortest,
        longest=4,
    )  # fmt: skip


def _as(regime: Regime, title: Title, through: Source, bounds: Source | None = None) -> Regime:
    """The regime of another title, which an article makes applicable here; its own bounds when it has some."""
    values = {**vars(regime), "title": title, "through": through, "office_bounds": bounds or regime.office_bounds}
    return Regime(**values)


def _one(title: Title, source: Source, **more: object) -> Regime:
    """Every step rests on the same words."""
    steps = ("days", "months", "month_end", "months_then_days", "midnight", "prorogation")
    values: dict[str, object] = {"office_bounds": None, "shortest": 1, "longest": 0, **dict.fromkeys(steps, source)}
    return Regime(title=title, **{**values, **more})  # type: ignore[arg-type]  # names checked by the constructor


_BOUNDS = "ne sont ni inférieurs à {} ni supérieurs à quatre mois"
_MARKS = _civil("marks", "R. 718-2", cite("R. 718-1", "", _BOUNDS.format("un mois")), 1, "année", ",")
_DESIGNS = _civil("designs", "R. 514-2", cite("R. 514-1", "", _BOUNDS.format("un mois")), 1, "années", ",")
_PATENTS = _civil("patents", "R. 618-3", cite("R. 618-4", "", _BOUNDS.format("deux mois")), 2, "années", "")

_CLEAR = cite("R. 623-50", "al. 1", "Tous les délais fixés par la présente section sont francs")
_PLANTS = _one(
    "plant_varieties",
    _CLEAR,
    days=cite(
        "R. 623-50", "al. 1",
        "Le jour de l'acte ou de la décision qui le fait courir, d'une part, le dernier jour, d'autre part, ne sont "
        "pas comptés",
    ),
    clear=_CLEAR,
    idle_days=False,
    prorogation=cite(
        "R. 623-50", "al. 2",
        "Tout délai qui expirerait normalement un samedi, un dimanche ou un jour férié sera prorogé jusqu'au premier "
        "jour ouvrable suivant",
    ),
)  # fmt: skip

_CODE = "code de procédure civile, art. "
_APPEALS = _one(
    "appeals",
    cite("R. 411-20", "", "formés, instruits et jugés conformément aux dispositions du code de procédure civile"),
    notes=MappingProxyType(
        {
            "days": _CODE + "641, al. 1",
            "months": _CODE + "641, al. 2",
            "month_end": _CODE + "641, al. 2",
            "months_then_days": _CODE + "641, al. 3",
            "midnight": _CODE + "642, al. 1",
            "prorogation": _CODE + "642, al. 2",
        }
    ),
)

REGIMES: Mapping[Title, Regime] = MappingProxyType(
    {
        "marks": _MARKS,
        "designs": _DESIGNS,
        "patents": _PATENTS,
        "utility_certificates": _as(
            _PATENTS,
            "utility_certificates",
            cite("R. 616-3", "", "sont applicables aux demandes de certificat d'utilité et aux certificats d'utilité"),
        ),
        "spc": _as(
            _PATENTS,
            "spc",
            cite("R. 617-2", "", "R. 618-1 à R. 618-3 sont applicables aux demandes de certificat complémentaire"),
        ),
        "european_patents": _as(
            _PATENTS,
            "european_patents",
            cite("R. 614-20", "", "R. 618-1 à R. 618-3 sont applicables aux décisions, notification et délais"),
        ),
        "topographies": _as(
            _PATENTS,
            "topographies",
            cite("R. 622-6", "al. 1", "R. 618-1 à R. 618-3 sont applicables"),
            cite("R. 622-3", "al. 2", "ne saurait être inférieur à deux mois ou supérieur à quatre mois"),
        ),
        "indications": _as(
            _MARKS,
            "indications",
            cite("R. 721-12", "", "Les dispositions prévues aux articles R. 718-2 et R. 718-4 sont applicables"),
        ),
        "plant_varieties": _PLANTS,
        "appeals": _APPEALS,
    }
)
"""The regimes that the code writes; ``regime_of`` also knows what to do where it is silent."""


@lru_cache(maxsize=4096)
def regime_of(title: Title, source: Source) -> Regime:
    """The regime of a title; where the code is silent, the common one, which then rests on the limit's own article."""
    written = REGIMES.get(title)
    return written or _one(title, source, settled=False)
