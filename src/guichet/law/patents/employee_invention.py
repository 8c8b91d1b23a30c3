"""R. 611-1 to R. 611-14: what an employee declares, what the employer answers and claims, and in which periods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, Protocol

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents.employee_reading import classed, completed_on, declared, described, informed, owner, whole
from guichet.law.procedure import Events as Happenings
from guichet.law.procedure import Procedure, Rule
from guichet.law.rules import Guard, required, within
from guichet.law.running import Course, Happening, course
from guichet.law.saying import advice, no, refuse, to_regularise
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import employee_invention as e

DECLARED = cite("R. 611-1", "al. 1", "Le salarié auteur d'une invention en fait immédiatement la déclaration")
JOINT = cite("R. 611-1", "al. 2", "une déclaration conjointe peut être faite par tous les inventeurs")
PURPOSE = cite("R. 611-2", "1°", "L'objet de l'invention ainsi que les applications envisagées")
CIRCUMSTANCES = cite("R. 611-2", "2°", "Les circonstances de sa réalisation")
CLASSED = cite("R. 611-2", "3°", "Le classement de l'invention tel qu'il apparaît au salarié")
DESCRIBED = cite("R. 611-3", "al. 1", "la déclaration est accompagnée d'une description de l'invention")
LATER = cite("R. 611-4", "", "complète immédiatement sa déclaration par les renseignements prévus à l'article R. 611-3")
POINTS = cite("R. 611-5", "al. 1", "les points précis sur lesquels elle doit être complétée")
ASK = TimeLimit(
    cite("R. 611-5", "al. 2", "dans un délai de deux mois à compter de la date de réception de la déclaration"),
    "employee_invention.declared",
    months=2,
    since="de la réception de la déclaration",
    title="patents",
)
ACCEPT = TimeLimit(
    cite("R. 611-6", "al. 2", "Le délai de deux mois court à compter de la date de réception par l'employeur"),
    "employee_invention.declared",
    months=2,
    since="de la réception de la déclaration, ou du jour où elle a été complétée",
    title="patents",
)
STATED = cite("R. 611-6", "al. 1", "en cas de défaut d'indication du classement, fait part au salarié")
CLAIM = TimeLimit(
    cite("R. 611-7", "al. 1", "pour revendiquer le droit d'attribution est de quatre mois"),
    "employee_invention.declared",
    months=4,
    since="de la réception de la déclaration décrivant l'invention, ou du jour où elle a été complétée",
    title="patents",
)
AGREED = cite("R. 611-7", "al. 1", "sauf accord contraire entre les parties qui ne peut être que postérieur")
CLAIMED = cite("R. 611-7", "al. 3", "précisant la nature et l'étendue des droits que l'employeur entend se réserver")
SUSPENDED = cite("R. 611-8", "al. 1", "sont suspendus par l'engagement d'une action contentieuse portant sur")
RESUMED = cite("R. 611-8", "al. 2", "Les délais continuent à courir du jour où il a été définitivement statué")
PROVED = cite("R. 611-9", "al. 1", "tout autre moyen permettant d'apporter la preuve qu'elle a été reçue")
ENVELOPE = cite("R. 611-9", "al. 2", "du second exemplaire d'un pli adressé par le salarié à l'institut")
SECRET = cite(
    "R. 611-10", "al. 1", "tant qu'une divergence subsiste sur son classement ou tant qu'il n'a pas été statué"
)
COPY = cite("R. 611-10", "al. 2", "elle notifie sans délai une copie des pièces du dépôt à l'autre partie")
DEFER = cite("R. 611-10", "al. 3", "pour que soit différée la publication de la demande")
AGENTS = cite("R. 611-14", "al. 2", "Les dispositions des articles R. 611-1 à R. 611-10 relatives aux obligations")
AUTHORITY = cite("R. 611-14", "al. 1", "à l'autorité habilitée par la personne publique dont il relève")
WAIVED = cite("R. 611-12", "1", "dans les conditions prévues par une convention conclue avec la personne publique")
MISSION = cite("L. 611-7", "1", "appartiennent à l'employeur")
OWN = cite("L. 611-7", "2", "Toutes les autres inventions appartiennent au salarié")
RIGHT = cite("L. 611-7", "2", "de se faire attribuer la propriété ou la jouissance de tout ou partie des droits")
WRITTEN = cite("L. 611-7", "3", "doit, à peine de nullité, être constaté par écrit")

NO_CLASS_NO_ANSWER = Undecided(
    "Que vaut le silence de l'employeur quand le salarié n'a proposé aucun classement ?",
    "Rien n'est présumé : le classement reste à arrêter.",
    "R. 611-6 présume accepté « le classement résultant de la déclaration », qui n'en contient pas.",
    ("R. 611-6",),
)
UNACKNOWLEDGED = Undecided(
    "Le délai pour répondre court-il encore quand l'employeur a demandé des compléments que nul ne lui reconnaît ?",
    "Oui, du jour de la déclaration ; il ne repart que si la demande est reconnue justifiée, ou satisfaite.",
    "R. 611-6 et R. 611-7 ne font repartir le délai que si la demande est « reconnue justifiée », sans dire par qui.",
    ("R. 611-6", "R. 611-7"),
)
COMPUTATION = Undecided(
    "Les délais entre le salarié et l'employeur qui finissent un jour fermé sont-ils prorogés ?",
    "Oui : R. 618-3 est dans le même titre et vise tout délai.",
    "R. 618-3 règle le calcul des délais du titre sans réserver ceux qui courent entre personnes privées.",
    ("R. 618-3", "R. 611-6"),
)
INTERVENTIONS = Undecided(
    "Quelle procédure est « facultative pour les interventions » du paragraphe 1 de L. 611-7 ?",
    "Le dépôt d'un pli à l'institut, pour les inventions de mission.",
    "R. 611-9 écrit « interventions » où L. 611-7 parle d'inventions, et « cette procédure » suit l'alinéa du pli.",
    ("R. 611-9", "L. 611-7"),
)
DISCLOSING = Undecided(
    "L'invention classée dans la mission ou restée au salarié peut-elle être divulguée par son propriétaire ?",
    "Oui, une fois le classement acquis et le délai d'attribution passé.",
    "R. 611-10 interdit la divulgation tant que le classement n'est pas arrêté ; L. 611-7 va au-delà.",
    ("R. 611-10", "L. 611-7"),
)


class _Sent(Protocol):
    @property
    def means(self) -> e.Means: ...


def _proved(act: _Sent, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.means == "no_proof":
        message = "Envoyez une lettre recommandée avec avis de réception, ou par un moyen qui prouve la réception."
        yield no(message, PROVED, field="means")
    elif act.means == "office_envelope" and not isinstance(act, e.InventionDeclared):
        message = "Seule la déclaration peut passer par un pli confié à l'institut : écrivez à l'autre partie."
        yield no(message, ENVELOPE, PROVED, field="means")


def _happenings(dossier: Dossier) -> list[Happening]:
    """What suspends the periods: a suit or a referral about the declaration or the class, until it is ruled."""
    found: list[Happening] = []
    opened = False
    for happened in dossier.in_order(e.DisputeOpened, e.DisputeEnded):
        it = happened.event
        if isinstance(it, e.DisputeOpened):
            opened = it.about in ("regularity", "class")
            if opened:
                found.append(Happening("suspended", happened.on, SUSPENDED))
        elif opened:
            found.append(Happening("resumed", happened.on, RESUMED))
            opened = False
    return found


def running(limit: TimeLimit, dossier: Dossier, started: date) -> Course:
    return course(limit, started, [each for each in _happenings(dossier) if each.on >= started])


def _deadline(limit: TimeLimit) -> Callable[[Dossier, date], Deadline | None]:
    return lambda dossier, started: running(limit, dossier, started).deadline


def _asking(dossier: Dossier) -> date | None:
    return None if dossier.has(e.CompletionAsked) else dossier.first_on(e.InventionDeclared)


def _answering(dossier: Dossier) -> date | None:
    return (completed_on(dossier) or dossier.first_on(e.InventionDeclared)) if informed(dossier) else None


def _claiming(dossier: Dossier) -> date | None:
    if not (informed(dossier) and described(dossier)) or classed(dossier) in ("mission", "free"):
        return None
    return completed_on(dossier) or dossier.first_on(e.InventionDeclared)


def _agreed(dossier: Dossier, started: date) -> Deadline | None:
    agreed = dossier.last(e.TermAgreed)
    if agreed is None:
        return running(CLAIM, dossier, started).deadline
    text = f"Les parties sont convenues, après la déclaration, du {in_words(agreed.until)}."
    return Deadline(agreed.until, (Reason(text, AGREED),))


def _presumed(dossier: Dossier, on: date) -> Happenings:
    if classed(dossier) == "unknown":
        refuse("Le salarié n'a proposé aucun classement : rien n'est présumé accepté, saisissez la commission.", STATED)
    return (e.ClassPresumed(),)


ASKING = Clock(
    id="completion",
    label="Demander de compléter la déclaration",
    limit=_deadline(ASK),
    starts=_asking,
    who="employer",
    act="ask_completion",
    consequence="La déclaration est réputée conforme.",
    states=("declared",),
    lapse=lambda dossier, on: (e.DeclarationDeemedConform(),),
    automatic=True,
    of=ASK.source,
)
ANSWERING = Clock(
    id="class",
    label="Prendre parti sur le classement",
    limit=_deadline(ACCEPT),
    starts=_answering,
    who="employer",
    act="accept_class",
    consequence="L'employeur est présumé accepter le classement du salarié.",
    states=("class_open",),
    lapse=_presumed,
    of=ACCEPT.source,
)
CLAIMING = Clock(
    id="attribution",
    label="Revendiquer le droit d'attribution",
    limit=_agreed,
    starts=_claiming,
    who="employer",
    act="claim_attribution",
    consequence="Le droit d'attribution n'est plus ouvert : l'invention reste au salarié.",
    states=("may_claim",),
    lapse=lambda dossier, on: (e.AttributionNotClaimed(),),
    automatic=True,
    of=CLAIM.source,
)


def _declaration(act: e.InventionDeclared, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not any(name.strip() for name in act.employees):
        yield no("Nommez au moins un inventeur.", DECLARED, JOINT, field="employees")
    if not act.employer.strip():
        source = AUTHORITY if act.public else DECLARED
        yield no("Indiquez à qui la déclaration est faite.", source, field="employer")
    if act.public:
        message = "Les obligations du salarié et de l'employeur sont celles de l'agent et de la personne publique."
        yield advice(message, AGENTS, field="public")
    yield from _proved(act, dossier, on)
    for name, text, source in (
        ("purpose", "Dites l'objet de l'invention et ses applications.", PURPOSE),
        ("circumstances", "Dites les circonstances de sa réalisation.", CIRCUMSTANCES),
    ):
        if not getattr(act, name).strip():
            yield to_regularise(text, source, field=name)
    if act.classed == "unknown":
        yield to_regularise("Proposez un classement.", CLASSED, field="classed")
    if act.classed == "attributable" and not whole(act.description):
        message = "L'employeur aurait le droit d'attribution : décrivez le problème, la solution et un exemple."
        yield to_regularise(message, DESCRIBED, field="description")


def _no_class(act: e.ClassAccepted, dossier: Dossier, on: date) -> Iterator[Finding]:
    if classed(dossier) == "unknown":
        yield no("Le salarié n'a proposé aucun classement : communiquez le vôtre.", STATED)


def _stated(act: e.ClassStated, dossier: Dossier, on: date) -> Iterator[Finding]:
    first = declared(dossier)
    if first is not None and first.classed != "unknown":
        message = "Le salarié a proposé un classement : acceptez-le ou contestez-le."
        yield no(message, ACCEPT.source, field="classed")
    if act.classed == "unknown":
        yield no("Indiquez le classement retenu.", STATED, field="classed")


def _disputed(act: e.ClassDisputed, dossier: Dossier, on: date) -> Iterator[Finding]:
    """The employer disputes the employee's class, in his two months; the employee, the one that the employer stated."""
    wanted: Literal["employer", "employee"] = "employee" if dossier.has(e.ClassStated) else "employer"
    if act.by != wanted:
        who = "Le salarié" if wanted == "employee" else "L'employeur"
        yield no(f"{who} seul peut ici contester le classement de l'autre.", STATED, field="by")
    if classed(dossier) == "unknown":
        yield no("Aucun classement n'est proposé : l'employeur communique le sien.", STATED, field="classed")
    late = within(ANSWERING)(dossier, on) if wanted == "employer" else None
    if late is not None:
        yield late


