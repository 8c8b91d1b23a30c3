"""The list of issues, folded from the ledger."""

from __future__ import annotations

from django.db import models


class Issue(models.Model):
    """One issue of the bulletin. A projection: its content is rebuilt from the ledger on demand."""

    number = models.CharField("numéro", max_length=10, primary_key=True)
    issue_date = models.DateField("date", unique=True)
    preparations_started_on = models.DateField("début des préparatifs techniques", null=True)
    published_on = models.DateField("date de publication", null=True)
    first_position = models.BigIntegerField("première écriture", null=True)
    last_position = models.BigIntegerField("dernière écriture", null=True)
    content_hash = models.CharField("empreinte", max_length=64, blank=True)
    previous_issue = models.CharField("numéro précédent", max_length=10, blank=True)
    previous_hash = models.CharField("empreinte du numéro précédent", max_length=64, blank=True)

    class Meta:
        verbose_name = "numéro du bulletin"
        verbose_name_plural = "numéros du bulletin"
        ordering = ["-issue_date"]

    def __str__(self) -> str:
        return f"BOPI {self.number}"
