"""Whether the request is admissible: what it must hold, by when, what the office notifies, and what mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.fees import FeeUnknown
from guichet.law.general import adversarial as e
from guichet.law.rules import Events
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Source, Undecided
from guichet.rights.general import adversarial as a
from guichet.rights.parties import EEA, Party, Representative

WITHOUT_POWER = frozenset({"ip_attorney", "lawyer"})

OUTSIDE_EEA = Undecided(
    question="L'opposant, ou le demandeur en nullité, établi hors de l'Espace économique européen doit-il constituer "
    "un mandataire ?",
    default="Oui, dans les deux procédures.",
    why="R. 712-13 ne renvoie qu'au deuxième alinéa de R. 712-2 et ne dit rien de lui ; R. 716-2 renvoie à R. 712-2 "
    "tout entier, dont le troisième alinéa l'impose.",
    articles=("R. 712-13", "R. 716-2", "R. 712-2"),
)
FEWER_FEES = Undecided(
    question="Si la redevance n'est payée que pour une partie des droits invoqués, lesquels sont couverts ?",
    default="Les premiers dans l'ordre où ils sont invoqués ; les autres ne respectent pas les conditions.",
    why="R. 411-17 compte une redevance par droit au-delà du premier, sans dire ce que devient un paiement partiel.",
    articles=("R. 411-17", "R. 712-14", "R. 712-15"),
)


def professional(agent: Representative | None) -> bool:
    """Whether it is an attorney established in the EEA, or one whom the code admits beside them (R. 712-2 al. 2)."""
    return agent is not None and agent.quality != "other" and agent.party.address.country in EEA


def defects(it: e.Request | None, law: e.Configuration) -> tuple[e.Defect, ...]:
    """Everything that the request lacks, of the whole or of one right."""
    if it is None:
        return ()
    checks = (_late, _identity, _references, _items, _rights, _statement, _fee, _agent, _power)
    found = [defect for check in checks for defect in check(it, law)]
    of_rights = [defect for position, right in enumerate(it.rights) for defect in _right(it, law, position, right)]
    return (*found, *law.own_defects(it), *of_rights)


def failing(it: e.Request, law: e.Configuration) -> tuple[str, ...]:
    """The rights that do not meet the conditions."""
    return tuple(dict.fromkeys(defect.right for defect in defects(it, law) if defect.right))


def fatal(it: e.Request | None, law: e.Configuration) -> tuple[e.Defect, ...]:
    """The defects that make the whole request inadmissible: those of the whole, or of every right."""
    if it is None:
        return ()
    found = defects(it, law)
    several_stand = law.partial and len(failing(it, law)) < len(it.rights)
    return tuple(defect for defect in found if not defect.right or not several_stand)


def _late(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    until = law.early(it)
    if until is not None and it.filed_on > until.date:
        message = f"Le délai pour agir a expiré le {in_words(until.date)}."
        yield e.Defect(message, law.words.inadmissible, "filed_on")


def _identity(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    if not it.filed.claimants or not all(each.name.strip() for each in it.filed.claimants):
        yield e.Defect("Donnez l'identité de qui forme la demande.", law.words.identity, "claimants")


def _references(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    if not it.mark.number.strip():
        yield e.Defect("Indiquez le numéro de la marque contestée.", law.words.references, "mark.number")


def _items(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    if not it.items:
        message = "Indiquez les produits ou services visés."
        yield e.Defect(message, law.words.items, "items", until=law.early(it))
    stranger = next((item for item in it.items if it.mark.goods_services and item not in it.mark.goods_services), None)
    if stranger is not None:
        message = f"« {stranger.term} » (classe {stranger.nice_class}) n'est pas un produit ou service de la marque."
        yield e.Defect(message, law.words.items, "items", until=law.early(it))


def _rights(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    if not it.rights and law.needs_rights(it):
        message = "Indiquez au moins un droit antérieur : son existence, sa nature, son origine et sa portée."
        yield e.Defect(message, law.words.rights, "rights", until=law.early(it))


def _statement(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    if not it.statement.strip() and law.needs_statement(it):
        yield e.Defect("Exposez vos moyens.", law.words.statement, "statement", until=law.late(it))


def _paid_by(it: e.Request, law: e.Configuration) -> int:
    until = law.early(it)
    return sum(cents for on, cents in it.paid if until is None or on <= until.date)


def fees_due(it: e.Request, law: e.Configuration) -> tuple[FeeDue, ...]:
    """What the request costs, by the day of its filing; nothing where nobody knows the amount."""
    try:
        return tuple(law.fees(it.invoked, it.filed_on))
    except FeeUnknown:
        return ()


def _fee(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    due = fees_due(it, law)
    if due and _paid_by(it, law) < due[0].amount_cents:
        yield e.Defect("Payez la redevance.", law.words.fee, "fee", until=law.early(it))


def _covered(it: e.Request, law: e.Configuration) -> int:
    """How many rights the payments cover."""
    due = fees_due(it, law)
    if not due or len(it.rights) < 2:
        return len(it.rights)
    try:
        first, second = law.fees(1, it.filed_on), law.fees(2, it.filed_on)
    except FeeUnknown:
        return len(it.rights)
    one = sum(fee.amount_cents for fee in first)
    further = sum(fee.amount_cents for fee in second) - one
    return 1 + max(0, _paid_by(it, law) - one) // further


def _agent(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    wrong = agent_missing(it.filed.claimants, it.representative, law.words)
    if wrong is not None:
        yield e.Defect(wrong[0], wrong[1], "representative", until=law.early(it))


def agent_missing(people: tuple[Party, ...], agent: Representative | None, words: e.Words) -> tuple[str, Source] | None:
    """What is wrong with how these persons are represented, and where the code says so."""
    if professional(agent):
        return None
    if len(people) > 1:
        return (
            "À plusieurs, constituez un mandataire commun, conseil en propriété industrielle ou avocat.",
            words.several,
        )
    if any(not each.in_eea for each in people):
        return "Hors de l'Espace économique européen, constituez un mandataire habilité.", words.outside
    if agent is not None:
        return (
            "Le mandataire doit être conseil en propriété industrielle, avocat ou autre personne admise.",
            words.agent,
        )
    return None


def _power(it: e.Request, law: e.Configuration) -> Iterator[e.Defect]:
    agent = it.representative
    if agent is not None and agent.quality not in WITHOUT_POWER and agent.power is None:
        yield e.Defect(
            "Joignez le pouvoir du mandataire.", law.words.power, "representative.power", until=law.power_until(it)
        )


def _right(it: e.Request, law: e.Configuration, position: int, right: a.EarlierRight) -> Iterator[e.Defect]:
    where, early, name = f"rights[{position}]", law.early(it), right.reference
    capacities, source = law.who_may.get(right.kind, ((), law.words.rights))
    if not name.strip():
        yield e.Defect(
            "Indiquez les références du droit.", law.words.rights, f"{where}.reference", f"#{position}", early
        )
    elif not capacities:
        yield e.Defect(
            f"Ce droit n'est pas de ceux que l'on peut invoquer ici : {name}.", source, f"{where}.kind", name
        )
    elif right.capacity not in capacities:
        message = f"Vous n'avez pas qualité pour invoquer ce droit : {name}."
        yield e.Defect(message, source, f"{where}.capacity", name)
    elif right.capacity == "exclusive_licensee" and right.pending:
        message = f"Le licencié exclusif ne peut invoquer qu'une marque enregistrée : {name} ne l'est pas encore."
        yield e.Defect(message, source, f"{where}.pending", name)
    if right.owner != it.rights[0].owner:
        message = f"Tous les droits invoqués doivent appartenir au même titulaire : {name} est à un autre."
        yield e.Defect(message, law.words.one_owner, f"{where}.owner", name)
    if law.needs_evidence and not right.evidence:
        message = f"Joignez les pièces qui établissent l'existence et la portée du droit invoqué : {name}."
        yield e.Defect(message, law.words.rights, f"{where}.evidence", name, law.late(it))
    if position and position >= _covered(it, law):
        yield e.Defect(f"Payez la redevance due pour {name}.", law.words.fee, "fee", name, early)


def received(act: a.Filed, dossier: Dossier, on: date) -> Iterator[Finding]:
    """A request is received whatever it lacks: what would make it inadmissible is said at once."""
    law = e.of(dossier)
    for defect in defects(e.opened(act, on), law):
        yield to_regularise(defect.message, defect.source, field=defect.field)
    yield from _told(act, law)
    references = [right.reference for right in act.rights]
    if len(set(references)) < len(references):
        yield no("Un même droit est invoqué deux fois.", law.words.rights, field="rights")


def _told(act: a.Filed, law: e.Configuration) -> Iterator[Finding]:
    """What is not for admissibility, but would lose the case."""
    for position, right in enumerate(act.rights):
        if right.capacity == "exclusive_licensee":
            message = f"Vérifiez que le contrat ne vous l'interdit pas : {right.reference}."
            yield advice(message, law.words.licensee, field=f"rights[{position}].capacity")
        if right.since is not None and act.mark.effect_date is not None and right.since >= act.mark.effect_date:
            message = f"{right.reference} n'est pas antérieur à la marque contestée."
            yield advice(message, law.words.earlier, field=f"rights[{position}].since")


def supplement(act: a.Supplemented, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Until the first day nothing is closed; until the second, only what supports the request may still come."""
    law, it = e.of(dossier), e.request(dossier)
    if it is None:
        return
    if law.mends:
        yield from _mended(act, dossier, it, on)
        return
    early, late = law.early(it), law.late(it)
    if late is not None and on > late.date:
        message = f"Le délai pour fournir ce qui manque a expiré le {in_words(late.date)}."
        yield Finding(False, message, late.because)
    elif early is not None and on > early.date and (act.rights or act.items):
        message = (
            f"Depuis le {in_words(early.date)} la portée est fixée : vous ne pouvez plus ajouter ni droits, "
            "ni produits ou services."
        )
        yield no(message, law.words.frozen, field="rights" if act.rights else "items")
    elif dossier.in_state("irregular"):
        message = "L'irrecevabilité est notifiée : vous pouvez seulement la contester."
        yield no(message, law.sources["defects_answered"])


