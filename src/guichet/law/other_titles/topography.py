"""Topographies of semiconductors: formal examination, ten calendar years, storage of the pieces (R. 622-1 ff)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, FeeDue, Finding, Reason
from guichet.law.backward import Span, Window
from guichet.law.clocks import Clock
from guichet.law.counting import add_months
from guichet.law.dates import in_words, with_weekday
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed, times_paid
from guichet.law.general.recorded import recorded_rules
from guichet.law.other_titles.joint_acts import joint_act
from guichet.law.other_titles.representation import needs_one, representation
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import after, needs
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.other_titles import topography as t

# L. 622-1: when a deposit is valid; the institute examines its form only (L. 622-4)
TWO_YEARS = cite("L. 622-1", "al. 2", "ni plus de deux ans après que la topographie a fait l'objet d'une première")
FIFTEEN_YEARS = cite("L. 622-1", "al. 2", "ni plus de quinze ans après qu'elle a été fixée ou codée")
VOID = cite("L. 622-1", "al. 3", "Est nul tout dépôt qui ne répond pas aux conditions prévues au présent article")
FORM_ONLY = cite("L. 622-4", "", "enregistre le dépôt après examen de sa régularité formelle")
# L. 622-6: how long it protects
TERM = cite("L. 622-6", "al. 1", "jusqu'au terme de la dixième année civile qui suit")
STARTS = cite("L. 622-6", "al. 1", "au jour du dépôt ou de la date de la première exploitation commerciale")
UNUSED = TimeLimit(
    cite("L. 622-6", "al. 2", "dans un délai de quinze ans à compter de la date à laquelle elle a été fixée"),
    "topography.deposited",
    years=15,
    since="de la première fixation de la topographie",
    title="topographies",
    bearer="effect",
)
# R. 622-1, R. 622-2: the deposit
RECEIVED = cite("R. 622-1", "al. 1", "Leur date de dépôt est celle de la réception au siège de l'institut")
ONE = cite("R. 622-2", "al. 1", "Un dépôt ne peut porter que sur une seule topographie")
IDENTIFIED = cite("R. 622-2", "1°", "des renseignements suffisants pour identifier le déposant, la topographie")
EXPLOITED = cite("R. 622-2", "1°", "la date et le lieu de sa première exploitation")
FIXED = cite("R. 622-2", "1°", "à défaut, la date à laquelle elle a été fixée ou codée pour la première fois")
DRAWN = cite("R. 622-2", "2°", "Une représentation graphique de la topographie, insérée dans un pli")
PAID = cite("R. 622-2", "3°", "La justification du paiement de la redevance")
# R. 622-3: date, regularisation, registration
DATED = cite("R. 622-3", "al. 1", "est acquis au déposant à la date de remise des pièces prévues à l'article précédent")
SAME_DRAWING = cite("R. 622-3", "al. 1", "n'entraîne aucun changement dans la représentation de la topographie déposée")
PERIOD = OfficePeriod(
    cite("R. 622-3", "al. 2", "notification est faite au déposant d'avoir à régulariser le dépôt dans un délai"),
    "topography.irregularity_notified",
    default_months=2,
    title="topographies",
)
REFUSED = cite("R. 622-3", "al. 2", "A défaut de régularisation, le dépôt est rejeté")
REGISTERED = cite("R. 622-3", "al. 3", "Le dépôt, dès qu'il est reconnu conforme, est enregistré")
MENTIONED = cite("R. 622-3", "al. 3", "L'enregistrement est notifié au déposant et mentionné au Bulletin officiel")
DECIDE = TimeLimit(
    cite("R. 622-3-1", "", "dans un délai de six mois à compter du dépôt"),
    "topography.deposited",
    months=6,
    since="du dépôt, ou de sa régularisation",
    title="topographies",
    bearer="effect",
)
INTERRUPTED = cite("R. 622-3-1", "", "Ce délai est interrompu par la notification prévue à l'article R. 622-3")
# R. 622-6: the patents' rules that apply
WITHDRAWN = cite("R. 622-6", "al. 1", "R. 612-38, R. 613-45, R. 613-53 à R. 613-59")
TRANSFERRED = cite("L. 622-7", "", "peuvent être transmis, donnés en garantie ou saisis les droits attachés à")
AGENT = cite("R. 622-6", "al. 1", "R. 612-1 (2e alinéa), R. 612-2, R. 612-38")
SECTION = cite("R. 622-6", "al. 2", "La première inscription prévue à l'article R. 613-53 porte sur le contenu")
# R. 622-7: return or storage of the pieces
WINDOW = Window(
    cite("R. 622-7", "al. 1", "Dans les deux mois précédant l'expiration de la durée de protection"),
    "topography.protection_ended",
    months=2,
    until="la durée de protection ou de conservation",
    title="topographies",
)
TEN_MORE = cite("R. 622-7", "al. 1", "leur conservation pendant une durée supplémentaire de dix ans renouvelable")
STORED = cite("R. 622-7", "al. 2", "n'est recevable que si elle est accompagnée du paiement de la redevance prescrite")
DESTROYED = cite("R. 622-7", "al. 3", "les pièces du dépôt peuvent être détruites")

DATE_WITHOUT_FEE = Undecided(
    question="Un dépôt de topographie reçu sans preuve du paiement, ou sans représentation, a-t-il une date ?",
    default="Celle à laquelle la dernière pièce manquante arrive ; l'absence se régularise dans le délai imparti.",
    why="R. 622-3 date le dépôt de la remise des pièces sans le dire irrecevable quand il en manque une.",
    articles=("R. 622-2", "R. 622-3"),
)
RENUNCIATION_FEE = Undecided(
    question="La renonciation à une topographie est-elle payante ?",
    default="Non.",
    why="R. 613-45, 2° demande la redevance prescrite ; R. 411-17, 7° n'en nomme aucune pour les topographies.",
    articles=("R. 622-6", "R. 613-45", "R. 411-17"),
)
STORAGE_AGAIN = Undecided(
    question="Quand la conservation prolongée se renouvelle-t-elle ?",
    default="Dans les deux mois qui précèdent la fin de chaque période de dix ans.",
    why="R. 622-7 ne donne de fenêtre qu'avant l'expiration de la protection, et dit la durée renouvelable.",
    articles=("R. 622-7",),
)


def protection_end(deposited_on: date, exploited_on: date | None) -> Deadline:
    """31 December of the tenth calendar year after the deposit, or after an earlier first exploitation."""
    starts = min(deposited_on, exploited_on or deposited_on)
    ends = date(starts.year + 10, 12, 31)
    return Deadline(
        ends,
        (
            Reason(f"La protection prend effet le {with_weekday(starts)}.", STARTS),
            Reason(f"Elle finit avec la dixième année civile qui suit : le {in_words(ends)}.", TERM),
        ),
    )


def storage_window(deposited_on: date, exploited_on: date | None) -> Span:
    """The two months in which the holder asks for the pieces back, or for their storage."""
    return WINDOW.around(protection_end(deposited_on, exploited_on).date)


def may_regularise_in(months: int) -> Finding:
    """Whether the director general may give so many months."""
    return PERIOD.check(months)


def declaration_of(dossier: Dossier) -> t.TopographyDeclaration | None:
    """The declaration as last corrected."""
    corrected = [each.declaration for each in dossier.all(t.TopographyRegularised) if each.declaration]
    deposited = dossier.first(t.TopographyDeposited)
    return corrected[-1] if corrected else (deposited.declaration if deposited else None)


def filing_date(dossier: Dossier) -> date | None:
    """The day on which the last of the three pieces arrived; None while one is missing."""
    deposited = dossier.first(t.TopographyDeposited)
    if deposited is None:
        return None
    drawn = dossier.first_on(t.TopographyDeposited if deposited.representation else t.RepresentationSupplied)
    paid = dossier.paid_on("topography.deposit")
    received = dossier.first_on(t.TopographyDeposited)
    return max(received, drawn, paid) if received and drawn and paid else None


def _declared(declaration: t.TopographyDeclaration) -> Iterator[Finding]:
    if not declaration.depositors or not declaration.topography.strip():
        yield no("Identifiez le déposant et la topographie.", IDENTIFIED, field="declaration", severity="regularisable")
    if declaration.exploited_on and not declaration.exploited_at.strip():
        message = "Indiquez le lieu de la première exploitation."
        yield no(message, EXPLOITED, field="declaration.exploited_at", severity="regularisable")
    if not declaration.exploited_on and not declaration.fixed_on:
        message = "Indiquez la première exploitation, sinon la première fixation."
        yield no(message, FIXED, field="declaration.fixed_on", severity="regularisable")


def _valid(act: t.TopographyDeposited, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Warnings only: the institute does not examine what L. 622-1 asks."""
    declaration = act.declaration
    if declaration.exploited_on and add_months(declaration.exploited_on, 24) < on:
        message = "Dépôt plus de deux ans après la première exploitation : il serait nul devant un tribunal."
        yield advice(message, TWO_YEARS, VOID, FORM_ONLY, field="declaration.exploited_on")
    if not declaration.exploited_on and declaration.fixed_on and add_months(declaration.fixed_on, 180) < on:
        message = "Dépôt plus de quinze ans après la première fixation : il serait nul devant un tribunal."
        yield advice(message, FIFTEEN_YEARS, VOID, FORM_ONLY, field="declaration.fixed_on")


