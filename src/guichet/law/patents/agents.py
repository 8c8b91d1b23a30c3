"""Who must be represented in a proceeding about a patent, by whom, with what power (R. 612-2, R. 613-44)."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.law.sources import cite
from guichet.rights.parties import EEA, Party, Representative

R612_2_QUALITY = cite("R. 612-2", "al. 1", "doit avoir la qualité de conseil en propriété industrielle")
R612_2_ESTABLISHED = cite(
    "R. 612-2", "al. 1", "un mandataire ayant son domicile, son siège ou un établissement dans un Etat membre"
)
R612_2_OUTSIDE = cite("R. 612-2", "al. 2", "doivent constituer un mandataire satisfaisant aux conditions prévues")
R612_2_SEVERAL = cite(
    "R. 612-2", "al. 2", "En cas de pluralité de demandeurs, un mandataire commun doit être constitué"
)
R612_2_POWER = cite(
    "R. 612-2", "al. 3",
    "Sauf lorsqu'il a la qualité de conseil en propriété industrielle ou d'avocat, le mandataire doit joindre",
)  # fmt: skip

WITHOUT_POWER = frozenset({"ip_attorney", "lawyer"})


def outside_eea(parties: Sequence[Party]) -> bool:
    """Whether one of them has neither domicile nor seat in the European Economic Area."""
    return any(not party.in_eea for party in parties)


def professional(representative: Representative | None) -> bool:
    """Whether it is an attorney established in the EEA, or one whom L. 422-4 and L. 422-5 admit."""
    return (
        representative is not None
        and not representative.one_of_the_applicants
        and representative.quality != "other"
        and representative.party.address.country in EEA
    )


def power_missing(representative: Representative | None) -> bool:
    """Whether a power is due and not given: all but IP attorneys and lawyers join one."""
    return representative is not None and representative.quality not in WITHOUT_POWER and representative.power is None


def must_be_represented(parties: Sequence[Party]) -> bool:
    """Several, or one from outside the European Economic Area (R. 612-2 al. 2)."""
    return len(parties) > 1 or outside_eea(parties)


def well_represented(parties: Sequence[Party], representative: Representative | None) -> bool:
    """Whether these applicants or holders may act so: several of them may choose one of themselves (R. 612-2 al. 2)."""
    if representative is None:
        return not must_be_represented(parties)
    if representative.one_of_the_applicants:
        return len(parties) > 1 and representative.party in parties and representative.party.in_eea
    return professional(representative)
