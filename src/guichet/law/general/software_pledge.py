"""The pledge of a software: rank, five years, renewal, removal (R. 132-15, R. 132-16, L. 132-34)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general.registers.software import CORRECTION, IDENTITY, LATER, PLEDGE, RANK, REMOVAL, RENEWAL
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import Guard, required
from guichet.law.saying import no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.general.effects import AddressChanged, ErrorCorrected, NameChanged, act_name
from guichet.rights.general.software_pledge import (
    CHANGES,
    SOFTWARE_PLEDGE,
    SoftwarePledgeEntered,
    SoftwarePledgeLapsed,
    SoftwarePledgeRenewed,
)

FIVE_YEARS = TimeLimit(
    cite("R. 132-15", "", "avant l'expiration du délai de cinq ans, couru à compter de la date de l'inscription"),
    "software_pledge.entered",
    years=5,
    since="de l'inscription du nantissement",
    title="copyright",
    bearer="effect",
)
LAPSED = cite("L. 132-34", "al. 5", "périmées à l'expiration d'une durée de cinq ans")
ENTERED_TERM = Undecided(
    question="Les cinq ans d'un nantissement renouvelé partent-ils du renouvellement ou de la fin des premiers ?",
    default="De la fin des premiers.",
    why="R. 132-15 compte de l'inscription et renvoie, pour renouveler, à la procédure de l'inscription.",
    articles=("R. 132-15", "L. 132-34"),
    safe="De l'inscription du renouvellement.",
)


def expiry(dossier: Dossier) -> date | None:
    """The last day of the entry's effect: five years from it, and five more for each renewal."""
    entered_on = dossier.first_on(SoftwarePledgeEntered)
    return None if entered_on is None else _term(dossier, entered_on).date


def _term(dossier: Dossier, entered_on: date) -> Deadline:
    first = FIVE_YEARS.raw(entered_on)
    renewals = len(dossier.all(SoftwarePledgeRenewed))
    if not renewals:
        return first
    ends = entered_on
    for _ in range(renewals + 1):
        ends = FIVE_YEARS.raw(ends).date
    text = f"L'inscription a été renouvelée : elle produit effet jusqu'au {in_words(ends)}."
    return Deadline(ends, (*first.because, Reason(text, RENEWAL)))


@dataclass(frozen=True)
class RequestedPledge:
    """A pledge with the instant at which its entry was asked for."""

    entry: str
    requested_at: datetime


def in_rank_order(pledges: tuple[RequestedPledge, ...]) -> tuple[str, ...]:
    """The entries from first rank to last: the order in which they were asked for (L. 132-34), whatever their dates."""
    return tuple(pledge.entry for pledge in sorted(pledges, key=lambda each: each.requested_at))


def _before_expiry(act: SoftwarePledgeRenewed, dossier: Dossier, on: date) -> Iterator[Finding]:
    last_day = expiry(dossier)
    if last_day is not None and act.requested_on > last_day:
        message = (
            f"L'inscription s'est périmée le {in_words(last_day)}, avant la demande de renouvellement : "
            "demandez une nouvelle inscription, qui prendra rang à sa date."
        )
        yield no(message, RENEWAL, LAPSED, field="requested_on")


def _in_force(source: Source) -> Guard:
    def guard(dossier: Dossier, on: date) -> Finding | None:
        if dossier.in_state("in_force"):
            return None
        return no("Aucun nantissement n'est en vigueur à cette inscription.", source)

    return guard


def _later(kind: type) -> Rule:
    source = {NameChanged: IDENTITY, AddressChanged: IDENTITY, ErrorCorrected: CORRECTION}.get(kind, LATER)
    return Rule(source, "L'inscription peut être portée.", guards=(_in_force(source),))


TERM = Clock(
    id="term",
    label="Renouveler l'inscription du nantissement",
    limit=_term,
    starts=lambda dossier: dossier.first_on(SoftwarePledgeEntered),
    who="party",
    act="renew_software_pledge",
    consequence="L'inscription cesse de produire effet.",
    states=("in_force",),
    lapse=lambda dossier, on: (SoftwarePledgeLapsed(),),
    automatic=True,
    raw=True,
    of=FIVE_YEARS.source,
)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    entered = dossier.first(SoftwarePledgeEntered)
    if entered is None:
        return {}
    return {"software": entered.software, "rank_on": entered.requested_on, "expires_on": expiry(dossier)}


_NUMBERED = required("entry", "Donnez le numéro de l'inscription.", RANK)
PROCEDURE = Procedure(
    SOFTWARE_PLEDGE,
    rules={
        "enter_software_pledge": Rule(PLEDGE, "Le nantissement peut être inscrit.", checks=(_NUMBERED,)),
        "renew_software_pledge": Rule(
            RENEWAL, "L'inscription peut être renouvelée.", checks=(_NUMBERED, _before_expiry)
        ),
        "strike_off_software_pledge": Rule(REMOVAL, "L'inscription peut être radiée.", checks=(_NUMBERED,)),
        "release_software_pledge": Rule(LATER, "La renonciation peut être inscrite.", checks=(_NUMBERED,)),
        **{act_name(kind): _later(kind) for kind in CHANGES},
    },
    clocks=(TERM,),
    facts=_facts,
)
