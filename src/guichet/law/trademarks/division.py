"""R. 712-27, R. 712-28: dividing an application or a registration: when, what may leave, what it keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue, Finding
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed as charged
from guichet.law.general.silence import SILENCE
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks import declarations
from guichet.law.trademarks.declarations import Track
from guichet.law.trademarks.opposition_window import OPPOSITION
from guichet.rights.general import effects as g
from guichet.rights.trademarks import declaration as d
from guichet.rights.trademarks import division as r
from guichet.rights.trademarks import effects as f

DECLARED = cite("R. 712-27", "al. 1", "le titulaire ou son mandataire peut procéder à la division")
WHEN = cite(
    "R. 712-27",
    "al. 1",
    "Jusqu'au début des préparatifs techniques relatifs à l'enregistrement ou après l'enregistrement de la marque",
)
AFTER_OPPOSITION = cite(
    "R. 712-27", "al. 2", "ne peut être effectuée qu'à l'expiration du délai prévu à l'article L. 712-4"
)
ONLY_ITEMS = cite("R. 712-27", "al. 2", "Elle ne peut porter que sur la liste des produits et services désignés")
DISJOINT = cite("R. 712-27", "al. 2", "ne peuvent recouvrir les produits ou services demeurant dans la demande")
HELD = cite(
    "R. 712-27",
    "al. 3",
    "la déclaration de division ne peut pas porter sur les produits ou services qui font l'objet de cette opposition",
)
DATES = cite("R. 712-27", "dernier al.", "bénéficient de la date de dépôt et, le cas échéant, de la date de priorité")
FEE = cite("R. 712-28", "al. 1", "est accompagnée de la justification du paiement de la redevance prescrite")
CYCLE = cite("R. 712-28", "al. 3", "il est fait application de la procédure prévue au 1° de l'article R. 712-11")

WHOLE_PARTITION = Undecided(
    "La division doit-elle répartir tous les produits et services ?",
    "Non : ce qui n'est dans aucune partie reste à l'origine, qui garde au moins un produit ou service.",
    "R. 712-27 interdit seulement que les parties se recouvrent.",
    ("R. 712-27",),
)
REMAINDER_OPPOSED = Undecided(
    "Peut-on diviser les autres produits quand une opposition vise une partie de la liste ?",
    "Oui : la déclaration ne peut pas porter sur les produits opposés, elle peut porter sur les autres.",
    "R. 712-27 al. 3 écarte les seuls produits « qui font l'objet » de l'opposition.",
    ("R. 712-27",),
)
ENTRIES_FOLLOW = Undecided(
    "Les inscriptions du registre suivent-elles les produits divisés ?",
    "Oui : titulaire, licences, nantissements, saisies, revendications et mandataire sont reportés sur la "
    "divisionnaire ; ce qui ne vise que d'autres produits reste à l'origine.",
    "R. 712-27 ne parle que des dates de dépôt et de priorité.",
    ("R. 712-27", "R. 714-2"),
)
DIVISIONAL_CLOCK = Undecided(
    "D'où court le délai de six mois pour statuer sur une demande divisionnaire ?",
    "De la division : ce qui interrompait le délai de la demande initiale ne la suit pas.",
    "R. 712-23-1 compte de la demande ; R. 712-27 ne donne à la divisionnaire que les dates de dépôt et de priorité.",
    ("R. 712-23-1", "R. 712-27"),
)
FEE_PER_DECLARATION = Undecided(
    "La redevance de division est-elle due par divisionnaire ou par déclaration ?",
    "Par déclaration, quel que soit le nombre de divisionnaires.",
    "R. 712-28 parle de « la redevance prescrite » pour « la déclaration ».",
    ("R. 712-28", "R. 411-17"),
)


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = dossier.first_on(r.DivisionDeclared)
    if received is not None:
        yield from charged(dossier, [("trademark.division", received, 1)])


def defects(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    received = dossier.first_on(r.DivisionDeclared) or on
    yield from declarations.holder_findings(act, DECLARED)
    if act.mark.registration_date is None:
        yield from declarations.quality_findings(act)
    yield from _timely(act.mark, received)
    yield from _parts(act)


def _timely(mark: Any, received: date) -> Iterator[Finding]:
    """After the two months of opposition; before the preparations of registration, or after it."""
    if mark.ended:
        yield to_regularise("La marque n'a plus d'effet : elle ne se divise pas.", DECLARED, field="mark")
    elif mark.registration_date is not None:
        return
    elif mark.published_on is None:
        yield to_regularise("La demande doit d'abord être publiée, et le délai d'opposition écoulé.", AFTER_OPPOSITION,
                            field="mark.published_on")  # fmt: skip
    elif received <= (last_day := OPPOSITION.expires(mark.published_on).date):
        message = f"Le délai d'opposition court jusqu'au {in_words(last_day)} inclus : divisez ensuite."
        yield to_regularise(message, AFTER_OPPOSITION, field="declared_on")
    if mark.registration_date is None and mark.preparations_started:
        message = "Les préparatifs techniques de l'enregistrement ont commencé : divisez après l'enregistrement."
        yield to_regularise(message, WHEN, field="declared_on")


def _parts(act: Any) -> Iterator[Finding]:
    taken = [item for part in act.parts for item in part.items]
    if not act.parts or not all(part.items for part in act.parts):
        yield to_regularise(
            "Dites quels produits ou services partent, pour chaque divisionnaire.", ONLY_ITEMS, field="parts"
        )
    elif set(taken) >= set(act.mark.items):
        message = "Laissez au moins un produit ou service dans la demande ou l'enregistrement d'origine."
        yield to_regularise(message, ONLY_ITEMS, field="parts")
    if len(set(taken)) < len(taken):
        message = "Un produit ou service ne peut figurer que dans une seule partie."
        yield to_regularise(message, DISJOINT, field="parts")
    for item in dict.fromkeys(taken):
        if item not in act.mark.items:
            yield to_regularise(f"« {item.term} » n'est pas dans la marque.", ONLY_ITEMS, field="parts")
        elif item in act.mark.opposed:
            message = (
                f"« {item.term} » fait l'objet d'une opposition ou d'une demande en cours : il ne peut pas partir."
            )
            yield to_regularise(message, HELD, field="parts")


TRACK = Track(
    filed=r.DivisionDeclared,
    regularised=r.DivisionRegularised,
    defects=defects,
    opening=DECLARED,
    notified=CYCLE,
    refused=d.REFUSED,
    owed=owed,
    fee=FEE,
    decision=SILENCE["trademark.division"].period,
    deemed=lambda dossier: (r.DivisionDeemedRefused(),),
)
IRREGULARITY = declarations.irregularity_clock(TRACK)
DECISION = declarations.decision_clock(TRACK)


def _numbered(act: r.DivisionAccepted, dossier: Dossier, on: date) -> Iterator[Finding]:
    declared = declarations.content(dossier, TRACK)
    if declared is not None and (len(act.numbers) != len(declared.parts) or len(set(act.numbers)) < len(act.numbers)):
        yield no("Donnez un numéro national à chaque divisionnaire.", DATES, field="numbers")


def _carried(number: str, items: d.Items, entries: r.Entries) -> Iterator[Effect]:
    """The entries of the register that concern these goods and services, in the divisional's own file."""
    terms = {item.term for item in items}
    limited: list[g.LicenceRecorded | g.PledgeRecorded] = [*entries.licences, *entries.pledges]
    for each in limited:
        kept = tuple(term for term in each.items if term in terms)
        if kept or not each.items:
            yield Effect("trademark", replace(each, right=number, items=kept), opens=number)
    whole: list[g.SeizureRecorded | g.OwnershipClaimRecorded | g.RepresentativeRecorded]
    whole = [*entries.seizures, *entries.claims, *([entries.representative] if entries.representative else [])]
    yield from (Effect("trademark", replace(each, right=number), opens=number) for each in whole)


