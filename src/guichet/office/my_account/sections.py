"""What the export of one's data holds, section by section. No secret, and nothing that belongs to an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model, Q, QuerySet

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import EmailChange, User
from guichet.office.accounts.personal import Section
from guichet.office.accounts.services import PROFILE_FIELDS
from guichet.office.agenda.models import CalendarFeed, Reminder
from guichet.office.authority.models import Grant, Holding, Mandate
from guichet.office.drafts.models import Contact, Draft, DraftVersion, FileTemplate, Invitation
from guichet.office.ledger import queries as ledger
from guichet.office.notices.models import NewsItem, Notice, Preferences
from guichet.office.organisations.models import Deed, JoinRequest, Membership
from guichet.office.payments.models import Payment
from guichet.office.sign_in.models import (
    Authenticator,
    IdentityLink,
    KnownBrowser,
    RecoveryCode,
    SecurityKey,
    SessionRecord,
    SignIn,
)

Rows = Iterable[Mapping[str, Any]]


def account(user: User) -> Rows:
    values = {name: getattr(user, name) for name in ("public_id", "email", *PROFILE_FIELDS, "last_login")}
    yield {**values, "roles": sorted(accounts.roles(user))}


def email_changes(user: User) -> Rows:
    fields = ("old_email", "new_email", "asked_at", "done_at", "withdrawn_at", "reversible_until", "reversed_at")
    return EmailChange.objects.filter(user=user).order_by("asked_at").values(*fields)


def memberships(user: User) -> Rows:
    rows = Membership.objects.filter(user=user).order_by("since")
    return rows.values("organisation__name", "organisation__siren", "standing", "since", "until")


def join_requests(user: User) -> Rows:
    rows = JoinRequest.objects.filter(user=user).order_by("asked_at")
    return rows.values("organisation__name", "asked_at", "answer", "answered_at")


def deeds(user: User) -> Rows:
    """What one did, and what was done to one's account."""
    actor = accounts.account_actor(user)
    rows = Deed.objects.filter(Q(by=actor) | Q(subject=actor) | Q(holder=actor)).order_by("at", "pk")
    return rows.values("at", "by", "holder", "what", "subject", "detail")


def drafts(user: User) -> Rows:
    """The drafts that one holds oneself, each with every value that its fields have had."""
    for draft in own_drafts(user):
        fields = ("version", "path", "before", "value", "at", "by")
        versions = DraftVersion.objects.filter(draft=draft).order_by("version", "pk").values(*fields)
        yield {
            "reference": draft.reference, "procedure": draft.procedure, "client_reference": draft.client_reference,
            "created_at": draft.created_at, "updated_at": draft.updated_at, "deleted_at": draft.deleted_at,
            "submitted_as": draft.submitted_as, "data": draft.data, "versions": list(versions),
        }  # fmt: skip


def own_drafts(user: User) -> QuerySet[Draft]:
    """Submitted ones and the bin included."""
    return Draft.objects.filter(holder=accounts.account_actor(user)).order_by("created_at", "pk")


def drafts_for_organisations(user: User) -> Rows:
    """Only which they are: their content is the organisation's."""
    rows = Draft.objects.filter(owner=user).exclude(holder=accounts.account_actor(user)).order_by("created_at", "pk")
    return rows.values("public_id", "holder", "procedure", "created_at", "submitted_as")


def invitations(user: User) -> Rows:
    fields = ("draft__public_id", "email", "created_at", "expires_at", "revoked_at")
    return Invitation.objects.filter(invited_by=user).order_by("created_at").values(*fields)


def files(user: User) -> Rows:
    """Those that one holds, with what one recorded in them; of an organisation's, only which one is the contact of."""
    actor = accounts.account_actor(user)
    rows = Holding.objects.filter(Q(holder=actor) | Q(contact=actor)).order_by("opened_at", "stream")
    histories = ledger.histories(row.stream for row in rows if row.holder == actor)
    for row in rows:
        entries = [
            {"type": entry.type, "recorded_at": entry.recorded_at, "event_on": entry.event_on, "payload": entry.payload}
            for entry in histories.get(row.stream, [])
            if entry.actor == actor
        ]
        yield {"stream": row.stream, "opened_at": row.opened_at, "holder": row.holder, "entries": entries}


def payments(user: User) -> Rows:
    fields = ("reference", "stream", "amount_cents", "state", "created_at", "captured_at", "refunded_cents")
    return Payment.objects.filter(account=user).order_by("created_at").values(*fields)