def _mended(act: a.Supplemented, dossier: Dossier, it: e.Request, on: date) -> Iterator[Finding]:
    """After filing, only what is missing: no further ground, right, good or service."""
    law = e.of(dossier)
    if dossier.in_state("admitted"):
        message = "La demande est recevable : joignez vos pièces à vos observations."
        yield no(message, law.sources["supplemented"])
    if (act.rights and it.rights) or (act.items and it.items):
        message = "Après son dépôt, la demande ne peut pas être étendue à d'autres droits, produits ou services."
        yield no(message, law.words.frozen, field="rights" if act.rights else "items")
    deadline = contest_deadline(dossier)
    if deadline is not None and on > deadline.date:
        message = f"Le délai pour compléter la demande a expiré le {in_words(deadline.date)}."
        yield Finding(False, message, deadline.because)


def notifiable(dossier: Dossier, on: date) -> Finding | None:
    """There is a defect that the claimant may no longer mend by himself."""
    law, it = e.of(dossier), e.request(dossier)
    found = fatal(it, law)
    if not found:
        return no("Rien ne rend la demande irrecevable : constatez sa recevabilité.", law.words.founded)
    mendable = [defect for defect in found if defect.until is not None and on <= defect.until.date]
    if len(mendable) < len(found):
        return None
    last = max(defect.until.date for defect in mendable if defect.until)
    message = f"Ce qui manque peut encore être fourni jusqu'au {in_words(last)} inclus : {mendable[0].message}"
    return no(message, law.words.mended)


