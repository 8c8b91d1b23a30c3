"""The life of a mandate: given, accepted, revoked, replaced. Each act is one transaction, and tells both parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from guichet.law.answers import Because, Finding, Reason
from guichet.law.general.role_rules import ROLE_ACTS, RULES, Family, RoleAct
from guichet.law.saying import no
from guichet.law.sources import cite
from guichet.office.accounts.limits import Limit
from guichet.office.authority import facts, letters, loading
from guichet.office.authority.deciding import SPECIAL, is_standing, represented
from guichet.office.authority.models import Mandate
from guichet.office.organisations import services as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock
from guichet.rights.parties import Document

GIVING = Limit("representation.giving", most=20, minutes=60)
REPLACEMENT = cite("R. 718-5", "al. 4", "par un mandataire autre que celui mentionné dans le registre national")
RIGHTS: dict[Family, str] = {
    "trademark": "Marques",
    "design": "Dessins et modèles",
    "patent": "Brevets et certificats d'utilité",
    "spc": "Certificats complémentaires de protection",
    "topography": "Topographies de produits semi-conducteurs",
    "plant_variety": "Obtentions végétales",
    "geographical_indication": "Indications géographiques",
    "software": "Nantissements de logiciels",
    "appeal": "Recours contre les décisions de l'institut",
}
"""What a mandate may be given for; ``role_acts.WITHIN`` says what is under them."""


class MandateRefused(Exception):
    """What stands in the way, with the articles where the law does."""

    def __init__(self, message: str, because: Because = ()) -> None:
        super().__init__(message)
        self.message, self.because = message, because


@dataclass(frozen=True)
class Terms:
    """What is given to whom. acts: none for all ordinary ones. streams: none for every file."""

    quality: str
    rights: tuple[str, ...]
    since: date
    until: date | None = None
    acts: tuple[RoleAct, ...] = ()
    streams: tuple[str, ...] = ()
    procedure: str = ""
    country: str = "FR"
    number: str = ""
    mentions: tuple[str, ...] = ()
    power: Document | None = None
    special_power: Document | None = None
    replaces: Mandate | None = field(default=None, compare=False)


def party(holder: str) -> QuerySet[Mandate]:
    """The mandates of a principal or of a representative, the last given first."""
    return Mandate.objects.filter(Q(principal=holder) | Q(representative=holder)).order_by("-granted_at", "-pk")


def waiting(acting: Acting) -> QuerySet[Mandate]:
    """The mandates that this person was asked to accept, and has not."""
    return Mandate.objects.filter(invited=acting.user.email, accepted_at=None, revoked_at=None).order_by("granted_at")


def seen_by(acting: Acting, public_id: UUID) -> Mandate | None:
    """This mandate, for its parties and for whoever is asked to accept it."""
    row = Mandate.objects.filter(public_id=public_id).first()
    if row is None:
        return None
    is_asked = row.accepted_at is None and row.revoked_at is None and row.invited == acting.user.email
    return row if is_asked or acting.holder in (row.principal, row.representative) else None


def review(mandate: facts.Mandate) -> list[Finding]:
    """Why the law would refuse acts done under this mandate; empty when all those that it covers may be done."""
    if mandate.procedure and not mandate.procedure.startswith("trademark"):
        return [no("Le remplacement pour une seule procédure n'existe que pour les marques.", REPLACEMENT,
                   field="procedure")]  # fmt: skip
    found: dict[str, Finding] = {}
    for family, act in covered(mandate):
        finding = represented(mandate, family, act)
        if not finding.allowed and finding.message not in found:
            found[finding.message] = Finding(
                False, f"{finding.message} (Pour {ROLE_ACTS[act]}.)", finding.because, finding.field
            )
    return list(found.values())


def covered(mandate: facts.Mandate) -> list[tuple[Family, RoleAct]]:
    """Every act that the mandate is for; where acts are named, those that each right knows."""
    return [
        (family, act)
        for family in RIGHTS
        if family in mandate.rights
        for act in RULES[family]
        if (act in mandate.acts if mandate.acts else act not in SPECIAL)
    ]


@transaction.atomic
def grant(*, acting: Acting, invited: str, terms: Terms, at: datetime) -> Mandate:
    """The principal gives a mandate; nothing may be done under it until it is accepted. Raises MandateRefused.

    It writes to any address that is typed: so many in an hour, and no more.
    """
    if not GIVING.take(acting.actor):
        raise MandateRefused("Vous avez proposé beaucoup de mandats en peu de temps : réessayez dans une heure.")
    row = _written(terms, principal=acting.holder, invited=invited.strip().lower(), granted_by=acting.actor, at=at)
    _check(row, at)
    row.save()
    _note(row, "mandate.given", acting.actor, at)
    letters.mandate_given(row)
    return row


@transaction.atomic
def declare(*, acting: Acting, principal_name: str, principal_country: str, terms: Terms, at: datetime) -> Mandate:
    """The representative declares the mandate of a party without an account, for files that it holds for it."""
    row = _written(terms, principal_name=principal_name, granted_by=acting.actor, at=at)
    row.principal_country, row.representative = principal_country, acting.holder
    row.accepted_at, row.accepted_by = at, acting.actor
    _check(row, at)
    row.save()
    _note(row, "mandate.declared", acting.actor, at)
    return row


@transaction.atomic
def accept(*, mandate: Mandate, acting: Acting, number: str, mentions: Iterable[str], at: datetime) -> Mandate:
    """Whoever was asked accepts, for whom he or she acts. What it replaces ends at the same instant.

    Steps: lock the mandate; see that it still waits; look the professional up in the lists; accept; end the former.
    """
    row = Mandate.objects.select_for_update().get(pk=mandate.pk)
    if row.accepted_at is not None or row.revoked_at is not None:
        raise MandateRefused("Ce mandat n'attend plus de réponse.")
    if row.principal == acting.holder:
        raise MandateRefused("Le mandant et le mandataire sont deux personnes : agissez pour une autre organisation.")
    row.representative, row.accepted_at, row.accepted_by = acting.holder, at, acting.actor
    row.number, row.mentions = number.strip() or row.number, list(mentions) or row.mentions
    _check(row, at)
    row.save()
    _note(row, "mandate.accepted", acting.actor, at)
    letters.mandate_accepted(row)
    if row.replaces is not None and row.replaces.revoked_at is None:
        _revoke(row.replaces.pk, acting.actor, at)
    return row


@transaction.atomic
def revoke(*, mandate: Mandate, acting: Acting, at: datetime) -> Mandate:
    """Either party ends it, at once; before acceptance, the principal takes it back or the other declines it."""
    return _revoke(mandate.pk, acting.actor, at)


def _revoke(pk: int, by: str, at: datetime) -> Mandate:
    row = Mandate.objects.select_for_update().get(pk=pk)
    if row.revoked_at is not None:
        raise MandateRefused("Ce mandat est déjà révoqué.")
    row.revoked_at, row.revoked_by = at, by
    row.save(update_fields=["revoked_at", "revoked_by"])
    _note(row, "mandate.revoked", by, at)
    letters.mandate_revoked(row)
    return row


def as_facts(row: Mandate, at: datetime) -> facts.Mandate:
    """The mandate as the decision takes it, with what the office's list says then. One query at most."""
    return loading.of_rows([row], at)[0]


