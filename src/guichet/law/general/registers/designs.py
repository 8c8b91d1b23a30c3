"""The national register of designs (R. 512-13 to R. 512-19)."""

from __future__ import annotations

from guichet.law.general.register_law import National
from guichet.law.general.registers.national import national_register

NUMBERS = National(
    register="designs",
    content="R. 512-13",
    ex_officio="R. 512-14",
    acts="R. 512-15",
    derogations="R. 512-16",
    details="R. 512-17",
    irregular="R. 512-18",
    decision="R. 512-18-1",
    silence="R. 512-18-2",
    mention="R. 512-19",
    opposable="L. 513-3",
)
DESIGNS = national_register(
    NUMBERS,
    label="registre national des dessins et modèles",
    kind="design",
    title="designs",
)
