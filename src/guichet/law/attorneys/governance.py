"""The institute: who signs for it, how its board votes, when a vote is enforceable (R. 411-2 to R. 411-9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.answers import Deadline, Finding
from guichet.law.dates import in_words
from guichet.law.running import Renewable
from guichet.law.saying import no, refuse, yes
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit

Subject = Literal["budget", "tariff", "staff", "subsidiary", "real_estate", "loan", "gift", "contracts", "court_action"]

# R. 411-2: the director general
DELEGATES = cite("R. 411-2", "al. 5", "Il peut déléguer sa signature, notamment en matière de passation de marchés")
HEADS = cite("R. 411-2", "al. 2", "Il a sous ses ordres le personnel de l'institut")
# R. 411-3: the board
FOURTEEN = cite("R. 411-3", "al. 1", "Le conseil d'administration est composé de quatorze membres")
TERM = Renewable(
    TimeLimit(
        cite("R. 411-3", "1°", "pour une période de trois ans renouvelable une fois"),
        "board.appointed",
        years=3,
        since="de la nomination",
        title="institution",
        bearer="effect",
    ),
    1,
    cite("R. 411-3", "7°", "pour une période de trois ans renouvelable une fois"),
)
# R. 411-4 and R. 411-5: powers and meetings
COURT = cite("R. 411-4", "5°", "Il peut déléguer ces pouvoirs au directeur général de l'établissement")
QUORUM = cite("R. 411-5", "al. 2", "Le quorum est atteint si sept au moins de ses membres sont présents ou représentés")
LEAST_PRESENT = 7
SECOND = cite("R. 411-5", "al. 3", "le conseil délibère valablement sans condition de quorum après une nouvelle")
CASTING = cite("R. 411-5", "al. 4", "En cas de partage égal des voix, celle du président est prépondérante")
ONE_PROXY = cite("R. 411-5", "al. 6", "Nul ne peut détenir plus d'un pouvoir")
# R. 411-9: approval
SENT = cite("R. 411-9", "al. 1", "transmet pour approbation aux ministres chargés de la propriété industrielle et du")
STAFF = cite("R. 411-9", "al. 2", "sont, en outre, transmises au ministre chargé de la fonction publique")
ONE_MONTH = TimeLimit(
    cite("R. 411-9", "al. 3", "sont exécutoires de plein droit un mois au plus tard après leur réception par les"),
    "board.deliberation_received",
    months=1,
    since="de la réception par le dernier des ministres",
    title="institution",
    bearer="effect",
)
BUDGET = cite(
    "R. 411-9", "al. 4", "sont exécutoires dans les conditions prévues par le titre III du décret n° 2012-1246"
)
NEED_APPROVAL = frozenset({"budget", "tariff", "staff", "subsidiary", "real_estate", "loan", "gift"})

LAST_RECEIPT = Undecided(
    question="Le mois de R. 411-9 court-il de la première ou de la dernière réception par les ministres ?",
    default="De la dernière : le mois est laissé à chacun.",
    why="R. 411-9 dit « après leur réception par les ministres » sans dire laquelle.",
    articles=("R. 411-9",),
)

PUBLISHED_DELEGATION = Undecided(
    question="Une délégation de signature vaut-elle avant d'être publiée, et survit-elle au directeur qui l'a donnée ?",
    default="Non : elle vaut du jour de sa publication, et prend fin avec les fonctions de qui l'a donnée.",
    why="R. 411-2 n'en dit rien ; le droit administratif général tient la délégation pour personnelle et l'acte "
    "réglementaire pour opposable dès sa publication.",
    articles=("R. 411-2",),
)


@dataclass(frozen=True)
class Delegation:
    """Of signature. scope: what may be signed, by kind of file, or ``*``. last_day: none while it lasts."""

    agent: str
    act: str
    scope: tuple[str, ...]
    first_day: date
    last_day: date | None = None


def may_sign(agent: str, scope: str, on: date, delegations: tuple[Delegation, ...]) -> Finding:
    """Whether this agent may sign a decision on such a file that day, under which delegation."""
    for each in delegations:
        in_time = each.first_day <= on and (each.last_day is None or on <= each.last_day)
        if each.agent == agent and in_time and (scope in each.scope or "*" in each.scope):
            return yes(f"Signature déléguée par {each.act}.", DELEGATES)
    message = f"{agent} n'a pas de délégation de signature pour cet acte le {in_words(on)}."
    return no(message, DELEGATES, HEADS, field="agent")


def may_deliberate(present: int, proxies: tuple[int, ...] = (), second_call: bool = False) -> Finding:
    """Whether the board may vote. proxies: how many each member present holds. second_call: on the same agenda."""
    if any(each > 1 for each in proxies) or len(proxies) > present:
        return no("Un membre présent ne peut détenir plus d'un pouvoir.", ONE_PROXY, field="proxies")
    if second_call:
        return yes("Aucun quorum n'est exigé après une seconde convocation sur le même ordre du jour.", SECOND)
    if present + sum(proxies) < LEAST_PRESENT:
        return no("Il faut sept membres présents ou représentés : convoquez de nouveau.", QUORUM, SECOND,
                  field="present")  # fmt: skip
    return yes("Le quorum est atteint.", QUORUM, FOURTEEN)


def adopted(votes_for: int, votes_against: int, president_for: bool) -> Finding:
    """Whether the vote carries; the president's voice decides a tie."""
    carried = president_for if votes_for == votes_against and votes_for else votes_for > votes_against
    if carried:
        return yes("La délibération est adoptée.", CASTING)
    return no("La délibération n'est pas adoptée.", CASTING, field="votes_for")


def enforceable_on(
    subject: Subject,
    property_on: date | None = None,
    budget_on: date | None = None,
    civil_service_on: date | None = None,
    opposed_on: date | None = None,
) -> Deadline:
    """The day on which a deliberation is enforceable at the latest. Raises Refused while it is not to be.

    property_on, budget_on, civil_service_on: receipt by each minister. opposed_on: day of an opposition.
    """
    if subject not in NEED_APPROVAL:
        refuse("Cette délibération n'est pas soumise à l'approbation des ministres : elle s'applique.", SENT, COURT)
    if subject == "budget":
        refuse("Le budget et le compte financier suivent le décret n° 2012-1246, hors de ce code.", BUDGET)
    days = [property_on, budget_on, *([civil_service_on] if subject == "staff" else [])]
    received = [day for day in days if day is not None]
    if len(received) < len(days):
        refuse("Transmettez d'abord la délibération à tous les ministres.", STAFF if subject == "staff" else SENT)
    deadline = ONE_MONTH.raw(max(received))
    if opposed_on is not None and opposed_on <= deadline.date:
        refuse(f"Un ministre s'est opposé le {in_words(opposed_on)}.", ONE_MONTH.source)
    return deadline
