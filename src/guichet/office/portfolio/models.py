"""One row for each file of any kind, folded from the ledger; whose it is, authority says."""

from __future__ import annotations

from django.db import models


class Phase(models.TextChoices):
    """The baskets of the portal in which a file stands; drafts have their own."""

    EXAMINATION = "examination", "Demandes en cours d'examen"
    IN_FORCE = "in_force", "Titres en vigueur"
    CLOSED = "closed", "Dossiers clos"


class File(models.Model):
    """A file as its events leave it. A projection: it holds nothing that does not come from the ledger.

    name: the mark, the invention's title, or the right that the proceeding is about. due_cents: what the law says is
    owed on the day of the last event; nothing once the file is closed. searched: the words by which one finds it.
    """

    stream = models.CharField("flux", max_length=120, primary_key=True)
    kind = models.CharField("nature", max_length=40)
    number = models.CharField("référence", max_length=80)
    name = models.TextField("titre", blank=True)
    parties = models.TextField("parties", blank=True)
    client_reference = models.CharField("référence client", max_length=200, blank=True)
    searched = models.TextField("mots, sans accent ni casse")
    label = models.TextField("situation")
    phase = models.CharField("corbeille", max_length=12, choices=Phase)
    filing_date = models.DateField("date de dépôt", null=True)
    opened_at = models.DateTimeField("créé le")
    due_cents = models.PositiveIntegerField("à payer, en centimes", default=0)
    last_event_on = models.DateField("dernier événement")
    last_position = models.BigIntegerField("dernière écriture")

    class Meta:
        verbose_name = "dossier du portefeuille"
        verbose_name_plural = "dossiers du portefeuille"

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
