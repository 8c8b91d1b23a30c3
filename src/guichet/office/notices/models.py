"""Official letters, and what is known of their arrival."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Notice(models.Model):
    """A letter of the office. ``reference`` is the one that the notifying event carries.

    data: what the template prints; the letter is a PDF as soon as the task queue has made and sealed it.
    is_notification: its service opens a period (R. 718-2); an information opens none.
    deadline: the period that it opened, in plain values, once it was served.
    """

    class How(models.TextChoices):
        OPENED = "opened", "ouvert par son destinataire"
        DEEMED = "deemed", "réputé remis, faute d'avoir été ouvert"
        HANDED = "handed", "remis en main propre contre récépissé"

    reference = models.CharField("référence", max_length=60, primary_key=True)
    stream = models.CharField("dossier", max_length=120, db_index=True)
    number = models.CharField("numéro", max_length=20)
    kind = models.CharField("nature", max_length=60)
    title = models.CharField("objet", max_length=200)
    is_notification = models.BooleanField("fait courir un délai", default=True)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="notices",
        verbose_name="destinataire",
    )  # fmt: skip
    template = models.CharField("modèle", max_length=200)
    data = models.JSONField("contenu")
    event_position = models.BigIntegerField("écriture au registre", null=True, blank=True)
    document = models.ForeignKey(
        "documents.SealedDocument", on_delete=models.PROTECT, null=True, blank=True, verbose_name="lettre scellée"
    )
    issued_at = models.DateTimeField("émis le")
    available_at = models.DateTimeField("mis à disposition le", null=True, blank=True)
    emailed_at = models.DateTimeField("annoncé par courriel le", null=True, blank=True)
    opened_at = models.DateTimeField("ouvert le", null=True, blank=True)
    served_on = models.DateField("date de notification", null=True, blank=True)
    how = models.CharField("mode de remise", max_length=10, choices=How, blank=True)
    deadline = models.JSONField("délai ouvert", null=True, blank=True)

    class Meta:
        verbose_name = "courrier"
        verbose_name_plural = "courriers"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(served_on__isnull=True, how="") | ~models.Q(how=""),
                name="notices_served_somehow",
                violation_error_message="Une date de notification va avec un mode de remise.",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-issued_at"], name="notices_inbox"),
            models.Index(
                fields=["available_at"], name="notices_to_deem",
                condition=models.Q(served_on__isnull=True, is_notification=True),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def is_unread(self) -> bool:
        """Never opened by its recipient; a letter deemed served may still be unread."""
        return self.opened_at is None

    @property
    def is_sealed_from_view(self) -> bool:
        """Whether opening it now would count as its service."""
        return self.is_notification and self.served_on is None
