"""The national registers, one module each: what may be entered, who asks, with what, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guichet.law.general.register_law import RegisterLaw
from guichet.law.general.registers.designs import DESIGNS
from guichet.law.general.registers.patents import PATENTS
from guichet.law.general.registers.plant_varieties import PLANT_VARIETIES
from guichet.law.general.registers.software import SOFTWARE
from guichet.law.general.registers.topographies import TOPOGRAPHIES
from guichet.law.general.registers.trademarks import TRADEMARKS
from guichet.rights.general.recordal import Register

REGISTERS: Mapping[Register, RegisterLaw] = MappingProxyType(
    {each.register: each for each in (TRADEMARKS, DESIGNS, PATENTS, SOFTWARE, TOPOGRAPHIES, PLANT_VARIETIES)}
)
