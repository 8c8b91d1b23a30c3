"""Whether an opposition to a patent is admissible: R. 613-44 to R. 613-44-3, and L. 613-23, L. 613-23-1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier, remembered
from guichet.law.patents.agents import R612_2_ESTABLISHED, outside_eea, power_missing, professional
from guichet.law.patents.periods import set_by_office
from guichet.law.practice import value
from guichet.law.rules import Events
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.parties import Party
from guichet.rights.patents import opposition as o

ANY_PATENT = cite("L. 613-23", "", "tout brevet délivré en application de l'article L. 612-17 peut faire l'objet")
ANYONE_ELSE = cite("L. 613-23", "", "par toute personne, à l'exception de son titulaire")
NOT_CERTIFICATES = cite(
    "L. 611-2", "al. 5",
    "à l'exception de celles prévues à l'article L. 612-14, au premier alinéa des articles L. 612-15 et L. 612-17 et "
    "aux articles L. 613-23 à L. 613-23-6",
)  # fmt: skip
NOT_ADDITIONS = cite("R. 613-43-1", "", "R. 613-4 à R. 613-43 et R. 613-51 s'appliquent aux certificats d'addition")
GROUNDS = cite("L. 613-23-1", "", "L'opposition ne peut être fondée que sur un ou plusieurs des motifs suivants")
SCOPE = cite("L. 613-23-1", "dernier al.", "L'opposition peut porter sur tout ou partie du brevet délivré")
OUTSIDE = cite(
    "R. 613-44", "al. 3",
    "Les personnes physiques ou morales n'ayant pas leur domicile ou leur siège dans un Etat membre",
)  # fmt: skip
TOGETHER = cite("R. 613-44", "al. 4", "un mandataire commun satisfaisant aux mêmes conditions doit être constitué")
AGENT = cite(
    "R. 613-44", "al. 2",
    "par l'intermédiaire d'un mandataire remplissant les conditions prévues à l'article R. 612-2",
)  # fmt: skip
IDENTITY = cite("R. 613-44-1", "1°", "L'identité de l'opposant")
REFERENCES = cite("R. 613-44-1", "2°", "Les références du brevet contre lequel est formée l'opposition")
STATEMENT = cite(
    "R. 613-44-1", "3°",
    "Une déclaration précisant la portée de l'opposition, les motifs sur lesquels celle-ci se fonde",
)  # fmt: skip
FEE = cite("R. 613-44-1", "4°", "La justification du paiement de la redevance due")
POWER = cite(
    "R. 613-44-1", "5°", "sauf s'il a la qualité de conseil en propriété industrielle ou d'avocat, son pouvoir"
)
IN_THE_PERIOD = cite("R. 613-44-1", "al. 8", "doivent être fournies dans le délai mentionné à l'article R. 613-44")
LOCKED = cite(
    "R. 613-44-1", "al. 8",
    "Le fondement et la portée de l'opposition ne peuvent être étendus après l'expiration de ce délai",
)  # fmt: skip
NOT_BY_HOLDER = cite(
    "R. 613-44-2", "al. 1", "Est déclarée irrecevable toute opposition formée par le titulaire du brevet contesté"
)
INADMISSIBLE = cite("R. 613-44-2", "al. 2", "Est également irrecevable toute opposition qui n'est pas conforme")
ONE_GROUND = cite("R. 613-44-2", "al. 3", "au moins pour l'un de ces motifs")
UNFOUNDED = cite("R. 613-44-2", "al. 3", "Elle est réputée non fondée pour les motifs qui ne satisfont pas")
EX_OFFICIO = cite("R. 613-44-2", "al. 4", "notifie les irrégularités à l'opposant")
ONLY_POWER = cite(
    "R. 613-44-2", "al. 4",
    "dans le cas du pouvoir du mandataire prévu au 5° de l'article R. 613-44-1, pour régulariser sa demande",
)  # fmt: skip
DECLARED = cite("R. 613-44-2", "al. 4", "A défaut d'observations fondées ou de régularisation")

NINE_MONTHS = TimeLimit(
    cite(
        "R. 613-44", "al. 1",
        "dans le délai de neuf mois suivant la publication au Bulletin officiel de la propriété industrielle de la "
        "mention de la délivrance",
    ),
    "patent.granted",
    months=9,
    since="de la publication de la mention de la délivrance",
    title="patents",
)  # fmt: skip
CONTESTATION = OfficePeriod(
    cite("R. 613-44-2", "al. 4", "Un délai est alors imparti à ce dernier pour contester cette irrecevabilité"),
    "patent_opposition.irregularities_notified",
    default_months=2,
    title="patents",
)
CERTIFICATES_OF_ADDITION = Undecided(
    question="Un certificat d'addition peut-il faire l'objet d'une opposition ?",
    default="Non : l'opposition est traitée comme irrecevable.",
    why="R. 613-43-1 étend aux certificats d'addition les articles R. 613-4 à R. 613-43, non ceux de l'opposition.",
    articles=("R. 613-43-1", "L. 613-23"),
)
ONE_FEE = Undecided(
    question="Une opposition formée ensemble par plusieurs personnes coûte-t-elle une ou plusieurs redevances ?",
    default="Une seule : la redevance est celle de l'opposition.",
    why="R. 411-17 nomme la redevance d'opposition sans compter les opposants.",
    articles=("R. 411-17", "R. 613-44"),
)
NEW_HOLDER = Undecided(
    question="L'opposition devient-elle irrecevable si l'opposant acquiert le brevet en cours de procédure ?",
    default="Non : seule compte la qualité de l'opposant au jour où il forme l'opposition.",
    why="R. 613-44-2 vise l'opposition « formée par le titulaire » et ne dit rien de ce qui suit.",
    articles=("R. 613-44-2", "L. 613-23"),
)


@dataclass(frozen=True)
class Statement:
    """The opposition as it stands: its opening as completed, the power, and the day when the fee was paid."""

    filed: o.OppositionFiled
    filed_on: date
    paid_on: date | None = None

    @property
    def deadline(self) -> Deadline | None:
        published = self.filed.patent.grant_published_on
        return None if published is None else NINE_MONTHS.expires(published)


@remembered
def statement(dossier: Dossier) -> Statement | None:
    """What the opposition says now."""
    filed, filed_on = dossier.first(o.OppositionFiled), dossier.first_on(o.OppositionFiled)
    if filed is None or filed_on is None:
        return None
    for completed in dossier.all(o.OppositionCompleted):
        agent = completed.representative or filed.representative
        filed = replace(filed, grounds=completed.grounds, claims=completed.claims, representative=agent)
    power = dossier.last(o.PowerProvided)
    if power is not None and filed.representative is not None:
        filed = replace(filed, representative=replace(filed.representative, power=power.power))
    return Statement(filed, filed_on, dossier.paid_on("patent.opposition"))


def same_person(one: Party, other: Party) -> bool:
    """Whether both names are of one person: the same SIREN, or the same name."""
    if one.siren and other.siren:
        return one.siren == other.siren
    return one.full_name.casefold() == other.full_name.casefold()


def _title(it: Statement) -> Finding | None:
    patent = it.filed.patent
    if patent.title == "addition_certificate":
        return no("Un certificat d'addition ne peut pas faire l'objet d'une opposition.", ANY_PATENT, NOT_ADDITIONS)
    if patent.title != "patent":
        return no("Ce titre n'est pas un brevet : il ne peut pas faire l'objet d'une opposition.", NOT_CERTIFICATES)
    published = patent.grant_published_on
    if published is None:
        return no("Le brevet n'est pas délivré : attendez la mention de sa délivrance au bulletin.", NINE_MONTHS.source)
    first_day: date = value("patent_opposition.first_grant", on=it.filed_on).value
    if published < first_day:
        since = in_words(first_day)
        message = (
            f"Seuls les brevets dont la délivrance est publiée depuis le {since} peuvent faire l'objet d'opposition."
        )
        return no(message, NINE_MONTHS.source)
    return None


def _holder(it: Statement) -> Finding | None:
    holders = it.filed.patent.holders
    if any(same_person(each, holder) for each in it.filed.opponents for holder in holders):
        return no("Le titulaire du brevet ne peut pas y faire opposition.", NOT_BY_HOLDER, ANYONE_ELSE)
    return None


def _late(it: Statement) -> Finding | None:
    if it.deadline is None or it.filed_on <= it.deadline.date:
        return None
    return Finding(False, f"Le délai d'opposition a expiré le {in_words(it.deadline.date)}.", it.deadline.because)


def _identity(it: Statement) -> Finding | None:
    if it.filed.opponents and all(each.name.strip() for each in it.filed.opponents):
        return None
    return no("Donnez l'identité de chaque opposant.", IDENTITY, IN_THE_PERIOD, field="opponents")


def _references(it: Statement) -> Finding | None:
    if it.filed.patent.number.strip():
        return None
    return no("Indiquez le numéro du brevet contesté.", REFERENCES, IN_THE_PERIOD, field="patent.number")


def _grounds(it: Statement) -> Finding | None:
    if not it.filed.grounds:
        return no("Choisissez au moins un motif d'opposition.", GROUNDS, STATEMENT, field="grounds")
    if len(unfounded(it.filed)) == len(it.filed.grounds):
        message = "Exposez, pour un motif au moins, les faits que vous invoquez."
        return no(message, STATEMENT, ONE_GROUND, field="grounds")
    return None


def _scope(it: Statement) -> Finding | None:
    count = it.filed.patent.claims
    wrong = [number for number in it.filed.claims if not 1 <= number <= count]
    if not wrong:
        return None
    return no(f"Le brevet a {count} revendications : la revendication {wrong[0]} n'en est pas.", SCOPE, field="claims")


def _fee(it: Statement) -> Finding | None:
    if it.paid_on is not None and (it.deadline is None or it.paid_on <= it.deadline.date):
        return None
    return no("Payez la redevance d'opposition dans le délai de neuf mois.", FEE, IN_THE_PERIOD, field="fee")


def _agent(it: Statement) -> Finding | None:
    opponents, agent = it.filed.opponents, it.filed.representative
    if professional(agent):
        return None
    if len(opponents) > 1:
        message = "Opposants ensemble, constituez un mandataire commun, conseil en propriété industrielle ou avocat."
        return no(message, TOGETHER, AGENT, field="representative")
    if outside_eea(opponents):
        message = "Établi hors de l'Espace économique européen, l'opposant doit constituer un mandataire habilité."
        return no(message, OUTSIDE, field="representative")
    if agent is not None:
        message = "Le mandataire doit être conseil en propriété industrielle, avocat ou autre personne habilitée."
        return no(message, AGENT, R612_2_ESTABLISHED, field="representative")
    return None


def _power(it: Statement) -> Finding | None:
    if not power_missing(it.filed.representative):
        return None
    message = "Joignez le pouvoir du mandataire : il peut encore être remis dans le délai que l'institut fixe."
    return to_regularise(message, POWER, ONLY_POWER, field="representative.power")


_CHECKS: tuple[Callable[[Statement], Finding | None], ...] = (
    _title, _holder, _late, _identity, _references, _grounds, _scope, _fee, _agent, _power,
)  # fmt: skip
_FROM_THE_START = (_title, _holder, _late)


def defects(it: Statement | None) -> tuple[Finding, ...]:
    """What makes the opposition inadmissible; only a missing power may be mended once the nine months are over."""
    found = (check(it) for check in _CHECKS) if it is not None else ()
    return tuple(finding for finding in found if finding is not None)


def unfounded(filed: o.OppositionFiled) -> tuple[o.GroundKind, ...]:
    """The grounds that no statement supports: deemed unfounded if another one is supported."""
    return tuple(ground.kind for ground in filed.grounds if not ground.facts.strip())


def received(act: o.OppositionFiled, dossier: Dossier, on: date) -> Iterable[Finding]:
    """An opposition is received whatever it lacks: what would make it inadmissible is said at once."""
    for finding in defects(Statement(act, on)):
        yield to_regularise(finding.message, *(reason.source for reason in finding.because), field=finding.field)
    if 0 < len(unfounded(act)) < len(act.grounds):
        yield advice("Un motif sans faits à l'appui sera réputé non fondé.", UNFOUNDED, field="grounds")


def not_late(dossier: Dossier, on: date) -> Finding | None:
    """An opposition may be completed or extended until the end of the nine months."""
    it = statement(dossier)
    if it is None or it.deadline is None or on <= it.deadline.date:
        return None
    message = (
        f"Le délai d'opposition a expiré le {in_words(it.deadline.date)} : seuls des faits et des pièces peuvent "
        "encore être produits, avec vos observations."
    )
    return no(message, LOCKED, *(one.source for one in it.deadline.because))


def irregular(dossier: Dossier, on: date) -> Finding | None:
    """There are irregularities to notify, which the opponent may no longer mend by himself."""
    it = statement(dossier)
    found = defects(it)
    if it is None or not found:
        return no("L'opposition est recevable : il n'y a rien à notifier.", ONE_GROUND)
    if any(check(it) for check in _FROM_THE_START) or it.deadline is None or on > it.deadline.date:
        return None
    message = f"L'opposant peut encore compléter son opposition jusqu'au {in_words(it.deadline.date)} inclus."
    return no(message, IN_THE_PERIOD, NINE_MONTHS.source)


CONTEST = set_by_office(
    "contest_inadmissibility",
    "Contester l'irrecevabilité ou remettre le pouvoir",
    CONTESTATION,
    o.IrregularitiesNotified,
    "opponent",
    "contest_inadmissibility",
    "L'opposition est déclarée irrecevable.",
    "irregular",
)


def admissible(act: o.OppositionAdmitted, dossier: Dossier, on: date) -> Iterator[Finding]:
    """No defect stands, or the office holds the opponent's observations founded and says why."""
    founded = dossier.has(o.InadmissibilityContested) and act.observations.strip()
    for finding in defects(statement(dossier)):
        if not founded or finding.severity == "regularisable":
            yield no(finding.message, *(reason.source for reason in finding.because), field=finding.field)


def admit(act: o.OppositionAdmitted, dossier: Dossier, on: date) -> Events:
    """The grounds without a statement are deemed unfounded."""
    it = statement(dossier)
    assert it is not None
    return (replace(act, unfounded=unfounded(it.filed)),)


def still_irregular(dossier: Dossier, on: date) -> Finding | None:
    if defects(statement(dossier)):
        return None
    return no("L'irrégularité est levée : constatez la recevabilité.", DECLARED, INADMISSIBLE)


def power_is_asked(act: o.PowerProvided, dossier: Dossier, on: date) -> Iterator[Finding]:
    it = statement(dossier)
    if it is not None and it.filed.representative is None:
        yield no("Aucun mandataire n'est désigné : un pouvoir ne peut pas en tenir lieu.", ONLY_POWER, field="power")
