"""Who holds which file in the secured space, who was given which right on it, and who represents whom."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from guichet.rights.parties import Document


class Holding(models.Model):
    """Who manages a file now. A projection of the ledger's first entry of the file, and of its transfers.

    holder: ``organisation:<id>`` or ``account:<id>``. contact: « contact principal », who paid and submitted, or who
    took the file over since. family: whose law of representation governs the file (``trademark``).
    """

    stream = models.CharField("dossier", max_length=120, primary_key=True)
    holder = models.CharField("tenu par", max_length=60, db_index=True)
    contact = models.CharField("contact principal", max_length=60, db_index=True)
    family = models.CharField("droit", max_length=40, blank=True, default="")
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


class LevelOfRight(models.TextChoices):
    """The rights of ``facts.RIGHTS``."""

    SEE = "see", "Voir"
    EDIT = "edit", "Modifier"
    SUBMIT = "submit", "Déposer et répondre"
    PAY = "pay", "Payer"
    GIVE_UP = "give_up", "Mettre fin à un droit"


def _levels() -> ArrayField[Any, Any]:
    return ArrayField(models.CharField(max_length=10, choices=LevelOfRight), verbose_name="droits", default=list)


class Rule(models.Model):
    """What the collaborators of an organisation may do: everywhere (subject empty), or with one file or draft.

    A rule is ended, never rewritten. Administrators are not bound.
    """

    holder = models.CharField("organisation", max_length=60)
    subject = models.CharField("dossier", max_length=120, blank=True)
    levels = _levels()
    since = models.DateTimeField("depuis")
    until = models.DateTimeField("jusqu'à", null=True, blank=True)
    by = models.CharField("auteur", max_length=120)

    class Meta:
        verbose_name = "règle de partage"
        verbose_name_plural = "règles de partage"
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "subject"],
                condition=Q(until=None),
                name="authority_one_rule_at_a_time",
                violation_error_message="Une règle existe déjà : elle vient d'être donnée par un autre gestionnaire.",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="authority_rule_ends_after_it_begins",
                violation_error_message="Une règle ne peut pas finir avant de commencer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder} {self.subject or 'tous les dossiers'} : {', '.join(self.levels)}"


class Grant(models.Model):
    """What one named member may do with one file or draft, besides what the rule gives. Ended, never rewritten."""

    holder = models.CharField("organisation", max_length=60)
    subject = models.CharField("dossier", max_length=120)
    person = models.CharField("compte", max_length=60)
    levels = _levels()
    since = models.DateTimeField("depuis")
    until = models.DateTimeField("jusqu'à", null=True, blank=True)
    by = models.CharField("donné par", max_length=120)
    ended_by = models.CharField("retiré par", max_length=120, blank=True)

    class Meta:
        verbose_name = "droit nommé"
        verbose_name_plural = "droits nommés"
        indexes = [models.Index(fields=["holder", "subject"], name="authority_granted_on")]
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "subject", "person"],
                condition=Q(until=None),
                name="authority_one_grant_at_a_time",
                violation_error_message="Cette personne a déjà un droit nommé sur ce dossier.",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="authority_grant_ends_after_it_begins",
                violation_error_message="Un droit ne peut pas finir avant de commencer.",
            ),
            models.CheckConstraint(
                condition=Q(levels__contains=["see"]),
                name="authority_grant_lets_see",
                violation_error_message="Qui peut agir sur un dossier le voit aussi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.subject} : {', '.join(self.levels)}"


class Mandate(models.Model):
    """Who represents whom, for which rights, acts, files and days. Accepted and revoked, never rewritten.

    principal: a holder's key; empty, with a name, for a party without an account, whose representative declares the
    mandate for particular files. invited: the address of the account that may accept; whom it then acts for becomes
    the representative, empty until then. power, special_power: ``rights.parties.Document`` as a mapping. replaces: the
    mandate that ends when this one is accepted. procedure: the only file for which this representative replaces the
    registered one (R. 718-5, last paragraph).
    """

    class Quality(models.TextChoices):
        IP_ATTORNEY = "ip_attorney", "Conseil en propriété industrielle"
        IP_ATTORNEY_COMPANY = "ip_attorney_company", "Société de conseils en propriété industrielle"
        LAWYER = "lawyer", "Avocat"
        SPECIAL_LIST = "special_list", "Personne inscrite sur la liste spéciale"
        CONTRACTUAL_COMPANY = "contractual_company", "Entreprise liée au mandant par contrat"
        PROFESSIONAL_ORGANISATION = "professional_organisation", "Organisation professionnelle spécialisée"
        EEA_PROFESSIONAL = "eea_professional", "Professionnel européen intervenant à titre occasionnel"
        CO_APPLICANT = "co_applicant", "L'un des déposants, mandataire commun"
        OTHER = "other", "Autre"

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    principal = models.CharField("mandant", max_length=60, blank=True, db_index=True)
    principal_name = models.CharField("nom du mandant", max_length=200, blank=True)
    principal_country = models.CharField("pays du mandant", max_length=2, default="FR")
    invited = models.EmailField("adresse du mandataire", max_length=254, blank=True)
    representative = models.CharField("mandataire", max_length=60, blank=True, db_index=True)
    country = models.CharField("pays du mandataire", max_length=2, default="FR")
    quality = models.CharField("qualité du mandataire", max_length=30, choices=Quality)
    number = models.CharField("numéro sur la liste", max_length=40, blank=True)
    mentions = ArrayField(models.CharField(max_length=20), verbose_name="spécialités", default=list, blank=True)
    rights = ArrayField(models.CharField(max_length=40), verbose_name="droits")
    acts = ArrayField(models.CharField(max_length=20), verbose_name="actes", default=list, blank=True)
    streams = ArrayField(models.CharField(max_length=120), verbose_name="dossiers", default=list, blank=True)
    procedure = models.CharField("procédure", max_length=120, blank=True)
    since = models.DateField("premier jour")
    until = models.DateField("dernier jour", null=True, blank=True)
    power = models.JSONField("pouvoir", null=True, blank=True)
    special_power = models.JSONField("pouvoir spécial", null=True, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="remplace"
    )
    granted_at = models.DateTimeField("donné le")
    granted_by = models.CharField("donné par", max_length=120)
    accepted_at = models.DateTimeField("accepté le", null=True, blank=True)
    accepted_by = models.CharField("accepté par", max_length=120, blank=True)
    revoked_at = models.DateTimeField("révoqué le", null=True, blank=True)
    revoked_by = models.CharField("révoqué par", max_length=120, blank=True)

    class Meta:
        verbose_name = "mandat"
        constraints = [
            models.CheckConstraint(
                condition=~Q(principal="") ^ ~Q(principal_name=""),
                name="authority_mandate_one_principal",
                violation_error_message="Un mandat a un mandant : un compte, ou une personne nommée.",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | ~Q(representative="") & ~Q(representative=F("principal")),
                name="authority_mandate_two_parties",
                violation_error_message="Le mandant et le mandataire sont deux personnes.",
            ),
            models.CheckConstraint(
                condition=~Q(principal="") | ~Q(streams=[]),
                name="authority_mandate_declared_for_files",
                violation_error_message="Le mandat d'une personne sans compte nomme ses dossiers.",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="authority_mandate_ends_after_it_begins",
                violation_error_message="Le dernier jour précède le premier.",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("granted_at")),
                name="authority_mandate_revoked_after_granted",
                violation_error_message="Un mandat ne se révoque pas avant d'être donné.",
            ),
            models.CheckConstraint(
                condition=~Q(rights=[]),
                name="authority_mandate_has_rights",
                violation_error_message="Choisissez au moins un droit.",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """How the mandate is called on screen: ``M000042``."""
        return f"M{self.pk or 0:06d}"

    @property
    def key(self) -> str:
        """How the ledger names it: ``mandate:<public_id>``."""
        return f"mandate:{self.public_id}"

    def document(self, which: str) -> Document | None:
        """``power`` or ``special_power``."""
        kept = self.power if which == "power" else self.special_power if which == "special_power" else None
        return Document(**kept) if kept else None
