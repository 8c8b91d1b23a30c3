"""Who looks after a file, and which letters went by post: what the desk does that decides nothing (no ledger)."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Assignment(models.Model):
    """The examiner who took a file. Any examiner may still act on it: illness and holidays stop no clock."""

    stream = models.CharField("dossier", max_length=120, primary_key=True)
    examiner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments", verbose_name="examinateur"
    )
    taken_at = models.DateTimeField("pris le")

    class Meta:
        verbose_name = "attribution"
        verbose_name_plural = "attributions"

    def __str__(self) -> str:
        return f"{self.stream} : {self.examiner}"


class PaperDispatch(models.Model):
    """A letter to someone without an account, sent by post. Its service is another matter: no period runs from here."""

    notice = models.OneToOneField(
        "notices.Notice", on_delete=models.PROTECT, related_name="+", primary_key=True, verbose_name="courrier"
    )
    posted_on = models.DateField("remis à la poste le")
    tracking = models.CharField("numéro de recommandé", max_length=40, blank=True)
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="par"
    )
    recorded_at = models.DateTimeField("enregistré le")

    class Meta:
        verbose_name = "envoi postal"
        verbose_name_plural = "envois postaux"

    def __str__(self) -> str:
        return f"{self.notice_id} : {self.posted_on:%d/%m/%Y}"
