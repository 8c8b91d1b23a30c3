"""Acts that cost nothing, because the list of R. 411-17 is closed and does not name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guichet.law.answers import Because, Reason
from guichet.law.fees.reading import read_yaml
from guichet.law.sources import Source, cite

CLOSED_LIST = cite("R. 411-17", "I", "à l'occasion des procédures et formalités suivantes")


@dataclass(frozen=True)
class FreeAct:
    """An act without fee, and the article that governs it and asks for no payment."""

    act: str
    label: str
    source: Source

    @property
    def because(self) -> Because:
        return (
            Reason(f"{self.label} : cet article ne demande pas de paiement.", self.source),
            Reason("La liste des redevances est limitative et ne nomme pas cet acte.", CLOSED_LIST),
        )


# Plain sources, not cited ones: to say that an act is free computes nothing else of its article.
_FREE_ACTS: Mapping[str, FreeAct] = MappingProxyType(
    {
        act: FreeAct(act, line["label"], Source(line["article"], line["place"], line["quote"]))
        for act, line in read_yaml("free").items()
    }
)


def free_acts() -> Mapping[str, FreeAct]:
    """Every act known to cost nothing, by its name: ``trademark.withdrawal``."""
    return _FREE_ACTS
