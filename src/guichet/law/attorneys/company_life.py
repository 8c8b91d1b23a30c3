"""What happens to a company on the list: changes, formal notice, controls, a member struck off (R. 422-31 ff)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.attorneys.attorney_standing import SIX_MONTHS
from guichet.law.attorneys.company_conditions import missing
from guichet.law.clocks import Clock
from guichet.law.dates import in_words, with_weekday
from guichet.law.dossier import Dossier
from guichet.law.procedure import Effect, Events
from guichet.law.saying import advice, no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.attorneys import company as c
from guichet.rights.attorneys import discipline as d

# R. 422-4 and R. 422-6
CONDITIONS_LOST = cite("R. 422-4", "al. 6", "toute société qui ne remplit plus les conditions prévues à l'article L.")
TOLD = cite("R. 422-6", "al. 2", "notifie, le cas échéant, la décision au greffier chargé de la tenue du registre")
TELL_REMOVAL = TimeLimit(
    cite("R. 422-6", "al. 3", "Toute décision de radiation d'une société est, dans le mois de sa date, notifiée"),
    "attorney_company.removed",
    months=1,
    since="de la décision de radiation",
    title="attorneys",
    bearer="office",
)
# R. 422-31 to R. 422-40: civil companies
TRANSFER = cite(
    "R. 422-31", "al. 2", "doivent être adressés au directeur général de l'Institut national de la propriété"
)
EXTENSION = cite("R. 422-38", "", "La décision de proroger la société doit être immédiatement portée à la connaissance")
ARTICLES = TimeLimit(
    cite("R. 422-39", "al. 1", "est adressée dans un délai de deux mois au directeur général"),
    "attorney_company.changed",
    months=2,
    since="de la modification des statuts",
    title="attorneys",
)
BOTH = cite("R. 422-39", "al. 1", "et au président de la compagnie des conseils en propriété industrielle")
UNLAWFUL = cite("R. 422-39", "al. 2", "si la régularisation n'en est pas faite dans le délai imparti")
CALLED = cite("R. 422-39", "al. 2", "après avoir appelé la société à présenter ses observations orales ou écrites")
LIQUIDATOR = cite("R. 422-40", "al. 3", "Un exemplaire de l'acte de nomination du liquidateur est adressé")
CLOSED = cite("R. 422-40", "al. 3", "Le liquidateur les informe de la clôture de la liquidation")
MANAGERS = cite("R. 422-49", "al. 2", "sont assurées par un ou plusieurs conseils en propriété industrielle désignés")
# R. 422-51-7 to R. 422-51-14: holdings
SITUATION = TimeLimit(
    cite(
        "R. 422-51-7", "", "dans un délai de trente jours à compter de la date à laquelle ce changement est intervenu"
    ),
    "attorney_company.changed",
    days=30,
    since="du changement",
    title="attorneys",
)
NOTICE = OfficePeriod(
    cite("R. 422-51-8", "al. 1", "de régulariser sa situation dans le délai indiqué par cette mise en demeure"),
    "attorney_company.put_on_notice",
    since="de la mise en demeure",
    title="attorneys",
)
REFER = cite(
    "R. 422-51-8", "al. 2", "saisit, à l'encontre des associés exerçant la profession, la chambre de discipline"
)
AT_ONCE = cite("R. 422-51-9", "al. 1", "dès son inscription puis ensuite au moins une fois tous les quatre ans")
FOUR_YEARS = TimeLimit(
    AT_ONCE,
    "attorney_company.controlled",
    years=4,
    since="du dernier contrôle",
    title="attorneys",
    bearer="office",
)
CONTROL_OPINION = TimeLimit(
    cite("R. 422-51-9", "al. 2", "si la compagnie ne l'a pas formulé dans le délai d'un mois à compter de sa saisine"),
    "attorney_company.opinion_asked",
    months=1,
    since="de la saisine de la Compagnie",
    title="attorneys",
    bearer="effect",
)
BREACH = cite("R. 422-51-9", "al. 3", "il est fait application de la procédure prévue à l'article R. 422-51-8")
DISSOLVED = cite("R. 422-51-11", "", "est notifiée au directeur général de l'Institut national de la propriété")
WOUND_UP = cite("R. 422-51-14", "", "Le liquidateur informe de la clôture des opérations de liquidation")
# R. 422-64: a member struck off for good
THREE_MONTHS = TimeLimit(
    cite("R. 422-64", "al. 1", "si l'intéressé n'a pas, dans les trois mois, cessé d'y exercer son activité"),
    "attorney_company.member_struck_off",
    months=3,
    since="de la radiation exécutoire du membre",
    title="attorneys",
)

MEMBER_FROM = Undecided(
    question="D'où courent les trois mois donnés au membre radié pour quitter la société ?",
    default="Du jour où sa radiation est exécutoire.",
    why="R. 422-64 ne dit pas d'où courent les trois mois.",
    articles=("R. 422-64", "R. 422-62"),
)
COMPANY_SUSPENDED = Undecided(
    question="Une société suspendue plus de six mois est-elle radiée ?",
    default="Oui, comme un conseil.",
    why="R. 422-4 étend la suspension aux sociétés, mais ne parle de radiation que pour « le conseil ».",
    articles=("R. 422-4",),
)
UNLAWFUL_ARTICLES = Undecided(
    question="Qui radie une société civile dont les nouveaux statuts sont irréguliers ?",
    default="L'institut, après décision de la chambre de discipline qu'il a saisie.",
    why="R. 422-39 dit que l'institut « la radie », mais dans les conditions de la procédure disciplinaire.",
    articles=("R. 422-39", "R. 422-58-2"),
)


def request_of(dossier: Dossier) -> c.CompanyRequest | None:
    """The request as last amended."""
    amended, filed = dossier.last(c.CompanyAmended), dossier.last(c.CompanyFiled)
    return amended.request if amended else filed.request if filed else None


def members(dossier: Dossier) -> tuple[c.Member, ...]:
    """As last declared."""
    changes = [each.members for each in dossier.all(c.ChangeNotified) if each.members]
    request = request_of(dossier)
    return changes[-1] if changes else request.members if request else ()


def form_of(dossier: Dossier) -> c.Form | None:
    request = request_of(dossier)
    return request.form if request else None


def _notice_limit(dossier: Dossier, started: date) -> Deadline | None:
    given = dossier.last(c.CompanyPutOnNotice)
    return NOTICE.of(given.months).expires(started) if given else None


def notice_expired(dossier: Dossier, on: date) -> Events:
    """Suspension where the conditions of L. 422-7 are lost; otherwise the chamber is seised."""
    given = dossier.last(c.CompanyPutOnNotice)
    if given is None or given.ground == "conditions":
        return (c.CompanySuspended(f"suspension-{on.isoformat()}"),)
    return (c.CompanyReferred(accused(dossier)),)


def accused(dossier: Dossier) -> tuple[str, ...]:
    """The partners who practise; the company itself where its own articles are at stake and it is a civil one."""
    given = dossier.last(c.CompanyPutOnNotice)
    if given is not None and given.ground == "articles" and form_of(dossier) == "civil":
        request = request_of(dossier)
        return (request.name,) if request else ()
    return tuple(each.name for each in members(dossier) if each.kind in ("attorney", "european") and each.practises)


CURE = Clock(
    id="cure",
    label="Régulariser la situation de la société",
    limit=_notice_limit,
    starts=lambda dossier: dossier.served_on(c.CompanyPutOnNotice),
    who="requester",
    act="notify_change",
    consequence="La société est suspendue, ou la chambre de discipline est saisie.",
    states=("on_notice",),
    lapse=notice_expired,
    of=NOTICE.source,
)
SUSPENSION = Clock(
    id="suspension",
    label="Régulariser avant la radiation de la société",
    limit=SIX_MONTHS,
    starts=lambda dossier: dossier.on(c.CompanySuspended),
    who="requester",
    act="notify_change",
    consequence="La société est radiée de la liste.",
    states=("suspended",),
    lapse=lambda dossier, on: (c.CompanyRemoved(f"radiation-{on.isoformat()}", "suspended"),),
)


def staying(dossier: Dossier) -> dict[str, date]:
    """Members struck off for good who have not left, with the day of the striking off."""
    left = [each.name for each in dossier.all(c.MemberLeft)]
    return {each.name: on for on, each in dossier.dated(c.MemberStruckOff) if each.name not in left}


DEPARTURE = Clock(
    id="member_departure",
    label="Faire cesser l'activité du membre radié",
    limit=THREE_MONTHS,
    starts=lambda dossier: staying(dossier) if dossier.in_state("listed", "suspended") else None,
    who="requester",
    act="record_member_left",
    consequence="La société est radiée de sa section.",
    lapse_one=lambda name, dossier, on: (c.CompanyRemoved(f"radiation-{on.isoformat()}", "member"),),
)
REGISTRAR = Clock(
    id="tell_registrar",
    label="Notifier la radiation au greffier",
    limit=TELL_REMOVAL,
    starts=lambda dossier: dossier.on(c.CompanyRemoved),
    who="office",
    act="tell_registrar",
    states=("entry_told",),
)


def _next_control(dossier: Dossier, started: date) -> Deadline:
    if dossier.has(c.CompanyControlled):
        return FOUR_YEARS.raw(started)
    return Deadline(started, (Reason(f"Le premier contrôle se fait dès l'inscription, le {with_weekday(started)}.",
                                     AT_ONCE),))  # fmt: skip


CONTROL = Clock(
    id="control",
    label="Contrôler la société de participations financières",
    limit=_next_control,
    starts=lambda dossier: (
        dossier.on(c.CompanyControlled, c.CompanyEntered)
        if form_of(dossier) == "holding" and dossier.in_state("listed", "suspended")
        else None
    ),
    who="office",
    act="control_company",
    of=AT_ONCE,
)
_CHANGES: dict[c.Change, Source] = {
    "situation": SITUATION.source,
    "articles": ARTICLES.source,
    "extension": EXTENSION,
    "transfer": TRANSFER,
    "dissolution": LIQUIDATOR,
    "liquidation_closed": CLOSED,
}


def check_change(act: c.ChangeNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    """A change is received even late; what the company should have done is said."""
    source = _CHANGES[act.what]
    if act.occurred_on > on:
        yield no("Ce changement est à venir : faites-le connaître quand il sera fait.", source, field="occurred_on")
        return
    if not act.proof:
        yield no("Joignez l'acte, le procès-verbal ou la pièce qui justifie ce changement.", source, field="proof")
    holding = form_of(dossier) == "holding"
    if act.what in ("articles", "dissolution", "liquidation_closed") and not holding and not act.told_company:
        yield advice("Adressez-le aussi au président de la Compagnie nationale.", BOTH, source, field="told_company")
    limit = SITUATION if holding else ARTICLES if act.what == "articles" else None
    due = limit.expires(act.occurred_on).date if limit else act.occurred_on if act.what == "extension" else None
    if due is not None and on > due:
        told = limit.source if limit else source
        yield advice(f"Ce changement devait être connu le {in_words(due)} au plus tard.", told, field="occurred_on")


def check_notice(act: c.CompanyPutOnNotice, dossier: Dossier, on: date) -> Iterator[Finding]:
    found = NOTICE.check(act.months)
    if not found.allowed:
        yield found
    form = form_of(dossier)
    if act.ground == "situation" and form != "holding":
        yield no("La situation déclarée est celle d'une société de participations financières.", NOTICE.source,
                 field="ground")  # fmt: skip
    if act.ground == "articles" and form != "civil":
        yield no("Ce contrôle des statuts est celui des sociétés civiles professionnelles.", UNLAWFUL,
                 field="ground")  # fmt: skip
    if act.ground == "conditions" and form == "holding":
        yield no("Pour une société de participations financières, visez la situation déclarée.", CONDITIONS_LOST,
                 field="ground")  # fmt: skip


def refer(event: c.CompanyReferred, dossier: Dossier) -> Iterable[Effect]:
    """The director general seises the chamber against each of those named."""
    request = request_of(dossier)
    person = "company" if request and event.members == (request.name,) else "natural"
    for name in event.members:
        case = d.DisciplineSeised(
            "director_general",
            d.Accused(name, person="company" if person == "company" else "natural"),
            "La société n'a pas régularisé sa situation dans le délai de la mise en demeure.",
            how="dated_transmission",
        )
        yield Effect("attorney_discipline", case)


def still_irregular(dossier: Dossier) -> bool:
    """Whether the company as declared today lacks something, for the control of holdings."""
    request = request_of(dossier)
    return request is not None and any(not each.allowed for each in missing(request))