def _deposit(act: t.TopographyDeposited, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.topographies != 1:
        yield no("Faites un dépôt pour chaque topographie.", ONE, field="topographies")
    yield from _declared(act.declaration)
    if not act.representation:
        yield no(
            "Joignez la représentation graphique, sous pli.", DRAWN, field="representation", severity="regularisable"
        )
    yield from needs_one(act.country, act.represented, AGENT)
    yield from _valid(act, dossier, on)


def _notified(act: t.TopographyIrregularityNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    finding = PERIOD.check(act.months)
    if not finding.allowed:
        yield finding
    if not act.defects:
        yield no("Dites ce qui est irrégulier.", PERIOD.source, field="defects")


def _regularised(act: t.TopographyRegularised, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.changes_representation:
        message = "La représentation déposée ne peut pas changer : faites un nouveau dépôt, à sa propre date."
        yield no(message, SAME_DRAWING, field="changes_representation")


def _conform(dossier: Dossier, on: date) -> Finding | None:
    if dossier.state != "received":
        return no("Il n'y a pas de dépôt à enregistrer dans cet état.", REGISTERED)
    declaration = declaration_of(dossier)
    lacking = next(_declared(declaration), None) if declaration else None
    if lacking:
        return no(f"Le dépôt n'est pas conforme. {lacking.message}", lacking.because[0].source, REGISTERED)
    deposited = dossier.first(t.TopographyDeposited)
    if deposited and not (deposited.representation or dossier.has(t.RepresentationSupplied)):
        return no("Le dépôt ne comporte pas la représentation.", DRAWN, REGISTERED)
    if not dossier.paid_on("topography.deposit"):
        return no("La redevance de dépôt n'est pas payée.", PAID, REGISTERED)
    return None


REGULARISATION = Clock(
    id="regularisation",
    label="Régulariser le dépôt",
    limit=lambda d, day: PERIOD.of(d.all(t.TopographyIrregularityNotified)[-1].months).expires(day),
    starts=lambda d: d.served_on(t.TopographyIrregularityNotified),
    who="applicant",
    act="regularise_topography",
    consequence="Le dépôt est rejeté.",
    states=("to_regularise",),
    lapse=lambda d, on: (t.TopographyRefused(f"rejet-{on.isoformat()}"),),
    of=PERIOD.source,
)


def _decide(dossier: Dossier, started: date) -> Deadline:
    """Six months, which start afresh once an irregular deposit is put right."""
    found = DECIDE.expires(started)
    if not dossier.has(t.TopographyRegularised):
        return found
    step = Reason("La notification d'irrégularité a interrompu le délai jusqu'à la régularisation.", INTERRUPTED)
    return Deadline(found.date, (*found.because, step))


DECISION = Clock(
    id="decision",
    label="Statuer sur le dépôt",
    limit=_decide,
    starts=lambda d: d.on(t.TopographyRegularised) or d.first_on(t.TopographyDeposited),
    who="office",
    act="register_topography",
    consequence="Le dépôt est réputé rejeté.",
    states=("received",),
    lapse=lambda d, on: (t.TopographyDeemedRefused(),),
    automatic=True,
    of=DECIDE.source,
)


def _exploited_on(dossier: Dossier) -> date | None:
    declaration, later = declaration_of(dossier), dossier.first(t.TopographyExploited)
    return (declaration.exploited_on if declaration else None) or (later.exploited_on if later else None)


def _ends(dossier: Dossier, started: date) -> Deadline:
    return protection_end(started, _exploited_on(dossier))


PROTECTION = Clock(
    id="protection",
    label="Fin de la protection",
    limit=_ends,
    starts=filing_date,
    who="time",
    consequence="La topographie n'est plus protégée.",
    states=("registered",),
    lapse=lambda d, on: (t.TopographyProtectionEnded(),),
    automatic=True,
    of=TERM,
)
EXPLOITATION = Clock(
    id="exploitation",
    label="Exploiter la topographie",
    limit=UNUSED,
    starts=lambda d: declared.fixed_on if (declared := declaration_of(d)) and not _exploited_on(d) else None,
    who="holder",
    act="declare_exploitation",
    consequence="L'enregistrement devient sans effet.",
    states=("registered",),
    lapse=lambda d, on: (t.TopographyWithoutEffect(),),
)


def _custody(dossier: Dossier, started: date) -> Deadline:
    """The end of the protection, then ten years for each storage asked."""
    ends, times = _ends(dossier, started), len(dossier.all(t.TopographyStorageAsked))
    if not times:
        return ends
    day = date(ends.date.year + 10 * times, 12, 31)
    return Deadline(day, (*ends.because, Reason(f"Les pièces sont conservées jusqu'au {in_words(day)}.", TEN_MORE)))


CUSTODY = Clock(
    id="pieces",
    label="Demander la restitution ou la conservation des pièces",
    limit=lambda d, day: (end := _custody(d, day)) and Deadline(
        (span := WINDOW.around(end.date)).last_day, (*end.because, *span.because)),
    starts=filing_date,
    who="holder",
    act="ask_storage",
    consequence="Les pièces peuvent être détruites.",
    states=("held", "stored"),
    of=WINDOW.source,
)  # fmt: skip


def _in_window(dossier: Dossier, on: date) -> Finding | None:
    started = filing_date(dossier)
    if started is None:
        return no("Le dépôt n'a pas de date.", DATED)
    span = WINDOW.around(_custody(dossier, started).date)
    if on in span:
        return None
    message = f"Cette demande se fait du {in_words(span.first_day)} au {in_words(span.last_day)}."
    return Finding(False, message, span.because)


def _storage_paid(dossier: Dossier, on: date) -> Finding | None:
    if times_paid(dossier, "topography.storage") > len(dossier.all(t.TopographyStorageAsked)):
        return None
    return no("Payez d'abord la redevance de conservation.", STORED)


def _after_exploitation(act: t.TopographyExploited, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.exploited_on > on:
        yield no("La date de l'exploitation est à venir.", UNUSED.source, field="exploited_on")
    if not act.exploited_at.strip():
        yield no("Indiquez le lieu de l'exploitation.", EXPLOITED, field="exploited_at")


def _fees(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    received = dossier.first_on(t.TopographyDeposited)
    stored = max(len(dossier.all(t.TopographyStorageAsked)), times_paid(dossier, "topography.storage"))
    called = [("topography.deposit", received, 1)] if received else []
    if stored and received:
        called.append(("topography.storage", dossier.paid_on("topography.storage") or on, stored))
    yield from owed(dossier, called)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    filed = filing_date(dossier)
    registered = dossier.last(t.TopographyRegistered)
    return {
        "filing_date": filed,
        "number": registered.number if registered else None,
        "declaration": declaration_of(dossier),
        "protection_ends_on": _ends(dossier, filed).date if filed and registered else None,
        "published": dossier.has(t.TopographyPublished),
    }


_states = ("received", "to_regularise", "registered")
_agent_rules, REPRESENTATIVE = representation(
    "topographies", AGENT, lambda d: found.country if (found := d.first(t.TopographyDeposited)) else "FR", _states
)
_registered = needs(t.TopographyRegistered, "Le dépôt n'est pas encore enregistré.", SECTION, TRANSFERRED)
_entries = {name: replace(each, guards=(_registered, *each.guards)) for name, each in recorded_rules(SECTION).items()}
_asked = needs(t.TopographyRenunciationFiled, "Aucune renonciation n'est présentée.", WITHDRAWN)
PROCEDURE = Procedure(
    t.TOPOGRAPHY,
    rules={
        "deposit_topography": Rule(RECEIVED, checks=(_deposit,)),
        "supply_representation": Rule(DATED),
        "notify_topography_irregularity": Rule(PERIOD.source, checks=(_notified,)),
        "regularise_topography": Rule(PERIOD.source, checks=(_regularised,)),
        "refuse_topography": Rule(REFUSED, guards=(after(REGULARISATION),)),
        "register_topography": Rule(REGISTERED, guards=(_conform,)),
        "publish_topography": Rule(MENTIONED),
        "declare_exploitation": Rule(UNUSED.source, checks=(_after_exploitation,)),
        "withdraw_topography": Rule(WITHDRAWN, checks=(joint_act("withdrawal"),)),
        "renounce_topography": Rule(WITHDRAWN, checks=(joint_act("renunciation"),)),
        "enter_topography_renunciation": Rule(WITHDRAWN, guards=(_asked,)),
        "ask_return": Rule(WINDOW.source, guards=(_in_window,)),
        "ask_storage": Rule(TEN_MORE, guards=(_in_window, _storage_paid)),
        "destroy_pieces": Rule(DESTROYED, guards=(after(CUSTODY),)),
        **_agent_rules,
        **_entries,
    },
    clocks=(REPRESENTATIVE, REGULARISATION, DECISION, PROTECTION, EXPLOITATION, CUSTODY),
    fees=_fees,
    facts=_facts,
)
