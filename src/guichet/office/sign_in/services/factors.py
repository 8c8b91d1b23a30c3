"""Second factors: added, shown, removed; recovery codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from guichet.office.accounts.models import User
from guichet.office.sign_in import codes, letters, queries, safe, webauthn
from guichet.office.sign_in.models import Authenticator, RecoveryCode, SecurityKey
from guichet.office.sign_in.services.sessions import end_sessions
from guichet.office.toolbox.clock import of_the_world

MOST = 10


class Refused(Exception):
    """Why the factor cannot be added, in French."""


@transaction.atomic
def add_authenticator(*, user: User, name: str, secret: str, typed: str, at: datetime) -> list[str]:
    """Add an application whose code was typed; recovery codes to show when it is the first factor. Raises Refused."""
    is_first = _lock_and_count(user)
    step = codes.accepted_step(secret, typed, at=of_the_world(), after=0)
    if step is None:
        raise Refused("Ce code ne correspond pas. Vérifiez l'heure de votre appareil, puis saisissez le code affiché.")
    Authenticator.objects.create(
        user=user, name=name, sealed_secret=safe.seal(secret), last_step=step, added_at=at, last_used_at=at
    )
    letters.factor_added(user, kind="une application d'authentification", name=name, at=at)
    return _new_codes(user) if is_first else []


@transaction.atomic
def add_security_key(*, user: User, name: str, state: Mapping[str, Any], answer: str, at: datetime) -> list[str]:
    """Add the key that signed this answer; the recovery codes to show when it is the first factor. Raises Refused."""
    is_first = _lock_and_count(user)
    try:
        proof = webauthn.new_key(state, answer)
        with transaction.atomic():
            SecurityKey.objects.create(
                user=user, name=name, credential_id=proof.credential_id, credential=proof.credential,
                sign_count=proof.sign_count, added_at=at, last_used_at=at,
            )  # fmt: skip
    except (webauthn.Refused, IntegrityError):
        raise Refused("La clé n'a pas été reconnue, ou elle est déjà enregistrée. Recommencez.") from None
    letters.factor_added(user, kind="une clé de sécurité", name=name, at=at)
    return _new_codes(user) if is_first else []


@transaction.atomic
def show_code(*, user: User, typed: str, at: datetime) -> bool:
    """Whether this is the code that one of the person's applications shows; each code is accepted once.

    A telephone knows the world's time only, which the demonstration's clock does not move.

    The rows are locked: of two requests with the same code, the second finds its interval used.
    """
    for one in Authenticator.objects.select_for_update().filter(user=user).order_by("pk"):
        try:
            secret = safe.unseal(one.sealed_secret)
        except safe.Unreadable:
            continue
        step = codes.accepted_step(secret, typed, at=of_the_world(), after=one.last_step)
        if step is not None:
            one.last_step, one.last_used_at = step, at
            one.save(update_fields=["last_step", "last_used_at"])
            return True
    return False


@transaction.atomic
def show_key(*, user: User, state: Mapping[str, Any], answer: str, at: datetime) -> bool:
    """Whether one of the person's keys signed this answer. A counter that goes backwards betrays a copy: refused."""
    held = {bytes(one.credential_id): one for one in SecurityKey.objects.select_for_update().filter(user=user)}
    try:
        proof = webauthn.key_shown(state, answer, [bytes(one.credential) for one in held.values()])
    except webauthn.Refused:
        return False
    key = held[proof.credential_id]
    if (proof.sign_count or key.sign_count) and proof.sign_count <= key.sign_count:
        return False
    key.sign_count, key.last_used_at = proof.sign_count, at
    key.save(update_fields=["sign_count", "last_used_at"])
    return True


@transaction.atomic
def use_recovery_code(*, user: User, typed: str, at: datetime) -> bool:
    """Whether this is a recovery code still unused; it is used up, in one statement, and the person is told."""
    found = RecoveryCode.objects.filter(user=user, digest=codes.digest(typed), used_at=None).update(used_at=at)
    if found:
        letters.recovery_code_used(user, left=queries.recovery_codes_left(user), at=at)
    return bool(found)


@transaction.atomic
def renew_recovery_codes(*, user: User, at: datetime) -> list[str]:
    """Ten new codes, shown this once; the old ones are void."""
    User.objects.select_for_update().get(pk=user.pk)
    letters.recovery_codes_renewed(user, at=at)
    return _new_codes(user)


@transaction.atomic
def remove(*, user: User, public_id: UUID | str, at: datetime) -> str:
    """Remove a factor; its name, empty when the person has none such. The last one takes the recovery codes along."""
    User.objects.select_for_update().get(pk=user.pk)
    factor = queries.factor(user, public_id)
    if factor is None:
        return ""
    factor.delete()
    if not queries.has_second_factor(user):
        RecoveryCode.objects.filter(user=user).delete()
    kind = "une application d'authentification" if isinstance(factor, Authenticator) else "une clé de sécurité"
    letters.factor_removed(user, kind=kind, name=factor.name, at=at)
    return factor.name


@transaction.atomic
def remove_all(*, user: User, at: datetime) -> int:
    """Remove every factor and code of someone who lost them, end every session, tell the person; how many factors.

    The password is still to be proved. The caller has verified who asks.
    """
    User.objects.select_for_update().get(pk=user.pk)
    held = [*queries.authenticators(user), *queries.security_keys(user)]
    for factor in held:
        factor.delete()
    RecoveryCode.objects.filter(user=user).delete()
    if held:
        end_sessions(user=user, at=at)
        letters.factors_reset(user, at=at)
    return len(held)


def _lock_and_count(user: User) -> bool:
    """Whether the factor to come is the first; the account is locked until the end of the transaction."""
    User.objects.select_for_update().get(pk=user.pk)
    held = queries.authenticators(user).count() + queries.security_keys(user).count()
    if held >= MOST:
        raise Refused(f"Un compte porte au plus {MOST} applications et clés : retirez-en une d'abord.")
    return held == 0


def _new_codes(user: User) -> list[str]:
    fresh = codes.new_recovery_codes()
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=codes.digest(code)) for code in fresh)
    return fresh
