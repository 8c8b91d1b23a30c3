"""The national register of patents, utility certificates and supplementary certificates (R. 613-53 to R. 613-59)."""

from __future__ import annotations

from dataclasses import replace

from guichet.law.general.register_law import National
from guichet.law.general.registers.national import national_register
from guichet.law.sources import cite

NUMBERS = National(
    register="patents",
    content="R. 613-53",
    ex_officio="R. 613-54",
    acts="R. 613-55",
    derogations="R. 613-56",
    details="R. 613-57",
    irregular="R. 613-58",
    decision="R. 613-58-1",
    silence="R. 613-58-2",
    mention="R. 613-59",
    opposable="L. 613-9",
)
_COMMON = national_register(
    NUMBERS,
    label="registre national des brevets",
    kind="patent",
    title="patents",
)
CLAIMANT = cite("R. 611-18", "al. 1", "à la requête de la personne qui a intenté cette action")
_CLAIM = replace(
    _COMMON.entries["ownership_claim"], asked_by=CLAIMANT, asked_by_label="la personne qui a intenté l'action"
)
PATENTS = replace(_COMMON, entries={**_COMMON.entries, "ownership_claim": _CLAIM})
