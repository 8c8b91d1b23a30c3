"""Who may act alone, who must be represented, by whom, and with what power (R. 712-2, R. 512-2, R. 612-2, R. 623-3).

``right`` says whose rules apply, the marks' by default; what differs is in ``role_rules``. ``roles.may_represent`` asks
the same of any act; here a whole filing is looked at, field by field.
"""

from __future__ import annotations

from collections.abc import Sequence

from guichet.law.answers import Finding, Reason
from guichet.law.general.role_rules import RULES, ActRule, Family
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.rights.parties import EEA, Party, Representative

EU = EEA - {"IS", "LI", "NO"}
L422_4 = cite("L. 422-4", "al. 2", "ne font pas obstacle à la faculté de recourir aux services d'un avocat")
L422_5 = cite("L. 422-5", "al. 1", "être inscrite sur une liste spéciale établie par le directeur de l'Institut")

DISPENSED_OF_POWER = frozenset({"ip_attorney", "lawyer"})

MIXED_APPLICANTS = Undecided(
    question="Des codéposants dont l'un seulement est établi hors de l'Espace économique européen peuvent-ils choisir "
    "l'un d'eux comme mandataire commun ?",
    default="Oui, si le mandataire commun est lui-même établi dans l'Espace économique européen.",
    why="L'alinéa 4 admet l'un des déposants ; l'alinéa 3 vise la personne qui n'y a pas son domicile ou son siège.",
    articles=("R. 712-2",),
)


def filing_rule(right: Family) -> ActRule:
    """The rule of a filing for this right (of an entry, for software)."""
    rules = RULES[right]
    return rules.get("file") or next(iter(rules.values()))


def needed(applicants: Sequence[Party], right: Family = "trademark") -> Finding:
    """Whether these applicants may act without a representative; not allowed means that one must be appointed."""
    filing = filing_rule(right)
    if len(applicants) > 1 and filing.common_source is not None:
        one_of_them = " ; ce peut être l'un d'entre eux" if filing.common == "one_of_them" else ""
        reason = Reason("En cas de pluralité de déposants, un mandataire commun doit être constitué.",
                        filing.common_source)  # fmt: skip
        return Finding(
            False,
            f"Plusieurs déposants : constituez un mandataire commun{one_of_them}.",
            (reason,),
            "representative",
            "regularisable",
        )
    if filing.outside is not None and any(not _inside(each, filing) for each in applicants):
        where = _AREAS[filing.area]
        return Finding(
            False,
            f"Le déposant est établi hors de {where} : constituez un mandataire habilité.",
            (Reason(f"Une personne sans domicile ni siège dans {where} doit constituer un mandataire, dans le délai "
                    "que fixe le texte ou l'institut.", filing.outside),),
            "representative",
            "regularisable",
        )  # fmt: skip
    return Finding(
        True,
        "Le dépôt peut être fait personnellement.",
        (Reason("Le dépôt peut être fait personnellement par le demandeur.", filing.source),),
        "representative",
    )


_AREAS = {"eea": "l'Espace économique européen", "eu": "l'Union européenne"}


def _inside(party: Party, filing: ActRule) -> bool:
    return party.address.country in (EU if filing.area == "eu" else EEA)


@rule(
    "R. 712-2",
    "al. 5",
    "le mandataire doit joindre un pouvoir",
)
def power_needed(representative: Representative, right: Family = "trademark") -> bool:
    """Whether this representative must attach a power: all but IP attorneys and lawyers, whom plants do not exempt."""
    return filing_rule(right).power_from_all or representative.quality not in DISPENSED_OF_POWER


@rule(
    "R. 712-21",
    "al. 2",
    "sauf s'il a la qualité de conseil en propriété industrielle ou d'avocat, doit joindre un pouvoir spécial",
)
def special_power_needed(representative: Representative | None, right: Family = "trademark") -> bool:
    """Whether withdrawing through this representative takes a special power (R. 712-21, R. 512-9-1, R. 612-38)."""
    return representative is not None and power_needed(representative, right)


def review(
    applicants: Sequence[Party], representative: Representative | None, right: Family = "trademark"
) -> list[Finding]:
    """What is wrong with the representation, field by field; empty when it is in order."""
    if representative is None:
        missing = needed(applicants, right)
        return [] if missing.allowed else [missing]
    filing = filing_rule(right)
    return [
        finding
        for finding in (
            _quality(applicants, representative, filing),
            _established(representative, filing),
            _power(representative, right),
        )
        if finding is not None
    ]


def _quality(applicants: Sequence[Party], representative: Representative, filing: ActRule) -> Finding | None:
    if representative.one_of_the_applicants:
        return _one_of_them(applicants, representative, filing)
    if representative.quality != "other" or filing.profession is None:
        return None
    return _irregular(
        "Le mandataire doit être conseil en propriété industrielle, avocat, ou l'une des personnes que la loi admet.",
        "representative.quality",
        (
            ("Le mandataire doit avoir la qualité de conseil en propriété industrielle.", filing.profession),
            ("Restent admis l'avocat, l'entreprise liée par contrat et le professionnel européen de passage.", L422_4),
            ("Restent admises les personnes inscrites sur la liste spéciale.", L422_5),
        ),
    )


def _one_of_them(applicants: Sequence[Party], representative: Representative, filing: ActRule) -> Finding | None:
    field, common = "representative.one_of_the_applicants", filing.common_source or filing.source
    if filing.common == "professional":
        return _irregular(
            "Le mandataire commun doit être un professionnel, non l'un des déposants.",
            field,
            (("Le mandataire commun satisfait aux mêmes conditions que tout mandataire.", common),),
        )
    if representative.party not in applicants:
        return _irregular(
            "Le mandataire commun est déclaré comme l'un des déposants, mais il ne figure pas parmi eux.",
            field,
            (("S'il n'est pas l'un des déposants, il doit être un mandataire habilité.", common),),
        )
    if len(applicants) < 2:
        return _irregular(
            "Un déposant seul ne peut pas être son propre mandataire : laissez la représentation vide.",
            field,
            (("Le mandataire commun suppose plusieurs déposants.", common),),
        )
    return None


def _established(representative: Representative, filing: ActRule) -> Finding | None:
    if filing.established is None or _inside(representative.party, filing):
        return None
    where = _AREAS[filing.area]
    return _irregular(
        f"Le mandataire doit être établi dans {where}.",
        "representative.party.address.country",
        ((f"Le mandataire a son domicile, son siège ou son établissement dans {where}.", filing.established),),
    )


def _power(representative: Representative, right: Family) -> Finding | None:
    source = filing_rule(right).power
    if source is None or representative.power is not None or not power_needed(representative, right):
        return None
    dispensed = "Tout mandataire joint un pouvoir." if filing_rule(right).power_from_all else (
        "Seuls le conseil en propriété industrielle et l'avocat sont dispensés de pouvoir."
    )  # fmt: skip
    return _irregular("Joignez le pouvoir du mandataire.", "representative.power", ((dispensed, source),))


def _irregular(message: str, field: str, because: tuple[tuple[str, Source], ...]) -> Finding:
    reasons = tuple(Reason(text, source) for text, source in because)
    return Finding(False, message, reasons, field, "regularisable")
