"""People: who asks for an account, who has one, and what the office's own staff may do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac


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


DELETED = "Compte supprimé"
_EMPTY = ("civility", "last_name", "first_name", "mobile_phone", "office_phone", "address", "city", "postcode")


class User(AbstractBaseUser, PermissionsMixin):
    """Someone with an account; enters with an e-mail address. ``public_id`` is the name of the account outside.

    A deleted account stays as an empty row, so that what was done in the past still names somebody.
    session_epoch: raised to end every session of this person.
    """

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
    session_epoch = models.PositiveIntegerField("époque des sessions", default=0)
    deleted_at = models.DateTimeField("supprimé le", null=True, blank=True)

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
            models.CheckConstraint(
                condition=Q(deleted_at=None) | Q(is_active=False, **dict.fromkeys(_EMPTY, "")),
                name="accounts_deleted_is_empty",
                violation_error_message="Un compte supprimé ne garde rien de la personne.",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or str(self.public_id)

    def get_session_auth_hash(self) -> str:
        """What a session must hold to stay open: changes with the password and with ``session_epoch``."""
        return self._session_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        yield from (self._session_hash(str(secret)) for secret in settings.SECRET_KEY_FALLBACKS)

    def _session_hash(self, secret: str) -> str:
        value = f"{self.password}:{self.session_epoch}"
        return salted_hmac("accounts.session", value, secret=secret, algorithm="sha256").hexdigest()

    @property
    def full_name(self) -> str:
        """« Jeanne Dupont »; « Compte supprimé » once deleted."""
        return DELETED if self.deleted_at else f"{self.first_name} {self.last_name}".strip()

    @property
    def courteous_name(self) -> str:
        """« Madame Dupont Jeanne », as the space's home greets."""
        return (
            DELETED if self.deleted_at else f"{self.get_civility_display()} {self.last_name} {self.first_name}".strip()
        )


class SignUp(models.Model):
    """Someone asked for an account; nobody has it before the link of the e-mail is used.

    Each sign-up keeps its own password, profile and link: a later one with the same address touches none of them.
    entity: the fields of the organisation that the person wishes to administer, as checked; None for none.
    """

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    email = models.EmailField("adresse courriel", max_length=254, db_index=True)
    password = models.CharField("mot de passe", max_length=128)
    profile = models.JSONField("informations", default=dict)
    entity = models.JSONField("entité", null=True, blank=True)
    signed_up_at = models.DateTimeField("demandé le")
    due_at = models.DateTimeField("à activer avant le", db_index=True)
    warned_at = models.DateTimeField("rappelé le", null=True, blank=True)

    class Meta:
        verbose_name = "inscription à activer"
        verbose_name_plural = "inscriptions à activer"
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="accounts_sign_up_in_lower_case"),
            models.CheckConstraint(condition=Q(due_at__gt=F("signed_up_at")), name="accounts_sign_up_ends_later"),
        ]

    def __str__(self) -> str:
        return self.full_name or str(self.public_id)

    @property
    def full_name(self) -> str:
        return f"{self.profile.get('first_name', '')} {self.profile.get('last_name', '')}".strip()

    def accepts(self, password: str) -> bool:
        """Whether this is the password of this very sign-up. One hash."""
        return check_password(password, self.password)


class EmailChange(models.Model):
    """A person replaces the address of the account: both mailboxes confirm, then the old one may take it back.

    Open until done or withdrawn, or until ``due_at``. Until ``reversible_until`` the old address is nobody else's.
    """

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="email_changes", verbose_name="compte"
    )
    old_email = models.EmailField("ancienne adresse", max_length=254, db_index=True)
    new_email = models.EmailField("nouvelle adresse", max_length=254)
    asked_at = models.DateTimeField("demandé le")
    due_at = models.DateTimeField("à confirmer avant le")
    old_confirmed_at = models.DateTimeField("confirmé par l'ancienne adresse le", null=True, blank=True)
    new_confirmed_at = models.DateTimeField("confirmé par la nouvelle adresse le", null=True, blank=True)
    done_at = models.DateTimeField("fait le", null=True, blank=True)
    withdrawn_at = models.DateTimeField("abandonné le", null=True, blank=True)
    reversible_until = models.DateTimeField("réversible jusqu'au", null=True, blank=True)
    reversed_at = models.DateTimeField("annulé le", null=True, blank=True)

    class Meta:
        verbose_name = "changement d'adresse"
        verbose_name_plural = "changements d'adresse"
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(done_at=None, withdrawn_at=None), name="accounts_one_open_email_change",
                violation_error_message="Un changement d'adresse est déjà en cours.",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(old_confirmed_at__isnull=False, new_confirmed_at__isnull=False),
                name="accounts_email_change_confirmed_by_both",
                violation_error_message="Les deux adresses confirment un changement d'adresse.",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None, reversible_until=None)
                | Q(withdrawn_at=None, done_at__isnull=False, reversible_until__gt=F("done_at")),
                name="accounts_email_change_reversible_once_done",
            ),
            models.CheckConstraint(
                condition=Q(reversed_at=None) | Q(reversed_at__lte=F("reversible_until")),
                name="accounts_email_change_reversed_in_time",
            ),
            models.CheckConstraint(
                condition=Q(old_email=Lower("old_email"), new_email=Lower("new_email")) & ~Q(old_email=F("new_email")),
                name="accounts_email_change_changes",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.public_id}"


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
