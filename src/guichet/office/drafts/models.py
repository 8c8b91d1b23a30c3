"""What an account is preparing, and every value that each field has had."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """A procedure being filled in. ``data`` holds what was typed, as typed, by path.

    holder: who owns it (``organisation:<id>`` or ``account:<id>``); owner: its « contact principal ».
    """

    public_id = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    procedure = models.SlugField("démarche", max_length=80)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts", verbose_name="contact principal"
    )
    holder = models.CharField("tenu par", max_length=60)
    data = models.JSONField("contenu", default=dict)
    client_reference = models.CharField("référence client", max_length=200, blank=True)
    version = models.PositiveIntegerField("version", default=0)
    created_at = models.DateTimeField("créé le")
    updated_at = models.DateTimeField("modifié le")
    submitted_as = models.CharField("dossier déposé", max_length=120, null=True, unique=True)
    """Stream that the submission opened; null until then. At most one draft opens a stream."""

    class Meta:
        verbose_name = "projet"
        indexes = [models.Index(fields=["holder", "-updated_at"], name="drafts_by_holder")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """How the draft is called on screen: ``P000000042``."""
        return f"P{self.pk:09d}"


class DraftVersion(models.Model):
    """One field changed once: what it was, what it became, when and by whom.

    page: the opened page that wrote it, so that two pages of the same draft can be told apart.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions", verbose_name="projet")
    version = models.PositiveIntegerField("version")
    path = models.CharField("champ", max_length=120)
    before = models.JSONField("valeur précédente", null=True)
    value = models.JSONField("valeur", null=True)
    at = models.DateTimeField("modifié le")
    by = models.CharField("auteur", max_length=120)
    page = models.CharField("page", max_length=40, blank=True)

    class Meta:
        verbose_name = "version d'un champ"
        verbose_name_plural = "versions des champs"
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "version", "path"],
                name="drafts_one_value_per_version",
                violation_error_message="Ce champ a déjà une valeur dans cette version.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.path} v{self.version}"
