"""Files received, byte for byte, and the sealed documents that the office issues."""

from __future__ import annotations

import uuid

from django.db import models


class StoredFile(models.Model):
    """Bytes received, known by their SHA-256; first reception only. A file is never changed."""

    class Scan(models.TextChoices):
        NOT_SCANNED = "not_scanned", "non analysé"
        CLEAN = "clean", "sain"
        INFECTED = "infected", "infecté"

    sha256 = models.CharField("empreinte SHA-256", max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField("taille en octets")
    media_type = models.CharField("type", max_length=100)
    received_at = models.DateTimeField("reçu le")
    received_by = models.CharField("reçu de", max_length=120)
    scan_state = models.CharField("analyse antivirus", max_length=20, choices=Scan.choices, default=Scan.NOT_SCANNED)

    class Meta:
        verbose_name = "fichier reçu"
        verbose_name_plural = "fichiers reçus"

    def __str__(self) -> str:
        return f"{self.media_type} {self.sha256[:12]}"


class SealedDocument(models.Model):
    """A PDF that the office made and sealed; its bytes are in the storage."""

    class Kind(models.TextChoices):
        RECEIPT = "receipt", "récépissé"
        PAYMENT_RECEIPT = "payment_receipt", "reçu de paiement"
        LETTER = "letter", "courrier"
        CERTIFICATE = "certificate", "certificat"
        BULLETIN = "bulletin", "bulletin"

    id = models.UUIDField("identifiant", primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("nature", max_length=20, choices=Kind.choices)
    stream = models.CharField("dossier", max_length=120, blank=True)
    title = models.CharField("titre", max_length=300)
    code = models.CharField("code de vérification", max_length=20, unique=True)
    key = models.CharField("clé", max_length=200, unique=True, null=True, blank=True)
    sha256 = models.CharField("empreinte SHA-256", max_length=64, db_index=True)
    size = models.PositiveBigIntegerField("taille en octets")
    created_at = models.DateTimeField("émis le")

    class Meta:
        verbose_name = "document scellé"
        verbose_name_plural = "documents scellés"
        indexes = [models.Index(fields=["stream", "created_at"], name="documents_by_stream")]

    def __str__(self) -> str:
        return self.title
