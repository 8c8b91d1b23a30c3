"""What is being prepared, every value that each field has had, who works on it, and what serves to begin another."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from guichet.office.drafts import catalogue
from guichet.office.drafts.procedure import PREFIXES


class Draft(models.Model):
    """A procedure being filled in. ``data`` holds what was typed, as typed, by path.

    holder: who owns it (``organisation:<id>`` or ``account:<id>``); owner: its « contact principal ».
    deleted_at: since when it is in the bin, from which it may come back for a time.
    """

    public_id = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    procedure = models.SlugField("démarche", max_length=80)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts", verbose_name="contact principal"
    )
    holder = models.CharField("tenu par", max_length=60)
    data = models.JSONField("contenu", default=dict)
    client_reference = models.CharField("référence client", max_length=200, blank=True)
    version = models.PositiveIntegerField("version", default=0)
    created_at = models.DateTimeField("créé le")
    updated_at = models.DateTimeField("modifié le")
    submitted_as = models.CharField("dossier déposé", max_length=120, null=True, unique=True)
    """Stream that the submission opened; null until then. At most one draft opens a stream."""
    deleted_at = models.DateTimeField("mis à la corbeille le", null=True, blank=True)
    deleted_by = models.CharField("mis à la corbeille par", max_length=120, blank=True)

    class Meta:
        verbose_name = "projet"
        indexes = [
            models.Index(fields=["holder", "-updated_at"], name="drafts_by_holder"),
            models.Index(fields=["deleted_at"], name="drafts_in_the_bin", condition=Q(deleted_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(submitted_as=None) | Q(deleted_at=None),
                name="drafts_a_file_is_never_deleted",
                violation_error_message="Une demande déposée ne se supprime pas.",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """How the draft is called on screen: ``MRQ000000042``, by the block of its procedure."""
        procedure = catalogue.by_slug(self.procedure)
        return f"{PREFIXES[procedure.block] if procedure else 'AUT'}{self.pk:09d}"

    @property
    def subject(self) -> str:
        """How trails and the question of authority call the draft."""
        return f"draft/{self.public_id}"


class DraftVersion(models.Model):
    """One field changed once: what it was, what it became, when and by whom.

    page: the opened page that wrote it, so that two pages of the same draft can be told apart.
    overwrote: the version that someone else had written since that page was opened, if any.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions", verbose_name="projet")
    version = models.PositiveIntegerField("version")
    path = models.CharField("champ", max_length=120)
    before = models.JSONField("valeur précédente", null=True)
    value = models.JSONField("valeur", null=True)
    at = models.DateTimeField("modifié le")
    by = models.CharField("auteur", max_length=120)
    page = models.CharField("page", max_length=40, blank=True)
    overwrote = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="a remplacé"
    )

    class Meta:
        verbose_name = "version d'un champ"
        verbose_name_plural = "versions des champs"
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "version", "path"],
                name="drafts_one_value_per_version",
                violation_error_message="Ce champ a déjà une valeur dans cette version.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.path} v{self.version}"


class Presence(models.Model):
    """Someone had a page of a draft open a moment ago. One row for each person and draft."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="presences", verbose_name="projet")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="personne"
    )
    step = models.SlugField("étape", max_length=80, blank=True)
    seen_at = models.DateTimeField("vu le", db_index=True)

    class Meta:
        verbose_name = "présence"
        constraints = [models.UniqueConstraint(fields=["draft", "user"], name="drafts_one_presence_each")]

    def __str__(self) -> str:
        return f"{self.user} : {self.step}"


class Invitation(models.Model):
    """A link by which one named person, who may have no account, reads a draft, comments on it and perhaps signs it.

    token_hash: SHA-256 of what the link carries; the link itself is in the e-mail only.
    signed_version: the draft's version that was signed.
    """

    public_id = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="invitations", verbose_name="projet")
    name = models.CharField("nom", max_length=150)
    email = models.EmailField("adresse courriel", max_length=254)
    may_sign = models.BooleanField("peut signer", default=False)
    token_hash = models.CharField("empreinte du lien", max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="invité par"
    )
    created_at = models.DateTimeField("envoyée le")
    expires_at = models.DateTimeField("expire le")
    revoked_at = models.DateTimeField("retirée le", null=True, blank=True)
    signed_at = models.DateTimeField("signé le", null=True, blank=True)
    signed_version = models.PositiveIntegerField("version signée", null=True, blank=True)

    class Meta:
        verbose_name = "invitation à relire"
        verbose_name_plural = "invitations à relire"
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="drafts_invitation_lasts"),
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_version=None)
                | Q(may_sign=True, signed_at__isnull=False, signed_version__isnull=False),
                name="drafts_only_who_may_sign_signs",
                violation_error_message="Cette invitation ne permet pas de signer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} : {self.draft}"

    @property
    def actor(self) -> str:
        """How the history and the trail name the reviewer."""
        return f"reviewer:{self.public_id}"


class Comment(models.Model):
    """A remark of a member or a reviewer on a field, a step, or (both empty) the whole draft."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="comments", verbose_name="projet")
    step = models.SlugField("étape", max_length=80, blank=True)
    path = models.CharField("champ", max_length=120, blank=True)
    text = models.TextField("commentaire", max_length=4000)
    by = models.CharField("auteur", max_length=120)
    author = models.CharField("nom de l'auteur", max_length=200)
    at = models.DateTimeField("écrit le")
    resolved_at = models.DateTimeField("réglé le", null=True, blank=True)
    resolved_by = models.CharField("réglé par", max_length=120, blank=True)

    class Meta:
        verbose_name = "commentaire"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.author} : {self.text[:40]}"


class Contact(models.Model):
    """A party of the address book of a holder: what the steps of applicants and representatives ask for."""

    class Kind(models.TextChoices):
        PERSON = "person", "une personne physique"
        ORGANISATION = "organisation", "une personne morale"

    public_id = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    holder = models.CharField("tenu par", max_length=60, db_index=True)
    kind = models.CharField("nature", max_length=12, choices=Kind, default=Kind.PERSON)
    name = models.CharField("nom ou dénomination sociale", max_length=200)
    first_name = models.CharField("prénom", max_length=150, blank=True)
    legal_form = models.CharField("forme juridique", max_length=100, blank=True)
    siren = models.CharField("numéro SIREN", max_length=20, blank=True)
    email = models.EmailField("adresse courriel", max_length=254, blank=True)
    street = models.CharField("numéro et rue", max_length=200, blank=True)
    complement = models.CharField("complément d'adresse", max_length=200, blank=True)
    postcode = models.CharField("code postal", max_length=16, blank=True)
    city = models.CharField("ville", max_length=120, blank=True)
    country = models.CharField("pays", max_length=2, default="FR")
    updated_at = models.DateTimeField("modifié le")

    class Meta:
        verbose_name = "contact"
        ordering = ("name", "first_name", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""), name="drafts_contact_has_a_name", violation_error_message="Indiquez un nom."
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_name} {self.name}".strip()


class FileTemplate(models.Model):
    """« Modèle »: a named set of a draft's fields, from which another draft begins."""

    public_id = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    holder = models.CharField("tenu par", max_length=60)
    name = models.CharField("nom", max_length=120)
    procedure = models.SlugField("démarche", max_length=80)
    data: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField("contenu", default=dict)
    by = models.CharField("auteur", max_length=120)
    updated_at = models.DateTimeField("modifié le")

    class Meta:
        verbose_name = "modèle"
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "name"],
                name="drafts_one_template_of_a_name",
                violation_error_message="Un modèle porte déjà ce nom.",
            )
        ]

    def __str__(self) -> str:
        return self.name
