"""For each kind of file, whose law of representation governs it, and what each of its acts is to that law.

``KINDS`` is the table; an act that it does not name is the kind's ordinary one. A kind without a family knows no
representative in the code: its acts are done by oneself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from guichet.law.general.role_rules import RULES, Family, RoleAct

PERSONS = frozenset(
    {"applicant", "holder", "inventor", "employee", "employer", "requester", "opponent", "party", "attorney", "public"}
)
"""Who of ``guichet.rights.proceeding.Who`` may be a person of the secured space."""


@dataclass(frozen=True)
class Kind:
    """family: empty where the file says it itself (an entry, a restoration), None where nobody may represent.

    ordinary: what an act is unless ``acts`` says otherwise.
    """

    family: Family | None | str
    ordinary: RoleAct = "prosecute"
    acts: Mapping[str, RoleAct] = field(default_factory=dict)


def _alone() -> Kind:
    return Kind(None)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        # marks
        "trademark": Kind("trademark", acts={"file": "file", "withdraw": "withdraw", "renounce": "renounce"}),
        "trademark_conversion": Kind("trademark", acts={"receive": "file"}),
        "trademark_designation": Kind("trademark"),
        "trademark_division": Kind("trademark"),
        "trademark_international": Kind("trademark"),
        "trademark_nullity": Kind("trademark", "cancel"),
        "trademark_opposition": Kind("trademark", "oppose"),
        "trademark_rectification": Kind("trademark"),
        "trademark_renewal": Kind("trademark", "renew"),
        "trademark_renunciation": Kind("trademark", "renounce"),
        # designs
        "design": Kind("design", acts={"file_design": "file", "withdraw_design": "withdraw"}),
        "design_renewal": Kind("design", "renew"),
        "design_renunciation": Kind("design", "renounce"),
        # patents and what is near them
        "patent": Kind(
            "patent",
            acts={"file": "file", "withdraw": "withdraw", "ask_priority_restoration": "restore", "pay_annuity": "pay"},
        ),
        "patent_lapse_request": Kind("patent", "record"),
        "patent_licence": Kind("patent"),
        "patent_limitation": Kind("patent", "limit"),
        "patent_modification": Kind("patent"),
        "patent_opposition": Kind("patent", "oppose"),
        "documentary_opinion": Kind("patent"),
        "culture_access": Kind("patent"),
        "inventor_mention": Kind("patent", "record"),
        "ownership_claim": Kind("patent"),
        "european_patent": Kind(
            "patent", acts={"file_european": "file", "request_conversion": "file", "pay_annuity": "pay"}
        ),
        "international_application": Kind("international_application", acts={"file_international": "file"}),
        "spc": Kind("spc", acts={"request_spc": "file", "withdraw_spc": "withdraw", "renounce_spc": "renounce"}),
        "topography": Kind(
            "topography",
            acts={"deposit_topography": "file", "withdraw_topography": "withdraw", "renounce_topography": "renounce"},
        ),
        "plant_variety": Kind(
            "plant_variety",
            acts={"file_variety": "file", "withdraw_variety": "withdraw", "renounce_variety": "renounce"},
        ),
        # other titles
        "geographical_indication": Kind("geographical_indication", acts={"file_indication": "file"}),
        "software_pledge": Kind("software", "record"),
        # of every right
        "recordal": Kind("", "record"),
        "restoration": Kind("", "restore"),
        "appeal": Kind("appeal", "appeal"),
        # where the code says nothing of a representative before the office
        "attorney_company": _alone(),
        "attorney_control": _alone(),
        "attorney_discipline": _alone(),
        "conciliation": _alone(),
        "court_licence": _alone(),
        "creation_register": _alone(),
        "defence_licence": _alone(),
        "employee_invention": _alone(),
        "european_professional": _alone(),
        "evidence_deposit": _alone(),
        "ip_attorney": _alone(),
        "ip_qualification": _alone(),
        "licence_regime": _alone(),
        "local_authority_alert": _alone(),
    }
)
WITHIN: Mapping[str, str] = MappingProxyType(
    {
        "utility_certificate": "patent",
        "european_conversion": "patent",
        "international_application": "patent",
        "plant_variety_appeal": "appeal",
    }
)
"""A mandate for the right of the second column is one for that of the first."""
REGISTERS: Mapping[str, Family] = MappingProxyType(
    {
        "trademarks": "trademark",
        "designs": "design",
        "patents": "patent",
        "patent_priority": "patent",
        "software": "software",
        "topographies": "topography",
        "plant_varieties": "plant_variety",
    }
)
_PAYING: Mapping[str, Family] = MappingProxyType(
    {"geographical_indication": "trademark", "international_application": "patent", "appeal": "trademark"}
)
"""Whose words exempt a simple payment (R. 712-2, R. 612-2), where the family's own do not speak of it."""


def kind_of(subject: str) -> str:
    return subject.split("/", 1)[0]


def family_of(subject: str, opening: Mapping[str, Any] | None = None) -> str:
    """Whose law governs this file; empty when it is not known, or when nobody may represent.

    opening: content of the event that opened it, which says the register where the kind does not.
    """
    kind = KINDS.get(kind_of(subject))
    if kind is None or kind.family is None:
        return ""
    return kind.family or _said(opening or {})


def _said(content: Any) -> str:
    """The register named in what was asked."""
    if isinstance(content, Mapping):
        for key in ("register", "title"):
            named = content.get(key)
            if isinstance(named, str) and named in REGISTERS:
                return REGISTERS[named]
        return next((found for found in map(_said, content.values()) if found), "")
    return ""


def role(subject: str, act: str, family: str) -> tuple[Family, RoleAct] | None:
    """What this act is to the law of representation; None where nobody may do it for another.

    A draft is about to be filed: its act is the first of its right.
    """
    if family not in RULES:
        return None
    kind = KINDS.get(kind_of(subject)) or Kind("", next(iter(RULES[family])))  # type: ignore[index]  # looked up above
    if kind.family is None:
        return None
    found: RoleAct = "pay" if act == "pay" else kind.acts.get(act, kind.ordinary)
    known: Family = family  # type: ignore[assignment]  # a key of RULES
    if found == "pay" and "pay" not in RULES[known]:
        known = _PAYING[known]
    return (known, found) if found in RULES[known] else None


def within(family: str) -> str:
    """The right of a mandate that covers this family."""
    return WITHIN.get(family, family)