def notified(stream: str, mandates: Iterable[facts.Mandate], question: facts.Question) -> facts.Mandate | None:
    """Who receives the letters of a file: whoever replaces for this procedure, else the last that covers it.

    R. 718-5, last paragraph: he takes the place of the one in the register for the procedure that he engaged.
    """
    standing = [each for each in mandates if is_standing(each, question)]
    replacing = [each for each in standing if each.procedure == stream]
    named = [each for each in standing if stream in each.streams]
    general = [each for each in standing if not each.particular]
    return next((group[-1] for group in (replacing, named, general) if group), None)


def _written(terms: Terms, *, granted_by: str, at: datetime, **who: str) -> Mandate:
    if terms.until is not None and terms.until < max(terms.since, at.astimezone(clock.PARIS).date()):
        raise MandateRefused("Le dernier jour du mandat est déjà passé, ou précède le premier.")
    return Mandate(
        **who, quality=terms.quality, rights=list(terms.rights), acts=list(terms.acts), streams=list(terms.streams),
        procedure=terms.procedure, since=terms.since, until=terms.until, country=terms.country, number=terms.number,
        mentions=list(terms.mentions), power=_plain(terms.power), special_power=_plain(terms.special_power),
        replaces=terms.replaces, granted_at=at, granted_by=granted_by,
    )  # fmt: skip


def _plain(document: Document | None) -> dict[str, object] | None:
    return asdict(document) if document else None


def _check(row: Mandate, at: datetime) -> None:
    """Raises MandateRefused where the law would refuse what the mandate is for."""
    problems = review(as_facts(row, at))
    if problems:
        reasons: tuple[Reason, ...] = tuple(reason for finding in problems for reason in finding.because)
        raise MandateRefused(" ".join(finding.message for finding in problems), reasons)


def _note(row: Mandate, what: str, by: str, at: datetime) -> None:
    """In the trail of each party."""
    for holder in filter(None, dict.fromkeys((row.principal, row.representative))):
        organisations.note(holder=holder, by=by, what=what, at=at, subject=row.key, detail=row.reference)
