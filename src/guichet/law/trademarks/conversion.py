"""R. 717-9, R. 717-10, L. 717-5: a European Union mark becomes a French application."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law import fees
from guichet.law.accounts import account
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.law.saying import no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.law.trademarks.checklist import missing_mentions
from guichet.law.trademarks.declarations import restore_rule
from guichet.rights.general.effects import Restored
from guichet.rights.trademarks import conversion as r
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks.application import Application

NUMBER = cite("R. 717-9", "al. 1", "Un numéro national lui est attribué")
RECEIVED = cite("R. 717-9", "al. 1", "est transformée en demande de marque française dès la réception")
FORM = cite("R. 717-9", "1° a", "La demande d'enregistrement prévue au 1° de l'article R. 712-3")
FEES = cite("R. 717-9", "1° b", "La justification du paiement des redevances prévue au a du 2° de l'article R. 712-3")
TRANSLATION = cite("R. 717-9", "1° c", "La traduction en français, s'il y a lieu, de la requête en transformation")
RULES = cite(
    "R. 717-9", "1° d", "le règlement déterminant les conditions auxquelles est subordonné l'usage de la marque"
)
AGENT = cite(
    "R. 717-9", "1° al. 6", "constituer un mandataire satisfaisant aux conditions prévues à l'article R. 712-2"
)
REFUSED = cite(
    "R. 717-9", "2°", "est rejetée si les pièces mentionnées au 1° ne sont pas produites dans le délai prescrit"
)
ADMITTED = cite("R. 717-9", "3°", "est reconnue recevable, elle est publiée au Bulletin officiel")
ONLY_CASES = cite("L. 717-5", "al. 1", "que dans les cas prévus à l'article 139 du règlement (UE) 2017/1001")

PIECES = OfficePeriod(cite("R. 717-9", "1°", "Un délai est imparti au demandeur pour fournir"), r.PiecesRequested.type)
PUBLICATION = TimeLimit(
    cite("R. 717-9", "3°", "dans les six semaines qui suivent la réception"),
    runs_from=r.PiecesSupplied.type,
    weeks=6,
    since="de la réception des pièces",
    bearer="office",
)

DATE_KEPT = Undecided(
    "Quelle est la date de dépôt de la demande issue d'une transformation ?",
    "Celle de la marque de l'Union européenne, avec sa priorité ou son ancienneté.",
    "R. 717-9 ne le dit pas ; l'article 139 du règlement (UE) 2017/1001 le prévoit.",
    ("R. 717-9", "L. 717-5"),
)
SENIORITY_SPARES = Undecided(
    "Quelle transformation échappe aux observations et aux oppositions ?",
    "Celle d'une marque européenne pour laquelle l'ancienneté d'une marque française a été revendiquée.",
    "R. 717-9 3° réserve le troisième alinéa de L. 717-5, qui vise la revendication d'ancienneté, "
    "non l'enregistrement de la marque européenne.",
    ("R. 717-9", "L. 717-5"),
)
SIX_MONTHS_FROM = Undecided(
    "D'où court le délai de six mois pour statuer sur la demande transformée ?",
    "De la réception de la requête par l'institut, jour où elle devient une demande française.",
    "R. 717-10 renvoie à R. 712-23-1, qui compte « de la demande ».",
    ("R. 717-10", "R. 712-23-1"),
)


def application(dossier: Dossier) -> Application | None:
    """The application of R. 712-3 1° as last sent."""
    return next((each.application for each in reversed(dossier.all(r.PiecesSupplied)) if each.application), None)


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    asked, received = dossier.first(r.ConversionReceived), dossier.first_on(r.ConversionReceived)
    if asked is None or received is None:
        return
    sent = application(dossier)
    classes = len(sent.classes) if sent and sent.classes else asked.classes
    try:
        yield from fees.filing_fees(asked.kind, max(1, classes), on=received)
    except fees.FeeUnknown:
        return


def missing(dossier: Dossier, on: date) -> Iterator[Finding]:
    """Of the pieces of R. 717-9 1°, those that have not come."""
    asked, pieces = dossier.first(r.ConversionReceived), dossier.all(r.PiecesSupplied)
    if asked is None:
        return
    sent = application(dossier)
    if sent is None or missing_mentions(sent):
        yield no("La demande d'enregistrement n'est pas fournie, ou ses mentions manquent.", FORM, field="application")
    if account(dossier, tuple(owed(dossier, on)), ()).due:
        yield no("Les redevances de dépôt et de classe restent dues.", FEES, field="fee")
    if not asked.in_french and not any(each.translation for each in pieces):
        yield no("La traduction en français de la requête manque.", TRANSLATION, field="translation")
    if asked.kind != "individual" and not any(each.rules_of_use for each in pieces):
        yield no("Le règlement d'usage de la marque manque.", RULES, field="rules_of_use")
    if not asked.in_eea and not any(each.representative for each in pieces):
        yield no("Un mandataire doit être constitué dans le même délai.", AGENT, field="representative")


def _complete(dossier: Dossier, on: date) -> Finding | None:
    return next(missing(dossier, on), None)


def _incomplete(dossier: Dossier, on: date) -> Finding | None:
    """A file that is complete in time is not refused for want of a piece."""
    if next(missing(dossier, on), None) is None:
        return no("Toutes les pièces sont produites : reconnaissez la demande recevable.", ADMITTED)
    return None


def _pieces_by(dossier: Dossier, started: date) -> Deadline | None:
    asked = dossier.last(r.PiecesRequested)
    return PIECES.of(asked.months).expires(started) if asked else None


def _pieces_asked_on(dossier: Dossier) -> date | None:
    """Service of the request for pieces, unless the applicant is relieved of having missed its period."""
    return None if dossier.has(Restored) else dossier.served_on(r.PiecesRequested)


SUPPLY = Clock(
    id="pieces",
    label="Fournir les pièces de la transformation",
    limit=_pieces_by,
    starts=_pieces_asked_on,
    who="requester",
    act="supply_pieces",
    consequence="La demande est rejetée ; les redevances ne sont pas remboursées.",
    states=("awaiting_pieces",),
    of=PIECES.source,
)
PUBLISHING = Clock(
    id="publication",
    label="Publier la demande au Bulletin officiel",
    limit=PUBLICATION,
    starts=lambda d: d.on(r.PiecesSupplied),
    who="office",
    consequence="Le texte n'attache aucune sanction à ce délai de l'institut.",
    states=("admitted",),
    raw=True,
)


def _months(act: r.PiecesRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield PIECES.check(act.months)


def admitted(event: r.ConversionAdmitted, dossier: Dossier) -> tuple[Effect, ...]:
    asked, sent = dossier.first(r.ConversionReceived), application(dossier)
    received, pieces_on = dossier.first_on(r.ConversionReceived), dossier.on(r.PiecesSupplied)
    assert asked and sent and received and pieces_on
    created = f.CreateConverted(
        asked.number, asked.european_number, sent, received, asked.filing_date, pieces_on, asked.seniority_claimed
    )
    return (Effect("trademark", created, opens=asked.number),)


def facts(dossier: Dossier) -> Mapping[str, Any]:
    asked = dossier.first(r.ConversionReceived)
    return {
        "number": asked.number if asked else "",
        "received_on": dossier.first_on(r.ConversionReceived),
        "filing_date": asked.filing_date if asked else None,
        "opposition_possible": not asked.seniority_claimed if asked else None,
    }


PROCEDURE = Procedure(
    r.CONVERSION,
    rules={
        "receive": Rule(
            RECEIVED,
            checks=(
                required("number", "Attribuez un numéro national à la demande.", NUMBER),
                required("european_number", "Désignez la marque de l'Union européenne.", ONLY_CASES),
            ),
        ),
        "request_pieces": Rule(PIECES.source, checks=(_months,)),
        "supply_pieces": Rule(PIECES.source, guards=(within(SUPPLY),)),
        "admit": Rule(ADMITTED, guards=(_complete,)),
        "refuse": Rule(REFUSED, guards=(_incomplete, after(SUPPLY))),
        "restore": restore_rule(SUPPLY.id),
    },
    clocks=(SUPPLY, PUBLISHING),
    fees=owed,
    facts=facts,
    effects={r.ConversionAdmitted: admitted},
)
