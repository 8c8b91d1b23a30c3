"""Appointing, dismissing, delegating the signature. Each change is one transaction and leaves its trace.

Changes of roles wait for one another: the rows of the administrators are locked first, in the order of their keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from guichet.law.answers import Refused
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import Role, StaffRole, User
from guichet.office.ledger import queries as ledger
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.services import note
from guichet.office.sign_in.services import sessions
from guichet.office.staff import queries, scope
from guichet.office.staff.models import Directorship, SignatureDelegation
from guichet.office.toolbox import clock, security_log

AUTOMATIC = "office:"


class NotThis(Exception):
    """What was asked cannot be; the message says why, in French."""


@transaction.atomic
def appoint(*, user: User, role: str, by: str, at: datetime, rights: Iterable[str] = ()) -> StaffRole:
    """Give a person a role at the office; harmless when it is held already. Raises NotThis.

    An account that works at the office acts as staff everywhere: one that acts for an organisation is not appointed.
    """
    if role not in Role.values:
        raise NotThis(f"Rôle inconnu : « {role} ». Rôles : {', '.join(Role.values)}.")
    if not user.is_active:
        raise NotThis("Ce compte n'est pas activé.")
    if organisations.of_user(user).exists():
        raise NotThis(
            "Ce compte est rattaché à une organisation. Un agent travaille à l'office depuis un compte à part : "
            "demandez-lui d'en créer un autre."
        )
    if not accounts.is_staff_member(user) and ledger.has_acted(accounts.account_actor(user)):
        raise NotThis(
            "Ce compte a déjà déposé, payé ou agi sur des dossiers : nul n'examine les siens. Demandez à cette "
            "personne d'ouvrir un autre compte pour son travail à l'office."
        )
    kinds = _known_kinds(rights) if role == Role.EXAMINER else []
    held, is_new = StaffRole.objects.get_or_create(user=user, role=role, defaults={"rights": kinds})
    if is_new:
        _note("staff.appointed", user, by, at, f"{role} {scope.told_kinds(kinds)}" if kinds else role)
    return held


@transaction.atomic
def restrict(*, user: User, rights: Iterable[str], by: str, at: datetime) -> None:
    """Say which kinds of files an examiner examines; none: all of them. Raises NotThis."""
    held = StaffRole.objects.select_for_update().filter(user=user, role=Role.EXAMINER).first()
    if held is None:
        raise NotThis("Cette personne n'est pas examinateur.")
    kinds = _known_kinds(rights)
    if kinds != held.rights:
        held.rights = kinds
        held.save(update_fields=["rights"])
        _note("staff.rights", user, by, at, scope.told_kinds(kinds))


@transaction.atomic
def dismiss(*, user: User, role: str, by: str, at: datetime) -> None:
    """Take a role away; effective at the next page. The last administrator stays. Raises NotThis.

    1. Lock the administrators' rows: a second dismissal waits here, then counts those who are left.
    2. Refuse when nobody else would administer.
    3. Without any role left, the delegations of signature end too.
    """
    left = list(
        StaffRole.objects.select_for_update().filter(role=Role.ADMINISTRATOR, user__is_active=True).order_by("pk")
    )
    if role == Role.ADMINISTRATOR and not [one for one in left if one.user_id != user.pk]:
        raise NotThis("C'est le dernier administrateur : nommez-en d'abord un autre.")
    gone, _ = StaffRole.objects.filter(user=user, role=role).delete()
    if not gone:
        return
    _note("staff.dismissed", user, by, at, role)
    if not StaffRole.objects.filter(user=user).exists():
        for one in SignatureDelegation.objects.filter(agent=user, ended_at=None):
            end_delegation(delegation=one, by=by, at=at)


@transaction.atomic
def end_sessions(*, user: User, by: str, at: datetime) -> int:
    """Close every session of this person; how many."""
    count = sessions.end_sessions(user=user, at=at)
    security_log.note("session_revoked", account=accounts.account_actor(user), how="administrator")
    note(holder=queries.OFFICE, by=by, what="staff.sessions_ended", at=at, subject=accounts.account_actor(user))
    return count


@transaction.atomic
def install_director(*, user: User, title: str, reference: str, since: date, by: str, at: datetime) -> Directorship:
    """Record who directs the office from a day on; the predecessor's time, and what he delegated, end the day before.

    A second installation waits here, then finds the first as its predecessor. Raises NotThis.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", ["staff.director"])
    before = Directorship.objects.select_for_update().filter(until=None).first()
    if before and since <= before.since:
        raise NotThis(f"Le prédécesseur est en fonctions depuis le {before.since:%d/%m/%Y} : choisissez un jour après.")
    if before:
        before.until = since - timedelta(days=1)
        before.save(update_fields=["until"])
    directs = Directorship.objects.create(user=user, title=title, reference=reference, since=since)
    _note("staff.director", user, by, at, f"{title}, {reference}")
    return directs


