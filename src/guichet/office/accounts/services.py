"""What happens to an account: sign-up, activation, deletion, profile, roles of the staff."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import CASCADE, F

from guichet.office.accounts import addresses, letters, queries
from guichet.office.accounts.models import Role, SignUp, StaffRole, User
from guichet.office.toolbox import clock

ACTIVATION_PERIOD = timedelta(days=3)
"""User guide: « vous ne disposez que de 3 jours pour valider ce compte »."""
WARNED_BEFORE = timedelta(days=1)
PROFILE_FIELDS = (
    "civility", "last_name", "first_name", "mobile_phone", "office_phone",
    "country", "address", "address_complement", "postcode", "city",
)  # fmt: skip


@transaction.atomic
def sign_up(
    *, email: str, password: str, profile: dict[str, Any], at: datetime, entity: dict[str, Any] | None = None
) -> None:
    """Note that someone wants an account, to be activated within three days; says nothing of who has the address.

    The same work is done in each case: one hash, two reads, one write, one e-mail. entity: what is needed to create
    the organisation of which the person wishes to be an administrator, kept until then.
    """
    hashed = make_password(password)
    known, kept = queries.by_email(email), queries.reservation(email, at=at)
    owner = known or (kept.user if kept else None)
    if owner:
        User.objects.filter(pk=owner.pk).update(session_epoch=F("session_epoch"))  # one write, as in the other case
        if kept and not known:
            letters.address_reserved(kept)
        else:
            letters.already_has_account(owner)
        return
    asked = SignUp.objects.create(
        email=User.objects.normalize_email(email),
        password=hashed,
        profile={name: profile.get(name, "") for name in PROFILE_FIELDS},
        entity=entity,
        signed_up_at=at,
        due_at=at + ACTIVATION_PERIOD,
    )
    letters.activate_account(asked)


@transaction.atomic
def activate(*, sign_up: SignUp, at: datetime, new_password: str | None = None) -> User | None:
    """Open the account of a sign-up; None when its link no longer works.

    new_password: replaces the one typed at sign-up, which whoever reads the mailbox may never have known.
    1. Lock the address, then the sign-up. 2. See that nobody has the address. 3. Open the account; forget every
    sign-up of this address, whose links are then void.
    """
    addresses.lock(sign_up.email)
    asked = SignUp.objects.select_for_update().filter(pk=sign_up.pk, due_at__gte=at).first()
    if asked is None:
        return None
    taken = queries.is_taken(asked.email, at=at)
    SignUp.objects.filter(email=asked.email).delete()
    if taken:
        return None
    password = make_password(new_password) if new_password else asked.password
    return User.objects.create(email=asked.email, password=password, is_active=True, **asked.profile)


def send_activation_again(*, email: str) -> None:
    """To someone who lost a password before activating: the link of the last sign-up; nothing to a stranger."""
    asked = SignUp.objects.filter(email=User.objects.normalize_email(email), due_at__gte=clock.now())
    if last := asked.order_by("-signed_up_at", "-pk").first():
        letters.activate_account(last)


def warn_unactivated(now: datetime) -> int:
    """Tell, once, those whose last day to activate has begun; how many. Of several sign-ups, the last alone is told."""
    due = SignUp.objects.filter(warned_at=None, due_at__gte=now, due_at__lte=now + WARNED_BEFORE)
    return sum(_warn(pk, now) for pk in due.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _warn(pk: int, now: datetime) -> bool:
    asked = SignUp.objects.select_for_update().filter(pk=pk, warned_at=None).first()
    if asked is None:
        return False
    asked.warned_at = now
    asked.save(update_fields=["warned_at"])
    if SignUp.objects.filter(email=asked.email, signed_up_at__gt=asked.signed_up_at).exists():
        return False
    letters.activation_ends(asked)
    return True


def delete_unactivated(now: datetime) -> int:
    """Delete the sign-ups whose three days have passed without activation, and their entity; how many."""
    return SignUp.objects.filter(due_at__lt=now).delete()[0]


@transaction.atomic
def edit_profile(*, user: User, profile: dict[str, Any]) -> None:
    """Change what a person says of himself or herself; the address of the account stays."""
    for name in PROFILE_FIELDS:
        setattr(user, name, profile.get(name, ""))
    user.save(update_fields=PROFILE_FIELDS)


def end_sessions(user: User) -> None:
    """Every session of this person ends; a view that must keep its own calls ``update_session_auth_hash`` after."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])


@transaction.atomic
def void(*, user: User, at: datetime) -> None:
    """Empty the account for good: nothing of the person stays but the row that past acts name. Tells the old address.

    Rows that would go with the account (``on_delete=CASCADE``: sessions, factors, preferences…) go, in every app; the
    others keep naming it. Who holds files, or is needed by an organisation, is the caller's care.
    """
    row = User.objects.select_for_update().get(pk=user.pk)
    letters.account_deleted(row.email)
    for name in PROFILE_FIELDS:
        setattr(row, name, "FR" if name == "country" else "")
    row.email = f"{row.public_id}@compte-supprime.invalid"
    row.set_unusable_password()
    row.last_login, row.is_active, row.deleted_at = None, False, at
    row.session_epoch += 1
    row.save()
    for belonging in User._meta.related_objects:
        if belonging.on_delete is CASCADE:
            belonging.related_model._base_manager.filter(**{belonging.field.name: row}).delete()


def appoint(user: User, role: str) -> StaffRole:
    """Give a member of the staff a role; harmless when it is held already.

    An account that works at the office acts as staff everywhere: its holder files from another account.
    """
    if role not in Role.values:
        raise ValueError(f"Rôle inconnu : « {role} ». Rôles : {', '.join(Role.values)}.")
    return StaffRole.objects.get_or_create(user=user, role=role)[0]


def dismiss(user: User, role: str) -> None:
    """Take a role away; effective at the next page."""
    StaffRole.objects.filter(user=user, role=role).delete()
