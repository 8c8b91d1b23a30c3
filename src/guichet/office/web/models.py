"""News shown on the home pages."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    """What a piece of news is about."""

    EVOLUTION = "evolution", "Évolution"
    CORRECTION = "correction", "Correction"
    MAINTENANCE = "maintenance", "Maintenance"
    INFORMATION = "information", "Information"


class News(models.Model):
    """A piece of news, shown from ``published_at`` on."""

    title = models.CharField("titre", max_length=200)
    body = models.TextField("texte", help_text="Un paragraphe par ligne vide.")
    kind = models.CharField("nature", max_length=20, choices=Kind, default=Kind.INFORMATION)
    published_at = models.DateTimeField("publiée le", db_index=True)

    class Meta:
        verbose_name = "actualité"
        verbose_name_plural = "actualités"
        ordering = ("-published_at", "-pk")

    def __str__(self) -> str:
        return self.title