@transaction.atomic
def delegate(
    *, agent: User, quality: str, reference: str, since: date, published_on: date, by: str, at: datetime,
    until: date | None = None, kinds: Iterable[str] = (), acts: Iterable[str] = (),
) -> SignatureDelegation:  # fmt: skip
    """Record a delegation of signature by the director general to an agent of the office (R. 411-2). Raises NotThis."""
    head = queries.director(since)
    if head is None:
        raise NotThis("Personne ne dirige l'office ce jour-là : enregistrez d'abord le directeur général.")
    if not accounts.is_staff_member(agent):
        raise NotThis("La signature se délègue à un agent de l'office (R. 411-2) : donnez-lui d'abord un rôle.")
    unknown = set(acts) - set(scope.SIGNED)
    if unknown:
        raise NotThis(f"Actes inconnus : {', '.join(sorted(unknown))}.")
    if until and until < since:
        raise NotThis("La délégation prend fin après avoir commencé.")
    made = SignatureDelegation.objects.create(
        agent=agent, given_by=head, quality=quality, reference=reference, since=since, until=until,
        published_on=published_on, recorded_at=at, kinds=_known_kinds(kinds), acts=sorted(acts),
    )  # fmt: skip
    _note("staff.delegated", agent, by, at, reference)
    return made


@transaction.atomic
def end_delegation(*, delegation: SignatureDelegation, by: str, at: datetime) -> None:
    """Withdraw a delegation from now on; what was signed under it stays signed."""
    found = SignatureDelegation.objects.select_for_update().get(pk=delegation.pk)
    if found.ended_at is None:
        found.ended_at = at
        found.save(update_fields=["ended_at"])
        _note("staff.delegation_ended", found.agent, by, at, found.reference)


def signed_under(*, by: str, act: str, stream: str, at: datetime | None = None) -> str:
    """What the ledger must record as the authority of an act of the office. Raises Refused without a delegation.

    by: the actor. « office:… » is the office's own clockwork: nobody signs, and there is no authority.
    """
    if by.startswith(AUTOMATIC):
        return ""
    person = accounts.by_actor(by)
    if person is None:
        raise LookupError(f"{by} is nobody of the office")
    signing = queries.signing(person, act=act, stream=stream, at=at)
    if not signing.finding.allowed:
        raise Refused(signing.finding)
    return signing.under


def open_desk(*, director: User, delegates: dict[User, str], since: date, reference: str = "Décision n° 1") -> None:
    """A director general, and agents who may sign every act, by their quality. For demonstrations and tests.

    The agents must hold a role. Harmless when somebody directs already: the delegations are added.
    """
    at = clock.now()
    if queries.director(since) is None:
        install_director(
            user=director, title="Directeur général", reference="Décret de nomination", since=since, by="office:setup",
            at=at,
        )  # fmt: skip
    for agent, quality in delegates.items():
        delegate(
            agent=agent, quality=quality, reference=reference, since=since, published_on=since, by="office:setup", at=at
        )


def _known_kinds(kinds: Iterable[str]) -> list[str]:
    wanted = sorted(set(kinds))
    if unknown := [kind for kind in wanted if kind not in scope.KINDS]:
        raise NotThis(f"Natures de dossiers inconnues : {', '.join(unknown)}.")
    return wanted


def _note(what: str, about: User, by: str, at: datetime, detail: str) -> None:
    security_log.note("role_changed", account=accounts.account_actor(about), how=what)
    note(holder=queries.OFFICE, by=by, what=what, at=at, subject=accounts.account_actor(about), detail=detail)
