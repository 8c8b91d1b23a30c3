"""R. 512-9, R. 512-9-2, R. 512-9-3: objection, answer, division, rejection, and what six months of silence mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.designs import filing, money, people, priority, reading
from guichet.law.dossier import Dossier
from guichet.law.procedure import Effect, Events, Rule
from guichet.law.rules import required, within
from guichet.law.saying import advice, no, refuse
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.designs import filing as f
from guichet.rights.designs import life as v
from guichet.rights.designs.filing import Design

HEARD = cite("L. 512-2", "al. 6", "Le rejet ne peut être prononcé sans que le déposant ait été préalablement invité")
PUBLIC_ORDER = cite("R. 512-9", "al. 1", "est de nature à porter atteinte aux bonnes mœurs ou à l'ordre public")
NOT_PROTECTED = cite("L. 511-7", "", "contraires à l'ordre public ou aux bonnes moeurs ne sont pas protégés")
NOTIFIED = cite("R. 512-9", "al. 1", "notification motivée en est faite au déposant")
ANSWER = OfficePeriod(
    cite("R. 512-9", "al. 2", "Un délai lui est imparti pour régulariser le dépôt ou contester les objections"),
    "design.objection_notified",
    default_months=2,
    title="designs",
)
DIVIDE = cite("R. 512-9", "al. 2", "si le dépôt n'est pas conforme aux dispositions du premier alinéa de l'article")
EACH_PART = cite("R. 512-9", "al. 2", "Chaque demande divisionnaire doit satisfaire aux conditions fixées aux 1°, 2°")
REJECTED = cite("R. 512-9", "al. 2", "A défaut de régularisation, d'observations ou de division du dépôt")
PROPOSAL = cite("R. 512-9", "al. 3", "Cette proposition est réputée acceptée si le déposant ne la conteste pas dans")
SCOPE = cite("R. 512-9", "dernier al.", "ne peut avoir pour effet d'étendre la portée du dépôt")
DECIDE = TimeLimit(
    cite("R. 512-9-2", "", "Il est statué sur la demande d'enregistrement dans un délai de six mois"),
    runs_from="design.filed",
    months=6,
    since="du dépôt, ou de la levée de ce qui l'a interrompu",
    title="designs",
    bearer="effect",
)
LIFTED = cite("R. 512-9-2", "", "jusqu'à la levée de l'objection")
CONFORM = cite("R. 512-10", "al. 1", "Tout dépôt reconnu conforme est publié")
SUPPLIED = cite("R. 512-11", "dernier al.", "ne correspond pas à l'identique à l'une des représentations jointes")

DECISION_START = Undecided(
    "De quel jour courent les six mois pour statuer sur un dépôt de dessins ou modèles ?",
    "Du jour du dépôt ; après une interruption, un délai entier court de la levée de l'objection.",
    "R. 512-9-2 ne donne pas de point de départ ; « interrompu » annonce un délai nouveau, non le reste de l'ancien.",
    ("R. 512-9-2",),
    safe="Le délai reprend pour ce qui en restait.",
)
END_OF_DEFERRAL = Undecided(
    "L'ajournement auquel nul ne renonce interrompt-il toujours le délai pour statuer ?",
    "Jusqu'au terme des trois ans ; une renonciation partielle ne le fait pas courir.",
    "R. 512-9-2 interrompt « jusqu'à la renonciation à l'ajournement », qui peut ne jamais venir.",
    ("R. 512-9-2", "R. 512-10"),
)
PARTIAL_REJECTION = Undecided(
    "Des reproductions défectueuses remises à la renonciation font-elles rejeter tout le dépôt simplifié ?",
    "Non : seuls les dessins ou modèles concernés sont rejetés.",
    "R. 512-9 rejette « le dépôt » ; R. 512-11 y renvoie pour certaines reproductions seulement.",
    ("R. 512-9", "R. 512-11"),
)
LIFTED_COVERS = Undecided(
    "L'objection levée dispense-t-elle le dépôt de la condition qui manquait ?",
    "Oui, sauf le paiement des redevances : l'institut a jugé l'observation suffisante.",
    "R. 512-9 parle d'observations « permettant de lever l'objection », sans dire ce qui reste exigible.",
    ("R. 512-9",),
)
PARTIAL_CURE = Undecided(
    "La proposition qui ne remédie qu'à une partie des objections lève-t-elle les autres ?",
    "L'objection est close ; l'institut peut en notifier une autre pour ce qui reste.",
    "R. 512-9 répute la proposition acceptée sans dire si elle suffit.",
    ("R. 512-9",),
)
PARTS_AND_PRIORITY = Undecided(
    "Un dépôt divisionnaire garde-t-il la preuve de priorité remise au dépôt initial ?",
    "Oui : il n'a pas à être prouvé de nouveau ; une priorité perdue le reste.",
    "R. 512-9 lui donne la date de priorité, sans régler la preuve.",
    ("R. 512-9", "R. 512-5"),
)

PENDING = ("objection_notified", "objection_answered")


def current(dossier: Dossier) -> list[Design]:
    """The designs still in the filing, as they now read."""
    return [each.design for each in reading.designs(dossier).values() if each.alive]


def defects(dossier: Dossier) -> Iterator[tuple[f.Ground, Finding]]:
    """What is not in order today, by ground: what the office may object to, with what only an examiner sees."""
    filed = reading.filing(dossier)
    if filed is None:
        return
    deferred = filed.simplified and bool(reading.in_place(dossier, "deferred"))
    yield from filing.conformity(filed, current(dossier), drawn=not deferred)
    for each in people.review(reading.holders(dossier), reading.representative(dossier)):
        yield ("power" if each.field == "representative.power" else "representative"), each


def _notified(act: f.ObjectionNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    yield ANSWER.check(act.months)
    if not act.grounds:
        yield no("Citez au moins un motif.", NOTIFIED, field="grounds")
    if "public_order" in act.grounds:
        message = "Dites en quoi la publication porterait atteinte aux bonnes mœurs ou à l'ordre public."
        yield advice(message, PUBLIC_ORDER, NOT_PROTECTED, field="reasons")
    unknown = money.unknown_number(dossier, (*act.designs, *act.delete))
    if unknown is not None:
        yield no(f"« {unknown} » n'est pas un dessin ou modèle de ce dépôt.", NOTIFIED, field="designs")
    found = {ground for ground, _ in defects(dossier)}
    if "unity" in act.grounds and "unity" not in found:
        message = "L'unité de classe est respectée, ou elle n'est pas exigée de ce dépôt."
        yield no(message, filing.ONE_CLASS, filing.NO_UNITY, field="grounds")
    filed = reading.filing(dossier)
    renounced = dossier.has(v.DeferralRenounced)
    if "reproductions" in act.grounds and filed is not None and filed.simplified and not renounced:
        message = "Jusqu'à la renonciation à l'ajournement, la présentation des reproductions n'est pas exigée."
        yield no(message, filing.FREE_FORM, field="grounds")
    if act.delete and not act.proposal.strip():
        yield no("Formulez la proposition qui retranche ces dessins.", PROPOSAL, field="proposal")


def _regularised(act: f.DesignRegularised, dossier: Dossier, on: date) -> Iterator[Finding]:
    unknown = money.unknown_number(dossier, (*(each.number for each in act.designs), *act.removed))
    if unknown is not None:
        message = f"« {unknown} » n'est pas dans le dépôt : une régularisation n'y ajoute rien. Déposez-le à part."
        yield no(message, SCOPE, field="designs")
    if act.changes_appearance:
        message = "La régularisation ne peut changer ce qui est déposé : remettez la même création."
        yield no(message, SCOPE, field="changes_appearance")
    if reading.nothing_left(dossier, act.removed):
        yield no("Il ne resterait rien du dépôt : retirez-le.", SCOPE, field="removed")


def _parts(act: f.DesignDivided, dossier: Dossier, on: date) -> Iterator[Finding]:
    filed = reading.filing(dossier)
    taken = [number for part in act.parts for number in part]
    unknown = money.unknown_number(dossier, taken)
    if not act.parts or not all(act.parts):
        yield no("Indiquez les dessins ou modèles de chaque dépôt divisionnaire.", EACH_PART, field="parts")
    elif unknown is not None or len(set(taken)) < len(taken):
        message = "Chaque dessin ou modèle va dans un seul dépôt divisionnaire, et vient de celui-ci."
        yield no(message, EACH_PART, SCOPE, field="parts")
    elif reading.nothing_left(dossier, taken):
        yield no("Gardez au moins un dessin ou modèle dans le dépôt initial.", EACH_PART, field="parts")
    elif filed is not None:
        now = reading.designs(dossier)
        parts = [*act.parts, tuple(number for number in reading.living(dossier) if number not in taken)]
        if not all(filing.one_class([now[number].design for number in part]) for part in parts):
            message = "Chaque dépôt, le premier compris, doit relever d'une même classe de Locarno."
            yield no(message, filing.ONE_CLASS, EACH_PART, field="parts")


def _lacks_unity(dossier: Dossier, on: date) -> Finding | None:
    notified = dossier.last(f.ObjectionNotified)
    if notified is not None and "unity" in notified.grounds and dossier.in_state(*PENDING):
        return None
    return no("Seul un dépôt de plusieurs classes peut être divisé ; sinon, retranchez ou corrigez.", DIVIDE)


def divisionals(event: f.DesignDivided, dossier: Dossier) -> Iterator[Effect]:
    """A new filing for each part, with the dates of this one; each owes its own fees and takes its own number."""
    filed, day = reading.filing(dossier), reading.filing_date(dossier)
    if filed is None or day is None:
        return
    now, kept = reading.designs(dossier), priority.claims(dossier)
    for part in event.parts:
        yield Effect(
            "design",
            f.DesignFiled(
                applicants=reading.holders(dossier),
                designs=tuple(now[number].design for number in part if number in now),
                representative=reading.representative(dossier),
                simplified=filed.simplified,
                frequent_renewal=filed.frequent_renewal,
                deferral=dossier.in_state("deferred"),
                priorities=filed.priorities,
                exhibition_certificate=filed.exhibition_certificate,
                first_renewal=filed.first_renewal,
                divided_from=reading.number(dossier) or "dépôt initial",
                filing_date=day,
                priority_lost=tuple(each.number for each in filed.priorities if each not in kept),
                priority_proved=tuple(each.number for each in kept if priority.proved(each, dossier)),
            ),
        )


def _answer_limit(dossier: Dossier, started: date) -> Deadline | None:
    notified = dossier.last(f.ObjectionNotified)
    known = notified is not None and ANSWER.check(notified.months).allowed
    return ANSWER.of(notified.months).expires(started) if notified and known else None


def _expired(dossier: Dossier, on: date) -> Events:
    notified = dossier.last(f.ObjectionNotified)
    if notified is not None and notified.proposal:
        return (f.ProposalAccepted(notified.delete),)
    refuse("Rien n'est réputé accepté : rejetez le dépôt, ou levez l'objection.", REJECTED)


OBJECTION = Clock(
    id="answer",
    label="Régulariser, contester ou diviser",
    limit=_answer_limit,
    starts=lambda dossier: dossier.served_on(f.ObjectionNotified),
    who="applicant",
    act="regularise_design",
    consequence="La proposition de l'institut est réputée acceptée ; sans proposition, le dépôt est rejeté.",
    states=("objection_notified",),
    lapse=_expired,
    of=ANSWER.source,
)


def _decision_start(dossier: Dossier) -> date | None:
    if dossier.in_state(*PENDING, "deferred"):
        return None
    day = reading.filing_date(dossier)
    received = dossier.first_on(f.DesignFiled)
    later = dossier.on(f.ObjectionLifted, f.ProposalAccepted, v.DeferralRenounced, v.DeferralEnded)
    return max(later, day) if later and day else received


DECISION = Clock(
    id="decision",
    label="Statuer sur le dépôt",
    limit=DECIDE,
    starts=_decision_start,
    who="office",
    act="find_conform",
    consequence="À défaut de décision expresse, le dépôt est réputé rejeté.",
    states=("received",),
    lapse=lambda dossier, on: (f.DesignDeemedRejected(),),
    raw=True,
)


def _answered(dossier: Dossier, on: date) -> Finding | None:
    """Rejecting supposes that the applicant was heard: he answered, or his period is over."""
    if not dossier.in_state(*PENDING):
        return no("Notifiez d'abord l'objection et laissez le déposant répondre.", HEARD, NOTIFIED)
    notified, deadline = dossier.last(f.ObjectionNotified), OBJECTION.deadline(dossier)
    if dossier.in_state("objection_answered"):
        return None
    if deadline is None or on <= deadline.date:
        return no("Le délai pour répondre court encore : attendez sa fin.", HEARD, ANSWER.source)
    if notified is not None and notified.proposal:
        return no("La proposition non contestée est réputée acceptée : le dépôt n'est pas rejeté.", PROPOSAL)
    return None


def _supplied_later(dossier: Dossier) -> bool:
    """Whether the objection is about what was supplied to renounce the deferral of a simplified filing (R. 512-11)."""
    filed = reading.filing(dossier)
    return filed is not None and filed.simplified and dossier.has(v.DeferralRenounced)


def _whole(dossier: Dossier, on: date) -> Finding | None:
    if not _supplied_later(dossier) or reading.nothing_left(dossier, reading.objected(dossier)):
        return None
    return no("L'objection ne concerne que certains dessins ou modèles : rejetez cette partie.", SUPPLIED)


def _part(act: f.DesignPartlyRejected, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not _supplied_later(dossier):
        message = "Le dépôt est rejeté en entier ; pour n'en perdre qu'une partie, proposez de la retrancher."
        yield no(message, REJECTED, PROPOSAL, field="designs")
        return
    if not act.designs or set(act.designs) - set(reading.objected(dossier)):
        yield no("Désignez des dessins ou modèles visés par l'objection.", SUPPLIED, field="designs")
    elif reading.nothing_left(dossier, act.designs):
        yield no("Il ne resterait rien du dépôt : rejetez-le en entier.", SUPPLIED, field="designs")


def standing(dossier: Dossier) -> list[Finding]:
    """What stands in the way of a conform filing; an objection lifted since covers all but the fees."""
    found = list(filing.inadmissible(dossier))
    lifted = dossier.on(f.ObjectionLifted)
    if lifted is None:
        found += [finding for _, finding in defects(dossier)]
    return found


def _conform(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state(*PENDING):
        return no("Une objection est en cours : levez-la d'abord.", CONFORM, LIFTED)
    if not dossier.has(f.DesignNumbered):
        return no("Attribuez d'abord le numéro national.", filing.NUMBER)
    found = standing(dossier)
    if found:
        message = f"Notifiez d'abord l'objection. {found[0].message}"
        return Finding(False, message, found[0].because, found[0].field)
    if money.unpaid(dossier, on):
        return no("Des redevances restent dues : notifiez-le au déposant.", filing.PAID, field="fee")
    return None


def _lift_paid(dossier: Dossier, on: date) -> Finding | None:
    notified = dossier.last(f.ObjectionNotified)
    if notified is not None and "fees" in notified.grounds and money.unpaid(dossier, on):
        return no("Les redevances réclamées restent dues.", filing.PAID, field="fee")
    return None


def _open(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("received") or reading.in_place(dossier, "to_publish"):
        return None
    return no("Aucun dessin ou modèle n'est à examiner dans ce dépôt.", NOTIFIED)


def _in_time(dossier: Dossier, on: date) -> Finding | None:
    """Until the last day of the period, unless a restoration excused its expiry."""
    return None if dossier.has(f.ObjectionReopened) else within(OBJECTION)(dossier, on)


_late = (_in_time,)
RULES: Mapping[str, Rule] = {
    "notify_objection": Rule(
        NOTIFIED,
        guards=(_open,),
        checks=(_notified, required("reasons", "Motivez la notification.", NOTIFIED)),
    ),
    "regularise_design": Rule(ANSWER.source, guards=_late, checks=(_regularised,)),
    "contest_objection": Rule(
        ANSWER.source, guards=_late, checks=(required("statement", "Présentez vos observations.", ANSWER.source),)
    ),
    "divide_design": Rule(DIVIDE, guards=(_lacks_unity, *_late), checks=(_parts,)),
    "lift_design_objection": Rule(LIFTED, guards=(_lift_paid,)),
    "reject_design": Rule(
        REJECTED, guards=(_answered, _whole), checks=(required("reasons", "Motivez le rejet.", REJECTED),)
    ),
    "reject_part": Rule(
        SUPPLIED, guards=(_answered,), checks=(_part, required("reasons", "Motivez le rejet.", REJECTED))
    ),
    "find_conform": Rule(CONFORM, "Le dépôt peut être reconnu conforme.", guards=(_conform,)),
}
CLOCKS = (OBJECTION, DECISION)
