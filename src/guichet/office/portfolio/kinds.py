"""What the portal needs to know of each kind of file, as data: where its words are, and what its states mean here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guichet.office.portfolio.models import Phase


@dataclass(frozen=True)
class Kind:
    """A kind of file in the portal.

    name: path, from the facts of the law or the event that opened the file, to what the file is called. about: the
    same, to the number of the title that a proceeding is about. parties: paths to those who take part.
    in_force, closed: states of any region that put the file into these baskets; closed wins, all others are under
    examination. settled: states that close the file as long as none of ``reopened`` keeps it under examination.
    """

    name: str = ""
    about: str = ""
    parties: tuple[str, ...] = ()
    in_force: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    reopened: frozenset[str] = frozenset()
    unnamed: str = ""
    """What a file without a name is called."""

    def phase(self, states: Iterable[str]) -> tuple[Phase, str]:
        """The basket of a file in these states, one for each region, and the state that decides it, if one does."""
        found = list(states)
        if ended := [state for state in found if state in self.closed]:
            return Phase.CLOSED, ended[0]
        if ended := [state for state in found if state in self.settled]:
            again = next((state for state in found if state in self.reopened), "")
            return (Phase.EXAMINATION, again) if again else (Phase.CLOSED, ended[0])
        standing = next((state for state in found if state in self.in_force), "")
        return (Phase.IN_FORCE, standing) if standing else (Phase.EXAMINATION, "")


def _kind(
    name: str = "", parties: str = "", *, about: str = "", in_force: str = "", closed: str = "", settled: str = "",
    reopened: str = "", unnamed: str = "",
) -> Kind:  # fmt: skip
    return Kind(
        name, about, tuple(parties.split()), in_force=_words(in_force), closed=_words(closed), settled=_words(settled),
        reopened=_words(reopened), unnamed=unnamed,
    )  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF_MARK = {"parties": "mark.holders", "about": "mark.number"}
_AGAINST_MARK = {
    "parties": "claimants mark.holders", "about": "mark.number", "closed": "closed final",
    "settled": "inadmissible deemed_rejected", "reopened": "pending",
}  # fmt: skip
_OF_DESIGN = {"parties": "registration.holders", "about": "registration.number"}

MARKS: Mapping[str, Kind] = {
    "trademark": _kind(
        "application.mark.text", "holders", in_force="registered", unnamed="Marque figurative",
        closed="inadmissible refused withdrawn expired renounced annulled revoked",
    ),
    "trademark_conversion": _kind(about="european_number", closed="admitted refused"),
    "trademark_designation": _kind(
        about="number", parties="holder", in_force="protected", closed="annulled ended refused revoked"
    ),
    "trademark_division": _kind(**_OF_MARK, closed="divided refused deemed_refused"),
    "trademark_international": _kind(**_OF_MARK, closed="refused transmitted"),
    "trademark_nullity": _kind(**_AGAINST_MARK),
    "trademark_opposition": _kind(**_AGAINST_MARK),
    "trademark_rectification": _kind(**_OF_MARK, closed="granted refused"),
    "trademark_renewal": _kind(**_OF_MARK, closed="accepted inadmissible deemed_refused"),
    "trademark_renunciation": _kind(**_OF_MARK, closed="accepted refused deemed_accepted"),
}  # fmt: skip
PATENTS: Mapping[str, Kind] = {
    "patent": _kind(
        "application.title", "application.applicants", in_force="granted",
        closed="inadmissible withdrawn deemed_withdrawn refused_finally ended_by_lapse lapsed expired renounced "
        "revoked",
    ),
    "european_patent": _kind(
        about="application.number", parties="application.applicants", in_force="granted", closed="lapsed converted"
    ),
    "international_application": _kind(
        parties="applicants", closed="transmitted not_transmitted unpaid", unnamed="Demande internationale"
    ),
    "spc": _kind(
        "product", "applicants", in_force="granted in_force",
        closed="inadmissible refused deemed_refused withdrawn renounced lapsed expired",
    ),
    "court_licence": _kind(about="patent", parties="claimant", closed="entered"),
    "culture_access": _kind(about="patent", parties="requester", closed="refused sent"),
    "defence_licence": _kind(
        about="patent", parties="owner", in_force="granted", closed="refused settled in_court"
    ),
    "documentary_opinion": _kind(
        about="patent.number", parties="requester patent.holders", closed="inadmissible delivered published"
    ),
    "employee_invention": _kind(
        "purpose", "employees employer", settled="claimed not_claimed", reopened="in_dispute"
    ),
    "conciliation": _kind(
        "invention", "requester others",
        closed="conciled agreed enforceable litigated not_seised withdrawn",
    ),
    "inventor_mention": _kind(about="patent", parties="inventor", closed="granted refused"),
    "licence_regime": _kind(
        about="patent.number", parties="patent.holders", in_force="under_regime", closed="exploited refused"
    ),
    "ownership_claim": _kind(about="patent", parties="claimant", closed="settled"),
    "patent_lapse_request": _kind(about="patent", parties="requester", closed="granted refused deemed_refused"),
    "patent_licence": _kind(
        about="patent.number", parties="applicant patent.holders", in_force="granted", closed="refused terminated"
    ),
    "patent_limitation": _kind(
        about="patent.number", parties="requesters patent.holders",
        closed="closed deemed_refused inadmissible recorded refused",
    ),
    "patent_modification": _kind(about="patent", closed="accepted refused"),
    "patent_opposition": _kind(
        about="patent.number", parties="opponents patent.holders",
        closed="closed deemed_rejected final inadmissible joined",
    ),
}  # fmt: skip
DESIGNS: Mapping[str, Kind] = {
    "design": _kind(
        "designs.product", "holders", in_force="registered",
        closed="inadmissible rejected withdrawn lapsed not_renewed expired renounced annulled",
    ),
    "design_renewal": _kind(**_OF_DESIGN, closed="accepted deemed_rejected inadmissible"),
    "design_renunciation": _kind(**_OF_DESIGN, closed="accepted deemed_accepted rejected"),
    "creation_register": _kind(parties="creator", closed="refused returned", unnamed="Registre de création"),
}  # fmt: skip
OTHERS: Mapping[str, Kind] = {
    "evidence_deposit": _kind("title", "depositor", in_force="kept", closed="ended returned"),
    "geographical_indication": _kind(
        "request.name", "request.body", in_force="homologated on_notice",
        closed="homologation_withdrawn inadmissible rejected",
    ),
    "local_authority_alert": _kind("name", "authority", in_force="active", closed="ended"),
    "plant_variety": _kind(
        "species", "applicants", in_force="granted in_force under_notice lapse_suspended",
        closed="inadmissible refused withdrawn lapsed renounced expired",
    ),
    "software_pledge": _kind(
        "software", "holders creditors", in_force="in_force", closed="lapsed released struck_off"
    ),
    "topography": _kind(
        "declaration.topography", "declaration.depositors", in_force="registered",
        closed="expired refused renounced withdrawn without_effect",
    ),
    "recordal": _kind(about="rights.number", parties="requester rights.holders", closed="entered mentioned rejected"),
    "restoration": _kind(
        about="right", parties="requester holders", closed="inadmissible refused entered settled void judged"
    ),
    "appeal": _kind(about="decision", parties="parties", closed="final presumed_final"),
}  # fmt: skip
ATTORNEYS: Mapping[str, Kind] = {
    "attorney_company": _kind("request.name", "request.name", in_force="listed suspended", closed="refused removed"),
    "attorney_control": _kind("who", "who", closed="final"),
    "attorney_discipline": _kind(
        "accused.name", "accused.name author_name", closed="conciled closed notified cassation"
    ),
    "european_professional": _kind("who.name", "who.name", in_force="accepted", closed="not_accepted banned"),
    "ip_attorney": _kind(
        "request.name", "request.name", in_force="listed suspended to_remove", closed="refused removed"
    ),
    "ip_qualification": _kind(
        "request.name", "request.name", in_force="listed removal_asked removal_hearing", closed="refused removed"
    ),
}  # fmt: skip
KINDS: Mapping[str, Kind] = {**MARKS, **PATENTS, **DESIGNS, **OTHERS, **ATTORNEYS}
"""Every kind of file that the law knows."""
