"""R. 712-24, L. 712-9: renewing a registration: who, when, for which goods, at what price, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from guichet.law import fees
from guichet.law.answers import Deadline, FeeDue, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general.silence import SILENCE
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks import declarations
from guichet.law.trademarks.declarations import Track
from guichet.law.trademarks.renewal_window import LATE, NORMAL, late_deadline, next_expiry, normal_window
from guichet.rights.events import FeePaid
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import renewal as r
from guichet.rights.trademarks.declaration import ObjectionLifted

NO_EXTENSION = cite(
    "L. 712-9", "al. 1", "s'il ne comporte ni modification du signe ni extension de la liste des produits"
)
PARTIAL = cite("R. 712-24", "al. 2", "le renouvellement ne vaut que pour certains produits ou services désignés")
EFFECT = cite("R. 712-24", "al. 3", "Le renouvellement prend effet le jour suivant la date d'expiration")
FEE = cite("R. 712-24", "1°", "être accompagnée de la justification du paiement de la redevance prescrite")
SURCHARGE = cite("R. 712-24", "1° al. 2", "moyennant le paiement d'un supplément de redevance dans le même délai")
HOLDER = cite(
    "R. 712-24", "2°", "émaner du titulaire inscrit, au jour de la déclaration, au Registre national des marques"
)
NAMED = cite("R. 712-24", "2°", "Comporter la désignation de la marque à renouveler")
CYCLE = cite("R. 712-24", "2° al. 2", "il est fait application de la procédure prévue au 1° de l'article R. 712-11")
HEARD = cite(
    "R. 712-24", "dernier al.", "L'irrecevabilité ne peut être prononcée sans que le déposant ait été mis en mesure"
)
DECLARED = cite("R. 712-24", "al. 2", "par déclaration du titulaire de la marque ou de toute personne autorisée")
REFUNDED = cite(
    "R. 411-17",
    "I",
    "pour les marques de produits ou de services : dépôt, classe de produit ou service, renouvellement",
)

ONE_CO_OWNER = Undecided(
    "Un seul des cotitulaires peut-il renouveler la marque ?",
    "Oui : il est titulaire inscrit, et le renouvellement profite à tous.",
    "R. 712-24 vise « le titulaire » sans régler la copropriété ; R. 712-21 n'exige l'unanimité que pour le retrait.",
    ("R. 712-24", "R. 712-21"),
)
PARTLY_FROM = Undecided(
    "De quel jour les produits non renouvelés sortent-ils de la marque ?",
    "De la date d'expiration : ils ne profitent pas de la nouvelle période.",
    "R. 712-24 permet le renouvellement partiel sans dire quand les autres produits sont libres.",
    ("R. 712-24", "L. 712-9"),
)
PROLONGED_DAY = Undecided(
    "Le supplément est-il dû le premier jour ouvrable qui suit une expiration tombée un jour fermé ?",
    "Non : la période normale est prorogée jusqu'à ce jour.",
    "R. 718-2 proroge tout délai ; R. 712-24 fait courir le délai supplémentaire du lendemain de l'expiration.",
    ("R. 712-24", "R. 718-2"),
)
OLD_REGIME = Undecided(
    "Les renouvellements dont la période d'un an a commencé avant le 11 décembre 2019 sont-ils traités ici ?",
    "Non : ils relèvent de l'ancien texte, et leurs périodes sont expirées.",
    "Le IV de l'article 16 du décret n° 2019-1316 les laisse à l'ancienne rédaction ; R. 718-6 est transitoire.",
    ("R. 712-24", "R. 718-6"),
)


def _is_late(dossier: Dossier, on: date) -> bool:
    """Whether the surcharge is due: declared, or still unpaid, after the normal year."""
    declared = declarations.content(dossier, TRACK)
    if declared is None or declared.mark.expiry_date is None:
        return False
    last_day = normal_window(declared.mark.expiry_date).last_day
    received = declarations.declared_on(dossier, TRACK) or on
    return received > last_day or (paid_on(dossier, declared) or on) > last_day


def paid_on(dossier: Dossier, declared: Any) -> date | None:
    """Day on which the fee of the renewal itself was wholly paid, the surcharge left aside."""
    wanted, held = sum(each.amount_cents for each in _fees(declared, dossier, late=False)), 0
    heads = {each.head for each in _fees(declared, dossier, late=False)}
    for on, paid in dossier.dated(FeePaid):
        held += paid.amount_cents if heads & set(paid.heads) else 0
        if held >= wanted > 0:
            return on
    return None


def _fees(declared: Any, dossier: Dossier, *, late: bool) -> list[FeeDue]:
    """The fees of this declaration at the rates of its day; none when nobody knows them."""
    received = declarations.declared_on(dossier, TRACK)
    if received is None:
        return []
    items = declared.items or declared.mark.items
    classes = max(1, len({item.nice_class for item in items}))
    try:
        return fees.renewal_fees(declared.mark.kind, classes, on=received, late=late)
    except fees.FeeUnknown:
        return []


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    declared = declarations.content(dossier, TRACK)
    if declared is not None:
        yield from _fees(declared, dossier, late=_is_late(dossier, on))


def refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """An inadmissible renewal is paid back, its surcharge excepted (R. 411-17)."""
    declared = declarations.content(dossier, TRACK)
    if declared is None or not dossier.in_state("inadmissible"):
        return
    left = dossier.paid_cents
    for fee in _fees(declared, dossier, late=False):
        cents = min(left, fee.amount_cents)
        left -= cents
        if cents:
            reason = Reason("La déclaration est irrecevable : la redevance est remboursée.", REFUNDED)
            yield FeeDue(fee.head, fee.label, fee.quantity, cents, (reason,))


def defects(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What R. 712-24 wants of a declaration; its date is that of the first one."""
    mark, received = act.mark, dossier.first_on(r.RenewalDeclared) or on
    if not mark.number.strip():
        yield to_regularise("Désignez la marque à renouveler par son numéro.", NAMED, field="mark.number")
    if mark.expiry_date is None or mark.ended:
        yield to_regularise("Seule une marque enregistrée et en vigueur se renouvelle.", DECLARED, field="mark")
    else:
        yield from _in_time(mark.expiry_date, received)
    yield from declarations.holder_findings(act, HOLDER)
    beyond = declarations.stranger(act)
    if beyond is not None:
        message = f"« {beyond.term} » n'est pas dans l'enregistrement : le renouvellement n'étend pas la liste."
        yield to_regularise(message, NO_EXTENSION, field="items")
    if act.items and beyond is None and set(act.items) != set(mark.items):
        yield advice("Les produits et services non renouvelés sortiront de la marque.", PARTIAL, field="items")


