"""Periods before the court of appeal, each counted on its party's own day and residence (R. 411-21 to R. 411-43)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from guichet.law.answers import Deadline
from guichet.law.clocks import Clock, Started
from guichet.law.distance import Role, appeal_extension, extended
from guichet.law.dossier import Dossier
from guichet.law.general.appeal import DECISIONS, ONE_MONTH, last_day_to_appeal
from guichet.law.general.appeal_courts import Residence, residence, seat_of
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Event
from guichet.rights.general import appeal as a


def _limit(article: str, place: str, quote: str, since: str, *, months: int = 0, days: int = 0) -> TimeLimit:
    source = cite(article, place, quote)
    return TimeLimit(source, "appeal", months=months, days=days, since=since, title="appeals")


LAWYER_MONTH = _limit(
    "R. 411-26", "al. 2", "dans un délai d'un mois à compter de l'envoi de la lettre de notification",
    "de l'envoi de la lettre du greffe", months=1,
)  # fmt: skip
SERVICE_MONTH = _limit(
    "R. 411-26", "al. 3", "la signification doit être effectuée dans le mois de l'avis adressé par le greffe",
    "de l'avis du greffe", months=1,
)  # fmt: skip
LAWYER_DAYS = _limit(
    "R. 411-26", "al. 4", "dans un délai de quinze jours à compter de cette signification",
    "de la signification", days=15,
)  # fmt: skip
SUBMISSIONS = _limit(
    "R. 411-29", "al. 1", "dispose d'un délai de trois mois à compter de cet acte pour remettre ses conclusions",
    "de l'acte de recours", months=3,
)  # fmt: skip
DEFENCE = _limit(
    "R. 411-30", "al. 1", "d'un délai de trois mois à compter de la notification des conclusions du demandeur",
    "de la notification des conclusions du demandeur", months=3,
)  # fmt: skip
CROSS_DEFENCE = _limit(
    "R. 411-32", "al. 1", "d'un délai de trois mois à compter de la notification qui lui en est faite",
    "de la notification du recours incident", months=3,
)  # fmt: skip
FORCED = _limit(
    "R. 411-32", "al. 2", "d'un délai de trois mois à compter de la date à laquelle la demande d'intervention",
    "de la notification de la demande d'intervention", months=3,
)  # fmt: skip
VOLUNTARY = _limit(
    "R. 411-32", "al. 2", "du même délai à compter de son intervention volontaire", "de l'intervention", months=3
)
UNREPRESENTED = _limit(
    "R. 411-34", "al. 1", "elles sont signifiées au plus tard dans le mois suivant l'expiration des délais",
    "de l'expiration du délai pour conclure", months=1,
)  # fmt: skip
LAPSES = cite("R. 411-29", "al. 1", "A peine de caducité de l'acte de recours, relevée d'office")
BARRED = cite("R. 411-30", "al. 1", "à peine d'irrecevabilité relevée d'office")

FIFTEEN_DAYS = Undecided(
    question="Les quinze jours pour constituer avocat après la signification sont-ils augmentés par la distance ?",
    default="Oui, comme les autres délais de R. 411-26.",
    why="R. 411-43 augmente « les délais prévus » par R. 411-26 sans distinguer, mais de mois entiers.",
    articles=("R. 411-43", "R. 411-26"),
    safe="Non : quinze jours sans augmentation.",
)
FILED_TOO_EARLY = Undecided(
    question="De quel jour court le mois pour signifier les conclusions à une partie sans avocat ?",
    default="De l'expiration du délai pour conclure, distance comprise, au jour prorogé.",
    why="R. 411-34 compte de « l'expiration des délais prévus à ces articles ».",
    articles=("R. 411-34", "R. 411-43"),
)


def lodged(dossier: Dossier) -> a.AppealLodged | None:
    return dossier.last(a.AppealLodged)


def decision(dossier: Dossier) -> a.DecisionRecorded | None:
    return dossier.first(a.DecisionRecorded)


def where(party: a.DecisionParty) -> Residence:
    return residence(party.country, party.department)


def people(dossier: Dossier) -> Mapping[str, a.DecisionParty]:
    """Everyone whom the file names, by name."""
    first, appeal = decision(dossier), lodged(dossier)
    found = {party.name: party for party in first.parties} if first else {}
    told: tuple[type[Event], ...] = (a.PartyTold, a.SubmissionsFiled, a.SubmissionsNotified, a.Intervened)
    for happened in dossier.in_order(*told):
        party = getattr(happened.event, "party")  # noqa: B009 - each of them has one
        found.setdefault(party.name, party)
    if appeal is not None:
        found[appeal.appellant.name] = appeal.appellant
    return found


def _seat(dossier: Dossier) -> str:
    appeal = lodged(dossier)
    return seat_of(appeal.court) if appeal else "FR"


def counted(limit: TimeLimit, started: date, name: str, role: Role, dossier: Dossier) -> Deadline:
    """The last day for this party, with what the distance adds."""
    country = where(people(dossier).get(name, a.DecisionParty(name))).country
    more = appeal_extension(limit.source.article, court=_seat(dossier), residence=country, role=role)
    return extended(limit, more).expires(started)


def notified(dossier: Dossier) -> dict[str, date]:
    """The parties whose period to appeal runs, with the day of their letter."""
    first = decision(dossier)
    if first is None:
        return {}
    needed = DECISIONS[first.kind].mentions
    return {one.party: on for on, one in dossier.dated(a.DecisionNotified) if one.complete or not needed}


def window(name: str, dossier: Dossier, started: date) -> Deadline | None:
    """The last day on which this party may appeal."""
    first, party = decision(dossier), people(dossier).get(name)
    return last_day_to_appeal(first.kind, started, where(party)) if first and party else None


def represented(dossier: Dossier) -> set[str]:
    return {each.party for each in dossier.all(a.LawyerAppointed)}


def _waiting(found: Mapping[str, date], dossier: Dossier) -> dict[str, date]:
    gone = represented(dossier)
    return {name: day for name, day in found.items() if name not in gone}


def submissions_deadline(dossier: Dossier) -> Deadline | None:
    """The appellant's last day for his triple duty: registry, office, proof."""
    appeal = lodged(dossier)
    if appeal is None:
        return None
    return counted(SUBMISSIONS, appeal.lodged_on, appeal.appellant.name, "claimant", dossier)


