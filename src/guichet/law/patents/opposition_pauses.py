"""An opposition to a patent suspended, resumed, closed (R. 613-44-10 to R. 613-44-12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents.opposition_admissibility import statement
from guichet.law.patents.opposition_phases import joined, parties
from guichet.law.patents.periods import set_by_office
from guichet.law.running import JOINT_SUSPENSIONS
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod
from guichet.rights.patents import opposition as o

SUSPENDED = cite("R. 613-44-10", "al. 1", "La phase d'instruction ou le délai fixé au premier alinéa")
OWNERSHIP = cite(
    "R. 613-44-10", "1°", "établissant qu'une action en revendication de propriété du brevet a été intentée"
)
NULLITY = cite(
    "R. 613-44-10",
    "1°",
    "à la date à laquelle la demande d'opposition est présentée conformément à l'article R. 613-44-1",
)
WRITTEN_REQUEST = cite("R. 613-44-10", "1°", "Sur requête écrite de toute personne")
JOINT = cite("R. 613-44-10", "al. 4", "La phase d'instruction peut également être suspendue sur demande conjointe")
RESUMED_ON_JUDGMENT = cite("R. 613-44-11", "al. 1", "passée en force de chose jugée")
RESUMED_BY_ONE = cite("R. 613-44-11", "al. 2", "elle reprend sur demande de l'une des parties ou, le cas échéant, à")
RESUMED = cite("R. 613-44-11", "al. 4", "avec indication d'une date de reprise")
ALL_WITHDRAWN = cite("R. 613-44-12", "1°", "Lorsque tous les opposants ont retiré leur opposition")
ANNULLED = cite("R. 613-44-12", "2°", "par une décision de justice passée en force de chose jugée")
RENOUNCED = cite("R. 613-44-12", "3°", "Si le titulaire du brevet renonce aux revendications visées par l'opposition")
ENDED = cite("R. 613-44-12", "4°", "Lorsque les effets du brevet contre lequel l'opposition a été formée ont cessé")
INTEREST = cite("R. 613-44-12", "4°", "sauf si l'opposant justifie d'un intérêt légitime")
NO_EXTENSION = cite("R. 613-44-1", "al. 8", "ne peuvent être étendus après l'expiration de ce délai")

TOGETHER = JOINT_SUSPENSIONS["patent.opposition"]
NEW_STATEMENT = OfficePeriod(
    cite("R. 613-44-11", "al. 3", "l'opposant est invité à présenter dans un délai imparti par l'Institut"),
    "patent_opposition.resumed",
    default_months=2,
    title="patents",
)

SUSPENSION_DAY = Undecided(
    question="De quel jour courent les quatre mois d'une suspension demandée par toutes les parties ?",
    default="Du jour de la décision de suspension.",
    why="R. 613-44-10 donne la durée et la notification de la décision, non le départ.",
    articles=("R. 613-44-10",),
)
COUNTED_ONCE = Undecided(
    question="Les trois périodes de suspension commune se comptent-elles pour toute la procédure ?",
    default="Oui : une suspension demandée après une reprise compte avec les précédentes.",
    why="« quatre mois renouvelable deux fois » ne dit pas si une reprise ouvre de nouvelles périodes.",
    articles=("R. 613-44-10", "R. 613-44-11"),
)
NEW_GROUNDS = Undecided(
    question="La nouvelle déclaration de l'opposant peut-elle invoquer un motif qu'il n'avait pas invoqué ?",
    default="Non : elle adapte l'opposition à la nouvelle portée du brevet sans l'étendre.",
    why="R. 613-44-11 renvoie à la déclaration du 3°, que R. 613-44-1 interdit d'étendre après les neuf mois.",
    articles=("R. 613-44-11", "R. 613-44-1"),
)
RESUMED_BY_OFFICE = Undecided(
    question="Quand la procédure reprend-elle si l'institut l'a suspendue de lui-même ?",
    default="Quand l'institut le décide, à la date qu'il notifie.",
    why="R. 613-44-11 ne règle que la suspension du 1° et la suspension commune.",
    articles=("R. 613-44-10", "R. 613-44-11"),
)
AWAITED_JUDGMENT = Undecided(
    question="Qui peut demander la reprise quand la suspension attend un jugement ?",
    default="Une des parties à l'opposition, qui transmet la décision passée en force de chose jugée.",
    why="La suspension est demandée par « toute personne », la reprise par « l'une des parties ».",
    articles=("R. 613-44-10", "R. 613-44-11"),
)


def not_suspended(dossier: Dossier, on: date) -> Finding | None:
    """While the procedure is suspended nothing of it goes on."""
    if not dossier.in_state("suspended"):
        return None
    return no("La procédure est suspendue : attendez sa reprise.", SUSPENDED, RESUMED)


def joint_periods(dossier: Dossier) -> int:
    """How many periods of four months the parties have had."""
    begun = sum(each.ground == "joint" for each in dossier.all(o.OppositionSuspended))
    return begun + len(dossier.all(o.SuspensionRenewed))


def suspends(act: o.OppositionSuspended, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield from _SUSPENDS[act.ground](act, dossier)
    if act.ground in ("ownership_action", "nullity_claim") and not act.requested_by:
        yield no("Indiquez qui demande la suspension par écrit.", WRITTEN_REQUEST, field="requested_by")


def _ownership(act: o.OppositionSuspended, dossier: Dossier) -> Iterator[Finding]:
    if act.brought_on is None:
        yield no("Établissez que l'action en revendication a été intentée : indiquez sa date.", OWNERSHIP,
                 field="brought_on")  # fmt: skip


def _nullity(act: o.OppositionSuspended, dossier: Dossier) -> Iterator[Finding]:
    it = statement(dossier)
    if act.brought_on is None or (it is not None and act.brought_on > it.filed_on):
        message = "La demande en nullité doit avoir été formée avant l'opposition, au plus tard le même jour."
        yield no(message, NULLITY, field="brought_on")


def _office(act: o.OppositionSuspended, dossier: Dossier) -> Iterator[Finding]:
    return iter(())


def _joint(act: o.OppositionSuspended, dossier: Dossier) -> Iterator[Finding]:
    if dossier.state == "to_decide":
        yield no("L'instruction est terminée : les parties ne peuvent plus la suspendre.", JOINT, field="ground")
    yield from _asked_by_all(act.requested_by, dossier)


_SUSPENDS: dict[str, Callable[[o.OppositionSuspended, Dossier], Iterator[Finding]]] = {
    "ownership_action": _ownership,
    "nullity_claim": _nullity,
    "office": _office,
    "joint": _joint,
}


def _asked_by_all(names: tuple[str, ...], dossier: Dossier) -> Iterator[Finding]:
    finding = TOGETHER.check(joint_periods(dossier), asked_by_all=set(parties(dossier)) <= set(names))
    if not finding.allowed:
        yield finding


def renews(act: o.SuspensionRenewed, dossier: Dossier, on: date) -> Iterator[Finding]:
    current = dossier.last(o.OppositionSuspended)
    if current is None or current.ground != "joint":
        yield no("Seule une suspension demandée par toutes les parties se renouvelle.", TOGETHER.source)
    yield from _asked_by_all(act.requested_by, dossier)


def resumes(act: o.OppositionResumed, dossier: Dossier, on: date) -> Iterator[Finding]:
    """As R. 613-44-11 says for each cause of suspension."""
    current = dossier.last(o.OppositionSuspended)
    ground = current.ground if current else "office"
    if ground in ("ownership_action", "nullity_claim") and not act.judgment.strip():
        message = "La reprise demande la décision de justice passée en force de chose jugée."
        yield no(message, RESUMED_ON_JUDGMENT, field="judgment")
    if ground != "office" and act.requested_by not in parties(dossier):
        yield no("La reprise est demandée par l'une des parties : indiquez laquelle.", RESUMED_ON_JUDGMENT,
                 RESUMED_BY_ONE, field="requested_by")  # fmt: skip
    if act.resumed_on < on:
        yield no("La date de reprise ne peut pas précéder la décision.", RESUMED, field="resumed_on")
    if act.scope_changed and not NEW_STATEMENT.check(act.months).allowed:
        yield NEW_STATEMENT.check(act.months)


def _joint_since(dossier: Dossier) -> date | None:
    current = dossier.last(o.OppositionSuspended)
    return dossier.on(o.OppositionSuspended) if current and current.ground == "joint" else None


def _joint_end(dossier: Dossier, started: date) -> Deadline | None:
    renewals = sum(on >= started for on, _ in dossier.dated(o.SuspensionRenewed))
    return TOGETHER.ends(started, renewals)


def _resumes_by_itself(dossier: Dossier, on: date) -> tuple[o.OppositionResumed, ...]:
    ends = JOINT_END.deadline(dossier)
    assert ends is not None
    return (o.OppositionResumed(ends.date, f"reprise-{len(dossier.all(o.OppositionResumed)) + 1}"),)


JOINT_END = Clock(
    "joint_suspension",
    "Suspension demandée par toutes les parties",
    _joint_end,
    _joint_since,
    "office",
    "resume_opposition",
    "La procédure reprend.",
    ("suspended",),
    lapse=_resumes_by_itself,
    automatic=True,
    of=TOGETHER.source,
)
RENEWED_STATEMENT = set_by_office(
    "new_statement",
    "Nouvelle déclaration de l'opposant",
    NEW_STATEMENT,
    o.OppositionResumed,
    "opponent",
    "renew_statement",
    "La procédure continue sur la déclaration initiale.",
    "information", "opinion", "written", "oral", "to_decide",
)  # fmt: skip


def invited(dossier: Dossier, on: date) -> Finding | None:
    resumed = dossier.last(o.OppositionResumed)
    if resumed is not None and resumed.scope_changed:
        return None
    return no("La portée du brevet n'a pas changé : l'opposition ne peut plus être modifiée.", NO_EXTENSION)


def narrower(act: o.StatementRenewed, dossier: Dossier, on: date) -> Iterator[Finding]:
    it = statement(dossier)
    raised = {ground.kind for ground in it.filed.grounds} if it else set()
    if any(ground.kind not in raised for ground in act.grounds):
        yield no("Un motif nouveau ne peut pas être invoqué.", NEW_STATEMENT.source, NO_EXTENSION, field="grounds")
    if not act.grounds:
        yield no("Exposez les motifs que vous maintenez.", NEW_STATEMENT.source, field="grounds")


def withdrawn_once(act: o.OppositionWithdrawn, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.number not in standing(dossier):
        yield no(f"L'opposition {act.number} n'est pas dans ce dossier, ou elle est déjà retirée.", ALL_WITHDRAWN,
                 field="number")  # fmt: skip


def standing(dossier: Dossier) -> list[str]:
    """Numbers of the oppositions of this file that nobody has withdrawn."""
    known = [dossier.all(o.OppositionFiled)[0].number, *(each.number for each in joined(dossier))]
    gone = {each.number for each in dossier.all(o.OppositionWithdrawn)}
    return [number for number in known if number not in gone]


def closes(act: o.OppositionClosed, dossier: Dossier, on: date) -> Iterator[Finding]:
    """One of the four causes of R. 613-44-12 is there."""
    if act.ground == "all_withdrawn" and standing(dossier):
        yield no(f"Une opposition demeure : {', '.join(standing(dossier))}.", ALL_WITHDRAWN, field="ground")
    if act.ground != "all_withdrawn" and (act.since is None or act.since > on):
        source = {"patent_annulled": ANNULLED, "claims_renounced": RENOUNCED}.get(act.ground, ENDED)
        yield no("Indiquez la date du jugement, de la renonciation ou de la fin du brevet.", source, field="since")
    if act.ground == "claims_renounced" and (left := _claims_left(act, dossier)):
        yield no(f"L'opposition vise aussi la revendication {min(left)}.", RENOUNCED, field="claims")
    if act.ground == "patent_ended" and dossier.has(o.InterestRecognised):
        yield no("L'opposant a un intérêt légitime à une décision : la procédure continue.", INTEREST, field="ground")


def _claims_left(act: o.OppositionClosed, dossier: Dossier) -> set[int]:
    it = statement(dossier)
    assert it is not None
    opposed = set(it.filed.claims) or set(range(1, it.filed.patent.claims + 1))
    return opposed - set(act.claims)
