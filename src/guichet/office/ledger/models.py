"""The ledger's one table, and where each follower stands in it."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One event as recorded. The database refuses UPDATE, DELETE and TRUNCATE on this table."""

    position = models.BigIntegerField("position", primary_key=True)
    stream = models.CharField("flux", max_length=120)
    sequence = models.PositiveIntegerField("rang dans le flux")
    type = models.CharField("type", max_length=120)
    payload = models.JSONField("contenu")
    event_on = models.DateField("date de l'événement")
    effective_on = models.DateField("date d'effet")
    recorded_at = models.DateTimeField("enregistré le")
    actor = models.CharField("auteur", max_length=120)
    act = models.CharField("acte", max_length=120)
    authority = models.CharField("au titre de", max_length=120, default="", blank=True)
    previous_hash = models.CharField("empreinte précédente", max_length=64)
    hash = models.CharField("empreinte", max_length=64)

    class Meta:
        verbose_name = "écriture"
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "sequence"],
                name="ledger_one_entry_per_sequence",
                violation_error_message="Ce dossier a changé entre-temps : rechargez-le avant de recommencer.",
            ),
            models.CheckConstraint(condition=models.Q(sequence__gte=1), name="ledger_sequence_from_one"),
        ]
        indexes = [models.Index(fields=["type", "position"], name="ledger_by_type")]

    def __str__(self) -> str:
        return f"{self.position} {self.stream}#{self.sequence} {self.type}"


class FollowerPosition(models.Model):
    """The last entry that a follower has taken in."""

    name = models.CharField("nom", max_length=80, primary_key=True)
    position = models.BigIntegerField("position", default=0)

    class Meta:
        verbose_name = "position de lecture"
        verbose_name_plural = "positions de lecture"

    def __str__(self) -> str:
        return f"{self.name} @ {self.position}"


class ParkedEntry(models.Model):
    """An entry on which a policy failed: it waits here, with the kind of error, to be tried again."""

    follower = models.CharField("lecteur", max_length=80)
    position = models.BigIntegerField("position")
    error = models.CharField("erreur", max_length=120)

    class Meta:
        verbose_name = "écriture en attente"
        verbose_name_plural = "écritures en attente"
        constraints = [
            models.UniqueConstraint(
                fields=["follower", "position"],
                name="ledger_parked_once",
                violation_error_message="Cette écriture attend déjà.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.follower} @ {self.position} ({self.error})"
