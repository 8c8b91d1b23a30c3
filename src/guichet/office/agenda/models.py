"""Deadlines as the law gives them, and the secret addresses of calendars."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class OpenDeadline(models.Model):
    """A period that runs on a stream. A projection: the law's answer on the date of the stream's last event.

    The period of a faculty that merely closes stays here past its day; queries leave it out.
    """

    key = models.CharField("clé", max_length=200, primary_key=True)
    stream = models.CharField("dossier", max_length=120, db_index=True)
    number = models.CharField("numéro", max_length=20)
    subject = models.CharField("marque", max_length=200, blank=True)
    deadline_id = models.CharField("délai", max_length=60)
    label = models.CharField("ce qu'il y a à faire", max_length=200)
    who = models.CharField("qui doit agir", max_length=20)
    act = models.CharField("acte", max_length=60)
    last_day = models.DateField("dernier jour", db_index=True)
    consequence = models.TextField("sans réponse")
    automatic = models.BooleanField("conséquence automatique")
    because = models.JSONField("explication")
    last_position = models.BigIntegerField("dernière écriture")
    known_at = models.DateTimeField("connu le")

    class Meta:
        verbose_name = "délai"
        verbose_name_plural = "délais"
        ordering = ("last_day", "key")
        indexes = [
            models.Index(fields=["who", "last_day"], name="agenda_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.last_day} {self.label} ({self.number})"


class CalendarFeed(models.Model):
    """A secret address at which a person's deadlines are read by a calendar program. Only its digest is kept.

    holder: for whom the person acts there; once the person acts for it no more, the address gives nothing.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds", verbose_name="compte"
    )
    holder = models.CharField("pour le compte de", max_length=60)
    token_sha256 = models.CharField("empreinte du secret", max_length=64, unique=True)
    created_at = models.DateTimeField("créée le")
    last_read_at = models.DateTimeField("dernière lecture", null=True, blank=True)

    class Meta:
        verbose_name = "adresse de calendrier"
        verbose_name_plural = "adresses de calendrier"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "holder"],
                name="agenda_one_feed_for_each_holder",
                violation_error_message="Une adresse de calendrier est déjà active.",
            )
        ]

    def __str__(self) -> str:
        return f"calendrier de {self.user} pour {self.holder}"


class Reminder(models.Model):
    """A person was reminded of a deadline, so many days (``step``) before its last day. Once each.

    A deadline whose last day moves is another one here: it is recalled again.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders", verbose_name="compte"
    )
    deadline = models.CharField("délai", max_length=200)
    last_day = models.DateField("dernier jour")
    step = models.PositiveSmallIntegerField("jours avant")
    sent_at = models.DateTimeField("envoyé le")

    class Meta:
        verbose_name = "rappel"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "deadline", "last_day", "step"],
                name="agenda_reminded_once",
                violation_error_message="Ce rappel est déjà parti.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.deadline}, {self.step} jours avant"
