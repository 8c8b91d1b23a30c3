"""The title kept in force: annuities and what follows (L. 612-19)."""

from __future__ import annotations

from guichet.rights.patents.part import Part

INITIAL = ("maintenance", "no_annuity_yet")

PART = Part(labels={"no_annuity_yet": "Aucune annuité échue"})
