"""R. 512-3-1: correcting a clerical error in the papers of a filing, before its publication is being prepared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.designs import money, reading
from guichet.law.dossier import Dossier
from guichet.law.procedure import Rule
from guichet.law.rules import required
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite
from guichet.rights.designs import filing as f

UNTIL = cite("R. 512-3-1", "", "Jusqu'au début des préparatifs techniques relatifs à la publication")
WRITTEN = cite("R. 512-3-1", "", "sur requête écrite adressée au directeur de l'Institut national de la propriété")
ERRORS = cite("R. 512-3-1", "", "à rectifier les erreurs matérielles relevées dans les pièces déposées")
PROOF = cite("R. 512-3-1", "", "la justification de la réalité de l'erreur matérielle à corriger et, le cas échéant")
FEE = cite("R. 512-7", "al. 2", "n'est pas accompagné de la justification du paiement de la redevance prescrite")

ERROR_OR_SCOPE = Undecided(
    "Une rectification peut-elle remplacer une reproduction ?",
    "L'institut en juge : la demande le signale, et la portée du dépôt ne doit pas s'étendre.",
    "R. 512-3-1 ne reprend pas le dernier alinéa de R. 512-9, qui interdit d'étendre la portée.",
    ("R. 512-3-1", "R. 512-9"),
)
NO_DEADLINE = Undecided(
    "L'institut doit-il répondre à une demande de rectification dans un délai, et que vaut son silence ?",
    "Aucun délai ne court ; la publication attend que la demande soit tranchée.",
    "R. 512-3-1 dit que le déposant « peut être autorisé », sans délai ni effet du silence.",
    ("R. 512-3-1",),
)


def _in_time(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("received", "conform") and not dossier.in_state("preparing"):
        return None
    message = "La publication est préparée ou faite : demandez la correction au registre après publication."
    return no(message, UNTIL)


def _request(act: f.RectificationRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    known = reading.designs(dossier)
    stranger = money.unknown_number(dossier, (each.number for each in act.designs))
    if stranger is not None:
        message = f"« {stranger} » n'est pas dans le dépôt : une rectification n'y ajoute rien."
        yield no(message, ERRORS, field="designs")
    changed = [
        each.number
        for each in act.designs
        if each.number in known and each.reproductions != known[each.number].design.reproductions
    ]
    if changed:
        message = f"La reproduction de « {changed[0]} » change : prouvez l'erreur et le sens de la correction."
        yield advice(message, PROOF, field="designs.reproductions")


def _paid(dossier: Dossier, on: date) -> Finding | None:
    if any(fee.head == "design.rectification" for fee in money.unpaid(dossier, on)):
        return no("La redevance de rectification reste due : la requête n'est pas recevable sans elle.", FEE)
    return None


RULES = {
    "request_rectification": Rule(
        WRITTEN,
        guards=(_in_time,),
        checks=(
            required("error", "Dites quelle est l'erreur.", ERRORS),
            required("correction", "Dites comment il faut lire.", ERRORS),
            _request,
        ),
    ),
    "ask_rectification_proof": Rule(PROOF),
    "prove_error": Rule(PROOF, checks=(required("statement", "Justifiez l'erreur.", PROOF),)),
    "rectify_design": Rule(ERRORS, guards=(_in_time, _paid)),
    "refuse_rectification": Rule(WRITTEN, checks=(required("reasons", "Motivez le refus.", WRITTEN),)),
}
