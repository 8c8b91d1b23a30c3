"""Evidence envelopes: what records one, how long it is kept, who has it back (R. 411-1 16°, R. 411-17 II 2°)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed
from guichet.law.practice import value
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import required, within
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.evidence import deposit as d

DECISION = cite("R. 411-1", "16°", "dans des conditions fixées par décision de son directeur général")
BOARD = cite("R. 411-17", "II, 2°", "L'enregistrement et, le cas échéant, la conservation et la restitution")

WHO_HAS_IT_BACK = Undecided(
    question="À qui l'enveloppe de preuve est-elle restituée ?",
    default="À son déposant seul, sous le nom qu'il a déclaré.",
    why="R. 411-1 16° renvoie à une décision du directeur général, qui n'est pas dans le recueil.",
    articles=("R. 411-1",),
)
PAYMENT_FIRST = Undecided(
    question="L'enveloppe a-t-elle date certaine avant le paiement de la redevance ?",
    default="Oui, celle de sa réception ; l'enregistrement attend le paiement.",
    why="R. 411-1 16° ne lie pas la date au paiement.",
    articles=("R. 411-1", "R. 411-17"),
)


def _kept_until(dossier: Dossier, started: date) -> Deadline:
    """The end of the keeping: so many years from the reception, once more for each prolongation."""
    years = int(value("evidence.kept_years", on=started).value) * (1 + len(dossier.all(d.KeepingProlonged)))
    limit = TimeLimit(
        DECISION, "evidence.received", years=years, since="de la réception de l'enveloppe", title="institution",
        bearer="effect", listed=False,
    )  # fmt: skip
    return limit.expires(started)


KEEPING = Clock(
    id="keeping",
    label="Prolonger la conservation de l'enveloppe",
    limit=_kept_until,
    starts=lambda dossier: dossier.first_on(d.EnvelopeReceived),
    who="applicant",
    act="prolong_keeping",
    consequence="L'enveloppe n'est plus conservée.",
    states=("kept",),
    lapse=lambda dossier, on: (d.KeepingEnded(),),
    automatic=True,
    of=DECISION,
)


def parts(dossier: Dossier) -> int:
    """How many times the deposit fee is due: once for each started part of 10 MB."""
    received, on = dossier.first(d.EnvelopeReceived), dossier.first_on(d.EnvelopeReceived)
    if received is None or on is None:
        return 0
    size, part = sum(piece.size for piece in received.pieces), int(value("evidence.part_bytes", on=on).value)
    return max(1, -(-size // part))


def _fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received_on = dossier.first_on(d.EnvelopeReceived)
    called = [("soleau.deposit", received_on, parts(dossier))] if received_on else []
    called += [("soleau.renewal", day, 1) for day, _ in dossier.dated(d.KeepingProlonged)]
    yield from owed(dossier, called)


def _holds_something(act: d.EnvelopeReceived, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.pieces:
        yield no("Joignez au moins une pièce.", d.PROOF, field="pieces")
    if any(not piece.sha256 for piece in act.pieces):
        yield no("Une pièce n'a pas d'empreinte : renvoyez-la.", d.PROOF, field="pieces")
    if not act.depositor.name.strip():
        yield no("Indiquez le déposant.", d.PROOF, field="depositor.name")


def _paid(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(d.EnvelopeReceived) and not dossier.paid_on("soleau.deposit"):
        return no("La redevance d'enregistrement n'est pas payée.", BOARD)
    return None


def _renewable(dossier: Dossier, on: date) -> Finding | None:
    received_on = dossier.first_on(d.EnvelopeReceived)
    most = int(value("evidence.renewals", on=received_on).value) if received_on else 0
    if len(dossier.all(d.KeepingProlonged)) < most:
        return None
    return no("La conservation a déjà été prolongée autant de fois qu'elle peut l'être.", DECISION)


def _to_the_depositor(act: d.EnvelopeReturned, dossier: Dossier, on: date) -> Iterator[Finding]:
    received = dossier.first(d.EnvelopeReceived)
    if received and act.to != received.depositor.full_name:
        yield no("L'enveloppe ne se restitue qu'à son déposant.", d.RECORDED, field="to")


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    recorded, kept = dossier.first(d.EnvelopeRecorded), KEEPING.deadline(dossier)
    return {
        "number": recorded.number if recorded else "",
        "certain_date": dossier.first_on(d.EnvelopeReceived),
        "kept_until": kept.date if kept and dossier.in_state("kept") else None,
    }


PROCEDURE = Procedure(
    d.EVIDENCE_DEPOSIT,
    rules={
        "deposit_evidence": Rule(
            d.PROOF, checks=(required("title", "Donnez un titre à l'enveloppe.", d.PROOF), _holds_something)
        ),
        "record_evidence": Rule(
            d.RECORDED,
            guards=(_paid,),
            checks=(
                required("number", "Donnez un numéro.", d.RECORDED),
                required("digest", "Donnez l'empreinte de l'enveloppe.", d.PROOF),
            ),
        ),
        "prolong_keeping": Rule(DECISION, guards=(_renewable, within(KEEPING))),
        "return_evidence": Rule(d.RECORDED, checks=(_to_the_depositor,)),
    },
    clocks=(KEEPING,),
    fees=_fees,
    facts=_facts,
)
