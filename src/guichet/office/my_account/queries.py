"""What a person still holds, and what stands in the way of the deletion of the account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.authority.models import Holding, Mandate
from guichet.office.design import formats
from guichet.office.drafts.models import Draft
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.models import Membership, Organisation
from guichet.office.payments.models import OPEN, Payment
from guichet.office.toolbox import clock


@dataclass(frozen=True)
class Obstacle:
    """Why the account cannot be deleted yet, and what to do. name: the page where it is done; empty for none."""

    text: str
    label: str = ""
    name: str = ""


@dataclass(frozen=True)
class Leaving:
    """What a deletion finds: obstacles, files and drafts held by oneself, and who may take them."""

    obstacles: tuple[Obstacle, ...]
    files: int
    drafts: int
    successors: tuple[Organisation, ...]

    @property
    def needs_successor(self) -> bool:
        return bool(self.files or self.drafts)


def own_files(user: User) -> QuerySet[Holding]:
    """The files that this person holds, not through an organisation."""
    return Holding.objects.filter(holder=accounts.account_actor(user)).order_by("opened_at", "stream")


def own_drafts(user: User) -> QuerySet[Draft]:
    """The drafts in preparation that this person holds; the bin and what was submitted left out."""
    mine = Draft.objects.filter(holder=accounts.account_actor(user), submitted_as=None, deleted_at=None)
    return mine.order_by("created_at", "pk")


def colleague(organisation: Organisation, user: User) -> User | None:
    """An administrator other than this person, who takes over what he or she was the contact of."""
    row = organisations.administrators(organisation).exclude(user=user).first()
    return row.user if row else None


def leaving(user: User, *, at: datetime) -> Leaving:
    """What the deletion of this account would find now."""
    rows = list(organisations.of_user(user))
    successors = tuple(row.organisation for row in rows if colleague(row.organisation, user))
    files, drafts = own_files(user).count(), own_drafts(user).count()
    found = [*_office(user), *_last_administrator(user, rows), *_unfinished(user, at)]
    if not successors:
        found += [_FILES] * bool(files) + [_DRAFTS] * bool(drafts)
    return Leaving(tuple(found), files, drafts, successors)


_FILES = Obstacle(
    "Vous tenez vous-même des dossiers, que personne ne suivrait plus : rattachez-vous à une entreprise qui les "
    "reprendra, ou demandez conseil à l'office.",
    "Me rattacher à une entreprise", "my_company:join",
)  # fmt: skip
_DRAFTS = Obstacle(
    "Vous tenez vous-même des projets : supprimez-les, ou rattachez-vous à une entreprise qui les reprendra.",
    "Vos projets et sauvegardes", "drafts:list",
)  # fmt: skip


def _office(user: User) -> list[Obstacle]:
    if not accounts.is_staff_member(user):
        return []
    return [Obstacle("Votre compte est celui d'un agent de l'office : un administrateur du poste de travail le ferme.")]


def _last_administrator(user: User, rows: list[Membership]) -> list[Obstacle]:
    return [
        Obstacle(
            f"Vous êtes le dernier gestionnaire de {row.organisation.name} : nommez-en un autre, ou désactivez "
            "l'entreprise.",
            "Mon entreprise", "my_company:home",
        )
        for row in rows
        if row.is_administrator and colleague(row.organisation, user) is None
    ]  # fmt: skip


def _unfinished(user: User, at: datetime) -> list[Obstacle]:
    found, actor = [], accounts.account_actor(user)
    change = accounts.reversible_email_change(user, at=at)
    if change and change.reversible_until:
        until = formats.long_instant(change.reversible_until)
        found.append(Obstacle(f"L'adresse du compte vient de changer : par sécurité, attendez le {until}."))
    if Payment.objects.filter(account=user, state__in=OPEN).exists():
        found.append(Obstacle("Un paiement est en cours : terminez-le, ou abandonnez-le depuis son dossier."))
    lasts = Q(until=None) | Q(until__gte=at.astimezone(clock.PARIS).date())
    stands = Mandate.objects.filter(lasts, revoked_at=None)
    if stands.filter(Q(principal=actor) | Q(representative=actor)).exists():
        found.append(
            Obstacle("Un mandat vous lie encore : révoquez-le, ou renoncez-y.", "Mes mandats", "authority:mandates")
        )
    kept = Holding.objects.values("stream")
    if Draft.objects.filter(holder=actor, submitted_as__isnull=False).exclude(submitted_as__in=kept).exists():
        found.append(Obstacle("Un dossier vient d'être déposé et n'est pas encore rangé : réessayez dans un instant."))
    return found
