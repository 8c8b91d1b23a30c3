"""The peer: OpenFisca-core computes a dated rule of marks over as many entities, in one vector, without reasons.

The rule is the one that both can say: the mark's term of ten years from its filing date (L. 712-1), whether it is in
force on a day, and the renewal fee in force on that day.
"""

from __future__ import annotations

from datetime import date

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.parameters import Parameter, ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.measuring import timed

MARK = build_entity(key="mark", plural="marks", label="A mark", is_person=True)


class filing_date(Variable):  # noqa: N801 - OpenFisca names a variable by its class
    value_type = date
    entity = MARK
    definition_period = DateUnit.ETERNITY
    label = "Filing date"


class expiry_date(Variable):  # noqa: N801 - as above
    value_type = date
    entity = MARK
    definition_period = DateUnit.ETERNITY
    label = "Last day of the ten years; 29 February gives 28 February"

    def formula(self, period, parameters):
        filed = self("filing_date", period)
        months = filed.astype("datetime64[M]")
        day = (filed - months.astype("datetime64[D]")).astype(int)
        ends = months + numpy.timedelta64(120, "M")
        length = ((ends + 1).astype("datetime64[D]") - ends.astype("datetime64[D]")).astype(int)
        return ends.astype("datetime64[D]") + numpy.minimum(day, length - 1).astype("timedelta64[D]")


class renewal_fee(Variable):  # noqa: N801 - as above
    value_type = int
    entity = MARK
    definition_period = DateUnit.DAY
    label = "Renewal fee in cents, for a mark in force on that day"

    def formula(self, period, parameters):
        in_force = self("expiry_date", period) >= numpy.datetime64(str(period.start))
        return in_force * parameters(period).renewal_fee


def system() -> TaxBenefitSystem:
    """Three variables and one dated parameter."""
    found = TaxBenefitSystem([MARK])
    fee = Parameter("renewal_fee", {"values": {"1990-01-01": {"value": 24000}, "2019-12-11": {"value": 29000}}})
    node = ParameterNode("", data={})
    node.add_child("renewal_fee", fee)
    found.parameters = node
    found.add_variables(filing_date, expiry_date, renewal_fee)
    return found


def simulate(built: TaxBenefitSystem, filed: list[date], on: date) -> int:
    """One simulation of all these marks: their term, and the fee in force; the highest fee in cents."""
    simulation = SimulationBuilder().build_default_simulation(built, count=len(filed))
    simulation.set_input("filing_date", "ETERNITY", numpy.array(filed, dtype="datetime64[D]"))
    return int(simulation.calculate("renewal_fee", on.isoformat()).max())


def seconds(filed: list[date], on: date) -> float:
    """Wall time of one simulation of them all, in one vector."""
    built = system()
    assert simulate(built, filed, on) == 29000
    return timed(lambda: simulate(built, filed, on))


def seconds_one_by_one(filed: list[date], on: date) -> float:
    """Wall time of a simulation for each, as when one file is asked about."""
    built = system()
    return timed(lambda: [simulate(built, [day], on) for day in filed])
