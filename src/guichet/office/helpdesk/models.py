"""Requests to INPI Direct with their thread, and the news that the office writes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Request(models.Model):
    """A question to the information desk. From an account (``user``), or from someone without (``name``, ``email``).

    stream: the file that it is about, seen by the person when he or she asked. call_at: when to call back.
    seen_at: when the person last opened it.
    """

    class Kind(models.TextChoices):
        EMAIL_CHANGE = "email_change", "Changement d'adresse courriel"
        ACCOUNT_DELETION = "account_deletion", "Suppression du compte"
        CALL_BACK = "call_back", "Demande de rappel"
        OTHER = "other", "Autre question"
        CONTACT = "contact", "Message du formulaire de contact"
        SAME_SIREN = "same_siren", "Deux organisations, un SIREN"

    class State(models.TextChoices):
        RECEIVED = "received", "Reçue"
        IN_HAND = "in_hand", "En cours"
        ANSWERED = "answered", "Répondue"
        CLOSED = "closed", "Close"

    number = models.CharField("numéro", max_length=16, primary_key=True)
    kind = models.CharField("nature", max_length=20, choices=Kind)
    state = models.CharField("état", max_length=10, choices=State, default=State.RECEIVED)
    subject = models.CharField("objet", max_length=150)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="help_requests",
        verbose_name="compte",
    )  # fmt: skip
    name = models.CharField("nom", max_length=150, blank=True)
    email = models.EmailField("adresse courriel", max_length=254, blank=True)
    stream = models.CharField("dossier", max_length=120, blank=True)
    reference = models.CharField("référence citée", max_length=64, blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    call_at = models.DateTimeField("à rappeler le", null=True, blank=True)
    received_at = models.DateTimeField("reçue le")
    settled_at = models.DateTimeField("répondue ou close le", null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name="suivie par",
    )  # fmt: skip
    seen_at = models.DateTimeField("lue par la personne le", null=True, blank=True)

    class Meta:
        verbose_name = "demande"
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~Q(email=""),
                name="helpdesk_somebody_to_answer",
                violation_error_message="Une demande vient d'un compte, ou donne une adresse où répondre.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="call_back") | Q(call_at__isnull=False) & ~Q(phone=""),
                name="helpdesk_call_back_has_an_hour",
                violation_error_message="Une demande de rappel donne un numéro et une heure.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("received", "in_hand"), settled_at=None)
                | Q(state__in=("answered", "closed"), settled_at__isnull=False),
                name="helpdesk_settled_when_answered",
                violation_error_message="Une demande répondue ou close dit depuis quand.",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "received_at"], name="helpdesk_queue"),
            models.Index(fields=["user", "-received_at"], name="helpdesk_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.subject}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.RECEIVED, self.State.IN_HAND)

    @property
    def sender(self) -> str:
        return self.user.full_name if self.user else self.name


class Message(models.Model):
    """A message of the thread. Notes are read at the desk only. Never changed."""

    class Author(models.TextChoices):
        PERSON = "person", "Vous"
        OFFICE = "office", "L'office"
        NOTE = "note", "Note interne"

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="messages", verbose_name="demande")
    author = models.CharField("auteur", max_length=10, choices=Author)
    by = models.CharField("écrit par", max_length=120)
    at = models.DateTimeField("le")
    text = models.TextField("texte", max_length=5000)

    class Meta:
        verbose_name = "message"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.request_id} {self.get_author_display()}"


class News(models.Model):
    """A piece of news, shown from ``published_at`` until it is withdrawn. A maintenance says from when to when."""

    class Kind(models.TextChoices):
        EVOLUTION = "evolution", "Évolution"
        CORRECTION = "correction", "Correction"
        MAINTENANCE = "maintenance", "Maintenance"
        INFORMATION = "information", "Information"

    title = models.CharField("titre", max_length=200)
    body = models.TextField("texte", help_text="Un paragraphe par ligne vide.")
    kind = models.CharField("nature", max_length=20, choices=Kind, default=Kind.INFORMATION)
    published_at = models.DateTimeField("publiée le", db_index=True)
    starts_at = models.DateTimeField("début de la maintenance", null=True, blank=True)
    ends_at = models.DateTimeField("fin de la maintenance", null=True, blank=True)
    withdrawn_at = models.DateTimeField("retirée le", null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name="écrite par",
    )  # fmt: skip

    class Meta:
        verbose_name = "actualité"
        ordering = ("-published_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None)
                | Q(kind="maintenance", starts_at__isnull=False, ends_at__isnull=False, ends_at__gt=F("starts_at")),
                name="helpdesk_maintenance_has_two_ends",
                violation_error_message="Une maintenance dit quand elle commence et quand elle finit.",
            )
        ]

    def __str__(self) -> str:
        return self.title