def _notified_to(dossier: Dossier, *, cross: bool) -> dict[str, date]:
    appeal = lodged(dossier)
    told = [each for each in dossier.all(a.SubmissionsNotified) if each.by_cross_appeal == cross]
    found = {each.party.name: each.notified_on for each in reversed(told)}
    if appeal is not None and not cross:
        found.pop(appeal.appellant.name, None)
    return found


def _interventions(dossier: Dossier, *, forced: bool) -> dict[str, date]:
    return {each.party.name: each.intervened_on for each in dossier.all(a.Intervened) if each.forced == forced}


_OF_ROLE: Mapping[a.Role, tuple[TimeLimit, Role]] = {
    "defendant": (DEFENCE, "defendant"),
    "cross_defendant": (CROSS_DEFENCE, "defendant"),
    "forced_intervener": (FORCED, "forced_intervener"),
    "voluntary_intervener": (VOLUNTARY, "voluntary_intervener"),
}


def _starts(role: a.Role, dossier: Dossier) -> dict[str, date]:
    """Those who answer in this role, each with the day from which its period runs."""
    if role in ("defendant", "cross_defendant"):
        return _notified_to(dossier, cross=role == "cross_defendant")
    return _interventions(dossier, forced=role == "forced_intervener")


def answer_deadline(role: a.Role, name: str, dossier: Dossier) -> Deadline | None:
    """The last day for the submissions of this party, by its role."""
    if role == "appellant":
        return submissions_deadline(dossier)
    limit, whose = _OF_ROLE[role]
    started = _starts(role, dossier).get(name)
    return counted(limit, started, name, whose, dossier) if started else None


def _service_of_submissions(name: str, dossier: Dossier, started: date) -> Deadline | None:
    """A month after the end of the period in which this party had to file its submissions."""
    filed = next((each for each in dossier.all(a.SubmissionsFiled) if each.party.name == name), None)
    until = answer_deadline(filed.role, name, dossier) if filed else None
    return UNREPRESENTED.expires(until.date) if until else None


def _filed(dossier: Dossier, role: a.Role) -> set[str]:
    return {each.party.name for each in dossier.all(a.SubmissionsFiled) if each.role == role}


def _per_party(
    identifier: str,
    label: str,
    limit: TimeLimit,
    role: Role,
    starts: Callable[[Dossier], Started],
    consequence: str,
    act: str,
) -> Clock:
    return Clock(
        identifier,
        label,
        limit,
        starts,
        "party",
        act,
        consequence,
        a.BEFORE_COURT,
        limit_one=lambda name, dossier, started: counted(limit, started, name, role, dossier),
    )


