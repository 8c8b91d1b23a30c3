"""What proves who a person is, the sessions and browsers in use, and what happened at the doors."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models

NAME_LENGTH = 60


class Factor(models.Model):
    """Something that a person holds, and shows besides the password."""

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    name = models.CharField("nom", max_length=NAME_LENGTH)
    added_at = models.DateTimeField("ajouté le")
    last_used_at = models.DateTimeField("utilisé le", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Authenticator(Factor):
    """An application that shows six digits. last_step: the last interval of 30 seconds whose code was accepted."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="authenticators", verbose_name="compte"
    )
    sealed_secret = models.TextField("secret chiffré")
    last_step = models.BigIntegerField("dernier intervalle accepté", default=0)

    class Meta:
        verbose_name = "application d'authentification"
        verbose_name_plural = "applications d'authentification"


class SecurityKey(Factor):
    """A WebAuthn credential. sign_count: the key's own counter; one that goes backwards betrays a copy."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="security_keys", verbose_name="compte"
    )
    credential_id = models.BinaryField("identifiant de la clé", max_length=1023, unique=True)
    credential = models.BinaryField("clé publique attestée")
    sign_count = models.PositiveBigIntegerField("compteur", default=0)

    class Meta:
        verbose_name = "clé de sécurité"
        verbose_name_plural = "clés de sécurité"


class RecoveryCode(models.Model):
    """A code that replaces a second factor once; only its digest is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes", verbose_name="compte"
    )
    digest = models.CharField("empreinte", max_length=64)
    used_at = models.DateTimeField("utilisé le", null=True, blank=True)

    class Meta:
        verbose_name = "code de secours"
        verbose_name_plural = "codes de secours"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "digest"],
                name="sign_in_a_recovery_code_once",
                violation_error_message="Ce code de secours existe déjà.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} : {'utilisé' if self.used_at else 'disponible'}"


class IdentityLink(models.Model):
    """A person as an identity provider knows him or her: ``subject`` is the provider's own name for that person."""

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="identity_links", verbose_name="compte"
    )
    provider = models.CharField("fournisseur", max_length=40)
    subject = models.CharField("identifiant chez le fournisseur", max_length=255)
    email = models.CharField("adresse chez le fournisseur", max_length=254, blank=True)
    linked_at = models.DateTimeField("rattaché le")
    last_used_at = models.DateTimeField("utilisé le", null=True, blank=True)

    class Meta:
        verbose_name = "identité rattachée"
        verbose_name_plural = "identités rattachées"
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "subject"],
                name="sign_in_a_subject_has_one_account",
                violation_error_message="Cette identité est déjà rattachée à un compte.",
            ),
            models.UniqueConstraint(
                fields=["user", "provider"],
                name="sign_in_one_identity_per_provider",
                violation_error_message="Une identité de ce fournisseur est déjà rattachée à ce compte.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} : {self.provider}"


class SessionRecord(models.Model):
    """A session of a person in one browser. The session names its record; once the record is ended, so is the session.

    place: the network from which it came first, its last part left out.
    """

    public_id = models.UUIDField("identifiant", default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="session_records", verbose_name="compte"
    )
    browser = models.CharField("navigateur", max_length=80)
    place = models.CharField("provenance", max_length=50)
    first_seen_at = models.DateTimeField("ouverte le")
    last_seen_at = models.DateTimeField("vue le", db_index=True)
    ended_at = models.DateTimeField("fermée le", null=True, blank=True)

    class Meta:
        verbose_name = "session"

    def __str__(self) -> str:
        return f"{self.user} : {self.browser}"


class KnownBrowser(models.Model):
    """A browser in which a person entered before: recognised by a signed cookie, of which the digest is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_browsers", verbose_name="compte"
    )
    digest = models.CharField("empreinte du témoin", max_length=64)
    first_seen_at = models.DateTimeField("vu la première fois le")
    last_seen_at = models.DateTimeField("vu le", db_index=True)

    class Meta:
        verbose_name = "navigateur connu"
        verbose_name_plural = "navigateurs connus"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "digest"],
                name="sign_in_a_browser_known_once",
                violation_error_message="Ce navigateur est déjà connu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} : {self.digest[:8]}"


class SignIn(models.Model):
    """One try at a door, for the person to read. how: word of ``Way``, or ``sso:<provider>``."""

    class Way(models.TextChoices):
        PASSWORD = "password", "mot de passe"
        AUTHENTICATOR = "authenticator", "mot de passe et application d'authentification"
        SECURITY_KEY = "security_key", "mot de passe et clé de sécurité"
        RECOVERY_CODE = "recovery_code", "mot de passe et code de secours"

    attempt = models.UUIDField("essai", default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins", verbose_name="compte"
    )
    at = models.DateTimeField("le", db_index=True)
    how = models.CharField("moyen", max_length=80)
    browser = models.CharField("navigateur", max_length=80)
    place = models.CharField("provenance", max_length=50)
    succeeded = models.BooleanField("réussie")

    class Meta:
        verbose_name = "connexion"
        indexes = [models.Index(fields=["user", "-at"], name="sign_in_by_person")]

    def __str__(self) -> str:
        return f"{self.user} : {self.at:%Y-%m-%d %H:%M} ({'réussie' if self.succeeded else 'refusée'})"
