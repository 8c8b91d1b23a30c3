"""Who holds which file in the secured space, and how it came to them."""

from __future__ import annotations

from django.db import models


class Holding(models.Model):
    """Who manages a file now. A projection of the ledger's first entry of the file, and of its transfers.

    holder: ``organisation:<id>`` or ``account:<id>``. contact: « contact principal », who paid and submitted, or who
    took the file over since.
    """

    stream = models.CharField("dossier", max_length=120, primary_key=True)
    holder = models.CharField("tenu par", max_length=60, db_index=True)
    contact = models.CharField("contact principal", max_length=60, db_index=True)
    opened_at = models.DateTimeField("ouvert le")

    class Meta:
        verbose_name = "dossier tenu"
        verbose_name_plural = "dossiers tenus"
        indexes = [models.Index(fields=["holder", "-opened_at"], name="authority_of_holder")]

    def __str__(self) -> str:
        return f"{self.stream} : {self.holder}"


class Transfer(models.Model):
    """A file passed to another holder or contact. Never changed: who held what at an instant follows from them."""

    stream = models.CharField("dossier", max_length=120, db_index=True)
    holder = models.CharField("tenu par", max_length=60)
    contact = models.CharField("contact principal", max_length=60)
    at = models.DateTimeField("le")
    by = models.CharField("auteur", max_length=120)
    why = models.CharField("motif", max_length=200, blank=True)

    class Meta:
        verbose_name = "changement de main"
        verbose_name_plural = "changements de main"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.stream} → {self.holder}"
