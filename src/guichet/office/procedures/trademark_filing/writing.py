"""From an application back to the fields of the form, to complete or regularise it: the inverse of ``reading``."""

from __future__ import annotations

from typing import Any

from guichet.office.procedures.trademark_filing.wording import by_class
from guichet.rights.codec import to_plain
from guichet.rights.parties import Party, Representative
from guichet.rights.trademarks.application import Application


def fields(application: Application) -> dict[str, Any]:
    """What the form would hold, by its top-level places."""
    plain = to_plain(application)
    data: dict[str, Any] = {
        "kind": application.kind,
        "applicants": plain["applicants"],
        "mark": plain["mark"] or {"feature": "word"},
        "lists": {str(number): "\n".join(terms) for number, terms in by_class(application.goods_services)},
        "priority_claims": plain["priority_claims"],
        "distinctiveness_acquired_by_use": "oui" if application.distinctiveness_acquired_by_use else "non",
        "evidence_of_use": plain["evidence_of_use"],
        "annexes": plain["annexes"],
        "rules_of_use": plain["rules_of_use"],
        "home_registration": plain["home_registration"],
        "signature": plain["signature"],
        "client_reference": application.client_reference,
        **_representation(application.representative, application.applicants),
    }
    return {place: value for place, value in data.items() if value}


def _representation(representative: Representative | None, applicants: tuple[Party, ...]) -> dict[str, Any]:
    if representative is None:
        return {}
    power = {"power": to_plain(representative.power)}
    if representative.one_of_the_applicants:
        rank = applicants.index(representative.party) if representative.party in applicants else 0
        return {
            "representation": {"choice": "applicant", "applicant": f"applicants[{rank}]"},
            "representative": power,
        }
    return {
        "representation": {"choice": "agent"},
        "representative": {"quality": representative.quality, "party": to_plain(representative.party), **power},
    }