def inadmissible(dossier: Dossier, on: date) -> Finding | None:
    law = e.of(dossier)
    if fatal(e.request(dossier), law):
        return None
    return no("Rien ne rend plus la demande irrecevable : constatez sa recevabilité.", law.words.founded)


def admissible(act: a.Admitted, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Nothing makes it inadmissible, or the office holds founded what the claimant answered, and says why."""
    law = e.of(dossier)
    founded = dossier.has(law.events.defects_answered) and act.observations.strip()
    it = e.request(dossier)
    for defect in fatal(it, law):
        if not founded:
            yield no(defect.message, defect.source, field=defect.field)
    mendable = [each for each in defects(it, law) if each.right and each.until is not None and on <= each.until.date]
    if mendable and law.partial:
        until = max(each.until.date for each in mendable if each.until)
        message = f"Un droit peut encore être justifié jusqu'au {in_words(until)} : attendez pour en juger."
        yield no(message, law.words.mended)


def admit(act: a.Admitted, dossier: Dossier, on: date) -> Events:
    """The rights that do not meet the conditions are set aside."""
    it, law = e.request(dossier), e.of(dossier)
    assert it is not None
    return (replace(act, unfounded=failing(it, law) if law.partial else ()),)


def set_aside(dossier: Dossier) -> tuple[str, ...]:
    """The rights deemed unfounded when the request was admitted."""
    admitted = dossier.last(e.of(dossier).events.admitted)
    return admitted.unfounded if admitted else ()


def _months_given(dossier: Dossier, started: date) -> Deadline | None:
    law = e.of(dossier)
    notified = dossier.last(law.events.defects_notified)
    return law.contest.of(notified.months).expires(started) if notified else None


def contest_deadline(dossier: Dossier) -> Deadline | None:
    """The last day to answer the office; None while its letter has not reached the claimant."""
    served_on = dossier.served_on(e.of(dossier).events.defects_notified)
    return _months_given(dossier, served_on) if served_on else None


def clock(law: e.Configuration) -> Clock:
    """The period to answer the office's notification."""
    return Clock(
        "answer_defects",
        "Contester l'irrecevabilité ou fournir ce qui manque" if law.mends else "Contester l'irrecevabilité",
        _months_given,
        lambda dossier: dossier.served_on(law.events.defects_notified),
        law.claimant,
        "supplement" if law.mends else "answer_defects",
        "La demande est déclarée irrecevable.",
        ("irregular",),
        of=law.contest.source,
    )


def once_expired(dossier: Dossier, on: date) -> Finding | None:
    """Only once the claimant has had the whole period to answer."""
    deadline = contest_deadline(dossier)
    if deadline is None:
        return no("La notification n'est pas encore remise : le délai ne court pas.", e.of(dossier).contest.source)
    if on > deadline.date:
        return None
    return Finding(False, f"Un délai court jusqu'au {in_words(deadline.date)} inclus.", deadline.because)


def in_time(dossier: Dossier, on: date) -> Finding | None:
    deadline = contest_deadline(dossier)
    if deadline is None or on <= deadline.date:
        return None
    return Finding(False, f"Le délai pour répondre a expiré le {in_words(deadline.date)}.", deadline.because)


def months_allowed(act: a.DefectsNotified, dossier: Dossier, on: date) -> Iterable[Finding]:
    finding = e.of(dossier).contest.check(act.months)
    if not finding.allowed:
        yield finding