def clocks() -> Iterator[Clock]:
    """The window to appeal, what brings the parties before the court, their submissions."""
    yield Clock(
        "appeal", "Former un recours", ONE_MONTH, notified, "party", "", "La décision est présumée définitive.",
        ("decided",), limit_one=window,
    )  # fmt: skip
    yield from _appearing()
    yield Clock(
        "submissions", "Conclure : greffe, lettre recommandée à l'institut et sa justification",
        lambda dossier, started: submissions_deadline(dossier), _submissions_awaited,
        "party", "record_submissions", "L'acte de recours est caduc.", a.BEFORE_COURT, of=SUBMISSIONS.source,
    )  # fmt: skip
    yield from (_answering(*each) for each in _ANSWERS)
    yield Clock(
        "serve_submissions", "Signifier les conclusions aux parties sans avocat", UNREPRESENTED,
        _submissions_to_serve, "party", "record_submissions_notified",
        "Le recours est caduc, ou les conclusions sont irrecevables.", a.BEFORE_COURT,
        limit_one=_service_of_submissions,
    )  # fmt: skip


def _appearing() -> Iterator[Clock]:
    yield _per_party(
        "lawyer", "Constituer avocat après la lettre du greffe", LAWYER_MONTH, "defendant",
        lambda d: _waiting({each.party.name: each.sent_on for each in d.all(a.PartyTold)}, d),
        "Le greffe avise l'avocat du requérant, qui fait signifier le recours.", "record_lawyer",
    )  # fmt: skip
    yield _per_party(
        "service", "Faire signifier le recours", SERVICE_MONTH, "claimant", _unserved,
        "L'acte de recours est caduc.", "record_service",
    )  # fmt: skip
    yield _per_party(
        "lawyer_after_service", "Constituer avocat après la signification", LAWYER_DAYS, "defendant",
        lambda d: _waiting({each.party: each.served_on for each in d.all(a.AppealServed) if each.warns}, d),
        "L'arrêt peut être rendu au vu des seuls éléments de l'adversaire.", "record_lawyer",
    )  # fmt: skip


_ANSWERS: tuple[tuple[str, str, a.Role], ...] = (
    ("defence", "Conclure en défense", "defendant"),
    ("cross_defence", "Conclure sur le recours incident", "cross_defendant"),
    ("forced_intervention", "Conclure sur une intervention forcée", "forced_intervener"),
    ("voluntary_intervention", "Conclure sur une intervention volontaire", "voluntary_intervener"),
)


def _answering(identifier: str, label: str, role: a.Role) -> Clock:
    """The submissions of those who answer, each from its own day, until they are filed."""

    def starts(dossier: Dossier) -> dict[str, date]:
        return {name: day for name, day in _starts(role, dossier).items() if name not in _filed(dossier, role)}

    limit, whose = _OF_ROLE[role]
    act, lost = "record_submissions", "Les conclusions sont irrecevables."
    return _per_party(identifier, label, limit, whose, starts, lost, act)


def _submissions_awaited(dossier: Dossier) -> date | None:
    """The day of the appeal, until the appellant has done his three duties."""
    appeal = lodged(dossier)
    whole = [each for each in dossier.all(a.SubmissionsFiled) if each.role == "appellant" and each.sent_on]
    return None if appeal is None or any(each.proved_on for each in whole) else appeal.lodged_on


def _unserved(dossier: Dossier) -> dict[str, date]:
    """Those to whom the appeal is to be served, and has not been validly."""
    served = {each.party for each in dossier.all(a.AppealServed) if each.warns}
    alerts = {each.party: each.alerted_on for each in dossier.all(a.RegistryAlerted)}
    return {name: day for name, day in _waiting(alerts, dossier).items() if name not in served}


def _submissions_to_serve(dossier: Dossier) -> dict[str, date]:
    """Those who filed submissions which a party of the decision without a lawyer has not received."""
    first, appeal = decision(dossier), lodged(dossier)
    if first is None or appeal is None:
        return {}
    told = {(each.of or appeal.appellant.name, each.party.name) for each in dossier.all(a.SubmissionsNotified)}
    alone = {party.name for party in first.parties} - represented(dossier) - {appeal.appellant.name}
    filed = {each.party.name: each.filed_on for each in dossier.all(a.SubmissionsFiled)}
    return {name: day for name, day in filed.items() if any((name, other) not in told for other in alone - {name})}
