"""People: who has an account, and what the office's own staff may do."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower


class Civility(models.TextChoices):
    """How letters begin; optional, since some wish for none."""

    MADAME = "madame", "Madame"
    MONSIEUR = "monsieur", "Monsieur"


class Role(models.TextChoices):
    """What a member of the office's staff may do."""

    EXAMINER = "examiner", "Examinateur"
    BULLETIN_EDITOR = "bulletin_editor", "Rédacteur du bulletin"
    REGISTER_CLERK = "register_clerk", "Gestionnaire du registre"
    INFORMATION_AGENT = "information_agent", "Chargé d'information (INPI Direct)"
    AUDITOR = "auditor", "Auditeur"
    ADMINISTRATOR = "administrator", "Administrateur"


class UserManager(BaseUserManager["User"]):
    """Addresses are kept in lower case: the same mailbox cannot have two accounts."""

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=self.normalize_email(username))

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """An account that may log in at once, unless ``is_active=False`` is given."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Someone with an account; enters with an e-mail address. ``public_id`` is the name of the account outside."""

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    email = models.EmailField("adresse courriel", max_length=254)
    civility = models.CharField("civilité", max_length=10, choices=Civility, blank=True)
    last_name = models.CharField("nom", max_length=150)
    first_name = models.CharField("prénom", max_length=150)
    mobile_phone = models.CharField("téléphone mobile", max_length=30, blank=True)
    office_phone = models.CharField("téléphone bureau", max_length=30, blank=True)
    country = models.CharField("pays", max_length=2, default="FR")
    address = models.CharField("adresse", max_length=200, blank=True)
    address_complement = models.CharField("complément", max_length=200, blank=True)
    postcode = models.CharField("code postal", max_length=16, blank=True)
    city = models.CharField("ville", max_length=120, blank=True)
    is_active = models.BooleanField("activé", default=True)
    activation_due_at = models.DateTimeField("à activer avant le", null=True, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["last_name", "first_name"]
    objects = UserManager()

    class Meta:
        verbose_name = "compte"
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                name="accounts_one_account_per_email",
                violation_error_message="Un compte existe déjà pour cette adresse.",
            ),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="accounts_email_in_lower_case"),
        ]

    def __str__(self) -> str:
        return self.full_name or str(self.public_id)

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def courteous_name(self) -> str:
        """« Madame Dupont Jeanne », as the space's home greets."""
        return f"{self.get_civility_display()} {self.last_name} {self.first_name}".strip()


class StaffRole(models.Model):
    """A member of the office's staff and one thing that he or she may do."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="staff_roles", verbose_name="compte")
    role = models.CharField("rôle", max_length=20, choices=Role)
    rights = ArrayField(
        models.CharField(max_length=40), verbose_name="droits examinés", default=list, blank=True,
        help_text="Natures de dossiers (trademark, patent…) ; aucune : toutes.",
    )  # fmt: skip

    class Meta:
        verbose_name = "rôle à l'office"
        verbose_name_plural = "rôles à l'office"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"],
                name="accounts_a_role_once",
                violation_error_message="Cette personne tient déjà ce rôle.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} : {self.get_role_display()}"


class RateWindow(models.Model):
    """How many times something was tried in a window of time. The key hides whom it is about."""

    key = models.CharField("clé", max_length=64, primary_key=True)
    count = models.PositiveIntegerField("essais")
    ends_at = models.DateTimeField("fin de la fenêtre", db_index=True)

    class Meta:
        verbose_name = "fenêtre de limitation"
        verbose_name_plural = "fenêtres de limitation"

    def __str__(self) -> str:
        return f"{self.key[:8]} : {self.count}"
