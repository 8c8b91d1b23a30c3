"""A payment and its states. What was paid is told by the ledger; this is how the money travels."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from guichet.law.answers import FeeDue
from guichet.rights.codec import from_plain


class State(models.TextChoices):
    CREATED = "created", "À transmettre au prestataire"
    SENT = "sent", "En attente du prestataire"
    CAPTURED = "captured", "Payé"
    FAILED = "failed", "Refusé"
    ABANDONED = "abandoned", "Abandonné"
    REFUND_DUE = "refund_due", "Remboursement en cours"
    REFUNDED = "refunded", "Remboursé"


OPEN = (State.CREATED, State.SENT)
"""The payer may still pay."""

DEBITED = (State.CAPTURED, State.REFUND_DUE, State.REFUNDED)
"""The payer was debited, once."""


class Payment(models.Model):
    """One attempt to pay what a file owes.

    authority: what empowered the payer, as the ledger names it (``organisation:<id>``, ``mandate:<id>``); empty for
    oneself.
    debt: the fees concerned and the rank of the debt in the file, so that the same debt is never open twice.
    fees: the law's answer at the time, kept word for word (``guichet.law.answers.FeeDue``).
    refund_cents: what must go back now; all of it when the law refuses the payment, what the law gives back otherwise.
    refund_decision: the law's answer when it gives fees back, a FeeRefunded to be recorded once the money has gone.
    refunded_cents: what has gone back. A payment given back in part is « captured » again.
    closed_by_provider: the provider gave its final answer; until then it is asked again.
    """

    reference = models.UUIDField("référence", primary_key=True, default=uuid.uuid4, editable=False)
    stream = models.CharField("dossier", max_length=120)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="payments", verbose_name="compte"
    )
    authority = models.CharField("au titre de", max_length=80, blank=True)
    debt = models.CharField("dette", max_length=300)
    fees = models.JSONField("redevances")
    amount_cents = models.PositiveIntegerField("montant en centimes")
    idempotency_key = models.CharField("clé d'idempotence", max_length=80, unique=True)
    provider = models.CharField("prestataire", max_length=40)
    provider_reference = models.CharField("référence du prestataire", max_length=120, blank=True)
    checkout_url = models.URLField("page de paiement", max_length=500, blank=True)
    state = models.CharField("état", max_length=12, choices=State, default=State.CREATED)
    closed_by_provider = models.BooleanField("terminé chez le prestataire", default=False)
    debited_cents = models.PositiveIntegerField("montant débité en centimes", null=True, blank=True)
    refund_cents = models.PositiveIntegerField("montant à rembourser en centimes", null=True, blank=True)
    refunded_cents = models.PositiveIntegerField("montant remboursé en centimes", default=0)
    refund_decision = models.JSONField("décision de remboursement", null=True, blank=True)
    refund_reason = models.TextField("motif du remboursement", blank=True)
    created_at = models.DateTimeField("créé le")
    captured_at = models.DateTimeField("débité le", null=True, blank=True)
    refunded_at = models.DateTimeField("remboursé le", null=True, blank=True)

    class Meta:
        verbose_name = "paiement"
        ordering = ["-created_at", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "debt"],
                condition=Q(state__in=["created", "sent", "captured"]),
                name="payments_one_per_debt",
                violation_error_message="Un paiement est déjà en cours, ou fait, pour ces redevances.",
            ),
            models.UniqueConstraint(
                fields=["provider", "provider_reference"],
                condition=~Q(provider_reference=""),
                name="payments_provider_reference_once",
                violation_error_message="Cette référence du prestataire est déjà celle d'un autre paiement.",
            ),
            models.CheckConstraint(
                condition=Q(amount_cents__gt=0),
                name="payments_amount_positive",
                violation_error_message="Le montant d'un paiement est supérieur à zéro.",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | ~Q(provider_reference=""),
                name="payments_sent_is_known",
                violation_error_message="Un paiement transmis porte la référence du prestataire.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["captured", "refund_due", "refunded"])
                | Q(captured_at__isnull=False, debited_cents__isnull=False),
                name="payments_debit_is_dated",
                violation_error_message="Un paiement débité porte la date et le montant du débit.",
            ),
            models.CheckConstraint(
                condition=~Q(state="refund_due") | Q(refund_cents__gt=0),
                name="payments_refund_has_amount",
                violation_error_message="Un remboursement porte son montant.",
            ),
            models.CheckConstraint(
                condition=Q(refunded_cents__lte=Coalesce("debited_cents", 0)),
                name="payments_no_more_back_than_debited",
                violation_error_message="On ne rembourse pas plus que ce qui a été débité.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                name="payments_unsettled",
                condition=Q(state__in=["created", "sent", "abandoned", "refund_due"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.get_state_display()})"

    @property
    def number(self) -> str:
        """The number of the file, as its stream ends."""
        return self.stream.rsplit("/", 1)[-1]

    @property
    def fees_due(self) -> tuple[FeeDue, ...]:
        """The fees as the law answered them, with their reasons."""
        return tuple(from_plain(FeeDue, fee) for fee in self.fees)

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(fee["head"] for fee in self.fees)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def was_debited(self) -> bool:
        return self.state in DEBITED

    @property
    def partly_refunded(self) -> bool:
        return 0 < self.refunded_cents < (self.debited_cents or 0)
