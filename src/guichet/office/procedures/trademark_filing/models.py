"""National numbers, each allotted once (R. 712-6)."""

from __future__ import annotations

from django.db import models


class YearCounter(models.Model):
    """The last rank allotted in a year; its row is locked while a number is taken, so ranks have no gap."""

    year = models.PositiveSmallIntegerField("année", primary_key=True)
    last_rank = models.PositiveIntegerField("dernier rang", default=0)

    class Meta:
        verbose_name = "compteur annuel"
        verbose_name_plural = "compteurs annuels"

    def __str__(self) -> str:
        return f"{self.year} : {self.last_rank}"


class NumberAllotment(models.Model):
    """Which draft a number was allotted to: at most one number for a draft."""

    number = models.CharField("numéro national", max_length=9, primary_key=True)
    draft = models.OneToOneField(
        "drafts.Draft", on_delete=models.PROTECT, related_name="trademark_number", verbose_name="projet"
    )
    allotted_at = models.DateTimeField("attribué le")

    class Meta:
        verbose_name = "numéro attribué"
        verbose_name_plural = "numéros attribués"

    def __str__(self) -> str:
        return self.number
