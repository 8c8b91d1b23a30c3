"""Official letters and what is known of their arrival; news told to people, at the pace that each one chose."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Notice(models.Model):
    """A letter of the office. ``reference`` is the one that the notifying event carries.

    data: what the template prints; the letter is a PDF as soon as the task queue has made and sealed it.
    is_notification: its service opens a period (R. 718-2); an information opens none.
    holder: who held the file when the letter was issued, and could read it here; empty when nobody with an account
    could: it goes on paper. Letters follow the file: who reads it later is asked of ``authority``.
    opened_by, opened_under: who opened it first, and what empowered that person.
    deadline: the period that it opened, in plain values, once it was served.
    """

    class How(models.TextChoices):
        OPENED = "opened", "ouvert dans l'espace sécurisé"
        DEEMED = "deemed", "réputé remis, faute d'avoir été ouvert"
        HANDED = "handed", "remis en main propre contre récépissé"

    reference = models.CharField("référence", max_length=60, primary_key=True)
    stream = models.CharField("dossier", max_length=120, db_index=True)
    number = models.CharField("numéro", max_length=20)
    kind = models.CharField("nature", max_length=60)
    title = models.CharField("objet", max_length=200)
    is_notification = models.BooleanField("fait courir un délai", default=True)
    holder = models.CharField("mis à disposition de", max_length=60, blank=True)
    template = models.CharField("modèle", max_length=200)
    data = models.JSONField("contenu")
    event_position = models.BigIntegerField("écriture au registre", null=True, blank=True)
    document = models.ForeignKey(
        "documents.SealedDocument", on_delete=models.PROTECT, null=True, blank=True, verbose_name="lettre scellée"
    )
    issued_at = models.DateTimeField("émis le")
    available_at = models.DateTimeField("mis à disposition le", null=True, blank=True)
    opened_at = models.DateTimeField("ouvert le", null=True, blank=True)
    opened_by = models.CharField("ouvert par", max_length=120, blank=True)
    opened_under = models.CharField("ouvert au titre de", max_length=80, blank=True)
    served_on = models.DateField("date de notification", null=True, blank=True)
    how = models.CharField("mode de remise", max_length=10, choices=How, blank=True)
    deadline = models.JSONField("délai ouvert", null=True, blank=True)

    class Meta:
        verbose_name = "courrier"
        verbose_name_plural = "courriers"
        constraints = [
            models.CheckConstraint(
                condition=Q(served_on__isnull=True, how="") | ~Q(how=""),
                name="notices_served_somehow",
                violation_error_message="Une date de notification va avec un mode de remise.",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True, opened_by="") | Q(opened_at__isnull=False) & ~Q(opened_by=""),
                name="notices_opened_by_someone",
                violation_error_message="Un courrier ouvert l'a été par quelqu'un.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["available_at"], name="notices_to_deem",
                condition=Q(served_on__isnull=True, is_notification=True),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def is_unread(self) -> bool:
        """Never opened by anybody; a letter deemed served may still be unread."""
        return self.opened_at is None

    @property
    def is_sealed_from_view(self) -> bool:
        """Whether opening it now would count as its service."""
        return self.is_notification and self.served_on is None


class Kind(models.TextChoices):
    """What a person may be told about."""

    NOTIFICATION = "notification", "Courriers dont l'ouverture compte"
    INFORMATION = "information", "Courriers d'information"
    DEADLINE = "deadline", "Échéances"
    ACTIVITY = "activity", "Activité de mon organisation"
    COMMENT = "comment", "Commentaires et prises en main"


class Pace(models.TextChoices):
    """How soon a person wishes to be told."""

    AT_ONCE = "at_once", "Immédiatement"
    DAILY = "daily", "Chaque jour à 7 h"
    WEEKLY = "weekly", "Chaque lundi à 7 h"
    NEVER = "never", "Jamais"


REMINDER_DAYS = (30, 7, 1)
"""How many days before its last day a deadline is recalled, at most."""


def every_reminder() -> list[int]:
    return list(REMINDER_DAYS)


class Preferences(models.Model):
    """What a person wishes to be told, kind by kind; a person without a row wishes the defaults.

    all_letters, all_deadlines: of every file that this person sees, not only of those whose contact he or she is.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="news_preferences",
        verbose_name="compte",
    )  # fmt: skip
    notification = models.CharField(Kind.NOTIFICATION.label, max_length=10, choices=Pace, default=Pace.AT_ONCE)
    information = models.CharField(Kind.INFORMATION.label, max_length=10, choices=Pace, default=Pace.AT_ONCE)
    deadline = models.CharField(Kind.DEADLINE.label, max_length=10, choices=Pace, default=Pace.AT_ONCE)
    activity = models.CharField(Kind.ACTIVITY.label, max_length=10, choices=Pace, default=Pace.DAILY)
    comment = models.CharField(Kind.COMMENT.label, max_length=10, choices=Pace, default=Pace.AT_ONCE)
    all_letters = models.BooleanField("courriers de tous les dossiers que je vois", default=False)
    all_deadlines = models.BooleanField("échéances de tous les dossiers que je vois", default=False)
    reminder_days = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name="jours de rappel", default=every_reminder, blank=True
    )

    class Meta:
        verbose_name = "préférences"
        verbose_name_plural = "préférences"
        constraints = [
            models.CheckConstraint(
                condition=~Q(notification=Pace.NEVER),
                name="notices_served_letters_are_announced",
                violation_error_message="Les courriers dont l'ouverture compte sont toujours annoncés.",
            ),
            models.CheckConstraint(
                condition=Q(reminder_days__contained_by=list(REMINDER_DAYS)),
                name="notices_reminders_on_known_days",
                violation_error_message="Choisissez les rappels parmi ceux qui sont proposés.",
            ),
        ]

    def __str__(self) -> str:
        return f"préférences de {self.user}"

    def pace(self, kind: str) -> str:
        """How soon this person is told news of this kind."""
        pace: str = getattr(self, Kind(kind).value)
        return pace

    def wants_all(self, kind: str) -> bool:
        """Whether it is about every file seen, and not only one's own."""
        if kind == Kind.DEADLINE:
            return self.all_deadlines
        return self.all_letters and kind in (Kind.NOTIFICATION, Kind.INFORMATION)


