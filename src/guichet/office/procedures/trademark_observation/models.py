"""Who sent observations: kept apart from the ledger, and never shown (R. 714-8)."""

from __future__ import annotations

from django.db import models


class Author(models.Model):
    """The author of one observation, to be told what became of it (R. 712-9)."""

    observation = models.CharField("référence de l'observation", max_length=40, primary_key=True)
    number = models.CharField("numéro de la demande", max_length=9)
    name = models.CharField("nom", max_length=200)
    email = models.EmailField("adresse courriel")
    received_at = models.DateTimeField("reçue le")

    class Meta:
        verbose_name = "auteur d'observations"
        verbose_name_plural = "auteurs d'observations"

    def __str__(self) -> str:
        return f"{self.observation} ({self.number})"