def divided(event: r.DivisionAccepted, dossier: Dossier) -> tuple[Effect, ...]:
    """The parent loses each part; each divisional opens its own file with the parent's dates."""
    declared, first = declarations.content(dossier, TRACK), dossier.all(r.DivisionDeclared)[0]
    mark, found = declared.mark, []
    holders = first.entries.holders or declared.application.applicants
    for number, part in zip(event.numbers, declared.parts, strict=True):
        found.append(Effect("trademark", f.Divide(number, part.items)))
    for number, part in zip(event.numbers, declared.parts, strict=True):
        if mark.filing_date is None or mark.published_on is None:
            continue
        application = replace(declared.application, kind=mark.kind, goods_services=part.items, applicants=holders)
        created = f.CreateDivisional(
            number=number,
            parent=mark.number,
            application=application,
            received_on=mark.received_on or mark.filing_date,
            filing_date=mark.filing_date,
            published_on=mark.published_on,
            publication_issue=mark.publication_issue,
            registration_date=mark.registration_date,
            registration_issue=mark.registration_issue,
            expiry_date=mark.expiry_date,
        )
        found.append(Effect("trademark", created, opens=number))
        found += _carried(number, part.items, first.entries)
    return tuple(found)


def facts(dossier: Dossier) -> Mapping[str, Any]:
    declared = declarations.content(dossier, TRACK)
    taken = {item for part in declared.parts for item in part.items} if declared else set()
    accepted = dossier.last(r.DivisionAccepted)
    return {
        "declared_on": declarations.declared_on(dossier, TRACK),
        "remaining": tuple(item for item in declared.mark.items if item not in taken) if declared else (),
        "numbers": accepted.numbers if accepted else (),
        "filing_date": declared.mark.filing_date if declared else None,
    }


PROCEDURE = Procedure(
    r.DIVISION,
    rules={
        **declarations.cycle_rules(TRACK, IRREGULARITY),
        "restore": declarations.restore_rule(IRREGULARITY.id),
        "accept": Rule(DATES, guards=(declarations.nothing_stands(TRACK),), checks=(_numbered,)),
    },
    clocks=(IRREGULARITY, DECISION),
    fees=owed,
    facts=facts,
    effects={r.DivisionAccepted: divided},
)
