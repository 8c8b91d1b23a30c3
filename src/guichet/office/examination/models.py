"""Who looks after a file: a convenience of the desk. It decides nothing, so the ledger does not hold it."""

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