class NewsItem(models.Model):
    """Something told, or to be told, to a person by e-mail. ``text`` says nothing confidential.

    key: what may be told to this person once only, such as ``letter/<reference>``. sent_at: when the e-mail left.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="news_items", verbose_name="compte"
    )
    kind = models.CharField("nature", max_length=12, choices=Kind)
    text = models.CharField("texte", max_length=300)
    link = models.CharField("adresse", max_length=300)
    at = models.DateTimeField("arrivée le")
    key = models.CharField("clé", max_length=120, blank=True)
    sent_at = models.DateTimeField("annoncée le", null=True, blank=True)

    class Meta:
        verbose_name = "nouvelle"
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"],
                condition=~Q(key=""),
                name="notices_told_once",
                violation_error_message="Cette nouvelle a déjà été annoncée à cette personne.",
            )
        ]
        indexes = [
            models.Index(fields=["user", "at"], name="notices_news_to_send", condition=Q(sent_at=None)),
            models.Index(fields=["key"], name="notices_news_by_key", condition=~Q(key="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} : {self.text}"


class Digest(models.Model):
    """The one e-mail that gathers a person's news of a day or of a week, on the day when it left."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests", verbose_name="compte"
    )
    day = models.DateField("jour")
    sent_at = models.DateTimeField("envoyé le")

    class Meta:
        verbose_name = "résumé"
        verbose_name_plural = "résumés"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "day"],
                name="notices_one_digest_a_day",
                violation_error_message="Le résumé de ce jour est déjà parti.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.day}"


class Round(models.Model):
    """A chore that is done once a day, and was done to its end on that day."""

    name = models.CharField("tâche", max_length=60)
    day = models.DateField("jour")

    class Meta:
        verbose_name = "tournée"
        constraints = [models.UniqueConstraint(fields=["name", "day"], name="notices_one_round_a_day")]

    def __str__(self) -> str:
        return f"{self.name} {self.day}"
