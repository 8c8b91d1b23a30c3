"""Who works at the office, on which files, and who may sign which act, under which delegation (R. 411-2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from guichet.law.answers import Finding
from guichet.law.attorneys.governance import DELEGATES, HEADS, may_sign
from guichet.law.attorneys.governance import Delegation as ByLaw
from guichet.law.saying import no, yes
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import Role, StaffRole, User
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.models import Deed
from guichet.office.staff import scope
from guichet.office.staff.models import Directorship, SignatureDelegation
from guichet.office.toolbox import clock

OFFICE = "office"
"""Holder of the office's own trail: who was appointed, dismissed, given a signature."""
UNDER = "delegation:"
AUTOMATIC = "Lettre établie automatiquement par l'office : aucune personne ne l'a signée."


@dataclass(frozen=True)
class Signing:
    """Whether an act may be signed, and why (not). under: what the ledger records; empty for the director general."""

    finding: Finding
    under: str = ""


@dataclass(frozen=True)
class Signatory:
    """Who signed an act, as the act says it. formula: empty when the director general signed himself."""

    name: str
    quality: str
    formula: str = ""
    reference: str = ""

    @property
    def lines(self) -> list[str]:
        """The lines at the foot of a letter."""
        decision = f"Délégation de signature : {self.reference}" if self.reference else ""
        return [line for line in (self.formula, self.name, self.quality, decision) if line]


def members() -> QuerySet[User]:
    """The staff with their roles, by name."""
    roles = Prefetch("staff_roles", StaffRole.objects.order_by("role"))
    found = User.objects.filter(staff_roles__isnull=False).distinct().prefetch_related(roles)
    return found.order_by("last_name", "first_name", "pk")


def member(public_id: UUID) -> User | None:
    """A person who has, or once had, something to do at the office."""
    known = Q(staff_roles__isnull=False) | Q(signatures__isnull=False) | Q(directorships__isnull=False)
    return User.objects.filter(known, public_id=public_id).distinct().first()


def trail() -> QuerySet[Deed]:
    """What was done about people and signatures, the last first."""
    return organisations.deeds(OFFICE)


def kinds_examined(user: User) -> frozenset[str] | None:
    """The kinds of files that this person works on; None for all of them. One query.

    Only an examiner by right is held to them: whoever also keeps the register, or audits, reads every kind.
    """
    held = dict(StaffRole.objects.filter(user=user).values_list("role", "rights"))
    if Role.EXAMINER not in held or not held[Role.EXAMINER] or held.keys() & {Role.REGISTER_CLERK, Role.AUDITOR}:
        return None
    return frozenset(held[Role.EXAMINER])


def examines(user: User, kind: str) -> bool:
    """Whether this person is an examiner of this kind of files. One query."""
    rights = StaffRole.objects.filter(user=user, role=Role.EXAMINER).values_list("rights", flat=True).first()
    return rights is not None and (not rights or kind in rights)


def director(on: date | None = None) -> Directorship | None:
    """Who directs the office that day, today by default."""
    on = on or clock.today()
    in_office = Directorship.objects.filter(since__lte=on).filter(Q(until=None) | Q(until__gte=on))
    return in_office.select_related("user").order_by("-since", "-pk").first()


def delegations() -> QuerySet[SignatureDelegation]:
    """Every delegation, the last recorded first."""
    return SignatureDelegation.objects.select_related("agent", "given_by__user").order_by("-recorded_at", "-pk")


def in_force(at: datetime | None = None) -> QuerySet[SignatureDelegation]:
    """The delegations in force at an instant: published, begun, not ended, by a director general still in office."""
    at = at or clock.now()
    on = at.astimezone(clock.PARIS).date()
    dated = delegations().filter(since__lte=on, published_on__lte=on).filter(Q(until=None) | Q(until__gte=on))
    standing = dated.filter(Q(ended_at=None) | Q(ended_at__gt=at))
    return standing.filter(Q(given_by__until=None) | Q(given_by__until__gte=on))


def signing(user: User, *, act: str, stream: str, at: datetime | None = None) -> Signing:
    """Whether this person may sign this act on this file now, under which delegation (R. 411-2, al. 5)."""
    at = at or clock.now()
    on = at.astimezone(clock.PARIS).date()
    head = director(on)
    if head and head.user_id == user.pk:
        return Signing(yes("Le directeur général signe lui-même.", HEADS))
    kind = scope.kind_of(stream)
    held = [one for one in in_force(at).filter(agent=user) if not one.acts or act in one.acts]
    finding = may_sign(user.full_name, kind, on, tuple(_by_law(one) for one in held))
    if not finding.allowed:
        return Signing(no(_missing(finding.message, act), DELEGATES, HEADS))
    chosen = next(one for one in held if not one.kinds or kind in one.kinds)
    return Signing(finding, f"{UNDER}{chosen.public_id}")


def signatory(actor: str, authority: str, at: datetime) -> Signatory | None:
    """Who signed an act that the ledger holds. None for acts of the office itself, and those before delegations."""
    if authority.startswith(UNDER):
        found = _delegation(authority.removeprefix(UNDER))
        return _delegate(found) if found else None
    person = accounts.by_actor(actor) if actor.startswith("staff:") else None
    head = director(at.astimezone(clock.PARIS).date()) if person else None
    if person and head and head.user_id == person.pk:
        return Signatory(person.full_name, head.title)
    return None


def signature(actor: str, authority: str, at: datetime) -> list[str]:
    """The lines at the foot of a letter; empty where an agent acted before delegations were recorded."""
    found = signatory(actor, authority, at)
    if found:
        return found.lines
    return [] if actor.startswith("staff:") else [AUTOMATIC]


def delegation(public_id: UUID) -> SignatureDelegation | None:
    return delegations().filter(public_id=public_id).first()


def _delegation(public_id: str) -> SignatureDelegation | None:
    try:
        return delegation(UUID(public_id))
    except ValueError:
        return None


def _delegate(found: SignatureDelegation) -> Signatory:
    chief = found.given_by.title
    article = "la" if chief.lower().startswith("directrice") else "le"
    formula = f"Pour {article} {chief[0].lower()}{chief[1:]} et par délégation,"
    return Signatory(found.agent.full_name, found.quality, formula, found.reference)


def _by_law(one: SignatureDelegation) -> ByLaw:
    return ByLaw(one.agent.full_name, one.reference, tuple(one.kinds) or ("*",), one.since, one.until)


def _missing(message: str, act: str) -> str:
    label = scope.SIGNED.get(act, act)
    return f"{message} L'acte « {label} » se signe par le directeur général, ou par délégation publiée."
