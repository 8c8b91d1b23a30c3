"""Organisations, who belongs to them and since when, who asks to, and what was done in them."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from guichet.standards import entities


class Standing(models.TextChoices):
    """What a member may do in the organisation (user guide: « gestionnaire », « collaborateur »)."""

    ADMINISTRATOR = "administrator", "Gestionnaire"
    COLLABORATOR = "collaborator", "Collaborateur"


class Organisation(models.Model):
    """A company, a firm, a public body: it owns its files, whoever works there. It is closed, never deleted.

    requires_second_factor: members act for it only in a session proved by a second factor. passed_to: once closed, the
    holder that took its files, and takes whatever of its own may still come to light.
    """

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    name = models.CharField("raison sociale", max_length=200)
    siren = models.CharField("SIREN", max_length=9, blank=True)
    siret = models.CharField("SIRET", max_length=14, blank=True)
    legal_form = models.CharField("forme légale", max_length=4, blank=True)
    ape_code = models.CharField("code APE", max_length=6, blank=True)
    country = models.CharField("pays", max_length=2, default="FR")
    address = models.CharField("adresse", max_length=200, blank=True)
    address_complement = models.CharField("complément", max_length=200, blank=True)
    postcode = models.CharField("code postal", max_length=16, blank=True)
    city = models.CharField("ville", max_length=120, blank=True)
    requires_second_factor = models.BooleanField("double authentification exigée", default=False)
    created_at = models.DateTimeField("créée le")
    closed_at = models.DateTimeField("désactivée le", null=True, blank=True)
    passed_to = models.CharField("dossiers repris par", max_length=60, blank=True)

    class Meta:
        verbose_name = "organisation"
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | ~Q(passed_to=""),
                name="organisations_closed_with_an_heir",
                violation_error_message="Une organisation désactivée dit qui a repris ses dossiers.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def legal_form_label(self) -> str:
        """« SAS, société par actions simplifiée »; empty when it is not known."""
        return entities.legal_forms().labels.get(self.legal_form, "")

    @property
    def activity_label(self) -> str:
        """« Programmation informatique »; empty when it is not known."""
        return entities.activities().labels.get(self.ape_code, "")


class Membership(models.Model):
    """A person's time in an organisation with one standing. A change of standing ends a row and begins another.

    The database holds that nobody is twice a member of the same organisation at the same time.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships", verbose_name="organisation"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships", verbose_name="compte"
    )
    standing = models.CharField("rôle", max_length=16, choices=Standing)
    since = models.DateTimeField("depuis")
    until = models.DateTimeField("jusqu'à", null=True, blank=True)
    last_acted_at = models.DateTimeField("choisie pour la dernière fois", null=True, blank=True)

    class Meta:
        verbose_name = "rattachement"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=Q(until=None),
                name="organisations_member_once",
                violation_error_message="Ce compte est déjà rattaché à cette organisation.",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="organisations_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} : {self.organisation} ({self.get_standing_display()})"

    @property
    def is_administrator(self) -> bool:
        return self.standing == Standing.ADMINISTRATOR


class JoinRequest(models.Model):
    """A person asks to join, by the address of an administrator; any administrator answers.

    organisation: found after the person was answered; it stays empty when the address is nobody's, or nobody's who
    administers, and the page shows the same. Until it is accepted, the person is told of no organisation.
    """

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "acceptée"
        REFUSED = "refused", "refusée"
        WITHDRAWN = "withdrawn", "retirée"
        EXPIRED = "expired", "restée sans réponse"

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="join_requests",
        verbose_name="organisation",
    )  # fmt: skip
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="join_requests", verbose_name="compte"
    )
    asked_to = models.EmailField("adressée à", max_length=254, blank=True)
    asked_at = models.DateTimeField("demandée le")
    answer = models.CharField("réponse", max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField("répondue le", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name="répondue par",
    )  # fmt: skip

    class Meta:
        verbose_name = "demande de rattachement"
        verbose_name_plural = "demandes de rattachement"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=Q(answer=""),
                name="organisations_one_open_request",
                violation_error_message="Une demande de rattachement attend déjà sa réponse.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} → {self.organisation or self.asked_to}"


class Deed(models.Model):
    """Something done in an organisation or for one of its files, by whom: the delegation trail. Never changed.

    holder: whose trail it is (``organisation:<id>`` or ``account:<id>``). by: who did it (``account:<id>``,
    ``staff:<id>``, ``office:…``). subject: what it is about (a stream, ``draft/<id>``, ``account:<id>``), or empty.
    """

    holder = models.CharField("pour le compte de", max_length=60, db_index=True)
    at = models.DateTimeField("le")
    by = models.CharField("auteur", max_length=120)
    what = models.CharField("acte", max_length=40)
    subject = models.CharField("objet", max_length=120, blank=True, db_index=True)
    detail = models.CharField("précision", max_length=400, blank=True)

    class Meta:
        verbose_name = "trace"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.what} {self.subject}"
