"""One index of every trademark file, folded from the ledger; what the public may see of it is a query."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class TrademarkFile(models.Model):
    """A trademark as its events leave it. A projection: it holds nothing that does not come from the ledger."""

    stream = models.CharField("flux", max_length=120, primary_key=True)
    number = models.CharField("numéro national", max_length=9, unique=True)
    application_state = models.CharField("état de la demande", max_length=40)
    examination_state = models.CharField("état de l'examen", max_length=40)
    label = models.CharField("situation", max_length=200)
    kind = models.CharField("nature", max_length=20)
    mark_text = models.TextField("texte du signe", blank=True)
    mark_folded = models.TextField("texte du signe, sans accent ni casse", blank=True)
    mark_feature = models.CharField("type de marque", max_length=20, blank=True)
    mark_image_sha256 = models.CharField("image du signe", max_length=64, blank=True)
    applicants = models.TextField("déposants")
    applicants_folded = models.TextField("déposants, sans accent ni casse")
    pieces = ArrayField(models.CharField(max_length=3), verbose_name="trigrammes des noms")
    representative = models.TextField("mandataire", blank=True)
    classes = ArrayField(models.PositiveSmallIntegerField(), verbose_name="classes")
    client_reference = models.CharField("référence client", max_length=200, blank=True)
    received_on = models.DateField("date de réception")
    filing_date = models.DateField("date de dépôt", null=True)
    publication_planned_on = models.DateField("publication prévue", null=True)
    published_on = models.DateField("date de publication", null=True)
    registration_planned_on = models.DateField("enregistrement prévu", null=True)
    registration_date = models.DateField("date d'enregistrement", null=True)
    expiry_date = models.DateField("date d'expiration", null=True)
    last_event_on = models.DateField("dernier événement")
    last_position = models.BigIntegerField("dernière écriture")

    class Meta:
        verbose_name = "dossier de marque"
        verbose_name_plural = "dossiers de marque"
        indexes = [
            GinIndex(fields=["classes"], name="register_by_class"),
            GinIndex(fields=["pieces"], name="register_by_trigram"),
            models.Index(fields=["published_on"], name="register_by_publication"),
            models.Index(
                fields=["-filing_date", "-number"],
                condition=models.Q(published_on__isnull=False),
                name="register_public_by_date",
            ),
            models.Index(fields=["application_state", "examination_state"], name="register_by_state"),
            models.Index(fields=["publication_planned_on"], name="register_by_planned_issue"),
            models.Index(fields=["registration_planned_on"], name="register_by_registration"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.mark_text}"