def _in_time(expiry: date, received: date) -> Iterator[Finding]:
    window, late = normal_window(expiry), late_deadline(expiry)
    if received < window.first_day:
        message = f"Le renouvellement se déclare à compter du {in_words(window.first_day)}."
        yield no(message, NORMAL.source, field="declared_on", severity="regularisable")
    elif received > late.date:
        message = f"Le délai supplémentaire de six mois a expiré le {in_words(late.date)}."
        yield no(message, LATE.source, field="declared_on", severity="regularisable")
    elif received > window.last_day:
        safe = LATE.expires(expiry, reading="safe").date
        message = f"Un supplément est dû ; déclarez et payez au plus tard le {in_words(safe)} par prudence."
        yield advice(message, SURCHARGE, field="declared_on")


TRACK = Track(
    filed=r.RenewalDeclared,
    regularised=r.RenewalRegularised,
    defects=defects,
    opening=DECLARED,
    notified=CYCLE,
    refused=HEARD,
    owed=owed,
    fee=FEE,
    decision=SILENCE["trademark.renewal"].period,
    deemed=lambda dossier: (r.RenewalDeemedRefused(),),
)
IRREGULARITY = declarations.irregularity_clock(TRACK)
DECISION = declarations.decision_clock(TRACK)


def _unpaid(dossier: Dossier) -> date | None:
    """The expiry from which the fee must still be paid, while it is not."""
    declared = declarations.content(dossier, TRACK)
    if declared is None or paid_on(dossier, declared) or not dossier.in_state("filed", "regularised", *_CYCLE_STATES):
        return None
    expiry: date | None = declared.mark.expiry_date
    return expiry


_CYCLE_STATES = ("irregularity_notified", "contested")


def _normal(dossier: Dossier, expiry: date) -> Deadline:
    window = normal_window(expiry)
    return Deadline(window.last_day, window.because)


PAYMENT = Clock(
    id="payment",
    label="Payer la redevance de renouvellement",
    limit=_normal,
    starts=_unpaid,
    who="holder",
    act="pay",
    consequence="Un supplément devient dû, et six mois s'ouvrent pour payer le tout.",
    of=NORMAL.source,
)
LATE_PAYMENT = Clock(
    id="late_payment",
    label="Payer la redevance et le supplément",
    limit=LATE,
    starts=_unpaid,
    who="holder",
    act="pay",
    consequence="La déclaration est irrecevable et l'enregistrement a expiré ; aucun relevé n'est possible.",
)


def _paid_in_time(dossier: Dossier, on: date) -> Finding | None:
    """Fee and surcharge must be paid within the late period at the latest: no restoration (R. 712-12)."""
    declared = declarations.content(dossier, TRACK)
    paid = [day for day, _ in dossier.dated(FeePaid)]
    if declared is None or declared.mark.expiry_date is None or not paid:
        return None
    if max(paid) <= late_deadline(declared.mark.expiry_date).date or dossier.has(ObjectionLifted):
        return None
    return no("La redevance n'a été payée qu'après les six mois supplémentaires.", SURCHARGE, field="fee")


def facts(dossier: Dossier) -> Mapping[str, Any]:
    declared = declarations.content(dossier, TRACK)
    expiry = declared.mark.expiry_date if declared else None
    return {
        "declared_on": declarations.declared_on(dossier, TRACK),
        "late": _is_late(dossier, dossier.last_on or date.min) if declared else False,
        "effective_date": expiry + timedelta(days=1) if expiry else None,
        "next_expiry": next_expiry(expiry).date if expiry else None,
        "items": declared.items or declared.mark.items if declared else (),
    }


def renewed(event: r.RenewalAccepted, dossier: Dossier) -> tuple[Effect, ...]:
    declared, received = declarations.content(dossier, TRACK), declarations.declared_on(dossier, TRACK)
    assert received is not None
    return (Effect("trademark", f.Renew(declared.mark.number, received, declared.items)),)


PROCEDURE = Procedure(
    r.RENEWAL,
    rules={
        **declarations.cycle_rules(TRACK, IRREGULARITY),
        "restore": declarations.restore_rule(IRREGULARITY.id),
        "accept": Rule(EFFECT, guards=(declarations.nothing_stands(TRACK), _paid_in_time)),
    },
    clocks=(IRREGULARITY, DECISION, PAYMENT, LATE_PAYMENT),
    fees=owed,
    refunds=refunds,
    facts=facts,
    effects={r.RenewalAccepted: renewed},
)
