"""Who directs the office, and to whom he or she delegated the signature (R. 411-2)."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import IsNull


class Directorship(models.Model):
    """The time of one director general. A delegation of signature is personal: it ends with who gave it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="directorships", verbose_name="compte"
    )
    title = models.CharField("titre", max_length=80, default="Directeur général")
    reference = models.CharField("acte de nomination", max_length=120)
    since = models.DateField("depuis le")
    until = models.DateField("jusqu'au", null=True, blank=True)

    class Meta:
        verbose_name = "direction générale"
        verbose_name_plural = "directions générales"
        constraints = [
            models.UniqueConstraint(
                IsNull(F("until"), True),
                condition=Q(until=None),
                name="staff_one_director_general",
                violation_error_message="L'office a déjà un directeur général en fonctions.",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="staff_directs_until_after_since",
                violation_error_message="Les fonctions prennent fin après avoir commencé.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.title.lower()}"


class SignatureDelegation(models.Model):
    """What the director general lets an agent sign. Empty acts or kinds: all of them. Days are inclusive.

    It is in force once published, and no longer than who gave it and who received it hold their functions.
    """

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    agent = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="signatures", verbose_name="agent"
    )
    given_by = models.ForeignKey(
        Directorship, on_delete=models.PROTECT, related_name="delegations", verbose_name="donnée par"
    )
    quality = models.CharField("qualité de l'agent", max_length=120)
    kinds = ArrayField(models.CharField(max_length=40), verbose_name="natures de dossiers", default=list, blank=True)
    acts = ArrayField(models.CharField(max_length=60), verbose_name="actes", default=list, blank=True)
    reference = models.CharField("décision", max_length=120)
    since = models.DateField("à partir du")
    until = models.DateField("jusqu'au", null=True, blank=True)
    published_on = models.DateField("publiée le")
    recorded_at = models.DateTimeField("enregistrée le")
    ended_at = models.DateTimeField("retirée le", null=True, blank=True)

    class Meta:
        verbose_name = "délégation de signature"
        verbose_name_plural = "délégations de signature"
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="staff_delegation_ends_after_it_begins",
                violation_error_message="La délégation prend fin après avoir commencé.",
            ),
            models.CheckConstraint(
                condition=~Q(reference="") & ~Q(quality=""),
                name="staff_delegation_names_its_decision",
                violation_error_message="Une délégation dit sa décision et la qualité de l'agent.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} : {self.agent}"