def _settled(act: e.ClassSettled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.classed == "unknown":
        yield no("Indiquez le classement arrêté.", CLASSED, field="classed")
    if act.by == "agreement" and not act.written:
        yield no("Constatez l'accord par écrit, à peine de nullité.", WRITTEN, field="written")


def _term(act: e.TermAgreed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.written:
        yield no("Constatez l'accord par écrit, à peine de nullité.", WRITTEN, field="written")
    if act.until < on:
        yield no("Le délai convenu serait déjà passé.", AGREED, field="until")


def _open_right(dossier: Dossier, on: date) -> Finding | None:
    """Only an invention whose class opens the right may be claimed, once it is described."""
    now = classed(dossier)
    if now == "mission":
        return no("L'invention de mission appartient déjà à l'employeur : il n'a rien à revendiquer.", MISSION)
    if now == "free":
        return no("L'invention appartient au salarié : l'employeur n'a pas de droit d'attribution.", OWN, RIGHT)
    return None


def _undisputed(dossier: Dossier, on: date) -> Finding | None:
    if dossier.in_state("class_settled") and not dossier.in_state("in_dispute", "may_claim"):
        return None
    if dossier.in_state("class_settled") and classed(dossier) in ("mission", "free"):
        return None
    return no("Gardez l'invention secrète : son classement ou son attribution ne sont pas acquis.", SECRET)


def _declared_first(dossier: Dossier, on: date) -> Finding | None:
    return None if dossier.has(e.InventionDeclared) else no("Aucune invention n'est déclarée.", DECLARED)


def _filing(act: e.ProtectiveFiling, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.copy_notified:
        yield no("Notifiez sans délai une copie du dépôt à l'autre partie.", COPY, field="copy_notified")
    if act.early_publication:
        message = "La publication doit être différée autant que possible : n'en demandez pas l'anticipation."
        yield no(message, DEFER, field="early_publication")


def _public(dossier: Dossier, on: date) -> Finding | None:
    first = declared(dossier)
    if first is not None and first.public and classed(dossier) == "mission":
        return None
    return no("Seule la personne publique peut laisser à son agent une invention de mission.", WAIVED)


def _waived(act: e.ExploitationWaived, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.agreement:
        yield no("Concluez la convention qui permet à l'agent d'en disposer.", WAIVED, field="agreement")


def facts(dossier: Dossier) -> Mapping[str, Any]:
    return {
        "class": classed(dossier),
        "owner": owner(dossier),
        "informed": informed(dossier),
        "described": described(dossier),
        "suspended_days": _remaining(dossier),
        "keep_secret": not dossier.in_state("none") and _undisputed(dossier, date.min) is not None,
    }


def _remaining(dossier: Dossier) -> int | None:
    """Days left of the attribution period while it is suspended."""
    started = _claiming(dossier)
    if started is None or not dossier.in_state("may_claim"):
        return None
    now = running(CLAIM, dossier, started)
    return now.remaining_days if now.state == "suspended" else None


def _text(field: str, message: str, source: Source) -> tuple[Any, ...]:
    return (required(field, message, source), _proved)


_settled_once: tuple[Guard, ...] = (within(ANSWERING),)
PROCEDURE = Procedure(
    e.EMPLOYEE_INVENTION,
    rules={
        "declare_invention": Rule(DECLARED, "L'invention se déclare sans attendre.", checks=(_declaration,)),
        "ask_completion": Rule(
            POINTS, guards=(within(ASKING),), checks=_text("points", "Citez les points à compléter.", POINTS)
        ),
        "complete_declaration": Rule(LATER, checks=(_proved,)),
        "accept_class": Rule(ACCEPT.source, guards=_settled_once, checks=(_no_class, _proved)),
        "state_class": Rule(
            STATED,
            guards=_settled_once,
            checks=(*_text("reasons", "Motivez ce classement.", STATED), _stated),
        ),
        "dispute_class": Rule(STATED, checks=(*_text("reasons", "Motivez la contestation.", STATED), _disputed)),
        "settle_class": Rule(WRITTEN, checks=(_settled,)),
        "open_dispute": Rule(SUSPENDED, guards=(_declared_first,)),
        "end_dispute": Rule(RESUMED),
        "agree_term": Rule(AGREED, checks=(_term,)),
        "claim_attribution": Rule(
            CLAIMED,
            guards=(_open_right, within(CLAIMING)),
            checks=(
                required("nature", "Dites la nature des droits.", CLAIMED),
                required("extent", "Dites leur étendue.", CLAIMED),
                _proved,
            ),
        ),
        "file_to_preserve": Rule(COPY, checks=(_filing,)),
        "disclose": Rule(SECRET, guards=(_undisputed,)),
        "waive_exploitation": Rule(WAIVED, guards=(_public,), checks=(_waived,)),
    },
    clocks=(ASKING, ANSWERING, CLAIMING),
    facts=facts,
)
