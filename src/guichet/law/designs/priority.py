"""R. 512-5: the priority of an earlier foreign filing: three months to prove it, six months of age at most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.designs import reading
from guichet.law.designs.filing import PAPERS
from guichet.law.dossier import Dossier
from guichet.law.procedure import Rule
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.designs import filing as f
from guichet.rights.designs.filing import PriorityClaim
from guichet.rights.general.effects import Restored

CLAIMED = cite("R. 512-5", "al. 1", "La revendication, à l'occasion d'un dépôt effectué en France")
PROOF = TimeLimit(
    cite("R. 512-5", "al. 1", "dans les trois mois du dépôt en France, une copie officielle du dépôt antérieur"),
    runs_from="design.filed",
    months=3,
    since="du dépôt en France",
    title="designs",
)
RIGHT = cite("R. 512-5", "al. 1", "s'il y a lieu, la justification du droit de revendiquer la priorité")
LOST = cite("R. 512-5", "al. 2", "la revendication du droit de priorité est déclarée irrecevable")
SIX_MONTHS = TimeLimit(
    cite("R. 512-5", "al. 3", "la date du dépôt antérieur précède de plus de six mois la date de dépôt en France"),
    runs_from="priority.filed",
    months=6,
    since="du dépôt antérieur",
    title="designs",
)
MISMATCH = cite("R. 512-5", "al. 3", "ne correspondent pas à celles du dépôt antérieur")

SIX_MONTHS_ON_CLOSED_DAY = Undecided(
    "Les six mois de la priorité qui finissent un jour fermé vont-ils jusqu'au premier jour ouvrable ?",
    "Oui, comme tout délai.",
    "R. 512-5 dit « précède de plus de six mois » ; R. 514-2 et la convention de Paris prorogent les délais.",
    ("R. 512-5", "R. 514-2"),
)
SEVERAL_PRIORITIES = Undecided(
    "Un dépôt peut-il revendiquer plusieurs priorités ?",
    "Oui : chaque revendication est prouvée, et perdue, pour elle-même.",
    "R. 512-5 est au singulier et n'interdit rien.",
    ("R. 512-5",),
)


def in_time(earlier: date, filed_on: date) -> bool:
    """Whether the earlier filing is not more than six months older than the French one."""
    return earlier <= filed_on <= SIX_MONTHS.expires(earlier).date


def claims(dossier: Dossier) -> tuple[PriorityClaim, ...]:
    """The claims that still stand: not lost, or restored since."""
    filed = dossier.first(f.DesignFiled)
    if filed is None:
        return ()
    lost = set(filed.priority_lost)
    for happened in dossier.in_order(f.PriorityFoundInadmissible, Restored):
        it = happened.event
        if isinstance(it, f.PriorityFoundInadmissible):
            lost.add(it.claim)
        elif isinstance(it, Restored) and it.set_by == "R. 512-5":
            lost.clear()
    return tuple(each for each in filed.priorities if each.number not in lost)


def lost_claims(dossier: Dossier) -> bool:
    filed = dossier.first(f.DesignFiled)
    return filed is not None and len(claims(dossier)) < len(filed.priorities)


def proved(claim: PriorityClaim, dossier: Dossier) -> bool:
    filed = dossier.first(f.DesignFiled)
    if filed is not None and claim.number in filed.priority_proved:
        return True
    return any(
        each.claim == claim.number and (each.right_proved or not claim.by_another)
        for each in dossier.all(f.PriorityProved)
    )


def to_prove(dossier: Dossier) -> date | None:
    """The filing date, while some claim lacks its papers."""
    if reading.excused(dossier, "R. 512-5") or all(proved(claim, dossier) for claim in claims(dossier)):
        return None
    return reading.filing_date(dossier)


CLOCK = Clock(
    id="priority_copy",
    label="Remettre la copie officielle du dépôt antérieur",
    limit=PROOF,
    starts=to_prove,
    who="applicant",
    act="prove_priority",
    consequence="La revendication de priorité est déclarée irrecevable ; le dépôt garde sa date.",
    states=("received", "conform"),
)


def _claim(number: str, dossier: Dossier) -> PriorityClaim | None:
    return next((each for each in claims(dossier) if each.number == number), None)


def _proof(act: f.PriorityProved, dossier: Dossier, on: date) -> Iterator[Finding]:
    claim, filed_on = _claim(act.claim, dossier), reading.filing_date(dossier)
    if claim is None:
        yield no("Cette priorité n'est pas revendiquée, ou elle est perdue.", CLAIMED, field="claim")
        return
    deadline = CLOCK.deadline(dossier)
    if deadline is not None and on > deadline.date:
        message = f"Les trois mois ont expiré le {in_words(deadline.date)} : la revendication est irrecevable."
        received = Reason("La copie est datée de sa réception au siège de l'institut.", PAPERS)
        yield Finding(False, message, (*deadline.because, received), "claim")
    if filed_on is not None and not in_time(act.filed_on, filed_on):
        message = "Le dépôt antérieur a plus de six mois, ou suit le dépôt français : la priorité sera irrecevable."
        yield no(message, SIX_MONTHS.source, field="filed_on", severity="regularisable")
    if claim.by_another and not act.right_proved:
        message = "Le dépôt antérieur est d'un autre : justifiez du droit de revendiquer la priorité."
        yield no(message, RIGHT, field="right_proved", severity="regularisable")


def _inadmissible(act: f.PriorityFoundInadmissible, dossier: Dossier, on: date) -> Iterator[Finding]:
    claim, filed_on = _claim(act.claim, dossier), reading.filing_date(dossier)
    if claim is None or filed_on is None:
        yield no("Cette priorité n'est pas revendiquée, ou elle est déjà perdue.", CLAIMED, field="claim")
        return
    copies = [each for each in dossier.all(f.PriorityProved) if each.claim == act.claim]
    if act.ground == "not_proved":
        deadline = CLOCK.deadline(dossier)
        if proved(claim, dossier):
            yield no("La copie officielle est au dossier.", PROOF.source, field="ground")
        elif deadline is not None and on <= deadline.date:
            message = f"Les trois mois courent jusqu'au {in_words(deadline.date)} inclus."
            yield Finding(False, message, deadline.because, "ground")
    elif not copies:
        message = "Attendez la copie officielle : c'est d'elle que ressort ce motif."
        yield no(message, SIX_MONTHS.source if act.ground == "too_old" else MISMATCH, LOST, field="ground")
    elif act.ground == "too_old" and in_time(copies[-1].filed_on, filed_on):
        yield no("Le dépôt antérieur n'a pas plus de six mois.", SIX_MONTHS.source, field="ground")


RULES = {
    "prove_priority": Rule(PROOF.source, checks=(_proof,)),
    "find_priority_inadmissible": Rule(LOST, checks=(_inadmissible,)),
}