def letters(user: User) -> Rows:
    """Of the files that one holds. A letter that was never opened is listed, not given: opening it has effects."""
    fields = ("reference", "stream", "title", "issued_at", "available_at", "opened_at", "served_on", "how")
    rows = Notice.objects.filter(holder=accounts.account_actor(user), available_at__isnull=False)
    return rows.order_by("issued_at", "reference").values(*fields)


def sign_ins(user: User) -> Rows:
    return SignIn.objects.filter(user=user).order_by("at").values("at", "how", "browser", "place", "succeeded")


def sessions(user: User) -> Rows:
    fields = ("browser", "place", "first_seen_at", "last_seen_at", "ended_at")
    return SessionRecord.objects.filter(user=user).order_by("first_seen_at").values(*fields)


def proofs(user: User) -> Rows:
    """Which means of logging in one has, and since when; never what is secret in them."""
    shown: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
        (Authenticator, ("name", "added_at", "last_used_at")),
        (SecurityKey, ("name", "added_at", "last_used_at")),
        (IdentityLink, ("provider", "subject", "email", "linked_at")),
        (KnownBrowser, ("first_seen_at", "last_seen_at")),
    )
    for model, fields in shown:
        for row in model._default_manager.filter(user=user).order_by("pk").values(*fields):
            yield {"kind": str(model._meta.verbose_name), **row}
    codes = RecoveryCode.objects.filter(user=user)
    yield {"kind": str(RecoveryCode._meta.verbose_name), "used": codes.exclude(used_at=None).count(), "of": len(codes)}


def preferences(user: User) -> Rows:
    for row in Preferences.objects.filter(user=user).values():
        yield {name: value for name, value in row.items() if name not in ("id", "user_id")}
    yield from NewsItem.objects.filter(user=user).order_by("at").values("kind", "text", "at", "sent_at")


def calendars(user: User) -> Rows:
    """The addresses given to calendar programs (their secret left out), and the reminders sent."""
    yield from CalendarFeed.objects.filter(user=user).values("holder", "created_at", "last_read_at")
    yield from Reminder.objects.filter(user=user).order_by("sent_at").values("deadline", "last_day", "step", "sent_at")


def address_book(user: User) -> Rows:
    fields = [field.name for field in Contact._meta.fields if field.name not in ("id", "public_id", "holder")]
    return Contact.objects.filter(holder=accounts.account_actor(user)).values(*fields)


def file_templates(user: User) -> Rows:
    return FileTemplate.objects.filter(holder=accounts.account_actor(user)).values("name", "procedure", "data")


def rights(user: User) -> Rows:
    """What organisations let one do, and one's own mandates."""
    actor = accounts.account_actor(user)
    yield from Grant.objects.filter(person=actor).values("holder", "subject", "levels", "since", "until")
    fields = ("principal", "representative", "quality", "rights", "since", "until", "granted_at", "revoked_at")
    yield from Mandate.objects.filter(Q(principal=actor) | Q(representative=actor)).values(*fields)


SECTIONS = (
    Section("compte", "Votre compte et vos coordonnées", account),
    Section("changements-d-adresse", "Vos changements d'adresse", email_changes),
    Section("rattachements", "Vos rattachements à des entreprises", memberships),
    Section("demandes-de-rattachement", "Vos demandes de rattachement", join_requests),
    Section("actes", "Ce que vous avez fait, et ce qui a été fait sur votre compte", deeds),
    Section("projets", "Vos projets, avec toutes leurs versions", drafts),
    Section("projets-d-entreprises", "Les projets d'entreprises dont vous êtes le contact (sans contenu)",
            drafts_for_organisations),
    Section("invitations", "Les relecteurs que vous avez invités", invitations),
    Section("dossiers", "Vos dossiers et ce que vous y avez déclaré", files),
    Section("paiements", "Vos paiements", payments),
    Section("courriers", "Les courriers de l'office dans vos dossiers", letters),
    Section("connexions", "Vos connexions, réussies ou refusées", sign_ins),
    Section("sessions", "Vos sessions", sessions),
    Section("moyens-de-connexion", "Vos moyens de connexion (sans leurs secrets)", proofs),
    Section("preferences", "Vos préférences et vos annonces", preferences),
    Section("calendriers", "Vos adresses de calendrier et les rappels envoyés", calendars),
    Section("carnet-d-adresses", "Votre carnet d'adresses", address_book),
    Section("modeles", "Vos modèles de dossier", file_templates),
    Section("droits", "Vos droits dans les entreprises et vos mandats", rights),
)  # fmt: skip
