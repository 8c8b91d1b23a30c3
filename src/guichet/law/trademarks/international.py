"""R. 717-8: the office puts its visa on an international request and transmits it; what dates it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue, Finding
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed as charged
from guichet.law.procedure import Procedure, Rule
from guichet.law.saying import to_regularise
from guichet.law.sources import Undecided, cite, rule
from guichet.law.trademarks import declarations
from guichet.law.trademarks.declarations import Track
from guichet.rights.trademarks import declaration
from guichet.rights.trademarks import international as r

VISA = cite("R. 717-8", "al. 1", "au visa de l'Institut national de la propriété industrielle pour transmission")
FORM = cite("R. 717-8", "al. 1", "dans les conditions fixées par la décision mentionnée à l'article R. 712-26")
CYCLE = cite("R. 717-8", "al. 2", "Les dispositions de l'article R. 712-11 sont applicables à toute demande")
FORM_CONTENT = cite(
    "R. 712-26", "6°", "Les demandes d'enregistrement international de marque et d'inscription postérieure"
)
FEE = cite("R. 411-17", "I", "demande d'inscription au Registre international des marques")

BASIC_MARK = Undecided(
    "La demande internationale peut-elle viser plus de produits que la marque de base, ou un autre titulaire ?",
    "Non : mêmes titulaires, et des produits et services qui figurent dans la marque de base.",
    "R. 717-8 renvoie à une décision du directeur général ; la règle vient du protocole de Madrid.",
    ("R. 717-8", "R. 712-26"),
)
LIFTED_DATE = Undecided(
    "Quelle est la date de saisine quand l'institut lève l'objection sans régularisation ?",
    "Celle de la réception de la demande.",
    "R. 717-8 ne vise que la demande régularisée.",
    ("R. 717-8",),
)


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = dossier.first_on(r.InternationalRequested)
    if received is not None:
        yield from charged(dossier, [("trademark.international_request", received, 1)])


def defects(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    mark = act.mark
    if not mark.number.strip() or mark.ended:
        yield to_regularise(
            "Désignez la marque française de base, en vigueur.", FORM, FORM_CONTENT, field="mark.number"
        )
    yield from declarations.holder_findings(act, FORM)
    if not act.form_complete:
        yield to_regularise(
            "Complétez le formulaire de la demande internationale.", FORM_CONTENT, field="form_complete"
        )
    if act.purpose == "registration" and not act.designations:
        yield to_regularise("Désignez au moins une partie contractante.", FORM_CONTENT, field="designations")
    beyond = declarations.stranger(act)
    if beyond is not None:
        yield to_regularise(f"« {beyond.term} » n'est pas dans la marque de base.", FORM_CONTENT, field="items")


TRACK = Track(
    filed=r.InternationalRequested,
    regularised=r.InternationalRegularised,
    defects=defects,
    opening=VISA,
    notified=CYCLE,
    refused=declaration.REFUSED,
    owed=owed,
    fee=FEE,
)
IRREGULARITY = declarations.irregularity_clock(TRACK)


@rule(
    "R. 717-8",
    "al. 2",
    "La date de saisine de l'Institut national de la propriété industrielle est celle à laquelle la demande a, le cas "
    "échéant, été régularisée",
)
def referred_on(dossier: Dossier) -> date | None:
    """The date of the referral: that of the regularisation when there was one."""
    return dossier.on(r.InternationalRegularised) or dossier.first_on(r.InternationalRequested)


def facts(dossier: Dossier) -> Mapping[str, Any]:
    return {"referred_on": referred_on(dossier), "transmitted_on": dossier.on(r.InternationalTransmitted)}


PROCEDURE = Procedure(
    r.INTERNATIONAL,
    rules={
        **declarations.cycle_rules(TRACK, IRREGULARITY),
        "accept": Rule(VISA, guards=(declarations.nothing_stands(TRACK),)),
    },
    clocks=(IRREGULARITY,),
    fees=owed,
    facts=facts,
)
